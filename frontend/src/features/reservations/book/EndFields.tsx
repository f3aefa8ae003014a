import { SimpleGrid } from '@mantine/core';
import { reservationTexts } from '@/features/reservations/texts';
import type { GuestEnd } from '@/shared/api/types';
import { NativeSelectField } from '@/shared/form/choices';
import { NumberField } from '@/shared/form/fields';
import type { Field } from '@/shared/form/useForm';
import { endsFor } from './ends';

const said = reservationTexts.form;

/** What becomes of what is made for a reservation at its end. */
export function EndFields({ end, grace }: { end: Field<GuestEnd>; grace: Field<string> }) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} verticalSpacing="xs">
      <NativeSelectField field={end} label={said.atEnd} data={endsFor(true).map((value) => ({ value, label: said.ends[value] }))} />
      {end.value === 'destroy' && <NumberField field={grace} label={said.grace} unit={said.graceUnit} description={said.graceHint} />}
    </SimpleGrid>
  );
}
