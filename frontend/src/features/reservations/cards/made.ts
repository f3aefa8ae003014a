import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { comingQuery, partsQuery } from '@/features/reservations/api';
import type { Reservation, ReservationPart, Resource } from '@/shared/api/types';
import { useNow } from '@/shared/format/useNow';

/** Who has something for a time. */
export type Use = Resource['now'][number];

const MINUTE = 60_000;
const none: Reservation[] = [];

const usedBy = ({ id, title, requester, start_dt, end_dt, holds, kind, mine }: Reservation): Use => ({
  reservation: id,
  title,
  requester,
  from: holds.from,
  until: holds.until,
  start_dt,
  end_dt,
  whole: true,
  cores: null,
  memory: null,
  disk: null,
  vms: null,
  lxc: null,
  kind,
  mine,
});

const partsOf = (queries: UseQueryResult<ReservationPart[]>[]) => queries.map(({ data }) => data);

/** For whom each guest is that was made for a reservation which runs now, by VMID; what is private is told to its own only. */
export function useMade(): ReadonlyMap<string, Use> {
  const now = Math.floor(useNow() / MINUTE) * MINUTE;
  const { data = none } = useQuery(comingQuery(now));
  const running = useMemo(() => data.filter(({ status, guests }) => status === 'active' && guests.length > 0), [data]);
  const parts = useQueries({ queries: running.map(({ id }) => partsQuery(id)), combine: partsOf });
  return useMemo(
    () =>
      new Map(
        running.flatMap((each, index) =>
          (parts[index] ?? [])
            .filter(({ made, vmid, state }) => made && vmid !== null && state !== 'gone')
            .map(({ vmid }) => [String(vmid), usedBy(each)] as const),
        ),
      ),
    [running, parts],
  );
}
