import { Group, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTeams } from '@/features/access/api';
import { accessTexts } from '@/features/access/texts';
import type { Grant, Person } from '@/shared/api/types';
import { MultiSelectField } from '@/shared/form/choices';
import { TextField, Told } from '@/shared/form/fields';
import { Form, SubmitButton } from '@/shared/form/Form';
import { useForm } from '@/shared/form/useForm';
import { SectionCard } from '@/shared/ui/SectionCard';
import { useChange } from './api';
import { grantFaults } from './grants';
import { GrantsEditor } from './GrantsEditor';

const said = accessTexts;

const check = ({ grants }: { grants: Grant[] }) => grantFaults(grants);

/** Changes what somebody is called, may do and belongs to; sends only what was changed. */
export function PersonForm({ person }: { person: Person }) {
  const { name, display, grants, teams } = person;
  const all = useTeams().data?.map((team) => team.name) ?? [];
  const change = useChange(name);
  const form = useForm({
    initial: useMemo(() => ({ display, grants, teams }), [display, grants, teams]),
    check,
    send: (_, changed) => change.mutateAsync(changed),
    draft: { name: `person ${name}`, version: 1 },
    asks: true,
  });
  const { values } = form;
  return (
    <SectionCard title={said.person.edit}>
      <Form form={form}>
        <TextField field={form.at('display')} label={said.people.display} maxLength={100} />
        <MultiSelectField
          field={form.at('teams')}
          label={said.people.teams}
          data={[...new Set([...all, ...values.teams])]}
          placeholder={values.teams.length === 0 ? said.people.noTeams : ''}
        />
        <Text fw={600}>{said.people.grants}</Text>
        <GrantsEditor
          grants={values.grants}
          set={(value) => form.set({ grants: value })}
          at={form.at}
          none={person.provided.length > 0 ? said.person.onlyProvided : said.person.noGrants}
        />
        <Group>
          <SubmitButton form={form} disabled={!form.isChanged}>
            {said.person.save}
          </SubmitButton>
          <Told>{form.sent && !form.isChanged ? said.person.saved : ''}</Told>
        </Group>
      </Form>
    </SectionCard>
  );
}
