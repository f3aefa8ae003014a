import { Checkbox, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '@/features/access/rights';
import { book } from '@/features/reservations/api';
import { reservationKeys } from '@/features/reservations/keys';
import { reservationTexts } from '@/features/reservations/texts';
import { windowText } from '@/features/reservations/time/say';
import { momentOf } from '@/features/reservations/time/wall';
import { fromOf, toOf } from '@/features/reservations/words';
import { problemOf } from '@/shared/api/problem';
import type { Reservation, Suggestion } from '@/shared/api/types';
import { NativeSelectField } from '@/shared/form/choices';
import { TextareaField, TextField } from '@/shared/form/fields';
import { DialogButtons, Form, SubmitButton } from '@/shared/form/Form';
import { useForm } from '@/shared/form/useForm';
import { Dialog } from '@/shared/ui/Dialog';
import { notify } from '@/shared/ui/notify';
import { checkBooking, emptyBooking, endsFor, type Booking } from './booking';
import { Conflicts } from './Conflicts';
import { orderOf, suggested } from './order';
import { RepeatFields } from './RepeatFields';
import { TimesFields } from './TimesFields';
import { WhatFields, type BookingForm } from './WhatFields';

const said = reservationTexts.form;
const check = checkBooking(Date.now);

const places: [RegExp, string][] = [
  [/^start_dt$/, 'start'],
  [/^end_dt$/, 'end'],
  [/^time_zone$/, 'zone'],
  [/^at_end$/, 'atEnd'],
  [/^recurrence/, 'repeat.freq'],
  [/^claims\[\d+\](?:\.any)?\.(node|cores|memory|guest|device|vlan|tags|count)$/, '$1'],
  [/^claims/, 'what'],
];

/** The place of a field of the API in the form. */
export function placeOf(field: string): string {
  const found = places.find(([form]) => form.test(field));
  return found
    ? field
        .replace(found[0], found[1])
        .replace(/^repeat\.freq.*/, 'repeat.freq')
        .replace(/^what.*/, 'what')
    : field;
}

function More({ form, teams }: { form: BookingForm; teams: string[] }) {
  const ends = endsFor(false).map((value) => ({ value, label: said.ends[value] }));
  const secret = form.at('private');
  return (
    <Stack gap="xs">
      {form.values.what === 'guest' && <NativeSelectField field={form.at('atEnd')} label={said.atEnd} data={ends} />}
      {teams.length > 0 && (
        <NativeSelectField
          field={form.at('team')}
          label={said.team}
          data={[{ value: '', label: said.noTeam }, ...teams.map((value) => ({ value, label: value }))]}
        />
      )}
      <TextareaField field={form.at('notes')} label={said.notes} minRows={2} maxLength={4000} />
      <Checkbox label={said.private} checked={secret.value} onChange={(event) => secret.set(event.currentTarget.checked)} />
    </Stack>
  );
}

export type Wish = { from: number; to: number; zone: string } & Partial<Pick<Booking, 'what' | 'node' | 'guest' | 'device' | 'vlan'>>;

/** Books what is typed; where it is taken, it stays open with what is free instead. */
export function BookDialog({ wish: { from, to, zone, ...change }, close }: { wish: Wish; close: (booked?: Reservation) => void }) {
  const me = useMe();
  const cache = useQueryClient();
  const [initial] = useState(() => emptyBooking(from, to, zone, change));
  const form = useForm<Booking, never, Reservation>({
    initial,
    check,
    fieldOf: placeOf,
    send: (booking) => book(orderOf(booking)),
    done: (booked) => {
      void cache.invalidateQueries({ queryKey: reservationKeys.lists });
      void cache.invalidateQueries({ queryKey: reservationKeys.resources });
      notify({ title: booked.title, message: windowText(fromOf(booked), toOf(booked), zone), color: 'green' });
      close(booked);
    },
  });
  const { values } = form;
  const wanted = { from: momentOf(values.start, values.zone) ?? 0, to: momentOf(values.end, values.zone) ?? 0 };
  const problem = form.refusal && problemOf(form.refusal.error);
  const use = (suggestion: Suggestion) => {
    const better = suggested(suggestion, values);
    form.set(better);
    void form.submit(better);
  };
  const beside = problem?.type === 'reservation-conflict' && (
    <Conflicts problem={problem} wanted={wanted} zone={values.zone} pending={form.pending} use={use} />
  );
  return (
    <Dialog onClose={() => close()} title={said.title} size="lg">
      <Form form={form} beside={beside}>
        <TextField field={form.at('title')} label={said.name} description={said.nameHint} required maxLength={200} data-autofocus />
        <WhatFields form={form} />
        <TimesFields values={values} fields={{ start: form.at('start'), end: form.at('end'), zone: form.at('zone') }} set={form.set} />
        <RepeatFields form={form} />
        <More form={form} teams={me.teams} />
        <DialogButtons close={() => close()}>
          <SubmitButton form={form}>{said.submit}</SubmitButton>
        </DialogButtons>
      </Form>
    </Dialog>
  );
}
