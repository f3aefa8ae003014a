import { Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useGuests } from '@/features/guests/api';
import { guestTexts } from '@/features/guests/texts';
import { useFoundResources, useResources } from '@/features/reservations/reservable';
import { reservationTexts } from '@/features/reservations/texts';
import { knownAs } from '@/features/reservations/words';
import type { Resource, ResourceKind } from '@/shared/api/types';
import { NativeSelectField, SelectField } from '@/shared/form/choices';
import { NumberField, TextField } from '@/shared/form/fields';
import { TagsField } from '@/shared/form/tags';
import { anyKinds, whats, type What } from './booking';
import { machineTexts } from './machineTexts';
import { newMachines } from './machines';
import { PrefixField } from './PrefixField';
import type { BookingForm } from './useBooking';

const said = reservationTexts.form;

const byName = (a: Resource, b: Resource) => a.name.localeCompare(b.name, undefined, { numeric: true });
/** More are not drawn at once; typing finds the others. */
const LISTED = 100;

const none = { value: '', label: '' };

/** By its name, with what the inventory says of it, so that both are found by typing. */
const choiceOf = (each: Resource) => ({ value: each.name, label: [each.name, knownAs(each)].filter(Boolean).join(' — ') });

/** A device or a VLAN, also one of so many that they are searched for on the server. */
function NamedField({ form, kind, choices }: { form: BookingForm; kind: 'device' | 'vlan'; choices: Choices }) {
  const [typed, setTyped] = useState('');
  const { data = [] } = useFoundResources(kind, typed);
  const chosen = form.values[kind];
  const found = data.filter((each) => each.kind === kind && each.out_of_service === null).sort(byName);
  const shown = found.length > 0 ? found.map(choiceOf) : choices[kind];
  // What was chosen stays, though it is not among what is found by other words.
  const options = chosen === '' || shown.some(({ value }) => value === chosen) ? shown : [...shown, { value: chosen, label: chosen }];
  return <SelectField field={form.at(kind)} label={said[kind]} data={options} onSearchChange={setTyped} limit={LISTED} searchable required />;
}

/** What of each kind there is to choose from, with those that are out of service left out. */
function useChoices() {
  const resources = useResources().data ?? [];
  const guests = new Map((useGuests().data?.data ?? []).map(({ vmid, name }) => [String(vmid), name]));
  const of = (kind: ResourceKind) => resources.filter((each) => each.kind === kind && each.out_of_service === null).sort(byName);
  const named = (kind: ResourceKind) => of(kind).map(choiceOf);
  return {
    node: named('node'),
    device: named('device'),
    vlan: named('vlan'),
    storage: named('storage'),
    pool: of('pool').map(({ name, node, vms, lxc }) => ({ value: name, label: said.poolOf(name, node ?? '', vms ?? 0, lxc ?? 0) })),
    guest: of('guest').map(({ name }) => ({ value: name, label: guestTexts.named(Number(name), guests.get(name) ?? '') })),
    kinds: new Set<ResourceKind>(['node', 'device', 'vlan', ...resources.map(({ kind }) => kind)]),
    tags: [...new Set(resources.flatMap(({ tags }) => tags))].sort(),
  };
}

type Choices = ReturnType<typeof useChoices>;

/** Of what there is none cannot be chosen. */
const offered = (choices: Choices, now: What): What[] =>
  whats.filter((what) => what === now || !(what === 'guest' || what === 'device' || what === 'vlan') || choices[what].length > 0);

function Share({ form, hint }: { form: BookingForm; hint?: string }) {
  return (
    <Group grow align="flex-start">
      <NumberField field={form.at('cores')} label={said.cores} description={hint} />
      <NumberField field={form.at('memory')} label={said.memory} unit={said.gib} decimal description={hint} />
    </Group>
  );
}

function Any({ form, choices }: { form: BookingForm; choices: Choices }) {
  return (
    <Stack gap="xs">
      <Group grow align="flex-start">
        <NativeSelectField
          field={form.at('anyKind')}
          label={said.anyKind}
          data={anyKinds.filter((kind) => choices.kinds.has(kind) || kind === form.values.anyKind).map((value) => ({ value, label: said.anyKinds[value] }))}
        />
        <NumberField field={form.at('count')} label={said.count} />
      </Group>
      <TagsField field={form.at('tags')} label={said.tags} description={said.tagsHint} data={choices.tags} />
      {form.values.anyKind === 'node' && <Share form={form} hint={said.shareHint} />}
    </Stack>
  );
}

/** What can be reserved beside: room on a storage, addresses, guests of a pool. */
export function BesideFields({ form }: { form: BookingForm }) {
  const { storage, pool } = useChoices();
  const { values } = form;
  return (
    <Stack gap="xs">
      {storage.length > 0 && (
        <Group grow align="flex-start">
          <NativeSelectField field={form.at('storage')} label={said.storage} data={[{ value: '', label: said.noStorage }, ...storage]} />
          {values.storage !== '' && <NumberField field={form.at('disk')} label={said.disk} unit={said.gib} decimal required />}
        </Group>
      )}
      <TextField field={form.at('addresses')} label={said.addresses} description={said.addressesHint} maxLength={90} />
      <PrefixField form={form} />
      {pool.length > 0 && (
        <Group grow align="flex-start">
          <NativeSelectField field={form.at('pool')} label={said.pool} data={[{ value: '', label: said.noPool }, ...pool]} />
          {values.pool !== '' && <NumberField field={form.at('vms')} label={said.vms} />}
          {values.pool !== '' && <NumberField field={form.at('lxc')} label={said.lxc} />}
        </Group>
      )}
    </Stack>
  );
}

/** What is to be reserved. */
export function WhatFields({ form }: { form: BookingForm }) {
  const choices = useChoices();
  const { what, machines } = form.values;
  const choose = (next: What) => form.set({ what: next, ...(next === 'machines' && machines.length === 0 && { machines: [newMachines(0)] }) });
  return (
    <Stack gap="xs">
      <NativeSelectField
        field={{ ...form.at('what'), set: choose }}
        label={said.what}
        data={offered(choices, what).map((value) => ({ value, label: said.whats[value] }))}
      />
      {what === 'machines' && <Text size="sm">{machineTexts.detail}</Text>}
      {(what === 'node' || what === 'share') && <NativeSelectField field={form.at('node')} label={said.node} data={[none, ...choices.node]} required />}
      {what === 'share' && <Share form={form} />}
      {what === 'guest' && <SelectField field={form.at('guest')} label={said.guest} data={choices.guest} searchable required />}
      {(what === 'device' || what === 'vlan') && <NamedField key={what} form={form} kind={what} choices={choices} />}
      {what === 'any' && <Any form={form} choices={choices} />}
    </Stack>
  );
}
