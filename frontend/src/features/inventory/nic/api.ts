import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { prefixPages, vlanPages } from '@/features/inventory/api';
import { inventoryKeys } from '@/features/inventory/keys';
import { api, body } from '@/shared/api/client';
import { ApiProblem } from '@/shared/api/problem';
import type { Allocation } from '@/shared/api/types';

const MINUTE = 60_000;
/** A page that is closed without a word keeps its address no longer than this. */
const HOLD = 15 * MINUTE;
/** Early enough for a tab that slept, or a clock that is wrong. */
const EARLY = 10 * MINUTE;
const PAUSE = MINUTE / 2;
const MOST_SHOWN = 200;
/** The most that are counted; a reservation makes no more guests. */
export const MOST_COUNTED = 256;
const MOST_PURPOSE = 100;

/** Apart from who has what: to ask for this is to prolong it. */
const heldKey = (id: string) => [...inventoryKeys.all, 'wanted', id];
const until = () => new Date(Date.now() + HOLD).toISOString();

/** A refusal that says that it is held no more, or not by whoever asks. */
export const isLost = (error: unknown): boolean => error instanceof ApiProblem && [403, 404, 409].includes(error.status);

/** Holds an address of a prefix: the next free one, or that one. */
export const take = (id: number, purpose: string, address?: string) =>
  body(
    api.POST('/api/inventory/prefixes/{id}/allocate', {
      params: { path: { id } },
      body: { description: purpose.slice(0, MOST_PURPOSE), until: until(), ...(address !== undefined && { address }) },
    }),
  );

/** Until when an address is held. To ask is to prolong it, as whoever asks goes on wanting it. */
export const heldQuery = (id: string) =>
  queryOptions({
    queryKey: heldKey(id),
    queryFn: () => body(api.PATCH('/api/inventory/allocations/{id}', { params: { path: { id } }, body: { until: until() } })),
    staleTime: Infinity,
  });

/** Whether it is time to prolong what is held, or to ask again after no answer. */
export function isDue({ data, errorUpdatedAt }: { data: Allocation | undefined; errorUpdatedAt: number }, now: number): boolean {
  if (now - errorUpdatedAt < PAUSE) {
    return false;
  }
  return data === undefined ? errorUpdatedAt > 0 : data.until !== null && Date.parse(data.until) - now < EARLY;
}

/** Notes what was heard of an address that is held. */
export const noteHeld = (cache: QueryClient, allocation: Allocation): void => void cache.setQueryData(heldKey(allocation.id), allocation);

/** Notes that a guest has them now: they are held no longer, and given back with it. */
export function noteUsed(cache: QueryClient, ids: string[]): void {
  ids.forEach((id) =>
    cache.setQueryData(heldKey(id), (held: Allocation | undefined): Allocation | undefined => held && { ...held, state: 'used', until: null }),
  );
}

/** Gives an address back that is not wanted any more; where that fails, its time runs out. */
export function giveBack(cache: QueryClient, id: string): void {
  const state = cache.getQueryState<Allocation>(heldKey(id));
  cache.removeQueries({ queryKey: heldKey(id) });
  if (state?.data?.state === 'used' || isLost(state?.error)) {
    return;
  }
  void api
    .DELETE('/api/inventory/allocations/{id}', { params: { path: { id } } })
    .catch(() => undefined)
    .then(() => cache.invalidateQueries({ queryKey: [...inventoryKeys.all, 'prefixes'] }));
}

/** The VLANs that a search finds. */
export const vlanChoicesQuery = (q: string) =>
  queryOptions({
    queryKey: inventoryKeys.list('vlans', { q, limit: MOST_SHOWN }),
    queryFn: ({ signal }) => vlanPages({ ...(q !== '' && { q }) }, MOST_SHOWN)(undefined, signal),
  });

/** The prefixes of a version of IP that a search finds. */
export const prefixChoicesQuery = (family: 4 | 6, q: string) =>
  queryOptions({
    queryKey: inventoryKeys.list('prefixes', { family, q, limit: MOST_SHOWN }),
    queryFn: ({ signal }) => prefixPages({ family, ...(q !== '' && { q }) }, MOST_SHOWN)(undefined, signal),
  });

/** How many addresses of a prefix are free, as far as they are counted. */
export const freeCountQuery = (id: number) =>
  queryOptions({
    queryKey: [...inventoryKeys.one('prefixes', id), 'free'],
    queryFn: ({ signal }) => body(api.GET('/api/inventory/prefixes/{id}/available', { params: { path: { id }, query: { limit: MOST_COUNTED } }, signal })),
  });
