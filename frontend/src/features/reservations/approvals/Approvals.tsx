import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconCalendarEvent } from '@tabler/icons-react';
import { Link } from 'react-router';
import { reservationTexts } from '@/features/reservations/texts';
import { perZone } from '@/features/reservations/time/perZone';
import { when, windowText } from '@/features/reservations/time/say';
import { useZoneOf } from '@/features/reservations/time/useZoneOf';
import { ZoneSwitch } from '@/features/reservations/time/ZoneSwitch';
import { claimsOf, fromOf, toOf, whoseOf } from '@/features/reservations/words';
import type { Reservation } from '@/shared/api/types';
import type { Column, ListOf } from '@/shared/list/column';
import { List } from '@/shared/list/List';
import { Page } from '@/shared/ui/Page';
import { useDecidable } from './api';
import { Decide } from './Decide';
import { approvalTexts as said } from './texts';

const byOf = ({ approval }: Reservation) => (approval ? Date.parse(approval.approve_by) : 0);
const whyOf = ({ approval }: Reservation) => approval?.why ?? '';

const columnsIn = (zone: string): Column<Reservation>[] => [
  {
    id: 'title',
    header: reservationTexts.list.title,
    table: 'always',
    card: 'title',
    width: 'minmax(130px, 2fr)',
    sort: ({ title }) => title,
    csv: { id: ({ id }) => id, title: ({ title }) => title },
    cell: ({ id, title, replaces }) => (
      <>
        <Anchor component={Link} to={`/reservations/${id}`} size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          {title}
        </Anchor>
        {replaces !== null && (
          <Text size="xs" c="dimmed">
            {`${said.changeOf} reservation ${replaces}`}
          </Text>
        )}
      </>
    ),
  },
  {
    id: 'start',
    header: reservationTexts.page.window,
    width: 'minmax(190px, 3fr)',
    sort: fromOf,
    csv: { start_dt: ({ start_dt }) => start_dt, end_dt: ({ end_dt }) => end_dt },
    cell: (each) => windowText(fromOf(each), toOf(each), zone),
  },
  {
    id: 'what',
    header: reservationTexts.list.what,
    card: 'block',
    width: 'minmax(90px, 2fr)',
    sort: claimsOf,
    csv: { what: claimsOf },
    cell: (each) => <Text size="sm">{claimsOf(each)}</Text>,
  },
  {
    id: 'by',
    header: reservationTexts.list.by,
    width: 'minmax(75px, 1fr)',
    sort: whoseOf,
    csv: { requester: ({ requester }) => requester, team: ({ team }) => team },
    cell: whoseOf,
  },
  {
    id: 'why',
    header: said.why,
    card: 'block',
    width: 'minmax(120px, 2fr)',
    sort: whyOf,
    csv: { why: whyOf },
    cell: (each) => <Text size="sm">{whyOf(each)}</Text>,
  },
  {
    id: 'until',
    header: said.by,
    labelled: true,
    width: 'minmax(120px, 1fr)',
    sort: byOf,
    csv: { approve_by: ({ approval }) => approval?.approve_by ?? null },
    cell: (each) => when(byOf(each), zone),
  },
];

/** Those that wait with their times in a zone. */
const approvalList = perZone((zone): ListOf<Reservation> => ({
  name: 'approvals',
  label: said.title,
  what: said.what,
  columns: columnsIn(zone),
  idOf: ({ id }) => id,
  nothingYet: { title: said.none, detail: said.noneDetail },
  actionsWidth: '190px',
}));

/** What waits for an approval of who is signed in. */
export function Component() {
  const query = useDecidable();
  const { zone } = useZoneOf();
  return (
    <Page
      title={said.title}
      actions={
        <Button component={Link} to="/reservations" variant="default" leftSection={<IconCalendarEvent size={16} />}>
          {reservationTexts.title}
        </Button>
      }
    >
      <Group justify="flex-end" mb="xs">
        <ZoneSwitch at={query.dataUpdatedAt} />
      </Group>
      <List
        of={approvalList(zone)}
        query={query}
        rows={query.data}
        actions={(each: Reservation) => <Decide reservation={each} size="xs" />}
        above={
          <Text size="sm" c="dimmed" role="status">
            {query.data && query.data.length > 0 ? said.count(query.data.length) : ''}
          </Text>
        }
      />
    </Page>
  );
}
