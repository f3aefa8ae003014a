import { useQuery } from '@tanstack/react-query';
import { accessKeys } from '@/features/access/keys';
import { api, body } from '@/shared/api/client';
import type { Quota } from '@/shared/api/types';

export const useQuotas = () => useQuery({ queryKey: accessKeys.everyQuota, queryFn: ({ signal }) => body(api.GET('/api/quotas', { signal })) });

export const useQuota = (person: string) =>
  useQuery({
    queryKey: accessKeys.quota(person),
    queryFn: ({ signal }) => body(api.GET('/api/people/{person}/quota', { params: { path: { person } }, signal })),
  });

export const boundPerson = (person: string, quota: Quota) => body(api.POST('/api/people/{person}/quota', { params: { path: { person } }, body: quota }));

export const unboundPerson = (person: string) => body(api.DELETE('/api/people/{person}/quota', { params: { path: { person } } }));

export const boundTeam = (team: string, quota: Quota) => body(api.POST('/api/teams/{team}/quota', { params: { path: { team } }, body: quota }));

export const unboundTeam = (team: string) => body(api.DELETE('/api/teams/{team}/quota', { params: { path: { team } } }));

export const boundEverybody = (quota: Quota) => body(api.POST('/api/quotas/everybody', { body: quota }));
