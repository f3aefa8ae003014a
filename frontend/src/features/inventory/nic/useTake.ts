import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { inventoryKeys } from '@/features/inventory/keys';
import { giveBack, noteHeld, take } from './api';
import type { FromNetBox, NicPrefix } from './held';

type Asked = { prefix: NicPrefix; address?: string };

/** Has an address held for what asks; one that comes when that wants it no more is given back. */
export function useTake(value: FromNetBox, purpose: string, change: (next: FromNetBox) => void) {
  const cache = useQueryClient();
  const now = useRef<FromNetBox | null>(value);
  useEffect(() => {
    now.current = value;
    return () => void (now.current = null);
  }, [value]);
  return useMutation({
    mutationFn: ({ prefix, address }: Asked) => take(prefix.id, purpose, address),
    onSuccess: ({ address, allocation }, { prefix }) => {
      noteHeld(cache, allocation);
      if (now.current?.prefix?.id === prefix.id) {
        change({ prefix, held: { id: allocation.id, address, lost: false } });
      } else {
        giveBack(cache, allocation.id);
      }
      void cache.invalidateQueries({ queryKey: inventoryKeys.one('prefixes', prefix.id) });
    },
  });
}
