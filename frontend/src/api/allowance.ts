import { useQuery } from '@tanstack/react-query';
import { api, body } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { keys } from './keys';

type Allowance = components['schemas']['Allowance'];

/** What one may put a new guest on; a part that is null stands for all there is. */
export type Allowed = { operator: boolean } & Required<{ [Part in keyof Allowance]: NonNullable<Allowance[Part]> | null }>;

const ALL: Allowed = { operator: true, bridges: null, vlans: null, storages: null };

/** What one may put a guest of the team on, or of none; all until it is known, as the order is checked anyway. */
export function useAllowed(team: string): Allowed {
  const { data } = useQuery({ queryKey: keys.myAllowance, queryFn: ({ signal }) => body(api.GET('/api/me/allowance', { signal })) });
  if (!data || data.operator) {
    return ALL;
  }
  const { bridges = null, vlans = null, storages = null } = data.teams.find((each) => each.team === team)?.allowance ?? data.own;
  return { operator: false, bridges, vlans, storages };
}
