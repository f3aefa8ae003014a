import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { REFRESH } from '@/shared/api/cache';
import { api, body } from '@/shared/api/client';
import type { NewReservation, Reservation, ReservationChange, ReservationFilter, ReservationPreview } from '@/shared/api/types';
import { reservationKeys } from './keys';

const PAGE = 1000;
const every = ['pending', 'active', 'completed', 'cancelled'] as const;

/** What of an answer's `Link` leads to the next page. */
function nextIn(link: string | null): string | null {
  const address = /<([^>]*)>;\s*rel="next"/.exec(link ?? '')?.[1];
  return address === undefined ? null : new URL(address, location.origin).searchParams.get('after');
}

/** All that a filter lets through, page after page. */
async function readAll(filter: ReservationFilter, signal: AbortSignal): Promise<Reservation[]> {
  const all: Reservation[] = [];
  for (let after: string | null = ''; after !== null;) {
    const call = api.GET('/api/reservations', { params: { query: { ...filter, limit: PAGE, ...(after && { after }) } }, signal });
    all.push(...(await body(call)));
    after = nextIn((await call).response.headers.get('Link'));
  }
  return all;
}

const iso = (at: number) => new Date(at).toISOString();

/** Those of everybody that touch a span of time; those that were called off only where they are asked for. */
export const spanQuery = (from: number, to: number, cancelled = false) =>
  queryOptions({
    queryKey: reservationKeys.span(from, to, cancelled),
    queryFn: ({ signal }) => readAll({ start: iso(from), end: iso(to), ...(cancelled && { status: [...every] }) }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH,
  });

const HOUR = 3_600_000;
const COMING = 24 * HOUR;

/** What runs now, or begins in the next 24 hours. The question is the same for an hour; what is beyond is left out by who shows it. */
export const comingQuery = (now: number) => spanQuery(Math.floor(now / HOUR) * HOUR, Math.floor(now / HOUR) * HOUR + COMING + HOUR);

// Some of them may be offers, which are told elsewhere.
const NEXT = 10;

/** Those of one's own that run or are to come, the earliest first. */
export const myNextQuery = queryOptions({
  queryKey: reservationKeys.mine,
  queryFn: ({ signal }) => {
    const query = { start: iso(Date.now()), mine: true, status: ['pending' as const, 'active' as const], limit: NEXT };
    return body(api.GET('/api/reservations', { params: { query }, signal }));
  },
  refetchInterval: REFRESH,
});

/** One, with the state by which a change says what it is meant for. */
export type Known = { reservation: Reservation; etag: string | null };

export const reservationQuery = (id: number) =>
  queryOptions({
    queryKey: reservationKeys.one(id),
    queryFn: async ({ signal }): Promise<Known> => {
      const call = api.GET('/api/reservations/{id}', { params: { path: { id } }, signal });
      return { reservation: await body(call), etag: (await call).response.headers.get('ETag') };
    },
    refetchInterval: REFRESH,
  });

/** Until when it can last, of the state that is known of it. */
export const extendUntilQuery = (id: number, etag: string) =>
  queryOptions({
    queryKey: reservationKeys.extendUntil(id, etag),
    queryFn: ({ signal }) => body(api.GET('/api/reservations/{id}/extend-until', { params: { path: { id } }, signal })),
    refetchInterval: REFRESH,
  });

export const partsQuery = (id: number) =>
  queryOptions({
    queryKey: reservationKeys.parts(id),
    queryFn: ({ signal }) => body(api.GET('/api/reservations/{id}/parts', { params: { path: { id } }, signal })),
    refetchInterval: REFRESH,
  });

const HISTORY = 20;

/** What happened to one, the latest first, so many at a time; with from when on that is kept. */
export const historyPages = (id: number) => async (after: string | undefined, signal: AbortSignal) => {
  const { events, next, since } = await body(api.GET('/api/reservations/{id}/events', { params: { path: { id }, query: { limit: HISTORY, after } }, signal }));
  return { rows: events, next, since };
};

/** Books; sent again with the same key, it is the same reservation. */
export const book = (order: NewReservation, key?: string): Promise<Reservation> =>
  body(api.POST('/api/reservations', { body: order, ...(key !== undefined && { params: { header: { 'Idempotency-Key': key } } }) })) as Promise<Reservation>;

/** What would be booked, date by date. */
export const preview = (order: NewReservation, signal?: AbortSignal): Promise<ReservationPreview> =>
  body(api.POST('/api/reservations', { body: { ...order, dry_run: true }, ...(signal && { signal }) })) as Promise<ReservationPreview>;

/** A reservation in the state that is known of it; null where it may be in any. */
type Of = { id: number; etag?: string | null };

const params = ({ id, etag }: Of) => ({ path: { id }, ...(etag && { header: { 'If-Match': etag } }) });

export type Scope = 'this' | 'later' | 'all';

/** Changes it, and others of its series with it. */
export const change = (of: Of, changes: ReservationChange, { signal, scope = 'this' }: { signal?: AbortSignal; scope?: Scope } = {}) =>
  body(
    api.PATCH('/api/reservations/{id}', {
      params: { ...params(of), ...(scope !== 'this' && { query: { scope } }) },
      body: changes,
      ...(signal && { signal }),
    }),
  ) as Promise<Reservation>;

/** What a change of a series would make of each date. */
export const previewChange = (id: number, changes: ReservationChange, scope: Scope, signal: AbortSignal) =>
  change({ id }, { ...changes, dry_run: true }, { scope, signal });

/** A series with its dates. */
export const seriesQuery = (id: number) =>
  queryOptions({
    queryKey: reservationKeys.series(id),
    queryFn: ({ signal }) => body(api.GET('/api/series/{id}', { params: { path: { id } }, signal })),
    refetchInterval: REFRESH,
  });

export const retrySkipped = (id: number) => body(api.POST('/api/series/{id}/retry-skipped', { params: { path: { id } }, body: {} }));

/** Which dates of a series are called off, and why; nothing where it need not be said. */
export type CallOff = { scope?: Scope; reason?: string };

export const cancel = (of: Of, { scope = 'this', reason = '' }: CallOff = {}) =>
  api.DELETE('/api/reservations/{id}', { params: { ...params(of), query: { scope, ...(reason !== '' && { reason }) } } });

export const extend = (of: Of, minutes: number) => body(api.POST('/api/reservations/{id}/extend', { params: params(of), body: { minutes } }));

/** Says that somebody uses it. */
export const checkIn = (of: Of) => body(api.POST('/api/reservations/{id}/check-in', { params: params(of), body: {} }));

export const giveBack = (of: Of) => body(api.POST('/api/reservations/{id}/return', { params: params(of), body: {} }));

/** Gives it to somebody, or to a team; null for none, and what is left out stays. */
export const handOver = (of: Of, to: { person?: string; team?: string | null }) =>
  body(api.POST('/api/reservations/{id}/hand-over', { params: params(of), body: to }));

export const repair = (of: Of, parts?: string[]) =>
  body(api.POST('/api/reservations/{id}/repair', { params: params(of), body: parts === undefined ? {} : { parts } }));

/** The lab's zone. */
export const siteZoneQuery = queryOptions({
  queryKey: reservationKeys.site,
  queryFn: async ({ signal }) => (await body(api.GET('/api/about', { signal }))).time_zone,
  staleTime: Infinity,
});

/** Parts of nodes that are counted in guests. */
export const poolsQuery = queryOptions({
  queryKey: reservationKeys.pools,
  queryFn: ({ signal }) => body(api.GET('/api/pools', { signal })),
  refetchInterval: REFRESH,
});

/** One's own links by which calendar programs read reservations. */
export const feedsQuery = queryOptions({
  queryKey: reservationKeys.feeds,
  queryFn: ({ signal }) => body(api.GET('/api/calendar/feeds', { signal })),
});
