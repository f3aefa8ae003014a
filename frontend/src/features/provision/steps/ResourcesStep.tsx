import { SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useMe } from '@/features/access/rights';
import { AccountFields } from '@/features/provision/fields/AccountFields';
import { ContainerFields } from '@/features/provision/fields/ContainerFields';
import { SizeFields } from '@/features/provision/fields/SizeFields';
import { QuotaLeft } from '@/features/provision/QuotaLeft';
import { provisionTexts } from '@/features/provision/texts';
import type { StepProps } from '@/features/provision/useWizard';
import { api, body } from '@/shared/api/client';
import { SelectField } from '@/shared/form/choices';
import { CheckboxField, NumberField, TextareaField, TextField } from '@/shared/form/fields';
import { TagsField } from '@/shared/form/tags';

const said = provisionTexts.resources;

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
      <SizeFields form={form} />
      {['cores', 'memory', 'disk'].some((name) => name in shown) && <QuotaLeft team={draft.team} />}
      <AccountFields form={form} />
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
      <ContainerFields form={form} />
    </Stack>
  );
}
