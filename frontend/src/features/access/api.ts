import { queryOptions, useQuery } from '@tanstack/react-query';
import { REFRESH } from '@/shared/api/cache';
import { api, body } from '@/shared/api/client';
import { problemOf } from '@/shared/api/problem';
import type { components } from '@/shared/api/schema';
import type { Me } from '@/shared/api/types';
import { accessKeys } from './keys';

type Allowance = components['schemas']['Allowance'];

/** What one may put a new guest on; a part that is null stands for all there is. */
export type Allowed = { operator: boolean } & Required<{ [Part in keyof Allowance]: NonNullable<Allowance[Part]> | null }>;

const ALL: Allowed = { operator: true, bridges: null, vlans: null, storages: null };

export const signInWaysQuery = queryOptions({
  queryKey: accessKeys.signInWays,
  queryFn: ({ signal }) => body(api.GET('/api/sign-in', { signal })),
});

/** Who is signed in; null when nobody is. */
export const meQuery = queryOptions({
  queryKey: accessKeys.me,
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      return await body(api.GET('/api/session', { signal }));
    } catch (error) {
      if (problemOf(error).status === 401) {
        return null;
      }
      throw error;
    }
  },
  refetchInterval: REFRESH,
});

export const reachQuery = queryOptions({
  queryKey: accessKeys.reach,
  queryFn: ({ signal }) => body(api.GET('/api/me/reach', { signal })),
  refetchInterval: REFRESH,
});

export const ownersQuery = queryOptions({
  queryKey: accessKeys.owners,
  queryFn: async ({ signal }) => (await body(api.GET('/api/owners', { signal }))).owners,
  refetchInterval: REFRESH,
});

export const teamsQuery = queryOptions({
  queryKey: accessKeys.teams,
  queryFn: async ({ signal }) => (await body(api.GET('/api/teams', { signal }))).teams,
});

export const useTeams = () => useQuery(teamsQuery);

/** Everybody who may sign in; for those who manage people. */
export const peopleQuery = queryOptions({
  queryKey: accessKeys.people,
  queryFn: async ({ signal }) => (await body(api.GET('/api/people', { signal }))).people,
});

/** How much one may have, and one's teams, and has. */
export const useMyQuota = () =>
  useQuery({ queryKey: accessKeys.myQuota, queryFn: async ({ signal }) => (await body(api.GET('/api/me/quota', { signal }))).standings });

/** What one may put a guest of the team on, or of none; all until it is known, as the order is checked anyway. */
export function useAllowed(team: string): Allowed {
  const { data } = useQuery({ queryKey: accessKeys.myAllowance, queryFn: ({ signal }) => body(api.GET('/api/me/allowance', { signal })) });
  if (!data || data.operator) {
    return ALL;
  }
  const { bridges = null, vlans = null, storages = null } = data.teams.find((each) => each.team === team)?.allowance ?? data.own;
  return { operator: false, bridges, vlans, storages };
}
