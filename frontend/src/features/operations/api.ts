import { queryOptions, useQuery } from '@tanstack/react-query';
import { REFRESH } from '@/shared/api/cache';
import { api, body } from '@/shared/api/client';
import type { Operation, OperationFilter } from '@/shared/api/types';

const MOST_ON_A_PAGE = 200;

/** The names under which operations are kept: those of lists begin alike. */
export const operationKeys = {
  lists: ['operations'],
  underWay: ['operations', 'under way'],
  endedSince: (since: string) => ['operations', 'ended since', since],
  list: (filter: OperationFilter) => ['operations', filter],
  any: ['operation'],
  one: (id: string) => ['operation', id],
} as const;

export const operationsQuery = (filter: OperationFilter) =>
  queryOptions({
    queryKey: operationKeys.list(filter),
    queryFn: ({ signal }) => body(api.GET('/api/operations', { params: { query: filter }, signal })),
    refetchInterval: REFRESH,
  });

/** Every operation that a filter lets through, page by page. */
export async function allOperations(filter: OperationFilter, signal?: AbortSignal): Promise<Operation[]> {
  const all: Operation[] = [];
  let after: string | undefined;
  do {
    const page = await body(api.GET('/api/operations', { params: { query: { ...filter, limit: MOST_ON_A_PAGE, after } }, ...(signal && { signal }) }));
    all.push(...page.operations);
    after = page.next ?? undefined;
  } while (after);
  return all;
}

/** Everyone's operations under way: a bulk action makes hundreds. */
export const underWayQuery = queryOptions({
  queryKey: operationKeys.underWay,
  queryFn: ({ signal }) => allOperations({ active: true }, signal),
  refetchInterval: REFRESH,
});

/** All that were ordered since a moment and have ended. */
export const endedSinceQuery = (since: string) =>
  queryOptions({
    queryKey: operationKeys.endedSince(since),
    queryFn: ({ signal }) => allOperations({ active: false, since }, signal),
    refetchInterval: REFRESH,
  });

export const operationQuery = (id: string) =>
  queryOptions({
    queryKey: operationKeys.one(id),
    queryFn: ({ signal }) => body(api.GET('/api/operations/{id}', { params: { path: { id } }, signal })),
    refetchInterval: (query) => (query.state.data?.finished ? false : REFRESH),
  });

export const useOperations = (filter: OperationFilter) => useQuery(operationsQuery(filter));
export const useUnderWay = () => useQuery(underWayQuery);
export const useOperation = (id: string) => useQuery(operationQuery(id));
