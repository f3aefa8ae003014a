import { Button, Collapse, SimpleGrid, Stack, Text } from '@mantine/core';
import { useEffect, useId, useState } from 'react';
import type { Draft } from '@/features/provision/draft';
import { AccountFields } from '@/features/provision/fields/AccountFields';
import type { Later } from '@/features/provision/fields/AddressFields';
import { ContainerFields } from '@/features/provision/fields/ContainerFields';
import { NicsFields } from '@/features/provision/fields/NicsFields';
import { SizeFields } from '@/features/provision/fields/SizeFields';
import { StorageFields } from '@/features/provision/fields/StorageFields';
import { usePlace, type Place } from '@/features/provision/fields/usePlace';
import { sourceOf, useTemplates } from '@/features/provision/fields/useTemplates';
import { provisionTexts } from '@/features/provision/texts';
import { NativeSelectField, SelectField } from '@/shared/form/choices';
import { CheckboxField, NumberField, TextField } from '@/shared/form/fields';
import { useWithin, type Fields } from '@/shared/form/within';
import { machineTexts } from './machineTexts';
import { namesOf, wantedOf, type MachineSet } from './machines';
import { ReadyFields } from './ReadyFields';
import type { BookingForm } from './useBooking';

const said = machineTexts;
const sources = ['clone', 'iso', 'lxc'] as const;

type Machine = Fields<Draft, 'password'>;

/** What they are made from. */
function FromFields({ form }: { form: Machine }) {
  const { values: draft, set, at } = form;
  const { query, options } = useTemplates(draft);
  const kind = sourceOf(draft);
  const choose = (next: (typeof sources)[number]) =>
    set({ ...(next === 'lxc' ? { type: next } : { type: 'vm' as const, source: next }), template: '', storage: '', disk: '' });
  const trouble = query.data?.trouble;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} verticalSpacing="xs">
      <NativeSelectField
        field={{ ...at('type'), value: kind, set: choose }}
        label={said.from}
        data={sources.map((value) => ({ value, label: said.froms[value] }))}
      />
      <SelectField
        field={{ ...at('template'), set: (template) => set({ template, storage: '', wait: true }) }}
        label={said.template[kind]}
        description={trouble ? provisionTexts.template.incomplete(trouble) : undefined}
        data={options.map(({ value, title, detail }) => ({ value, label: title, detail }))}
        nothingFoundMessage={query.data ? provisionTexts.template.none[kind] : undefined}
        renderOption={({ option }) => (
          <div>
            <Text size="sm">{option.label}</Text>
            <Text size="xs" c="dimmed">
              {'detail' in option && typeof option.detail === 'string' ? option.detail : ''}
            </Text>
          </div>
        )}
        searchable
        required
      />
    </SimpleGrid>
  );
}

/** On which node they are made: on one that is chosen, or where most room is now. */
function NodeField({ form, any, setAny, place: { placement } }: { form: Machine; any: boolean; setAny: (any: boolean) => void; place: Place }) {
  const { values: draft, set, at } = form;
  const nodes = placement.data?.nodes ?? [];
  const best = placement.data?.choice?.node ?? '';
  const storageOn = (name: string) => nodes.find(({ node }) => node === name)?.storage ?? '';
  const storage = storageOn(best);
  useEffect(() => {
    if (any && best !== '' && draft.node !== best) {
      set({ node: best, storage });
    }
  }, [any, best, storage, draft.node, set]);
  const choose = (node: string) => {
    setAny(node === '');
    if (node !== '') {
      set({ node, storage: storageOn(node), told: { node: '', nics: '' } });
    }
  };
  return (
    <NativeSelectField
      field={{ ...at('node'), value: any ? '' : draft.node, set: choose }}
      label={said.node}
      description={placement.error ? said.unknown : undefined}
      data={[
        { value: '', label: any && draft.node !== '' ? said.anyOf(draft.node) : said.any },
        ...nodes.map(({ node, possible, obstacle }) => ({ value: node, label: possible ? node : said.obstacle(node, obstacle ?? ''), disabled: !possible })),
        ...(any || draft.node === '' || nodes.some(({ node }) => node === draft.node) ? [] : [{ value: draft.node, label: draft.node }]),
      ]}
    />
  );
}

const inMore = (path: string) => /^(nics|dns|user|password|sshKeys|unprivileged|nesting)\b/.test(path);

/** What is seldom told of them; it opens where something in it is wrong. */
function MoreOfMachine({ form, place, later }: { form: Machine; place: Place; later: Later }) {
  const [asked, setAsked] = useState(false);
  const id = useId();
  const open = asked || Object.keys(form.shown).some(inMore);
  return (
    <>
      <Button size="xs" variant="subtle" aria-expanded={open} aria-controls={id} onClick={() => setAsked(!open)} style={{ alignSelf: 'flex-start' }}>
        {open ? said.less : said.more}
      </Button>
      <Collapse id={id} expanded={open}>
        <Stack gap="sm">
          <NicsFields form={form} place={place} later={later} />
          <AccountFields form={form} />
          {form.values.password !== '' && <Text size="sm">{said.secret}</Text>}
          <ContainerFields form={form} />
        </Stack>
      </Collapse>
    </>
  );
}

/** Machines that are all alike, by the fields of the wizard that makes single ones. */
export function MachineFields({ form, index, set }: { form: BookingForm; index: number; set: MachineSet }) {
  const fields = useWithin<Draft, 'password'>(form, `machines.${index}.draft`);
  const inner = { ...fields, values: { ...fields.values, team: form.values.team } };
  const place = usePlace(inner);
  const names = namesOf(set);
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} verticalSpacing="xs">
        <NumberField field={form.at(`machines.${index}.count`)} label={said.count} required />
        <TextField
          field={inner.at('name')}
          label={said.name}
          description={names.length > 1 ? said.names(names) : said.nameHint}
          required
          maxLength={63}
          spellCheck={false}
        />
      </SimpleGrid>
      <FromFields form={inner} />
      <SizeFields form={inner} />
      <NodeField form={inner} place={place} any={set.any} setAny={(any) => form.at(`machines.${index}.any`).set(any)} />
      <StorageFields form={inner} place={place} />
      <CheckboxField field={inner.at('start')} label={provisionTexts.resources.start} />
      <ReadyFields
        type={set.draft.type}
        check={form.at(`machines.${index}.ready.check`)}
        port={form.at(`machines.${index}.ready.port`)}
        minutes={form.at(`machines.${index}.ready.minutes`)}
        end={form.at(`machines.${index}.end`)}
      />
      <MoreOfMachine form={inner} place={place} later={{ wanted: (prefix) => wantedOf(form.values.machines, prefix) }} />
    </>
  );
}
