import { useInfiniteQuery, type QueryKey } from '@tanstack/react-query';
import { useMemo } from 'react';
import { REFRESH } from '@/shared/api/cache';
import type { RowPage } from './pages';

/** The rows of a list that is read page by page, and how to go on to those that are not there yet. */
export function usePages<Page extends RowPage<unknown>>(key: QueryKey, read: (after: string | undefined, signal: AbortSignal) => Promise<Page>, words: string) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => read(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: REFRESH,
  });
  const { data } = query;
  const rows = useMemo(() => data?.pages.flatMap(({ rows }) => rows) as Page['rows'] | undefined, [data]);
  const more = query.hasNextPage ? { words, loading: query.isFetchingNextPage, go: () => void query.fetchNextPage() } : null;
  return { query, rows, more };
}
