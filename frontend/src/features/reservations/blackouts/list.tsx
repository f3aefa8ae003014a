import { Anchor, Text } from '@mantine/core';
import { IconCalendarEvent, IconLock } from '@tabler/icons-react';
import { Link } from 'react-router';
import { perZone } from '@/features/reservations/time/perZone';
import { windowText } from '@/features/reservations/time/say';
import { claimsOf, fromOf, toOf } from '@/features/reservations/words';
import type { Reservation } from '@/shared/api/types';
import { useNow } from '@/shared/format/useNow';
import type { Column, ListOf } from '@/shared/list/column';
import { State } from '@/shared/ui/State';
import { blackoutTexts as said } from './texts';

function ClosedState({ from }: { from: number }) {
  const now = useNow() >= from;
  return (
    <State tone={now ? 'warn' : 'calm'} icon={now ? <IconLock /> : <IconCalendarEvent />}>
      {now ? said.states.now : said.states.later}
    </State>
  );
}

const columnsIn = (zone: string): Column<Reservation>[] => [
  {
    id: 'why',
    header: said.why,
    table: 'always',
    card: 'title',
    width: 'minmax(160px, 2fr)',
    sort: ({ title }) => title,
    csv: { id: ({ id }) => id, title: ({ title }) => title, notes: ({ notes }) => notes },
    cell: ({ id, title, notes }) => (
      <>
        <Anchor component={Link} to={`/reservations/${id}`} size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          {title}
        </Anchor>
        {notes !== '' && (
          <Text size="xs" c="dimmed" lineClamp={2}>
            {notes}
          </Text>
        )}
      </>
    ),
  },
  {
    id: 'closed',
    header: said.closed,
    card: 'block',
    width: 'minmax(120px, 2fr)',
    sort: claimsOf,
    csv: { closed: claimsOf },
    cell: (each) => <Text size="sm">{claimsOf(each)}</Text>,
  },
  {
    id: 'start',
    header: said.when,
    card: 'block',
    width: 'minmax(220px, 3fr)',
    sort: fromOf,
    csv: { start_dt: ({ start_dt }) => start_dt, end_dt: ({ end_dt }) => end_dt },
    cell: (each) => <Text size="sm">{windowText(fromOf(each), toOf(each), zone)}</Text>,
  },
  {
    id: 'by',
    header: said.by,
    card: 'block',
    labelled: true,
    width: 'minmax(80px, 1fr)',
    sort: ({ requester }) => requester,
    csv: { requester: ({ requester }) => requester },
    cell: ({ requester }) => requester ?? '',
  },
  {
    id: 'state',
    header: said.state,
    card: 'state',
    width: '140px',
    cell: (each) => <ClosedState from={fromOf(each)} />,
  },
];

/** Blackouts with their times in a zone. */
export const blackoutList = perZone((zone): ListOf<Reservation> => ({
  name: 'blackouts',
  label: said.title,
  what: said.what,
  columns: columnsIn(zone),
  idOf: ({ id }) => id,
  nothingYet: { title: said.none, detail: said.noneDetail },
  actionsWidth: '180px',
}));
