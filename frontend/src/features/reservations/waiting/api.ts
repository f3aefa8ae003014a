import { queryOptions, useQuery } from '@tanstack/react-query';
import { reservationKeys } from '@/features/reservations/keys';
import { REFRESH } from '@/shared/api/cache';
import { api, body } from '@/shared/api/client';
import type { NewWaitingEntry, Reservation, WaitingEntry, WaitingPlace } from '@/shared/api/types';

/** Who waits, the next in turn first: one's own and one's teams', for operators all. */
export const waitingQuery = queryOptions({
  queryKey: reservationKeys.waiting,
  queryFn: ({ signal }) => body(api.GET('/api/waiting', { signal })),
  refetchInterval: REFRESH,
});

const MOST = 20;

/** What is kept for who is signed in, until they accept it. */
export const offeredQuery = queryOptions({
  queryKey: [...reservationKeys.lists, 'offered'],
  queryFn: ({ signal }) => body(api.GET('/api/reservations', { params: { query: { mine: true, phase: ['offered'], limit: MOST } }, signal })),
  refetchInterval: REFRESH,
});

/** An entry to which something is offered now. */
export type Offered = WaitingEntry & { offer: NonNullable<WaitingEntry['offer']> };

export const isOffered = (entry: WaitingEntry): entry is Offered => entry.offer !== null;

/** The entry for which a reservation is kept; undefined where it is not known, or not for who is signed in. */
export function useEntryOf(reservation: number, enabled = true): Offered | undefined {
  // Places and likely times take the server some time: they are asked for where something is offered only.
  const { data } = useQuery({ ...waitingQuery, enabled });
  return data?.filter(isOffered).find(({ offer }) => offer.reservation === reservation);
}

export const enter = (entry: NewWaitingEntry): Promise<WaitingEntry> => body(api.POST('/api/waiting', { body: entry })) as Promise<WaitingEntry>;

/** Where it would stand; nothing is kept of that. */
export const place = (entry: NewWaitingEntry, signal: AbortSignal): Promise<WaitingPlace> =>
  body(api.POST('/api/waiting', { body: { ...entry, dry_run: true }, signal }));

export const leave = (id: number) => api.DELETE('/api/waiting/{id}', { params: { path: { id } } });

export const accept = (id: number): Promise<Reservation> => body(api.POST('/api/reservations/{id}/accept', { params: { path: { id } }, body: {} }));

/** Lets an offer go to the next; whoever waited stays on the list. */
export const decline = (id: number) => api.DELETE('/api/reservations/{id}', { params: { path: { id } } });
