import { SimpleGrid } from '@mantine/core';
import { reservationTexts } from '@/features/reservations/texts';
import { NativeSelectField } from '@/shared/form/choices';
import { NumberField } from '@/shared/form/fields';
import { endsFor } from './ends';
import { machineTexts } from './machineTexts';
import type { MachineSet } from './machines';
import { asks, checksFor } from './ready';
import type { BookingForm } from './useBooking';

const said = machineTexts.ready;

/** When machines that are all alike are ready, and what becomes of them at the end. */
export function ReadyFields({ form, index, set }: { form: BookingForm; index: number; set: MachineSet }) {
  const { check } = set.ready;
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} verticalSpacing="xs">
        <NativeSelectField
          field={form.at(`machines.${index}.ready.check`)}
          label={said.label}
          data={checksFor(set.draft.type).map((value) => ({ value, label: said.checks[value] }))}
        />
        <NativeSelectField
          field={form.at(`machines.${index}.end`)}
          label={machineTexts.endOf}
          data={[{ value: '', label: machineTexts.asAll }, ...endsFor(true).map((value) => ({ value, label: reservationTexts.form.ends[value] }))]}
        />
      </SimpleGrid>
      {asks(check) && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} verticalSpacing="xs">
          {check === 'port' && <NumberField field={form.at(`machines.${index}.ready.port`)} label={said.port} required />}
          <NumberField field={form.at(`machines.${index}.ready.minutes`)} label={said.minutes} unit={said.unit} description={said.minutesHint} required />
        </SimpleGrid>
      )}
    </>
  );
}
