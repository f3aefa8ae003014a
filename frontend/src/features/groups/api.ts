import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { REFRESH } from '@/shared/api/cache';
import { api, body } from '@/shared/api/client';
import { problemOf } from '@/shared/api/problem';
import type { Group, NewGroup } from '@/shared/api/types';

const RECENT = 5;

/** The names under which groups are kept. */
export const groupKeys = {
  lists: ['groups'],
  recent: ['groups', 'recent'],
  any: ['group'],
  one: (id: string) => ['group', id],
} as const;

/** Orders many changes as one; sent again with the same key, it is the same group. */
export const orderGroup = (group: NewGroup, key: string): Promise<Group> =>
  body(api.POST('/api/groups', { params: { header: { 'Idempotency-Key': key } }, body: group }));

export const readGroup = (id: string, signal?: AbortSignal): Promise<Group> =>
  body(api.GET('/api/groups/{id}', { params: { path: { id } }, ...(signal && { signal }) }));

export const isActive = ({ finished }: Pick<Group, 'finished'>): boolean => finished === null;

const groupQuery = (id: string) =>
  queryOptions({
    queryKey: groupKeys.one(id),
    queryFn: ({ signal }) => readGroup(id, signal),
    refetchInterval: (query) => (query.state.data?.finished ? false : REFRESH),
  });

const recentQuery = queryOptions({
  queryKey: groupKeys.recent,
  queryFn: ({ signal }) => body(api.GET('/api/groups', { params: { query: { limit: RECENT } }, signal })),
  refetchInterval: REFRESH,
});

export const useGroup = (id: string) => useQuery(groupQuery(id));
/** The latest groups of everybody. */
export const useRecentGroups = () => useQuery(recentQuery);

/** Has no more of a group ordered; one that has ended meanwhile is as it was. */
async function cancelGroup(id: string): Promise<Group> {
  try {
    return await body(api.POST('/api/groups/{id}/cancel', { params: { path: { id } }, body: {} }));
  } catch (error) {
    if (problemOf(error).type === 'wrong-state') {
      return readGroup(id);
    }
    throw error;
  }
}

/** Has no more of some groups ordered, each whatever becomes of the others. */
export function useCancelGroups() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (ids: string[]) => Promise.all(ids.map((id) => cancelGroup(id).then((group) => cache.setQueryData(groupKeys.one(id), group)))),
    onSettled: () => void cache.invalidateQueries({ queryKey: groupKeys.lists }),
  });
}
