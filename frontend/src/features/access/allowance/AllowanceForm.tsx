import { Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { accessKeys } from '@/features/access/keys';
import { accessTexts } from '@/features/access/texts';
import { Form, SubmitButton } from '@/shared/form/Form';
import type { Faults } from '@/shared/form/paths';
import { useForm, type Field } from '@/shared/form/useForm';
import { TagsField } from '@/shared/form/tags';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { AllOrSome } from './AllOrSome';
import { allowAsAll, allowTeam, type TeamAllowance, useThere } from './api';

const said = accessTexts.allowance;
const parts = ['bridges', 'vlans', 'storages'] as const;
type Part = (typeof parts)[number];
type Lists = Record<Part, string[] | null>;
const VLAN = /^(untagged|[1-9]\d{0,3}(-[1-9]\d{0,3})?)$/;

const check = ({ vlans }: Lists): Faults => {
  const wrong = vlans?.find((vlan) => !VLAN.test(vlan));
  return wrong === undefined ? {} : { vlans: said.wrongVlan(wrong) };
};

/** The field of a list that there is. */
const listed = (field: Field<string[] | null>): Field<string[]> => ({ ...field, value: field.value ?? [] });

/** The lists of a team: all there is, or only what is named. */
export function AllowanceForm({ team, known }: { team: string; known: TeamAllowance }) {
  const cache = useQueryClient();
  const there = useThere();
  const { bridges = null, vlans = null, storages = null } = known.allowance;
  const again = () => Promise.all([accessKeys.teamAllowance(team), accessKeys.myAllowance].map((queryKey) => cache.invalidateQueries({ queryKey })));
  const form = useForm({
    initial: useMemo((): Lists => ({ bridges, vlans, storages }), [bridges, vlans, storages]),
    check,
    send: (lists) => allowTeam(team, lists),
    done: again,
    draft: { name: `allowance ${team}`, version: 1 },
    asks: true,
  });
  const goBack = () =>
    void form.attempt(
      async () => {
        await allowAsAll(team);
        await again();
        form.reset();
      },
      {},
      () => false,
    );
  const choices: Record<Part, string[]> = { bridges: there.bridges, vlans: ['untagged'], storages: there.storages };
  return (
    <Form form={form}>
      {parts.map((part) => {
        const field = form.at(part);
        return (
          <div key={part}>
            <AllOrSome
              label={said.parts[part]}
              all={said.all[part]}
              some={said.some[part]}
              every={field.value === null}
              change={(every) => field.set(every ? null : [])}
            />
            {field.value !== null && (
              <TagsField
                field={listed(field)}
                mt="xs"
                aria-label={said.some[part]}
                description={field.value.length === 0 ? said.nothing[part] : said.hints[part]}
                data={choices[part]}
                clearable
                clearButtonProps={{ 'aria-label': said.clearList(said.parts[part]) }}
              />
            )}
          </div>
        );
      })}
      <Group>
        <SubmitButton form={form} disabled={!form.isChanged}>
          {said.save}
        </SubmitButton>
        {known.own && (
          <GuardedButton variant="default" disabled={form.pending} onClick={goBack}>
            {said.clear}
          </GuardedButton>
        )}
        <Text size="sm" c="dimmed">
          {said.operators}
        </Text>
      </Group>
    </Form>
  );
}
