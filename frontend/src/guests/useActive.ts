import { useMemo } from 'react';
import { useUnderWay } from '@/api/queries';
import type { Operation } from '@/shared/api/types';
import { isActive } from '@/work/words';

/** The operation under way on each guest, by VMID. */
export function useActive(): Map<number, Operation> {
  const operations = useUnderWay().data;
  return useMemo(() => new Map((operations ?? []).filter(isActive).map((operation) => [operation.vmid, operation])), [operations]);
}
