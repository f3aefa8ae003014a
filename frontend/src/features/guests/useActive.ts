import { useMemo } from 'react';
import { useUnderWay } from '@/features/operations/api';
import { guestOf, isActive } from '@/features/operations/work/words';
import type { Operation } from '@/shared/api/types';

/** The operation under way on each guest, by VMID. */
export function useActive(): Map<number, Operation> {
  const operations = useUnderWay().data;
  return useMemo(
    () =>
      new Map(
        (operations ?? []).filter(isActive).flatMap((operation) => {
          const guest = guestOf(operation);
          return guest ? [[guest.vmid, operation] as const] : [];
        }),
      ),
    [operations],
  );
}
