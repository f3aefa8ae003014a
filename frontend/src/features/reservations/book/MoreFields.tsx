import { Stack } from '@mantine/core';
import { useMe } from '@/features/access/rights';
import { reservationTexts } from '@/features/reservations/texts';
import { NativeSelectField } from '@/shared/form/choices';
import { CheckboxField, TextareaField } from '@/shared/form/fields';
import { endsFor } from './ends';
import { BesideFields } from './WhatFields';
import type { BookingForm } from './useBooking';

const said = reservationTexts.form;

/** For whom it is, and what else is to be known of it. */
export function MoreFields({ form }: { form: BookingForm }) {
  const { teams } = useMe();
  const { what, machines } = form.values;
  return (
    <Stack gap="xs">
      {what === 'guest' && machines.length === 0 && (
        <NativeSelectField field={form.at('atEnd')} label={said.atEnd} data={endsFor(false).map((value) => ({ value, label: said.ends[value] }))} />
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
