import { Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useGuests } from '@/features/guests/api';
import { LockNotice } from '@/features/guests/lock/LockNotice';
import { guestTexts } from '@/features/guests/texts';
import { Choice } from '@/features/provision/Choice';
import { useTemplates } from '@/features/provision/fields/useTemplates';
import { provisionTexts } from '@/features/provision/texts';
import type { StepProps } from '@/features/provision/useWizard';
import { NothingMatches, NothingYet } from '@/shared/ui/Empty';
import { Known } from '@/shared/ui/Known';

const said = provisionTexts.template;

/** Whether to wait for what is copied, where that is locked; still to be changed back when the lock has gone. */
function LockChoice({ form: { values: draft, set } }: StepProps) {
  const { data } = useGuests();
  const source = data?.data.find(({ vmid }) => String(vmid) === draft.template);
  if (source?.lock) {
    return <LockNotice guest={source} wait={draft.wait} setWait={(wait) => set({ wait })} />;
  }
  return draft.wait ? null : <Checkbox label={guestTexts.lock.doNotWait} checked onChange={() => set({ wait: true })} />;
}

/** What it is made from. */
export function TemplateStep({ form }: StepProps) {
  const { values: draft, set, at } = form;
  const [query, setQuery] = useState('');
  const { query: templates, kind, fitting, found, options } = useTemplates(draft, query);
  return (
    <Stack>
      <TextInput
        aria-label={said.search}
        placeholder={said.search}
        data-filter
        leftSection={<IconSearch size={18} />}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        // Enter searches; it does not go on.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        autoComplete="off"
      />
      <Known query={templates} what={said.what} height={120}>
        <Stack>
          {templates.data?.trouble && (
            <Text size="sm" c="var(--warn-text)">
              {said.incomplete(templates.data.trouble)}
            </Text>
          )}
          {!templates.data?.trouble && fitting.length === 0 && <NothingYet title={said.none[kind]} detail={said.noneDetail[kind]} />}
          {fitting.length > 0 && found.length === 0 && <NothingMatches title={said.noMatch} clear={() => setQuery('')} />}
          {options.length > 0 && (
            <Choice label={said.title[kind]} field={{ ...at('template'), set: (template) => set({ template, storage: '', wait: true }) }} options={options} />
          )}
        </Stack>
      </Known>
      {kind === 'clone' && <LockChoice form={form} />}
    </Stack>
  );
}
