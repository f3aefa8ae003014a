import { queryOptions, useQuery } from '@tanstack/react-query';
import { reservationKeys } from '@/features/reservations/keys';
import { REFRESH } from '@/shared/api/cache';
import { api, body } from '@/shared/api/client';
import type { Reservation } from '@/shared/api/types';

/** All that wait for an approval, the earliest first. */
export const waitingQuery = queryOptions({
  queryKey: [...reservationKeys.lists, 'requested'],
  queryFn: ({ signal }) => body(api.GET('/api/reservations', { params: { query: { phase: ['requested'], limit: 1000 } }, signal })),
  refetchInterval: REFRESH,
});

/** Whether who is signed in may decide about it. */
const isMine = ({ may }: Reservation) => may.includes('approve');
const decidable = (all: Reservation[]) => all.filter(isMine);

/** Those that who is signed in may decide about. */
export const useDecidable = (enabled = true) => useQuery({ ...waitingQuery, enabled, select: decidable });

export type Answer = { verb: 'approve' | 'refuse'; reason: string; scope: 'this' | 'all' };

/** Says yes or no to a reservation as it was seen. */
export function decide({ id, version }: Pick<Reservation, 'id' | 'version'>, { verb, reason, scope }: Answer): Promise<Reservation> {
  const params = { path: { id }, header: { 'If-Match': `"${version}-"` } };
  return verb === 'approve'
    ? body(api.POST('/api/reservations/{id}/approve', { params, body: { scope, ...(reason.trim() !== '' && { reason: reason.trim() }) } }))
    : body(api.POST('/api/reservations/{id}/refuse', { params, body: { scope, reason: reason.trim() } }));
}
