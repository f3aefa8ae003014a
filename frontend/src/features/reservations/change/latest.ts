import { useQuery } from '@tanstack/react-query';
import { change, spanQuery, useResources } from '@/features/reservations/api';
import { reservationKeys } from '@/features/reservations/keys';
import { heldOf, isHolding, obstacle, wantedOf, type Taken } from '@/features/reservations/time/busy';
import { written } from '@/features/reservations/time/wall';
import { toOf } from '@/features/reservations/words';
import type { Reservation, Resource } from '@/shared/api/types';
import { etagOf } from './useChanges';

const MINUTE = 60_000;
const AHEAD = 7 * 24 * 60 * MINUTE;

/** Until when a reservation could go on, and what begins then; null where nothing is in its way. */
export type Latest = { end: number; taken: Taken } | null;

/**
 * The latest end that a reservation can have, by what is known of others: what stands in its way begins where another
 * begins to hold something of the same.
 */
export function latestOf(reservation: Reservation, known: Reservation[], resources: Resource[]): Latest {
  const { until } = heldOf(reservation);
  const after = until - toOf(reservation);
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  const starts = known
    .filter(isHolding)
    .map((each) => heldOf(each).from)
    .filter((from) => from >= until)
    .sort((a, b) => a - b);
  for (const start of new Set(starts)) {
    const taken = obstacle(wantedOf(reservation), { from: until, until: start + 1 }, known, byId, reservation.id);
    if (taken) {
      return { end: Math.max(toOf(reservation), Math.floor((start - after) / MINUTE) * MINUTE), taken };
    }
  }
  return null;
}

/** The latest end within a week, as the server confirms it; undefined while that is not known. */
export function useLatest(reservation: Reservation): { latest: Latest; confirmed: boolean } | undefined {
  const { id, time_zone } = reservation;
  const end = toOf(reservation);
  const others = useQuery(spanQuery(end, end + AHEAD)).data;
  const resources = useResources().data;
  const latest = others && resources && latestOf(reservation, others, resources);
  const goal = latest === undefined ? null : latest === null ? end + AHEAD : latest.end;
  const asked = useQuery({
    queryKey: reservationKeys.latest(id, etagOf(reservation), goal),
    queryFn: async ({ signal }) => {
      await change({ id, etag: etagOf(reservation) }, { end_dt: written(goal ?? end, time_zone), dry_run: true }, { signal });
      return true;
    },
    enabled: goal !== null && goal > end,
    retry: false,
  });
  return latest === undefined ? undefined : { latest, confirmed: asked.data === true };
}

export const weekAfter = (reservation: Reservation): number => toOf(reservation) + AHEAD;
