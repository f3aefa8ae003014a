import { Group, Text } from '@mantine/core';
import { Suspense, useState } from 'react';
import { Passing } from '@/features/reservations/approvals/Passing';
import { reservationTexts } from '@/features/reservations/texts';
import { momentOf, wallOf } from '@/features/reservations/time/wall';
import { waitingTexts } from '@/features/reservations/waiting/texts';
import { whyNotWait } from '@/features/reservations/waiting/wish';
import { problemOf, type ApiProblem } from '@/shared/api/problem';
import type { Reservation, Suggestion } from '@/shared/api/types';
import { TextField } from '@/shared/form/fields';
import { DialogButtons, Form, SubmitButton } from '@/shared/form/Form';
import { Dialog } from '@/shared/ui/Dialog';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { part } from '@/shared/ui/part';
import { Conflicts } from './Conflicts';
import { MachinesFields } from './MachinesFields';
import { MoreFields } from './MoreFields';
import { orderOf, suggested } from './order';
import { RepeatFields } from './RepeatFields';
import { TimesFields } from './TimesFields';
import { useBooking, type BookingForm, type Wish } from './useBooking';
import { WhatFields } from './WhatFields';

const WaitDialog = part(() => import('@/features/reservations/waiting/WaitDialog').then((file) => file.WaitDialog));

const said = reservationTexts.form;

/** Waiting for it, where the list takes it; else why it does not. */
function Wait({ form: { values, faults, pending }, problem, wait }: { form: BookingForm; problem: ApiProblem; wait: () => void }) {
  if (problem.mayWait === false) {
    return <Text size="sm">{problem.whyNotWait ?? waitingTexts.wait.not}</Text>;
  }
  const wrong = Object.keys(faults).length > 0;
  const why = wrong ? waitingTexts.wait.mend : whyNotWait(values, orderOf(values).claims?.length ?? 0);
  return (
    <Group gap="xs">
      <GuardedButton size="xs" why={why} disabled={pending} onClick={wait}>
        {waitingTexts.wait.action}
      </GuardedButton>
      <Text size="sm" flex="1 1 12rem">
        {why ?? waitingTexts.wait.hint}
      </Text>
    </Group>
  );
}

/** What is in the way, with what is free instead, each as a button that books it; and the way to the waiting list. */
function Instead({ form, wait }: { form: BookingForm; wait: () => void }) {
  const { values } = form;
  const problem = form.refusal && problemOf(form.refusal.error);
  const wanted = { from: momentOf(values.start, values.zone) ?? 0, to: momentOf(values.end, values.zone) ?? 0 };
  const use = (suggestion: Suggestion) => {
    const better = suggested(suggestion, values);
    form.set(better);
    void form.submit(better);
  };
  return (
    problem?.type === 'reservation-conflict' && (
      <>
        <Conflicts problem={problem} wanted={wanted} zone={values.zone} pending={form.pending} use={use} />
        <Wait form={form} problem={problem} wait={wait} />
      </>
    )
  );
}

/** Books what is typed; where it is taken, it stays open with what is free instead. */
export function BookDialog({ wish, close }: { wish: Wish; close: (booked?: Reservation) => void }) {
  const form = useBooking(wish, close);
  const { values } = form;
  const [waiting, setWaiting] = useState(false);
  if (waiting) {
    // What was typed stays, for those who come back.
    return (
      <Suspense fallback={null}>
        <WaitDialog booking={values} back={() => setWaiting(false)} done={() => close()} />
      </Suspense>
    );
  }
  return (
    <Dialog onClose={() => close()} title={said.title} size={values.machines.length > 0 ? 'xl' : 'lg'}>
      <Form form={form} beside={<Instead form={form} wait={() => setWaiting(true)} />}>
        <TextField field={form.at('title')} label={said.name} description={said.nameHint} required maxLength={200} data-autofocus />
        <WhatFields form={form} />
        <TimesFields values={values} fields={{ start: form.at('start'), end: form.at('end'), zone: form.at('zone') }} set={form.set} />
        <Passing
          error={form.refusal?.error}
          now={{ from: momentOf(values.start, values.zone) ?? 0, to: momentOf(values.end, values.zone) ?? 0 }}
          zone={values.zone}
          use={({ from, to }) => form.set({ start: wallOf(from, values.zone), end: wallOf(to, values.zone) })}
        />
        <RepeatFields form={form} />
        <MachinesFields form={form} />
        <MoreFields form={form} />
        <DialogButtons close={() => close()}>
          <SubmitButton form={form}>{said.submit}</SubmitButton>
        </DialogButtons>
      </Form>
    </Dialog>
  );
}
