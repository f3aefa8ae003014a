import { Passing } from '@/features/reservations/approvals/Passing';
import { reservationTexts } from '@/features/reservations/texts';
import { momentOf, wallOf } from '@/features/reservations/time/wall';
import { problemOf } from '@/shared/api/problem';
import type { Reservation, Suggestion } from '@/shared/api/types';
import { TextField } from '@/shared/form/fields';
import { DialogButtons, Form, SubmitButton } from '@/shared/form/Form';
import { Dialog } from '@/shared/ui/Dialog';
import { Conflicts } from './Conflicts';
import { MachinesFields } from './MachinesFields';
import { MoreFields } from './MoreFields';
import { suggested } from './order';
import { RepeatFields } from './RepeatFields';
import { TimesFields } from './TimesFields';
import { useBooking, type BookingForm, type Wish } from './useBooking';
import { WhatFields } from './WhatFields';

const said = reservationTexts.form;

/** What is in the way, with what is free instead, each as a button that books it. */
function Instead({ form }: { form: BookingForm }) {
  const { values } = form;
  const problem = form.refusal && problemOf(form.refusal.error);
  const wanted = { from: momentOf(values.start, values.zone) ?? 0, to: momentOf(values.end, values.zone) ?? 0 };
  const use = (suggestion: Suggestion) => {
    const better = suggested(suggestion, values);
    form.set(better);
    void form.submit(better);
  };
  return problem?.type === 'reservation-conflict' && <Conflicts problem={problem} wanted={wanted} zone={values.zone} pending={form.pending} use={use} />;
}

/** Books what is typed; where it is taken, it stays open with what is free instead. */
export function BookDialog({ wish, close }: { wish: Wish; close: (booked?: Reservation) => void }) {
  const form = useBooking(wish, close);
  const { values } = form;
  return (
    <Dialog onClose={() => close()} title={said.title} size={values.machines.length > 0 ? 'xl' : 'lg'}>
      <Form form={form} beside={<Instead form={form} />}>
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
