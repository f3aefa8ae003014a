import { queryOptions } from '@tanstack/react-query';
import { change } from '@/features/reservations/api';
import { etagOf } from '@/features/reservations/change/useChanges';
import { reservationKeys } from '@/features/reservations/keys';
import { REFRESH } from '@/shared/api/cache';
import { api, body } from '@/shared/api/client';
import type { BlackoutMade, NewBlackout, Reservation } from '@/shared/api/types';

const HOUR = 3_600_000;
const MOST = 1000;

/** Those that are now or to come, the earliest first. The question is the same for an hour; what is over since is left out by who shows it. */
export const blackoutsQuery = (now: number) => {
  const from = Math.floor(now / HOUR) * HOUR;
  return queryOptions({
    queryKey: reservationKeys.blackouts(from),
    queryFn: ({ signal }) => body(api.GET('/api/blackouts', { params: { query: { start: new Date(from).toISOString(), limit: MOST } }, signal })),
    refetchInterval: REFRESH,
  });
};

/** Closes something for a time. */
export const makeBlackout = (wanted: NewBlackout): Promise<BlackoutMade> => body(api.POST('/api/blackouts', { body: wanted }));

/** Says anew why it is closed. */
export const reword = (blackout: Reservation, words: { title: string; notes: string }): Promise<Reservation> =>
  change({ id: blackout.id, etag: etagOf(blackout) }, words);

export const removeBlackout = (blackout: Reservation) =>
  api.DELETE('/api/blackouts/{id}', { params: { path: { id: blackout.id }, header: { 'If-Match': etagOf(blackout) } } });
