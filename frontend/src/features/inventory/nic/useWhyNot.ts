import { useQuery } from '@tanstack/react-query';
import { statusQuery } from '@/features/inventory/api';
import type { NetBoxStatus } from '@/shared/api/types';
import { nicTexts as said } from './texts';

function whyNot({ url, copy, writes, reachable, reason }: NetBoxStatus, later: boolean): string | null {
  if (url === undefined) {
    return said.notSet;
  }
  if (copy === null) {
    return reachable ? said.notRead : said.away(reason);
  }
  if (!writes) {
    return said.noWrites;
  }
  return later || reachable ? null : said.away(reason);
}

/** Why no address can be had of NetBox, in a sentence; null where one can. `later` where it is taken only when the guest is made. */
export function useWhyNot(later: boolean): string | null {
  const { data, error } = useQuery(statusQuery);
  return data ? whyNot(data, later) : error ? said.unknown : null;
}
