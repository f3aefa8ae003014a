import { ActionIcon, Button, Fieldset, Group, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTeams } from '@/features/access/api';
import { accessTexts } from '@/features/access/texts';
import { useNodes } from '@/features/dashboard/api';
import type { Grant } from '@/shared/api/types';
import { SelectField } from '@/shared/form/choices';
import { TextField } from '@/shared/form/fields';
import type { Field } from '@/shared/form/useForm';
import { isComplete, newGrant } from './grants';

const said = accessTexts.person;
const roles = Object.entries(accessTexts.roles).map(([value, label]) => ({ value, label }));
const scopes = Object.entries(accessTexts.scopes).map(([value, label]) => ({ value, label }));

type FieldAt = {
  (path: `grants.${number}.role`): Field<Grant['role']>;
  (path: `grants.${number}.scope`): Field<Grant['scope']>;
  (path: `grants.${number}.value`): Field<Grant['value']>;
};

/** A field that holds nothing in place of no text. */
const textOf = ({ value, set, ...field }: Field<string | null>): Field<string> => ({
  ...field,
  value: value ?? '',
  set: (text) => set(text.trim() || null),
});

type Props = {
  grants: Grant[];
  set: (grants: Grant[]) => void;
  /** Their fields in the form. */
  at: FieldAt;
  /** What it means that there are none. */
  none?: string;
};

/** The roles of somebody, each with where it holds and what it means. */
export function GrantsEditor({ grants, set, at, none = said.noGrants }: Props) {
  const nodes = useNodes().data?.data.map(({ node }) => node) ?? [];
  const teams = useTeams().data?.map(({ name }) => name) ?? [];
  const change = (index: number, part: Partial<Grant>) => set(grants.map((grant, each) => (each === index ? { ...grant, ...part } : grant)));
  return (
    <Stack gap="sm">
      {grants.map((grant, index) => (
        <Fieldset key={index} legend={said.grant(index + 1)} p="sm">
          <Group align="flex-end" gap="sm">
            <SelectField field={at(`grants.${index}.role`)} label={said.role} w={150} data={roles} />
            <SelectField
              field={{ ...at(`grants.${index}.scope`), set: (scope) => change(index, { scope, value: null }) }}
              label={said.scope}
              w={150}
              data={scopes}
            />
            {grant.scope === 'tag' && <TextField field={textOf(at(`grants.${index}.value`))} label={said.value.tag} w={170} />}
            {(grant.scope === 'node' || grant.scope === 'team') && (
              <SelectField
                field={textOf(at(`grants.${index}.value`))}
                label={said.value[grant.scope]}
                w={170}
                searchable
                data={[...new Set([...(grant.scope === 'node' ? nodes : teams), ...(grant.value ? [grant.value] : [])])]}
              />
            )}
            <ActionIcon size={36} variant="default" aria-label={said.remove(index + 1)} onClick={() => set(grants.filter((_, each) => each !== index))}>
              <IconTrash size={18} />
            </ActionIcon>
          </Group>
          <Text size="sm" mt="xs" c={isComplete(grant) ? 'dimmed' : 'var(--bad-text)'}>
            {isComplete(grant) ? accessTexts.grantMeans(grant) : said.incomplete}
          </Text>
        </Fieldset>
      ))}
      {grants.length === 0 && <Text size="sm">{none}</Text>}
      <Button variant="default" leftSection={<IconPlus size={16} />} style={{ alignSelf: 'flex-start' }} onClick={() => set([...grants, newGrant()])}>
        {said.addGrant}
      </Button>
    </Stack>
  );
}
