import { queryOptions } from '@tanstack/react-query';
import { reservationKeys } from '@/features/reservations/keys';
import { api, body } from '@/shared/api/client';
import { problemOf } from '@/shared/api/problem';
import type { components } from '@/shared/api/schema';
import type { Resource } from '@/shared/api/types';
import type { EnteredKind } from './texts';

export type ResourceChange = components['schemas']['ResourceChange'];

/** One resource, with the state by which a change says what it is meant for. */
export const resourceQuery = (id: number) =>
  queryOptions({
    queryKey: [...reservationKeys.resources, id],
    queryFn: async ({ signal }): Promise<{ resource: Resource; etag: string | null }> => {
      const call = api.GET('/api/resources/{id}', { params: { path: { id } }, signal });
      return { resource: await body(call), etag: (await call).response.headers.get('ETag') };
    },
    staleTime: 0,
  });

const add = (kind: EnteredKind, name: string, tags: string[]) => body(api.POST('/api/resources', { body: { kind, name, tags } }));

/** Enters one after the other; answers how many are new and which were there already. */
export async function enter(kind: EnteredKind, names: string[], tags: string[]): Promise<{ entered: number; there: string[] }> {
  const there: string[] = [];
  for (const name of names) {
    try {
      await add(kind, name, tags);
    } catch (error) {
      if (problemOf(error).status !== 409) {
        throw error;
      }
      there.push(name);
    }
  }
  return { entered: names.length - there.length, there };
}

export const changeResource = (id: number, etag: string | null, change: ResourceChange) =>
  body(api.PATCH('/api/resources/{id}', { params: { path: { id }, ...(etag && { header: { 'If-Match': etag } }) }, body: change }));

export const removeResource = (id: number) => api.DELETE('/api/resources/{id}', { params: { path: { id } } });
