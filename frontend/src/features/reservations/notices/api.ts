import { queryOptions } from '@tanstack/react-query';
import { reservationKeys } from '@/features/reservations/keys';
import { REFRESH } from '@/shared/api/cache';
import { api, body } from '@/shared/api/client';

/** What one should know of one's reservations, the latest first. */
export const noticesQuery = queryOptions({
  queryKey: reservationKeys.notices,
  queryFn: ({ signal }) => body(api.GET('/api/notices', { signal })),
  refetchInterval: REFRESH,
});
