import { Stack } from '@mantine/core';
import { useMe } from '@/features/access/rights';
import { reservationTexts } from '@/features/reservations/texts';
import { NativeSelectField } from '@/shared/form/choices';
import { CheckboxField, NumberField, TextareaField } from '@/shared/form/fields';
import { ActsFields } from './ActsFields';
import { hasGrace, madeEnds } from './booking';
import { BesideFields } from './WhatFields';
import type { BookingForm } from './useBooking';

const said = reservationTexts.form;

/** For whom it is, and what else is to be known of it. */
export function MoreFields({ form }: { form: BookingForm }) {
  const { teams } = useMe();
  const { what, guest } = form.values;
  return (
    <Stack gap="xs">
      {what === 'guest' && (
        <ActsFields
          vmid={guest === '' ? null : Number(guest)}
          start={{ act: form.at('atStart'), from: form.at('startFrom') }}
          end={{ act: form.at('atEnd'), as: form.at('endAs') }}
        />
      )}
      {hasGrace(form.values) && (
        <NumberField
          field={form.at('grace')}
          label={said.grace}
          unit={said.graceUnit}
          description={said.graceHint}
          placeholder={madeEnds(form.values).includes('destroy') ? '10' : '0'}
        />
      )}
      {teams.length > 0 && (
        <NativeSelectField
          field={form.at('team')}
          label={said.team}
          data={[{ value: '', label: said.noTeam }, ...teams.map((value) => ({ value, label: value }))]}
        />
      )}
      <BesideFields form={form} />
      <TextareaField field={form.at('notes')} label={said.notes} minRows={2} maxLength={4000} />
      <CheckboxField field={form.at('private')} label={said.private} />
    </Stack>
  );
}
