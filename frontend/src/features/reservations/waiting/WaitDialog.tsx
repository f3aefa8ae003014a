import { Button, Group, SimpleGrid, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Booking } from '@/features/reservations/book/booking';
import { orderOf } from '@/features/reservations/book/order';
import { reservationKeys } from '@/features/reservations/keys';
import { lengthText, offsetName } from '@/features/reservations/time/say';
import { noteOn } from '@/features/reservations/time/typed';
import { momentOf } from '@/features/reservations/time/wall';
import { TextField } from '@/shared/form/fields';
import { Form, SubmitButton } from '@/shared/form/Form';
import { useForm } from '@/shared/form/useForm';
import { Dialog } from '@/shared/ui/Dialog';
import { notify } from '@/shared/ui/notify';
import { enter } from './api';
import { PlaceLine } from './PlaceLine';
import { waitingTexts } from './texts';
import { checkBetween, entryOf, lengthOf, usualBetween } from './wish';
import { usePlace } from './usePlace';
import { likelyText, wantedText } from './words';

const said = waitingTexts.wait;

type Props = {
  /** What was refused. */
  booking: Booking;
  back: () => void;
  done: () => void;
};

/** Puts a booking that was refused on the waiting list: what is waited for, and until when. */
export function WaitDialog({ booking, back, done }: Props) {
  const cache = useQueryClient();
  const { zone } = booking;
  const length = lengthOf(booking);
  const [initial] = useState(() => usualBetween(booking));
  const form = useForm({
    initial,
    check: (between) => checkBetween(between, { zone, length }),
    send: (between) => enter(entryOf(booking, between)),
    done: ({ title, place, ...entry }) => {
      void cache.invalidateQueries({ queryKey: reservationKeys.waiting });
      notify({
        title,
        message: said.done(place, likelyText(entry, zone)),
        color: 'green',
      });
      done();
    },
  });
  const { from, until } = form.values;
  const standing = usePlace(entryOf(booking, form.values), Object.keys(form.faults).length === 0);
  const at = momentOf(from, zone);
  return (
    <Dialog onClose={back} title={said.title} size="lg">
      <Form form={form}>
        <Text size="sm">
          <b>{booking.title}</b>: {wantedText(orderOf(booking).claims ?? [])}, {lengthText(length)}
        </Text>
        <SimpleGrid cols={{ base: 1, xs: 2 }} verticalSpacing="xs">
          <TextField field={form.at('from')} type="datetime-local" step={900} label={said.from} required description={noteOn(from, zone)} data-autofocus />
          <TextField field={form.at('until')} type="datetime-local" step={900} label={said.until} required description={noteOn(until, zone)} />
        </SimpleGrid>
        <Text size="sm" c="dimmed">
          {at !== null && `${said.zone(zone, offsetName(at, zone))}. `}
          {said.untilHint} {said.hint}
        </Text>
        <PlaceLine standing={standing} until={until} zone={zone} />
        <Group justify="flex-end">
          <Button variant="default" onClick={back}>
            {said.back}
          </Button>
          <SubmitButton form={form} why={standing?.state === 'refused' ? said.refused(standing.why) : null}>
            {said.submit}
          </SubmitButton>
        </Group>
      </Form>
    </Dialog>
  );
}
