import { Fieldset, Stack } from '@mantine/core';
import { ReadyFields } from '@/features/reservations/book/ReadyFields';
import { endTexts } from '@/features/reservations/endTexts';
import type { OrderedGuest, Reservation } from '@/shared/api/types';
import type { useForm } from '@/shared/form/useForm';
import type { Values } from './values';

type Props = { form: ReturnType<typeof useForm<Values, never, Reservation>>; guests: OrderedGuest[] };

/** When each kind of guests that are made is ready, and what becomes of it at the end. */
export function MadeGuests({ form, guests }: Props) {
  return (
    <Stack gap="sm">
      {guests.map(({ kind, name, count = 1 }, index) => (
        <Fieldset key={name} legend={endTexts.made(name, count)} variant="unstyled">
          <Stack gap="sm">
            <ReadyFields
              type={kind}
              check={form.at(`made.${index}.ready.check`)}
              port={form.at(`made.${index}.ready.port`)}
              minutes={form.at(`made.${index}.ready.minutes`)}
              end={form.at(`made.${index}.end`)}
            />
          </Stack>
        </Fieldset>
      ))}
    </Stack>
  );
}
