import { SimpleGrid } from '@mantine/core';
import { reservationTexts } from '@/features/reservations/texts';
import type { GuestEnd, OrderedGuest } from '@/shared/api/types';
import { NativeSelectField } from '@/shared/form/choices';
import { NumberField } from '@/shared/form/fields';
import type { Field } from '@/shared/form/useForm';
import { endsFor } from './ends';
import { machineTexts } from './machineTexts';
import { asks, checksFor, type Check } from './ready';

const said = machineTexts.ready;

type Props = {
  type: OrderedGuest['kind'];
  check: Field<Check>;
  port: Field<string>;
  minutes: Field<string>;
  end: Field<GuestEnd | ''>;
};

/** When machines that are all alike are ready, and what becomes of them at the end. */
export function ReadyFields({ type, check, port, minutes, end }: Props) {
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} verticalSpacing="xs">
        <NativeSelectField field={check} label={said.label} data={checksFor(type).map((value) => ({ value, label: said.checks[value] }))} />
        <NativeSelectField
          field={end}
          label={machineTexts.endOf}
          data={[{ value: '', label: machineTexts.asAll }, ...endsFor(true).map((value) => ({ value, label: reservationTexts.form.ends[value] }))]}
        />
      </SimpleGrid>
      {asks(check.value) && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} verticalSpacing="xs">
          {check.value === 'port' && <NumberField field={port} label={said.port} required />}
          <NumberField field={minutes} label={said.minutes} unit={said.unit} description={said.minutesHint} required />
        </SimpleGrid>
      )}
    </>
  );
}
