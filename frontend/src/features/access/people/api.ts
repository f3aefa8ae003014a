import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { peopleQuery } from '@/features/access/api';
import { accessKeys } from '@/features/access/keys';
import { api, body } from '@/shared/api/client';
import type { PersonChange } from '@/shared/api/types';

export const usePeople = () => useQuery(peopleQuery);

export const usePerson = (person: string) =>
  useQuery({ queryKey: accessKeys.person(person), queryFn: ({ signal }) => body(api.GET('/api/people/{person}', { params: { path: { person } }, signal })) });

export const useRights = (person: string, vmid: number | null) =>
  useQuery({
    queryKey: accessKeys.rights(person, vmid),
    queryFn: ({ signal }) => body(api.GET('/api/people/{person}/rights', { params: { path: { person }, query: vmid === null ? {} : { vmid } }, signal })),
    placeholderData: (before) => before,
  });

/** Changes somebody; what is absent stays. */
export function useChange(person: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (change: PersonChange) => body(api.POST('/api/people/{person}', { params: { path: { person } }, body: change })),
    onSuccess: async (changed) => {
      cache.setQueryData(accessKeys.person(person), changed);
      // Whoever changes people may have changed themselves.
      await Promise.all(
        [[...accessKeys.person(person), 'rights'], accessKeys.people, accessKeys.teams, accessKeys.me, accessKeys.reach].map((queryKey) =>
          cache.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
}
