import { useQuery } from '@tanstack/react-query';
import { change, extendUntilQuery } from '@/features/reservations/api';
import { reservationKeys } from '@/features/reservations/keys';
import { written } from '@/features/reservations/time/wall';
import { toOf } from '@/features/reservations/words';
import type { Reservation, ReservationOverlap } from '@/shared/api/types';
import { etagOf } from './useChanges';

/** The latest end of a reservation, what is in its way then, if anything, and whether the rules allow so much. */
export type Latest = { end: number; next: ReservationOverlap | undefined; confirmed: boolean };

/** The latest end within a week, as the server knows it; undefined while that is not known. */
export function useLatest(reservation: Reservation): Latest | undefined {
  const { id, time_zone } = reservation;
  const etag = etagOf(reservation);
  const latest = useQuery(extendUntilQuery(id, etag)).data;
  const end = latest && Date.parse(latest.until);
  const asked = useQuery({
    queryKey: reservationKeys.latest(id, etag, end ?? null),
    queryFn: async ({ signal }) => {
      await change({ id, etag }, { end_dt: written(end ?? toOf(reservation), time_zone), dry_run: true }, { signal });
      return true;
    },
    enabled: end !== undefined && end > toOf(reservation),
    retry: false,
  });
  return latest && end !== undefined ? { end, next: latest.conflicts[0], confirmed: asked.data === true } : undefined;
}
