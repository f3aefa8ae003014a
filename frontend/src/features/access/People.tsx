import { Anchor, Button, Card, Group, Stack, Table, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { Link } from 'react-router';
import { z } from 'zod';
import type { Person } from '@/shared/api/types';
import { formatTexts } from '@/shared/format/texts';
import { NothingMatches } from '@/shared/ui/Empty';
import { ListTools } from '@/shared/list/ListTools';
import type { CsvColumns } from '@/shared/list/csv';
import { FilterInput } from '@/shared/ui/FilterInput';
import { Known } from '@/shared/ui/Known';
import { Ago } from '@/shared/ui/Moment';
import { Page } from '@/shared/ui/Page';
import { TableOrCards } from '@/shared/ui/TableOrCards';
import { useTyped } from '@/shared/url/useTyped';
import { useUrlState } from '@/shared/url/useUrlState';
import { AddPerson } from './people/AddPerson';
import { usePeople } from './people/api';
import { PersonState } from './people/PersonState';
import { Teams } from './people/Teams';
import { EverybodysQuota } from './quota/EverybodysQuota';
import { useRight } from './rights';
import { accessTexts } from './texts';

const said = accessTexts.people;
const shape = { q: z.string().catch('') };

const matches = ({ name, display, teams, provided_teams, grants }: Person, wanted: string) =>
  [name, display, ...teams, ...provided_teams, ...grants.map(({ role }) => accessTexts.roles[role])].some((text) => text.toLowerCase().includes(wanted));

const allTeams = ({ teams, provided_teams }: Person) => [...new Set([...teams, ...provided_teams])];

const csvColumns: CsvColumns<Person> = {
  name: ({ name }) => name,
  display: ({ display }) => display,
  roles: ({ grants }) => grants.map(accessTexts.grantShort),
  teams: allTeams,
  disabled: ({ disabled }) => disabled,
  created: ({ created }) => created,
  last_sign_in: ({ last_sign_in }) => last_sign_in,
};

function Sentences({ person: { sentences } }: { person: Person }) {
  return (sentences.length > 0 ? sentences : [said.nothing]).map((sentence) => (
    <Text key={sentence} size="sm">
      {sentence}
    </Text>
  ));
}

function Row({ person }: { person: Person }) {
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} to={`/people/${encodeURIComponent(person.name)}`} size="sm" fw={600}>
          {person.display}
        </Anchor>
        <Text size="sm" c="dimmed">
          {person.name}
        </Text>
      </Table.Td>
      <Table.Td maw={420}>
        <Sentences person={person} />
      </Table.Td>
      <Table.Td>{allTeams(person).join(', ') || formatTexts.none}</Table.Td>
      <Table.Td>{person.last_sign_in ? <Ago at={person.last_sign_in} /> : said.never}</Table.Td>
      <Table.Td>
        <PersonState disabled={person.disabled} />
      </Table.Td>
    </Table.Tr>
  );
}

/** Somebody on a phone. */
function Item({ person }: { person: Person }) {
  return (
    <Card>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Anchor component={Link} to={`/people/${encodeURIComponent(person.name)}`} fw={600} py={8}>
          {person.display}
        </Anchor>
        <PersonState disabled={person.disabled} />
      </Group>
      <Text size="sm" c="dimmed" mb={4} style={{ overflowWrap: 'anywhere' }}>
        {[person.name, ...allTeams(person)].join(' · ')}
      </Text>
      <Sentences person={person} />
    </Card>
  );
}

/** Everybody who may sign in, and the teams. */
export function Component() {
  const [{ q }, setUrl] = useUrlState(shape);
  const [typed, setTyped] = useTyped(
    q,
    useCallback((text) => setUrl({ q: text }), [setUrl]),
  );
  const [adding, setAdding] = useState(false);
  const people = usePeople();
  const manages = useRight('manage-people');
  const all = people.data;
  const shown = all?.filter((person) => matches(person, typed.trim().toLowerCase()));
  return (
    <Page
      title={said.title}
      actions={
        manages && (
          <Button leftSection={<IconUserPlus size={18} />} onClick={() => setAdding(true)}>
            {said.add}
          </Button>
        )
      }
    >
      <Stack>
        <Known query={people} what={said.what} height={200}>
          {all && shown && (
            <Stack>
              <Group gap="xs" wrap="nowrap">
                <FilterInput flex={1} size="md" label={said.filter} typed={typed} setTyped={setTyped} />
                <ListTools name="people" rows={shown} columns={csvColumns} />
              </Group>
              <Text size="sm" c="dimmed" role="status">
                {said.count(shown.length, all.length)}
              </Text>
              {shown.length === 0 ? (
                <NothingMatches title={said.nothingMatches} clear={() => setTyped('')} />
              ) : (
                <TableOrCards
                  label={said.title}
                  columns={Object.values(said.columns)}
                  items={shown}
                  idOf={({ name }) => name}
                  row={(person) => <Row person={person} />}
                  card={(person) => <Item person={person} />}
                />
              )}
            </Stack>
          )}
        </Known>
        {all && (
          <>
            <EverybodysQuota />
            <Teams />
          </>
        )}
        {adding && <AddPerson close={() => setAdding(false)} />}
      </Stack>
    </Page>
  );
}
