import { SimpleGrid, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { reservationKeys } from '@/features/reservations/keys';
import { useZoneOf } from '@/features/reservations/time/useZoneOf';
import { momentOf, wallOf, written } from '@/features/reservations/time/wall';
import { nameOf } from '@/features/reservations/words';
import type { Resource } from '@/shared/api/types';
import { CheckboxField, NumberField, TextField } from '@/shared/form/fields';
import { DialogButtons, Form, SubmitButton } from '@/shared/form/Form';
import { same, type Faults } from '@/shared/form/paths';
import { formTexts } from '@/shared/form/texts';
import { useForm } from '@/shared/form/useForm';
import { TagsField } from '@/shared/form/tags';
import { Dialog } from '@/shared/ui/Dialog';
import { Known } from '@/shared/ui/Known';
import { notify } from '@/shared/ui/notify';
import { changeResource, resourceQuery, type ResourceChange } from './api';
import { areTags } from './names';
import { resourceTexts } from './texts';

const said = resourceTexts.change;

export type Values = { tags: string[]; out: boolean; why: string; back: string; cores: string; memory: string };

/** Why it is out of service by what somebody said, and not by NetBox alone. */
const saidOut = ({ out_of_service, inventory }: Resource) => (out_of_service === inventory?.out_of_service ? null : out_of_service);

const valuesOf = (of: Resource, zone: string): Values => ({
  tags: of.tags,
  out: saidOut(of) !== null,
  why: saidOut(of) ?? '',
  back: of.expected_back === null ? '' : wallOf(Date.parse(of.expected_back), zone),
  cores: String(of.cores_factor),
  memory: String(of.memory_factor),
});

const factor = (text: string) => Number(text.replace(',', '.'));
const isFactor = (text: string) => /^\d{1,2}([.,]\d{1,2})?$/.test(text) && factor(text) >= 0.01 && factor(text) <= 64;

const checkFor =
  (of: Resource, zone: string) =>
  ({ tags, out, why, back, cores, memory }: Values): Faults => ({
    ...(!areTags(tags) && { tags: resourceTexts.form.tagRule }),
    ...(out && why.trim() === '' && { why: formTexts.needed }),
    ...(out && back === '' && of.expected_back !== null && { back: said.backRule }),
    ...(out && back !== '' && momentOf(back, zone) === null && { back: formTexts.needed }),
    ...(!isFactor(cores) && { cores: said.factorRule }),
    ...(!isFactor(memory) && { memory: said.factorRule }),
  });

/** What of a resource is to be another way. */
export function changesOf({ tags, out, why, back, cores, memory }: Values, of: Resource, zone: string): ResourceChange {
  const at = out && back !== '' ? momentOf(back, zone) : null;
  return {
    ...(!same(tags, of.tags) && { tags }),
    ...(out ? why.trim() !== saidOut(of) && { out_of_service: why.trim() } : saidOut(of) !== null && { out_of_service: null }),
    ...(at !== null && (of.expected_back === null || at !== Date.parse(of.expected_back)) && { expected_back: written(at, zone) }),
    ...(factor(cores) !== of.cores_factor && { cores_factor: factor(cores) }),
    ...(factor(memory) !== of.memory_factor && { memory_factor: factor(memory) }),
  };
}

const fields: Record<string, string> = { out_of_service: 'why', expected_back: 'back', cores_factor: 'cores', memory_factor: 'memory' };

function EditForm({ resource, etag, known, close }: { resource: Resource; etag: string | null; known: string[]; close: () => void }) {
  const cache = useQueryClient();
  const { zone } = useZoneOf();
  const [initial] = useState(() => valuesOf(resource, zone));
  const form = useForm({
    initial,
    check: checkFor(resource, zone),
    fieldOf: (field) => fields[field] ?? field.replace(/\[.*$/, ''),
    send: (values) => changeResource(resource.id, etag, changesOf(values, resource, zone)),
    done: async ({ reservations }) => {
      await cache.invalidateQueries({ queryKey: reservationKeys.resources });
      close();
      notify({ message: said.done(nameOf(resource), reservations?.healed ?? 0, reservations?.told ?? 0), color: 'green' });
    },
  });
  const { out } = form.values;
  return (
    <Form form={form}>
      <TagsField field={form.at('tags')} label={resourceTexts.form.tags} description={resourceTexts.form.tagsHint} data={known} data-autofocus />
      {resource.inventory?.out_of_service && <Text size="sm">{said.kept(resource.inventory.out_of_service)}</Text>}
      <CheckboxField field={form.at('out')} label={said.out} />
      {out && (
        <>
          <TextField field={form.at('why')} label={said.why} required maxLength={200} />
          <TextField field={form.at('back')} label={said.back} description={said.backHint} type="datetime-local" step={900} />
        </>
      )}
      {(resource.cores !== null || resource.memory !== null) && (
        <>
          <Text size="sm" fw={600}>
            {said.factors}
          </Text>
          <SimpleGrid cols={2}>
            <NumberField field={form.at('cores')} label={said.cores} decimal />
            <NumberField field={form.at('memory')} label={said.memory} decimal />
          </SimpleGrid>
        </>
      )}
      <DialogButtons close={close}>
        <SubmitButton form={form}>{said.save}</SubmitButton>
      </DialogButtons>
    </Form>
  );
}

/** Changes the tags of a resource and how far it may be promised, and takes it out of service. */
export function EditDialog({ of, tags, close }: { of: Resource; tags: string[]; close: () => void }) {
  const query = useQuery(resourceQuery(of.id));
  // What is typed goes over what was read when the dialog was opened.
  const [first] = useState(() => query.dataUpdatedAt);
  const fresh = query.dataUpdatedAt > first ? query.data : undefined;
  return (
    <Dialog onClose={close} title={said.title(nameOf(of))}>
      <Known query={{ ...query, data: fresh }} what={resourceTexts.what} height={200}>
        {fresh && <EditForm resource={fresh.resource} etag={fresh.etag} known={tags} close={close} />}
      </Known>
    </Dialog>
  );
}
