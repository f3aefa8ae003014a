import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { keys } from '@/api/keys';
import { cancelled } from '@/work/cancelled';
import type { Action } from './allowed';
import { bulkStore, startBulk, type Options, type Target } from './bulk';

/** Orders actions on guests; what becomes of them is told as one. */
export function useBulk() {
  const cache = useQueryClient();
  const bulk = useSyncExternalStore(bulkStore.watch, bulkStore.current);
  const start = useCallback(
    (action: Action, guests: Target[], options: Options = {}) =>
      void startBulk(action, guests, options, {
        told: () => void cache.invalidateQueries({ queryKey: keys.operations }),
        end: (operation) => cancelled(cache, operation),
      }),
    [cache],
  );
  return { bulk, start };
}
