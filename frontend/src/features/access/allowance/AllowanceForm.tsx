import { Group, Stack, TagsInput, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { accessKeys } from '@/features/access/keys';
import { accessTexts } from '@/features/access/texts';
import { problemOf } from '@/shared/api/problem';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { AllOrSome } from './AllOrSome';
import { type Allowance, allowAsAll, allowTeam, type TeamAllowance, useThere } from './api';

const said = accessTexts.allowance;
const parts = ['bridges', 'vlans', 'storages'] as const;
type Part = (typeof parts)[number];
const VLAN = /^(untagged|[1-9]\d{0,3}(-[1-9]\d{0,3})?)$/;

/** The lists of a team: all there is, or only what is named. */
export function AllowanceForm({ team, known }: { team: string; known: TeamAllowance }) {
  const cache = useQueryClient();
  const there = useThere();
  const [changed, setChanged] = useState<Partial<Record<Part, string[] | null>>>({});
  const listOf = (part: Part): string[] | null => (part in changed ? (changed[part] ?? null) : (known.allowance[part] ?? null));
  const change = useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSuccess: () => Promise.all([accessKeys.teamAllowance(team), accessKeys.myAllowance].map((queryKey) => cache.invalidateQueries({ queryKey }))),
  });
  const named = new Map(change.error === null ? [] : problemOf(change.error).errors.map(({ field, detail }) => [field, detail]));
  const wrongVlan = listOf('vlans')?.find((vlan) => !VLAN.test(vlan));
  const faultOf = (part: Part) => (part === 'vlans' && wrongVlan !== undefined ? said.wrongVlan(wrongVlan) : named.get(part));
  const wanted: Allowance = { bridges: listOf('bridges'), vlans: listOf('vlans'), storages: listOf('storages') };
  const choices: Record<Part, string[]> = { bridges: there.bridges, vlans: ['untagged'], storages: there.storages };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate(() => allowTeam(team, wanted));
      }}
    >
      <Stack gap="md">
        {parts.map((part) => {
          const list = listOf(part);
          return (
            <div key={part}>
              <AllOrSome
                label={said.parts[part]}
                all={said.all[part]}
                some={said.some[part]}
                every={list === null}
                change={(every) => setChanged({ ...changed, [part]: every ? null : [] })}
              />
              {list !== null && (
                <TagsInput
                  mt="xs"
                  aria-label={said.some[part]}
                  description={list.length === 0 ? said.nothing[part] : said.hints[part]}
                  data={choices[part]}
                  value={list}
                  error={faultOf(part)}
                  onChange={(names) => setChanged({ ...changed, [part]: names })}
                  splitChars={[',', ' ', ';']}
                  clearable
                  clearButtonProps={{ 'aria-label': said.clearList(said.parts[part]) }}
                />
              )}
            </div>
          );
        })}
        {change.error && named.size === 0 && <ProblemAlert error={change.error} />}
        <Group>
          <GuardedButton type="submit" loading={change.isPending} disabled={Object.keys(changed).length === 0 || wrongVlan !== undefined}>
            {said.save}
          </GuardedButton>
          {known.own && (
            <GuardedButton variant="default" disabled={change.isPending} onClick={() => change.mutate(() => allowAsAll(team))}>
              {said.clear}
            </GuardedButton>
          )}
          <Text size="sm" c="dimmed">
            {said.operators}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}
