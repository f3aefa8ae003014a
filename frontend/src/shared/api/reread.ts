import type { InvalidateQueryFilters, QueryClient } from '@tanstack/react-query';

/**
 * Reads again what is shown of these. Also what is being read for the first time, which the cache would leave at one
 * read: the server may have answered it before what is known now.
 */
export async function reread(cache: QueryClient, filters: InvalidateQueryFilters): Promise<void> {
  const first = cache.getQueryCache().findAll({ ...filters, fetchStatus: 'fetching', predicate: ({ state }) => state.data === undefined });
  await cache.invalidateQueries(filters);
  await Promise.all(first.map(({ queryKey }) => cache.invalidateQueries({ queryKey, exact: true })));
}
