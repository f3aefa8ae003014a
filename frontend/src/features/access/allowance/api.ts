import { queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { accessKeys } from '@/features/access/keys';
import { nodesQuery } from '@/features/dashboard/api';
import { networksQuery, roomQuery } from '@/features/provision/api';
import { api, body } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

export type Allowance = components['schemas']['Allowance'];
export type TeamAllowance = components['schemas']['TeamAllowance'];

/** The nodes that are asked for their bridges: of more, names are typed. */
const ASKED = 8;

export const teamAllowanceQuery = (team: string) =>
  queryOptions({
    queryKey: accessKeys.teamAllowance(team),
    queryFn: ({ signal }) => body(api.GET('/api/teams/{team}/allowance', { params: { path: { team } }, signal })),
  });

export const allowTeam = (team: string, allowance: Allowance) => body(api.POST('/api/teams/{team}/allowance', { params: { path: { team } }, body: allowance }));

export const allowAsAll = (team: string) => body(api.DELETE('/api/teams/{team}/allowance', { params: { path: { team } } }));

const sorted = (names: string[]) => [...new Set(names)].sort((a, b) => a.localeCompare(b, undefined, { numeric: true }));

/** The bridges and storages that the cluster has, to choose from. */
export function useThere(): { bridges: string[]; storages: string[] } {
  const nodes = useQuery(nodesQuery).data?.data ?? [];
  const bridges = useQueries({
    queries: nodes
      .filter(({ status }) => status === 'online')
      .slice(0, ASKED)
      .map(({ node }) => networksQuery(node)),
    combine: (answers) => answers.flatMap(({ data }) => data?.data.map(({ iface }) => iface) ?? []),
  });
  const rooms = useQuery(roomQuery).data?.data ?? [];
  return { bridges: sorted(bridges), storages: sorted(rooms.flatMap(({ storages }) => storages.map(({ storage }) => storage))) };
}
