import { useMemo } from 'react';
import { useUnderWay } from '@/features/operations/api';
import { isActive } from '@/features/operations/work/words';
import type { Operation } from '@/shared/api/types';

/** The operation under way on each guest, by VMID. */
export function useActive(): Map<number, Operation> {
  const operations = useUnderWay().data;
  return useMemo(() => new Map((operations ?? []).filter(isActive).map((operation) => [operation.vmid, operation])), [operations]);
}
