import { Anchor, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Link } from 'react-router';
import { AtRisk } from '@/features/reservations/risk/AtRisk';
import { reservationTexts } from '@/features/reservations/texts';
import { perZone } from '@/features/reservations/time/perZone';
import { lengthText, shortWindow } from '@/features/reservations/time/say';
import { claimsOf, fromOf, toOf, whoseOf } from '@/features/reservations/words';
import type { Reservation } from '@/shared/api/types';
import type { Column, ListOf } from '@/shared/list/column';
import { ReservationState } from './State';

const said = reservationTexts.list;

const columnsIn = (zone: string): Column<Reservation>[] => [
  {
    id: 'title',
    header: said.title,
    table: 'always',
    card: 'title',
    width: 'minmax(140px, 2fr)',
    sort: ({ title }) => title,
    csv: { id: ({ id }) => id, title: ({ title }) => title },
    cell: ({ id, title, private: secret }) => (
      <Anchor component={Link} to={`/reservations/${id}`} size="sm" fw={600} display="block" py={4} style={{ overflowWrap: 'anywhere' }}>
        {secret && <IconLock size={14} aria-hidden />} {title}
      </Anchor>
    ),
  },
  {
    id: 'start',
    header: reservationTexts.page.window,
    width: 'minmax(220px, 2fr)',
    sort: fromOf,
    csv: { start_dt: ({ start_dt }) => start_dt, end_dt: ({ end_dt }) => end_dt },
    cell: (each) => (
      <>
        {shortWindow(fromOf(each), toOf(each), zone)} <span style={{ whiteSpace: 'nowrap' }}>({lengthText(toOf(each) - fromOf(each))})</span>
      </>
    ),
  },
  {
    id: 'what',
    header: said.what,
    card: 'block',
    width: 'minmax(100px, 2fr)',
    sort: claimsOf,
    csv: { what: claimsOf },
    cell: (each) => (
      <>
        <Text size="sm">{claimsOf(each)}</Text>
        <AtRisk reservation={each} zone={zone} />
      </>
    ),
  },
  {
    id: 'by',
    header: said.by,
    width: 'minmax(90px, 1fr)',
    sort: whoseOf,
    csv: { requester: ({ requester }) => requester, team: ({ team }) => team },
    cell: whoseOf,
  },
  {
    id: 'state',
    header: said.state,
    card: 'state',
    width: '155px',
    sort: ({ phase }) => reservationTexts.phases[phase],
    csv: { status: ({ status }) => status, phase: ({ phase }) => phase },
    cell: (reservation) => <ReservationState reservation={reservation} />,
  },
];

/** Reservations with their times in a zone. */
export const reservationList = perZone((zone): ListOf<Reservation> => ({
  name: 'reservations',
  label: reservationTexts.title,
  what: reservationTexts.what,
  columns: columnsIn(zone),
  idOf: ({ id }) => id,
  nothingYet: { title: said.none, detail: said.noneDetail },
  nothingMatches: said.noMatch,
  actionsWidth: '235px',
}));
