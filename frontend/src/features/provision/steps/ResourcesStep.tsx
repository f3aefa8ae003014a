import { Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useAllowed } from '@/features/access/api';
import { useMe } from '@/features/access/rights';
import { lastSize, presets, type Size } from '@/features/provision/draft';
import { QuotaLeft } from '@/features/provision/QuotaLeft';
import { provisionTexts } from '@/features/provision/texts';
import type { StepProps } from '@/features/provision/useWizard';
import { api, body } from '@/shared/api/client';
import { NativeSelectField, SelectField, TagsField } from '@/shared/form/choices';
import { CheckboxField, NumberField, SecretField, TextareaField, TextField } from '@/shared/form/fields';
import { bytes, GIB, MIB } from '@/shared/format/bytes';
import { cores } from '@/shared/format/cores';

const said = provisionTexts.resources;

const systems = Object.entries(said.systems).map(([value, label]) => ({ value, label }));

/** The VMID that is free, and whether the one that was typed is. */
function useVmid(vmid: string) {
  const next = useQuery({ queryKey: ['vmids', 'next'], queryFn: ({ signal }) => body(api.GET('/api/proxmox/vmids/next', { signal })), staleTime: 0 });
  const typed = /^[1-9]\d{2,8}$/.test(vmid) ? Number(vmid) : null;
  const use = useQuery({
    queryKey: ['vmids', typed],
    queryFn: ({ signal }) => body(api.GET('/api/proxmox/vmids/{vmid}', { params: { path: { vmid: typed ?? 100 } }, signal })),
    enabled: typed !== null,
    staleTime: 0,
  });
  return { next: next.data?.vmid, use: typed === null ? undefined : use.data };
}

/** How large it is, what it is called and who signs in first. */
export function ResourcesStep({ form }: StepProps) {
  const { values: draft, set, at, shown } = form;
  const { teams } = useMe();
  const { operator } = useAllowed(draft.team);
  const { next, use } = useVmid(draft.vmid);
  const suggested = useRef(false);
  useEffect(() => {
    if (next !== undefined && !suggested.current) {
      suggested.current = true;
      if (draft.vmid === '') {
        set({ vmid: String(next) });
      }
    }
  }, [next, draft.vmid, set]);
  const clone = draft.type === 'vm' && draft.source === 'clone';
  const last = lastSize();
  const sizes: [string, Size][] = [
    [said.presets.small, presets.small],
    [said.presets.medium, presets.medium],
    [said.presets.large, presets.large],
    ...(last ? [[said.presets.last, last] as [string, Size]] : []),
  ];
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextField field={at('name')} label={said.name} description={said.nameRule} required data-autofocus spellCheck={false} />
        <NumberField
          field={use && !use.free ? { ...at('vmid'), error: use.reason ?? said.vmidTaken } : at('vmid')}
          label={said.vmid}
          description={said.vmidHint}
          rightSection={
            use?.free && (
              <Text size="xs" c="var(--good-text)">
                {said.vmidFree}
              </Text>
            )
          }
          rightSectionWidth={52}
        />
      </SimpleGrid>
      <Group gap="xs" role="group" aria-label={said.preset}>
        {sizes.map(([name, size]) => (
          <Button
            key={name}
            variant="default"
            h="auto"
            py={6}
            onClick={() => set({ cores: String(size.cores), memory: String(size.memory), ...(!clone && { disk: String(size.disk) }) })}
          >
            <Stack gap={0} align="flex-start">
              <span>{name}</span>
              <Text size="xs" c="dimmed" component="span">
                {said.presetDetail(cores(size.cores), bytes(size.memory * MIB), bytes(size.disk * GIB))}
              </Text>
            </Stack>
          </Button>
        ))}
      </Group>
      <SimpleGrid cols={{ base: 2, sm: 4 }}>
        <NumberField field={at('cores')} label={said.cores} required />
        <NumberField field={at('memory')} label={said.memory} required />
        <NumberField field={at('disk')} label={clone ? said.diskClone : said.disk} description={clone ? said.diskCloneHint : undefined} required={!clone} />
        {draft.type === 'lxc' && <NumberField field={at('swap')} label={said.swap} required />}
      </SimpleGrid>
      {draft.type === 'vm' && (
        <NativeSelectField
          field={at('ostype')}
          label={said.system}
          data={[{ value: '', label: clone ? said.systemOfTemplate : said.systems.l26 }, ...systems.filter(({ value }) => clone || value !== 'l26')]}
        />
      )}
      {['cores', 'memory', 'disk'].some((name) => name in shown) && <QuotaLeft team={draft.team} />}
      {(clone || draft.type === 'lxc') && (
        <>
          <Title order={3} size="h4">
            {clone ? said.cloudInit : said.account}
          </Title>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            {clone && <TextField field={at('user')} label={said.user} spellCheck={false} />}
            <SecretField field={form.secret('password')} label={said.password} description={said.passwordHint} autoComplete="new-password" />
          </SimpleGrid>
          <TextareaField field={at('sshKeys')} label={said.sshKeys} description={said.sshKeysHint} minRows={2} maxRows={6} spellCheck={false} />
        </>
      )}
      <Title order={3} size="h4">
        {said.more}
      </Title>
      <TagsField field={at('tags')} label={said.tags} description={said.tagsHint} />
      {teams.length > 0 && (
        <SelectField
          field={at('team')}
          label={said.team}
          description={said.teamHint}
          data={teams}
          placeholder={said.noTeam}
          clearable
          clearButtonProps={{ 'aria-label': said.noTeam }}
        />
      )}
      <TextareaField field={at('note')} label={said.note} minRows={1} maxRows={6} maxLength={8000} />
      <CheckboxField field={at('start')} label={said.start} />
      {draft.type === 'lxc' && (
        <>
          <CheckboxField
            field={at('unprivileged')}
            label={said.unprivileged}
            description={operator ? undefined : said.privilegedByOperators}
            disabled={!operator && draft.unprivileged}
          />
          <CheckboxField field={at('nesting')} label={said.nesting} />
        </>
      )}
    </Stack>
  );
}
