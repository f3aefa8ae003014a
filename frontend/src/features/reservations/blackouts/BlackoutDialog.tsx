import { Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useGuests } from '@/features/guests/api';
import { guestTexts } from '@/features/guests/texts';
import { useResources } from '@/features/reservations/reservable';
import { Conflicts } from '@/features/reservations/book/Conflicts';
import { TimesFields } from '@/features/reservations/book/TimesFields';
import { reservationKeys } from '@/features/reservations/keys';
import { momentOf, wallOf } from '@/features/reservations/time/wall';
import { problemOf } from '@/shared/api/problem';
import { rereadAll } from '@/shared/api/reread';
import type { Resource } from '@/shared/api/types';
import { MultiSelectField, NativeSelectField } from '@/shared/form/choices';
import { TextareaField, TextField } from '@/shared/form/fields';
import { DialogButtons, Form, SubmitButton } from '@/shared/form/Form';
import { useForm } from '@/shared/form/useForm';
import { Dialog } from '@/shared/ui/Dialog';
import { notify } from '@/shared/ui/notify';
import { makeBlackout } from './api';
import { checkClosing, closedKinds, closingOf, keyOf, placeOf, withAll, type Closing } from './order';
import { blackoutTexts, type OnConflict } from './texts';

const said = blackoutTexts.form;
const HOUR = 3_600_000;
const ALL = 200;

const check = checkClosing(Date.now);
const none: Resource[] = [];
const byName = (a: Resource, b: Resource) => a.name.localeCompare(b.name, undefined, { numeric: true });

function emptyClosing(zone: string): Closing {
  const from = Math.ceil(Date.now() / HOUR) * HOUR;
  return { title: '', closed: [], conflicts: 'refuse', notes: '', zone, start: wallOf(from, zone), end: wallOf(from + 2 * HOUR, zone) };
}

const { lists, any, resources, waiting } = reservationKeys;

function useClosing(zone: string, close: () => void) {
  const cache = useQueryClient();
  const [initial] = useState(() => emptyClosing(zone));
  return useForm<Closing, never, Awaited<ReturnType<typeof makeBlackout>>>({
    initial,
    check,
    fieldOf: placeOf,
    send: (closing) => makeBlackout(closingOf(closing)),
    done: async ({ blackout, cancelled, kept }) => {
      await rereadAll(cache, [lists, any, resources, waiting]);
      notify({ title: blackout.title, message: said.done(cancelled.length, kept.length), color: 'green' });
      close();
    },
    asks: true,
  });
}

type ClosingForm = ReturnType<typeof useClosing>;

/** What is in the way, all of it: what becomes of it is chosen below. */
function InTheWay({ form: { refusal, values } }: { form: ClosingForm }) {
  const problem = refusal && problemOf(refusal.error);
  const wanted = { from: momentOf(values.start, values.zone) ?? 0, to: momentOf(values.end, values.zone) ?? 0 };
  return (
    problem?.type === 'reservation-conflict' && (
      <Stack gap="xs" w="100%">
        <Conflicts problem={{ conflicts: problem.conflicts, nextFree: [] }} wanted={wanted} zone={values.zone} most={ALL} use={() => undefined} />
        <Text size="sm">{said.choose}</Text>
      </Stack>
    )
  );
}

/** What is closed: some by name, or all of a kind with one press. */
function ClosedField({ form }: { form: ClosingForm }) {
  const { data: known = none } = useResources();
  const guests = new Map((useGuests().data?.data ?? []).map(({ vmid, name }) => [String(vmid), name]));
  const labelOf = ({ kind, name }: Resource) => (kind === 'guest' ? guestTexts.named(Number(name), guests.get(name) ?? '') : name);
  const groups = closedKinds.flatMap((kind) => {
    const items = known.filter((each) => each.kind === kind).sort(byName);
    return items.length === 0 ? [] : [{ kind, items: items.map((each) => ({ value: keyOf(each), label: labelOf(each) })) }];
  });
  return (
    <Stack gap={6}>
      <MultiSelectField
        field={form.at('closed')}
        label={said.closed}
        placeholder={form.values.closed.length === 0 ? said.search : ''}
        data={groups.map(({ kind, items }) => ({ group: said.groups[kind], items }))}
        searchable
        required
      />
      <Group gap={6}>
        {groups.map(({ kind }) => (
          <Button key={kind} size="compact-xs" variant="default" onClick={() => form.set({ closed: withAll(form.values.closed, known, kind) })}>
            {said.add[kind]}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}

/** Closes something for a time; what is in the way is shown before anything becomes of it. */
export function BlackoutDialog({ zone, close }: { zone: string; close: () => void }) {
  const form = useClosing(zone, close);
  const { values } = form;
  const cancels = values.conflicts === 'cancel';
  return (
    <Dialog onClose={close} title={said.title} size="lg">
      <Form form={form} beside={<InTheWay form={form} />}>
        <TextField field={form.at('title')} label={said.why} description={said.whyHint} required maxLength={200} data-autofocus />
        <ClosedField form={form} />
        <TimesFields values={values} fields={{ start: form.at('start'), end: form.at('end'), zone: form.at('zone') }} set={form.set} />
        <NativeSelectField
          field={form.at('conflicts')}
          label={said.conflicts}
          description={cancels ? said.cancelHint : undefined}
          data={(Object.keys(said.choices) as OnConflict[]).map((value) => ({ value, label: said.choices[value] }))}
        />
        <TextareaField field={form.at('notes')} label={said.notes} minRows={2} maxLength={4000} />
        <DialogButtons close={close}>
          <SubmitButton form={form} {...(cancels && { color: 'red' })}>
            {cancels ? said.submitCancel : said.submit}
          </SubmitButton>
        </DialogButtons>
      </Form>
    </Dialog>
  );
}
