import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { REFRESH } from '@/shared/api/cache';
import { api, body } from '@/shared/api/client';
import type { operations } from '@/shared/api/schema';
import type { Resource, ResourceKind } from '@/shared/api/types';
import { reservationKeys } from './keys';

type ResourceQuery = NonNullable<operations['listResources']['parameters']['query']>;

/** For so long nothing more is typed before it is searched for. */
const PAUSE = 250;

/** So many of those that stand in NetBox are read ahead; others are searched for. */
const AHEAD = 300;

const FOUND = 50;

const readResources = (query: ResourceQuery, signal: AbortSignal) => body(api.GET('/api/resources', { params: { query }, signal }));

/** Each once. */
const merged = (...lists: Resource[][]): Resource[] => [...new Map(lists.flat().map((each) => [each.id, each])).values()];

export const resourcesQuery = queryOptions({
  queryKey: reservationKeys.resources,
  queryFn: async ({ signal }) => {
    const both = [readResources({ inventory: false }, signal), readResources({ inventory: true, limit: AHEAD }, signal)];
    return merged(...(await Promise.all(both)));
  },
  refetchInterval: REFRESH,
});

/** Resources with these words in what is known of them, of any kind where it is empty. */
export const foundQuery = (kind: ResourceKind | '', words: string) =>
  queryOptions({
    queryKey: reservationKeys.found(kind, words),
    queryFn: ({ signal }) => readResources({ q: words, limit: FOUND, ...(kind !== '' && { kind }) }, signal),
    enabled: words !== '',
    placeholderData: keepPreviousData,
  });

/** What was read ahead, with what the server finds by the words where that may not be all. */
export function useFoundResources(kind: ResourceKind | '', typed: string) {
  const query = useResources();
  const [words] = useDebouncedValue(typed.trim(), PAUSE);
  const many = (query.data ?? []).filter(({ inventory }) => inventory).length >= AHEAD;
  const { data: found } = useQuery(foundQuery(kind, many ? words : ''));
  const data = useMemo(() => query.data && merged(query.data, found ?? []), [query.data, found]);
  return { ...query, data, many } as typeof query & { many: boolean };
}

export const useResources = () => useQuery(resourcesQuery);
