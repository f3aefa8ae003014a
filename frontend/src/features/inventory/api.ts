import { queryOptions } from '@tanstack/react-query';
import { REFRESH } from '@/shared/api/cache';
import { api, body, snapshot } from '@/shared/api/client';
import type { AddressFilter, DeviceFilter, IpAddress, PrefixFilter, VlanFilter } from '@/shared/api/types';
import { inventoryKeys } from './keys';
import { allRows, type ReadPage, type RowPage } from '@/shared/list/pages';

const FIRST_READ = 5000;
const MOST_AT_ONCE = 500;
const MOST_IN_A_BLOCK = 2000;

/** A page of a list of the copy, with the copy's age. */
export type CopyPage<Row> = RowPage<Row> & { total: number; takenAt: number; trouble: string | null };

/** Reads lists that are let through by a filter, so many at a time. */
export type ReadCopy<Filter, Row> = (
  filter: Filter,
  limit: number,
) => ReadPage<Row> & ((after: string | undefined, signal: AbortSignal) => Promise<CopyPage<Row>>);

async function paged<Row>(call: Promise<{ data?: Row[]; response: Response }>, offset: number): Promise<CopyPage<Row>> {
  const { data: rows, takenAt, trouble } = await snapshot(call);
  const total = Number((await call).response.headers.get('X-Total-Count') ?? rows.length);
  const end = offset + rows.length;
  return { rows, takenAt, trouble, total, next: rows.length > 0 && end < total ? String(end) : null };
}

export const devicePages =
  (filter: DeviceFilter, limit: number) =>
  (after = '0', signal: AbortSignal) =>
    paged(api.GET('/api/inventory/devices', { params: { query: { ...filter, limit, offset: Number(after) } }, signal }), Number(after));

export const prefixPages =
  (filter: PrefixFilter, limit: number) =>
  (after = '0', signal: AbortSignal) =>
    paged(api.GET('/api/inventory/prefixes', { params: { query: { ...filter, limit, offset: Number(after) } }, signal }), Number(after));

export const addressPages =
  (filter: AddressFilter, limit: number) =>
  (after = '0', signal: AbortSignal) =>
    paged(api.GET('/api/inventory/ip-addresses', { params: { query: { ...filter, limit, offset: Number(after) } }, signal }), Number(after));

export const vlanPages =
  (filter: VlanFilter, limit: number) =>
  (after = '0', signal: AbortSignal) =>
    paged(api.GET('/api/inventory/vlans', { params: { query: { ...filter, limit, offset: Number(after) } }, signal }), Number(after));

/** How it stands with NetBox and its copy; asked more often while there is none. */
export const statusQuery = queryOptions({
  queryKey: inventoryKeys.status,
  queryFn: ({ signal }) => body(api.GET('/api/inventory/netbox-status', { signal })),
  refetchInterval: ({ state }) => (state.data?.copy === null ? FIRST_READ : REFRESH),
});

export const filtersQuery = queryOptions({
  queryKey: [...inventoryKeys.all, 'filters'],
  queryFn: ({ signal }) => body(api.GET('/api/inventory/filters', { signal })),
  staleTime: REFRESH,
});

export const deviceQuery = (id: number) =>
  queryOptions({
    queryKey: inventoryKeys.one('devices', id),
    queryFn: ({ signal }) => snapshot(api.GET('/api/inventory/devices/{id}', { params: { path: { id } }, signal })),
    refetchInterval: REFRESH,
  });

export const prefixQuery = (id: number) =>
  queryOptions({
    queryKey: inventoryKeys.one('prefixes', id),
    queryFn: ({ signal }) => snapshot(api.GET('/api/inventory/prefixes/{id}', { params: { path: { id } }, signal })),
    refetchInterval: REFRESH,
  });

/** The next free address of a prefix, by the rules by which they are given. */
export const nextFreeQuery = (id: number) =>
  queryOptions({
    queryKey: [...inventoryKeys.one('prefixes', id), 'next free'],
    queryFn: ({ signal }) => snapshot(api.GET('/api/inventory/prefixes/{id}/available', { params: { path: { id }, query: { limit: 1 } }, signal })),
    refetchInterval: REFRESH,
  });

/** All addresses of a prefix that lie in one block of it. */
export const blockQuery = (id: number, block: string) =>
  queryOptions({
    queryKey: [...inventoryKeys.one('prefixes', id), 'block', block],
    queryFn: async ({ signal }) => {
      const ages: CopyPage<IpAddress>[] = [];
      const read: ReadPage<IpAddress> = async (after, during) => {
        const page = await addressPages({ prefix_id: id, prefix: block }, MOST_AT_ONCE)(after, during);
        ages.push(page);
        return page;
      };
      const { rows } = await allRows(read, signal, () => undefined, MOST_IN_A_BLOCK);
      return { data: rows, ...ageOf(ages) };
    },
    refetchInterval: REFRESH,
  });

/** The age of what was read page by page: that of the oldest. */
export const ageOf = (pages: Pick<CopyPage<unknown>, 'takenAt' | 'trouble'>[]) => ({
  takenAt: Math.min(...pages.map(({ takenAt }) => takenAt)),
  trouble: pages.find(({ trouble }) => trouble !== null)?.trouble ?? null,
});
