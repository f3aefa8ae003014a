import { Button, Checkbox, Group, NativeSelect, PasswordInput, Select, SimpleGrid, Stack, TagsInput, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useAllowed } from '@/features/access/api';
import { useMe } from '@/features/access/rights';
import { lastSize, presets, type Size } from '@/features/provision/draft';
import { QuotaLeft } from '@/features/provision/QuotaLeft';
import { provisionTexts } from '@/features/provision/texts';
import type { StepProps } from '@/features/provision/useDraft';
import { api, body } from '@/shared/api/client';
import { bytes, GIB, MIB } from '@/shared/format/bytes';

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
export function ResourcesStep({ draft, set, errorOf }: StepProps) {
  const field = (name: 'name' | 'vmid' | 'cores' | 'memory' | 'disk' | 'swap' | 'ostype' | 'user' | 'password' | 'sshKeys' | 'note') => ({
    name,
    value: draft[name],
    error: errorOf(name),
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
  });
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
        <TextInput {...field('name')} label={said.name} description={said.nameRule} required data-autofocus spellCheck={false} />
        <TextInput
          {...field('vmid')}
          label={said.vmid}
          description={said.vmidHint}
          inputMode="numeric"
          error={use && !use.free ? (use.reason ?? said.vmidTaken) : errorOf('vmid')}
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
                {said.presetDetail(size.cores, bytes(size.memory * MIB), bytes(size.disk * GIB))}
              </Text>
            </Stack>
          </Button>
        ))}
      </Group>
      <SimpleGrid cols={{ base: 2, sm: 4 }}>
        <TextInput {...field('cores')} label={said.cores} inputMode="numeric" required />
        <TextInput {...field('memory')} label={said.memory} inputMode="numeric" required />
        <TextInput
          {...field('disk')}
          label={clone ? said.diskClone : said.disk}
          description={clone ? said.diskCloneHint : undefined}
          inputMode="numeric"
          required={!clone}
        />
        {draft.type === 'lxc' && <TextInput {...field('swap')} label={said.swap} inputMode="numeric" required />}
      </SimpleGrid>
      {draft.type === 'vm' && (
        <NativeSelect
          {...field('ostype')}
          label={said.system}
          data={[{ value: '', label: clone ? said.systemOfTemplate : said.systems.l26 }, ...systems.filter(({ value }) => clone || value !== 'l26')]}
        />
      )}
      {['cores', 'memory', 'disk'].some((name) => errorOf(name) !== undefined) && <QuotaLeft team={draft.team} />}
      {(clone || draft.type === 'lxc') && (
        <>
          <Title order={3} size="h4">
            {clone ? said.cloudInit : said.account}
          </Title>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            {clone && <TextInput {...field('user')} label={said.user} spellCheck={false} />}
            <PasswordInput
              {...field('password')}
              aria-invalid={errorOf('password') !== undefined}
              label={said.password}
              description={said.passwordHint}
              autoComplete="new-password"
            />
          </SimpleGrid>
          <Textarea {...field('sshKeys')} label={said.sshKeys} description={said.sshKeysHint} autosize minRows={2} maxRows={6} spellCheck={false} />
        </>
      )}
      <Title order={3} size="h4">
        {said.more}
      </Title>
      <TagsInput
        label={said.tags}
        description={said.tagsHint}
        name="tags"
        value={draft.tags}
        error={errorOf('tags')}
        onChange={(tags) => set({ tags })}
        splitChars={[',', ' ', ';']}
      />
      {teams.length > 0 && (
        <Select
          label={said.team}
          description={said.teamHint}
          name="team"
          data={teams}
          value={draft.team || null}
          error={errorOf('team')}
          onChange={(team) => set({ team: team ?? '' })}
          placeholder={said.noTeam}
          clearable
          clearButtonProps={{ 'aria-label': said.noTeam }}
        />
      )}
      <Textarea {...field('note')} label={said.note} autosize minRows={1} maxRows={6} maxLength={8000} />
      <Checkbox label={said.start} checked={draft.start} onChange={(event) => set({ start: event.currentTarget.checked })} />
      {draft.type === 'lxc' && (
        <>
          <Checkbox
            label={said.unprivileged}
            description={operator ? undefined : said.privilegedByOperators}
            disabled={!operator && draft.unprivileged}
            checked={draft.unprivileged}
            onChange={(event) => set({ unprivileged: event.currentTarget.checked })}
          />
          <Checkbox label={said.nesting} checked={draft.nesting} onChange={(event) => set({ nesting: event.currentTarget.checked })} />
        </>
      )}
    </Stack>
  );
}
