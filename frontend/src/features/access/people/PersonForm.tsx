import { Group, MultiSelect, Stack, Text, TextInput } from '@mantine/core';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { SectionCard } from '@/shared/ui/SectionCard';
import { useState } from 'react';
import { useTeams } from '@/features/access/api';
import { accessTexts } from '@/features/access/texts';
import type { Person } from '@/shared/api/types';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { useChange } from './api';
import { isComplete } from './grants';
import { GrantsEditor } from './GrantsEditor';

const said = accessTexts;

type Draft = Partial<Pick<Person, 'display' | 'grants' | 'teams'>>;

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Changes what somebody is called, may do and belongs to; sends only what was changed. */
export function PersonForm({ person }: { person: Person }) {
  const [draft, setDraft] = useState<Draft>({});
  const all = useTeams().data?.map(({ name }) => name) ?? [];
  const change = useChange(person.name);
  const { display, grants, teams } = { ...person, ...draft };
  const set = (part: Draft) => setDraft((before) => ({ ...before, ...part }));
  const changed = !same({ display, grants, teams }, { display: person.display, grants: person.grants, teams: person.teams });
  return (
    <SectionCard title={said.person.edit}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate(draft, { onSuccess: () => setDraft({}) });
        }}
      >
        <Stack>
          <TextInput
            label={said.people.display}
            maxLength={100}
            autoComplete="off"
            value={display}
            onChange={(event) => set({ display: event.currentTarget.value })}
          />
          <MultiSelect
            label={said.people.teams}
            data={[...new Set([...all, ...teams])]}
            value={teams}
            onChange={(value) => set({ teams: value })}
            placeholder={teams.length === 0 ? said.people.noTeams : ''}
          />
          <Text fw={600}>{said.people.grants}</Text>
          <GrantsEditor
            grants={grants}
            set={(value) => set({ grants: value })}
            none={person.provided.length > 0 ? said.person.onlyProvided : said.person.noGrants}
          />
          {change.error && <ProblemAlert error={change.error} />}
          <Group>
            <GuardedButton type="submit" disabled={!changed || !grants.every(isComplete)} loading={change.isPending}>
              {said.person.save}
            </GuardedButton>
            <Text size="sm" role="status">
              {change.isSuccess && !changed ? said.person.saved : ''}
            </Text>
          </Group>
        </Stack>
      </form>
    </SectionCard>
  );
}
