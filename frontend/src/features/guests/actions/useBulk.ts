import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { operationKeys } from '@/features/operations/api';
import type { Action } from './allowed';
import { type Options, startBulk, type Target } from './bulk';
import { bulkStore } from './bulkStore';
import { cancelled } from './cancelled';

/** Orders actions on guests; what becomes of them is told as one. */
export function useBulk() {
  const cache = useQueryClient();
  const bulk = useSyncExternalStore(bulkStore.watch, bulkStore.current);
  const start = useCallback(
    (action: Action, guests: Target[], options: Options = {}) =>
      void startBulk(action, guests, options, {
        told: () => void cache.invalidateQueries({ queryKey: operationKeys.lists }),
        end: (operation) => cancelled(cache, operation),
      }),
    [cache],
  );
  return { bulk, start };
}
