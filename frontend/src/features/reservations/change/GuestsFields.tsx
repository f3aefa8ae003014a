import { Group } from '@mantine/core';
import { ActsFields } from '@/features/reservations/book/ActsFields';
import { endsFor } from '@/features/reservations/book/ends';
import { machineTexts } from '@/features/reservations/book/machineTexts';
import { reservationTexts } from '@/features/reservations/texts';
import type { Reservation } from '@/shared/api/types';
import { NativeSelectField } from '@/shared/form/choices';
import { NumberField } from '@/shared/form/fields';
import type { useForm } from '@/shared/form/useForm';
import { MadeGuests } from './MadeGuests';
import type { Values } from './values';

const said = reservationTexts.form;

type Props = { form: ReturnType<typeof useForm<Values, never, Reservation>>; of: Reservation };

/** What happens to the guests of a reservation at its start and its end. */
export function GuestsFields({ form, of: { guests, claims, status } }: Props) {
  const named = claims.flatMap(({ resource: { kind, name } }) => (kind === 'guest' ? [Number(name)] : []));
  const made = guests.length > 0;
  const begins = status === 'pending';
  return (
    <>
      {named.length > 0 ? (
        <ActsFields
          vmid={named.length === 1 ? (named[0] ?? null) : null}
          start={begins ? { act: form.at('atStart'), from: form.at('startFrom') } : null}
          end={{ act: form.at('atEnd'), as: form.at('endAs') }}
          made={made}
        />
      ) : (
        <NativeSelectField field={form.at('atEnd')} label={said.atEnd} data={endsFor(true).map((value) => ({ value, label: said.ends[value] }))} />
      )}
      {made && form.values.scope === 'this' && <MadeGuests form={form} guests={guests} />}
      <Group grow align="flex-start">
        {made && begins && <NumberField field={form.at('lead')} label={machineTexts.lead} unit={machineTexts.leadUnit} />}
        <NumberField field={form.at('grace')} label={said.grace} unit={said.graceUnit} description={said.graceHint} />
      </Group>
    </>
  );
}
