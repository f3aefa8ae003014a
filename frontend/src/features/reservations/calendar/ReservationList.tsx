import { Box, Group } from '@mantine/core';
import { useMemo } from 'react';
import type { CallOff } from '@/features/reservations/api';
import { CheckInButton } from '@/features/reservations/checkin/CheckInButton';
import { Actions } from '@/features/reservations/change/Actions';
import type { Reservation } from '@/shared/api/types';
import { sorted } from '@/shared/list/column';
import { List } from '@/shared/list/List';
import { ListTools } from '@/shared/list/ListTools';
import { SortMenu } from '@/shared/list/SortMenu';
import { useColumns } from '@/shared/list/useColumns';
import { reservationList } from './list';
import type { Calendar } from './url';

type Props = {
  calendar: Calendar;
  query: Parameters<typeof List<Reservation, string>>[0]['query'];
  rows: Reservation[] | undefined;
  clear: (() => void) | null;
  callOff: (reservation: Reservation, how?: CallOff) => Promise<void>;
};

/** The reservations of a time as a list, with all that can be done by typing. */
export function ReservationList({ calendar: { sort, cols, set, phone, zone }, query, rows, clear, callOff }: Props) {
  const of = reservationList(zone.zone);
  const shown = useMemo(() => rows && sorted(rows, of.columns, sort), [rows, of, sort]);
  const { columns, choose } = useColumns(of, cols, (ids) => set({ cols: ids }));
  const order = { sort, setSort: (by: typeof sort) => set({ sort: by }) };
  return (
    <List
      of={of}
      {...(query && { query })}
      rows={shown}
      columns={columns}
      {...(!phone && { order })}
      clear={clear}
      above={
        <Group justify="flex-end" gap="xs" wrap="nowrap">
          {phone && (
            <Box flex={1} miw={0}>
              <SortMenu columns={of.columns} order={order} />
            </Box>
          )}
          <ListTools of={of} rows={shown} columns={columns} choose={choose} />
        </Group>
      }
      // On a phone they stand on each one's page.
      {...(!phone && {
        actions: (each: Reservation) => (
          <Group gap={6}>
            {each.may.includes('check-in') && <CheckInButton reservation={each} size="xs" />}
            <Actions reservation={each} zone={zone.zone} size="xs" callOff={callOff} />
          </Group>
        ),
      })}
    />
  );
}
