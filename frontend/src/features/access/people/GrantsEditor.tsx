import { ActionIcon, Button, Fieldset, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTeams } from '@/features/access/api';
import { accessTexts } from '@/features/access/texts';
import { useNodes } from '@/features/dashboard/api';
import type { Grant, Role } from '@/shared/api/types';
import { isComplete, newGrant } from './grants';

const said = accessTexts.person;
const roles = Object.entries(accessTexts.roles).map(([value, label]) => ({ value, label }));
const scopes = Object.entries(accessTexts.scopes).map(([value, label]) => ({ value, label }));

type Props = {
  grants: Grant[];
  set: (grants: Grant[]) => void;
  /** What it means that there are none. */
  none?: string;
};

/** The roles of somebody, each with where it holds and what it means. */
export function GrantsEditor({ grants, set, none = said.noGrants }: Props) {
  const nodes = useNodes().data?.data.map(({ node }) => node) ?? [];
  const teams = useTeams().data?.map(({ name }) => name) ?? [];
  const change = (index: number, part: Partial<Grant>) => set(grants.map((grant, at) => (at === index ? { ...grant, ...part } : grant)));
  return (
    <Stack gap="sm">
      {grants.map((grant, index) => (
        <Fieldset key={index} legend={said.grant(index + 1)} p="sm">
          <Group align="flex-end" gap="sm">
            <Select
              label={said.role}
              w={150}
              allowDeselect={false}
              data={roles}
              value={grant.role}
              onChange={(role) => role && change(index, { role: role as Role })}
            />
            <Select
              label={said.scope}
              w={150}
              allowDeselect={false}
              data={scopes}
              value={grant.scope}
              onChange={(scope) => scope && change(index, { scope: scope as Grant['scope'], value: null })}
            />
            {grant.scope === 'tag' && (
              <TextInput
                label={said.value.tag}
                w={170}
                value={grant.value ?? ''}
                onChange={(event) => change(index, { value: event.currentTarget.value.trim() || null })}
              />
            )}
            {(grant.scope === 'node' || grant.scope === 'team') && (
              <Select
                label={said.value[grant.scope]}
                w={170}
                searchable
                data={[...new Set([...(grant.scope === 'node' ? nodes : teams), ...(grant.value ? [grant.value] : [])])]}
                value={grant.value}
                onChange={(value) => change(index, { value })}
              />
            )}
            <ActionIcon size={36} variant="default" aria-label={said.remove(index + 1)} onClick={() => set(grants.filter((_, at) => at !== index))}>
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
