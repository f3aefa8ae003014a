import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { accessTexts } from '@/features/access/texts';
import type { Person } from '@/shared/api/types';
import { formatTexts } from '@/shared/format/texts';
import type { Column, ListOf } from '@/shared/list/column';
import { Ago } from '@/shared/ui/Moment';
import { PersonState } from './PersonState';

const said = accessTexts.people;

const allTeams = ({ teams, provided_teams }: Person) => [...new Set([...teams, ...provided_teams])];

const columns: Column<Person>[] = [
  {
    id: 'name',
    header: said.columns.name,
    table: 'always',
    card: 'title',
    width: 'minmax(160px, 1.2fr)',
    sort: ({ display }) => display.toLowerCase(),
    csv: { name: ({ name }) => name, display: ({ display }) => display },
    cell: ({ name, display }) => (
      <>
        <Anchor component={Link} to={`/people/${encodeURIComponent(name)}`} size="sm" fw={600} display="inline-block" py={4}>
          {display}
        </Anchor>
        <Text size="sm" c="dimmed">
          {name}
        </Text>
      </>
    ),
  },
  {
    id: 'may',
    header: said.columns.may,
    card: 'block',
    width: 'minmax(200px, 2fr)',
    csv: { roles: ({ grants }) => grants.map(accessTexts.grantShort) },
    cell: ({ sentences }) =>
      (sentences.length > 0 ? sentences : [said.nothing]).map((sentence) => (
        <Text key={sentence} size="sm">
          {sentence}
        </Text>
      )),
  },
  {
    id: 'teams',
    header: said.columns.teams,
    width: 'minmax(90px, 1fr)',
    sort: (person) => allTeams(person).join() || null,
    csv: { teams: allTeams },
    cell: (person) => allTeams(person).join(', ') || formatTexts.none,
  },
  {
    id: 'last',
    header: said.columns.last,
    card: 'none',
    width: '120px',
    sort: ({ last_sign_in }) => (last_sign_in ? Date.parse(last_sign_in) : null),
    csv: { created: ({ created }) => created, last_sign_in: ({ last_sign_in }) => last_sign_in },
    cell: ({ last_sign_in }) => (last_sign_in ? <Ago at={last_sign_in} /> : said.never),
  },
  {
    id: 'state',
    header: said.columns.state,
    card: 'state',
    width: '115px',
    sort: ({ disabled }) => Number(disabled),
    csv: { disabled: ({ disabled }) => disabled },
    cell: ({ disabled }) => <PersonState disabled={disabled} />,
  },
];

/** Everybody who may sign in. */
export const peopleList: ListOf<Person> = {
  name: 'people',
  label: said.title,
  what: said.what,
  columns,
  idOf: ({ name }) => name,
  nothingYet: { title: said.nobody },
  nothingMatches: said.nothingMatches,
};

/** Whether somebody's name, team or role has what is looked for. */
export const peopleFilter = (query: string) => {
  const wanted = query.trim().toLowerCase();
  return ({ name, display, teams, provided_teams, grants }: Person) =>
    [name, display, ...teams, ...provided_teams, ...grants.map(({ role }) => accessTexts.roles[role])].some((text) => text.toLowerCase().includes(wanted));
};
