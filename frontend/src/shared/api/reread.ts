import type { InvalidateQueryFilters, QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Reads again what is shown of these. Also what is being read for the first time, which the cache would leave at one
 * read: the server may have answered it before what is known now.
 */
export async function reread(cache: QueryClient, filters: InvalidateQueryFilters): Promise<void> {
  const first = cache.getQueryCache().findAll({ ...filters, fetchStatus: 'fetching', predicate: ({ state }) => state.data === undefined });
  await cache.invalidateQueries(filters);
  await Promise.all(first.map(({ queryKey }) => cache.invalidateQueries({ queryKey, exact: true })));
}

/** The same for all that begins with one of the keys. */
export const rereadAll = (cache: QueryClient, keys: QueryKey[]): Promise<unknown> => Promise.all(keys.map((queryKey) => reread(cache, { queryKey })));
