import { infiniteQueryOptions } from '@tanstack/react-query';
import { REFRESH } from '@/shared/api/cache';
import { api, body } from '@/shared/api/client';
import type { AuditFilter } from '@/shared/api/types';

const PAGE = 50;

/** What was done, newest first, page by page. */
export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) => body(api.GET('/api/audit', { params: { query: { ...filter, limit: PAGE, after: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: REFRESH,
  });
