import { useMemo } from 'react';
import { useOperations } from '@/api/queries';
import type { Operation } from '@/api/types';
import { isActive } from '@/work/words';
import { UNDER_WAY } from '@/work/useResults';

/** The operation under way on each guest, by VMID. */
export function useActive(): Map<number, Operation> {
  const operations = useOperations(UNDER_WAY).data?.operations;
  return useMemo(() => new Map((operations ?? []).filter(isActive).map((operation) => [operation.vmid, operation])), [operations]);
}
