import { SimpleGrid } from '@mantine/core';
import { reservationTexts } from '@/features/reservations/texts';
import { NativeSelectField } from '@/shared/form/choices';
import { NumberField } from '@/shared/form/fields';
import { endsFor } from './ends';
import { machineTexts } from './machineTexts';
import type { BookingForm } from './useBooking';

const said = reservationTexts.form;

/** What becomes of all that is made at the end, and how long before the start it is begun. */
export function MadeFields({ form }: { form: BookingForm }) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} verticalSpacing="xs">
      <NativeSelectField field={form.at('madeEnd')} label={said.atEnd} data={endsFor(true).map((value) => ({ value, label: said.ends[value] }))} />
      <NumberField field={form.at('lead')} label={machineTexts.lead} unit={machineTexts.leadUnit} description={machineTexts.leadHint} />
    </SimpleGrid>
  );
}
