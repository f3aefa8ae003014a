import { queryOptions } from '@tanstack/react-query';
import { inventoryKeys } from '@/features/inventory/keys';
import { REFRESH } from '@/shared/api/cache';
import { api, body } from '@/shared/api/client';
import type { operations } from '@/shared/api/schema';

/** The kinds of objects that somebody can have. */
export type HeldKind = operations['listHeld']['parameters']['query']['kind'];

/** Who has some objects, as many as a page has. */
export const heldQuery = (kind: HeldKind, ids: number[]) =>
  queryOptions({
    queryKey: [...inventoryKeys.held, kind, ids],
    queryFn: ({ signal }) => body(api.GET('/api/inventory/held', { params: { query: { kind, ids: ids.join(',') } }, signal })),
    enabled: ids.length > 0,
    refetchInterval: REFRESH,
  });

/** Who has which addresses of a block of a prefix. */
export const heldOfPrefixQuery = (id: number, within: string) =>
  queryOptions({
    queryKey: [...inventoryKeys.held, 'prefix', id, within],
    queryFn: ({ signal }) => body(api.GET('/api/inventory/prefixes/{id}/held', { params: { path: { id }, query: { within } }, signal })),
    refetchInterval: REFRESH,
  });
