import { Text } from '@mantine/core';
import { IconClockPause, IconHourglass, IconGift, IconBan } from '@tabler/icons-react';
import { perZone } from '@/features/reservations/time/perZone';
import { lengthText, when } from '@/features/reservations/time/say';
import type { WaitingEntry } from '@/shared/api/types';
import { labelOf } from '@/shared/format/label';
import type { Column, ListOf } from '@/shared/list/column';
import { Ago } from '@/shared/ui/Moment';
import { State, type Tone } from '@/shared/ui/State';
import { isOffered } from './api';
import { waitingTexts as said } from './texts';
import { TimeLeft } from './TimeLeft';
import { likelyText, wantedText } from './words';

const MINUTE = 60_000;

const whatOf = ({ claims }: WaitingEntry) => wantedText(claims);
const whoseOf = ({ requester, team }: WaitingEntry) => [requester, team].filter(Boolean).join(' · ');

function whenOf({ minutes, from, until }: WaitingEntry, zone: string): string {
  return said.betweenOf(lengthText(minutes * MINUTE), when(Date.parse(from), zone), when(Date.parse(until), zone));
}

const looks: Record<WaitingEntry['state'], { tone: Tone; icon: typeof IconBan }> = {
  waiting: { tone: 'calm', icon: IconHourglass },
  offered: { tone: 'warn', icon: IconGift },
  late: { tone: 'warn', icon: IconClockPause },
  lapsed: { tone: 'bad', icon: IconBan },
};

function EntryState({ entry, zone }: { entry: WaitingEntry; zone: string }) {
  const { state, lapsed } = entry;
  const { tone, icon: Icon } = looks[state];
  return (
    <>
      <State tone={tone} icon={<Icon />}>
        {labelOf(said.states, state)}
      </State>
      {isOffered(entry) && (
        <Text size="xs" c="dimmed" component="div">
          <TimeLeft until={Date.parse(entry.offer.accept_by)} zone={zone} />
        </Text>
      )}
      {(state === 'late' || state === 'lapsed') && (
        <Text size="xs" c="dimmed">
          {said.ends[state]}
        </Text>
      )}
      {state === 'waiting' && lapsed > 0 && (
        <Text size="xs" c="dimmed">
          {said.lapsed(lapsed)}
        </Text>
      )}
    </>
  );
}

const columnsIn = (zone: string): Column<WaitingEntry>[] => [
  {
    id: 'title',
    header: said.name,
    table: 'always',
    card: 'title',
    width: 'minmax(100px, 2fr)',
    csv: { id: ({ id }) => id, title: ({ title }) => title },
    cell: ({ title }) => (
      <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
        {title}
      </Text>
    ),
  },
  {
    id: 'what',
    header: said.wanted,
    card: 'block',
    width: 'minmax(90px, 2fr)',
    csv: { what: whatOf },
    cell: (each) => <Text size="sm">{whatOf(each)}</Text>,
  },
  {
    id: 'when',
    header: said.between,
    card: 'block',
    width: 'minmax(170px, 3fr)',
    csv: { from: ({ from }) => from, until: ({ until }) => until, minutes: ({ minutes }) => minutes },
    cell: (each) => <Text size="sm">{whenOf(each, zone)}</Text>,
  },
  {
    id: 'place',
    header: said.place,
    card: 'block',
    width: 'minmax(130px, 2fr)',
    csv: { place: ({ place }) => place, likely: ({ likely }) => likely?.start_dt ?? null, held_back: ({ held_back }) => held_back ?? null },
    cell: (each) =>
      each.place === null ? (
        ''
      ) : (
        <>
          <Text size="sm" fw={600}>
            {said.placeOf(each.place)}
          </Text>
          <Text size="xs" c="dimmed">
            {each.state === 'waiting' ? likelyText(each, zone) : null}
          </Text>
          {each.held_back && (
            <Text size="xs" c="var(--warn-text)">
              {said.heldBack(each.held_back)}
            </Text>
          )}
        </>
      ),
  },
  {
    id: 'whose',
    header: said.whose,
    width: 'minmax(70px, 1fr)',
    csv: { requester: ({ requester }) => requester, team: ({ team }) => team },
    cell: whoseOf,
  },
  {
    id: 'since',
    header: said.since,
    labelled: true,
    width: '100px',
    csv: { since: ({ since }) => since },
    cell: ({ since }) => <Ago at={since} />,
  },
  {
    id: 'state',
    header: said.state,
    card: 'state',
    width: '145px',
    csv: { state: ({ state }) => state, lapsed: ({ lapsed }) => lapsed },
    cell: (each) => <EntryState entry={each} zone={zone} />,
  },
];

/** Those who wait with their times in a zone, in turn. */
export const waitingList = perZone((zone): ListOf<WaitingEntry> => ({
  name: 'waiting',
  label: said.title,
  what: said.what,
  columns: columnsIn(zone),
  idOf: ({ id }) => id,
  nothingYet: { title: said.none, detail: said.noneDetail },
  nothingMatches: said.noMatch,
  actionsWidth: '105px',
}));

export const isOver = ({ state }: WaitingEntry): boolean => state === 'late' || state === 'lapsed';
