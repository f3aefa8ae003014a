import { Button, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { extend } from '@/features/reservations/api';
import { tellAsked } from '@/features/reservations/approvals/tellAsked';
import { closedTexts } from '@/features/reservations/blackouts/closedTexts';
import { Conflicts } from '@/features/reservations/book/Conflicts';
import { reservationKeys } from '@/features/reservations/keys';
import { reservationTexts } from '@/features/reservations/texts';
import { lengthText, when } from '@/features/reservations/time/say';
import { nameOf, toOf } from '@/features/reservations/words';
import { problemOf } from '@/shared/api/problem';
import type { Reservation, ReservationOverlap } from '@/shared/api/types';
import { NumberField } from '@/shared/form/fields';
import { DialogButtons, Form, SubmitButton } from '@/shared/form/Form';
import type { Faults } from '@/shared/form/paths';
import { useForm } from '@/shared/form/useForm';
import { Dialog } from '@/shared/ui/Dialog';
import { notify } from '@/shared/ui/notify';
import { useLatest, type Latest } from './latest';
import { changeTexts } from './texts';
import { etagOf } from './useChanges';

const said = reservationTexts.extend;
const MINUTE = 60_000;
const usual = [30, 60, 120];
const initial = { minutes: '30' };

const isMinutes = (text: string) => /^\d{1,6}$/.test(text) && Number(text) >= 1;

/** What is in the way, as it stands in a sentence. */
function sayNext({ resource, why, title, requester }: ReservationOverlap): string {
  const [what, next] = [nameOf(resource), changeTexts.latest.next];
  switch (why) {
    case 'taken':
      return next.taken(what, requester ?? reservationTexts.list.reserved);
    case 'blackout':
      return next.taken(what, closedTexts.by(title ?? ''));
    case 'capacity':
      return next.capacity(what);
    case 'out-of-service':
      return next.outOfService(what);
  }
}

/** Until when it can go on, and who is next. */
function LatestNote({ latest: { end: last, next, confirmed }, end, zone }: { latest: Latest; end: number; zone: string }) {
  const texts = changeTexts.latest;
  if (last <= end) {
    return (
      <Text size="sm" c="var(--bad-text)" role="status">
        {next ? texts.never(sayNext(next)) : texts.full}
      </Text>
    );
  }
  return (
    confirmed && (
      <Text size="sm" c="dimmed" role="status">
        {next ? texts.say(when(last, zone), sayNext(next)) : texts.free(when(last, zone))}
      </Text>
    )
  );
}

/** Lets a reservation end later. */
export function ExtendDialog({ reservation, zone, close }: { reservation: Reservation; zone: string; close: () => void }) {
  const cache = useQueryClient();
  const end = toOf(reservation);
  const form = useForm({
    initial,
    check: ({ minutes }): Faults => (isMinutes(minutes) ? {} : { minutes: said.rule }),
    send: ({ minutes }) => extend({ id: reservation.id, etag: etagOf(reservation) }, Number(minutes)),
    done: async (now) => {
      await Promise.all([reservationKeys.lists, reservationKeys.any].map((queryKey) => cache.invalidateQueries({ queryKey })));
      if (now.id === reservation.id) {
        notify({ title: now.title, message: said.done(when(toOf(now), zone)), color: 'green' });
      } else {
        tellAsked(now, () => cache.invalidateQueries({ queryKey: reservationKeys.lists }));
      }
      close();
    },
  });
  const latest = useLatest(reservation);
  const { minutes } = form.values;
  const later = isMinutes(minutes) ? end + Number(minutes) * MINUTE : null;
  const problem = form.refusal && problemOf(form.refusal.error);
  const beside = problem?.type === 'reservation-conflict' && (
    // What is free at another time is no longer end of this one.
    <Conflicts problem={{ conflicts: problem.conflicts, nextFree: [] }} wanted={{ from: end, to: later ?? end }} zone={zone} use={() => undefined} />
  );
  return (
    <Dialog onClose={close} title={said.title}>
      <Form form={form} beside={beside}>
        <NumberField field={form.at('minutes')} label={said.minutes} unit={said.unit} data-autofocus />
        <Group gap="xs">
          {usual.map((each) => (
            <Button key={each} size="xs" variant="default" onClick={() => form.set({ minutes: String(each) })}>
              {said.by(lengthText(each * MINUTE))}
            </Button>
          ))}
          {latest?.next && latest.confirmed && latest.end > end && (
            <Button size="xs" variant="default" onClick={() => form.set({ minutes: String(Math.floor((latest.end - end) / MINUTE)) })}>
              {changeTexts.latest.until(when(latest.end, zone))}
            </Button>
          )}
        </Group>
        {later !== null && <Text size="sm">{said.until(when(later, zone))}</Text>}
        {latest && <LatestNote latest={latest} end={end} zone={zone} />}
        <DialogButtons close={close}>
          <SubmitButton form={form}>{said.submit}</SubmitButton>
        </DialogButtons>
      </Form>
    </Dialog>
  );
}
