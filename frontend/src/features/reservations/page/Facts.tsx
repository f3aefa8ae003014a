import { Card, Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { GuestPrefixes } from '@/features/inventory/nic/GuestPrefixes';
import { prefixesFor } from '@/features/inventory/nic/guestPrefixes';
import { nicTexts } from '@/features/inventory/nic/texts';
import { seriesText } from '@/features/reservations/book/repeat';
import { machineTexts } from '@/features/reservations/book/machineTexts';
import { endTexts } from '@/features/reservations/endTexts';
import { startOf } from '@/features/reservations/ending';
import { reservationTexts } from '@/features/reservations/texts';
import { lengthText, windowText } from '@/features/reservations/time/say';
import { claimOf, distinct, fromOf, isLimit, toOf, whoseOf } from '@/features/reservations/words';
import type { Claim, Reservation } from '@/shared/api/types';
import { Ago } from '@/shared/ui/Moment';

const said = reservationTexts.page;

const MINUTE = 60_000;

type Fact = [string, ReactNode];

/** What was not booked right away is not said to have been. */
const saidOfMaking = ({ approval, phase }: Reservation) => (approval ? said.asked : phase === 'offered' || phase === 'lapsed' ? said.offered : said.created);

function factsOf(reservation: Reservation, zone: string): Fact[] {
  const { claims, notes, series, reason, guests, lead_minutes, late_by } = reservation;
  const [from, to] = [fromOf(reservation), toOf(reservation)];
  const saidOf = (some: Claim[]) =>
    some.map((claim) => <span key={claim.resource.id}>{`${reservationTexts.kinds[claim.resource.kind]}: ${claimOf(claim)}`}</span>);
  const had = distinct(claims).filter((claim) => !isLimit(claim));
  const counts = claims.filter(isLimit);
  const starts = startOf(reservation);
  const facts: (Fact | null)[] = [
    [said.window, windowText(from, to, zone)],
    [said.length, lengthText(to - from)],
    late_by === null ? null : [said.begin, said.late(lengthText(late_by * 1000))],
    [said.by, whoseOf(reservation)],
    [said.what, had.length === 0 ? reservationTexts.list.nothing : <Stack gap={2}>{saidOf(had)}</Stack>],
    counts.length === 0 ? null : [said.counts, <Stack gap={2}>{saidOf(counts)}</Stack>],
    prefixesFor(guests).length === 0 ? null : [nicTexts.addresses, <GuestPrefixes guests={guests} />],
    guests.length === 0 || lead_minutes === 0 ? null : [machineTexts.lead, lengthText(lead_minutes * MINUTE)],
    starts ? [endTexts.start, starts] : null,
    notes === '' ? null : [said.notes, <span style={{ whiteSpace: 'pre-wrap' }}>{notes}</span>],
    series === null ? null : [said.series, seriesText(reservation)],
    reason === null ? null : [said.reason, reason],
    [saidOfMaking(reservation), <Ago at={reservation.created_at} />],
    [
      said.changed,
      <>
        <Ago at={reservation.changed_at} /> {reservation.changed_by !== null && said.changedBy(reservation.changed_by)}
      </>,
    ],
  ];
  return facts.filter((fact) => fact !== null);
}

/** What is known of a reservation. */
export function Facts({ reservation, zone }: { reservation: Reservation; zone: string }) {
  return (
    <Card>
      <Table withRowBorders={false} verticalSpacing={4}>
        <Table.Tbody>
          {factsOf(reservation, zone).map(([label, value]) => (
            <Table.Tr key={label}>
              <Table.Th fw={500} c="dimmed" w={120} style={{ verticalAlign: 'top' }}>
                {label}
              </Table.Th>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {reservation.private && (
        <Text size="sm" c="dimmed" mt="xs">
          {reservation.requester === null ? said.others : said.private}
        </Text>
      )}
    </Card>
  );
}
