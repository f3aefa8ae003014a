import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change } from '@/features/reservations/api';
import { Passing } from '@/features/reservations/approvals/Passing';
import { tellAsked } from '@/features/reservations/approvals/tellAsked';
import { Conflicts } from '@/features/reservations/book/Conflicts';
import { TimesFields } from '@/features/reservations/book/TimesFields';
import { reservationKeys } from '@/features/reservations/keys';
import { reservationTexts } from '@/features/reservations/texts';
import { when, windowText } from '@/features/reservations/time/say';
import { momentOf, wallOf } from '@/features/reservations/time/wall';
import { fromOf, hasGuests, toOf } from '@/features/reservations/words';
import { problemOf } from '@/shared/api/problem';
import type { Reservation, Suggestion } from '@/shared/api/types';
import { CheckboxField, TextareaField, TextField } from '@/shared/form/fields';
import { DialogButtons, Form, SubmitButton } from '@/shared/form/Form';
import { useForm } from '@/shared/form/useForm';
import { Dialog } from '@/shared/ui/Dialog';
import { GuestsFields } from './GuestsFields';
import { SeriesFields } from './SeriesFields';
import { tellSeries, tellUndoable } from './undo';
import { etagOf } from './useChanges';
import { asksNothing, changesFor, checkOf, placeOf, valuesOf, type Values } from './values';

const said = reservationTexts;

/** Changes a reservation by typing: what it is called, when it is, and what happens at its end. */
export function ChangeDialog({ reservation, zone, close }: { reservation: Reservation; zone: string; close: () => void }) {
  const cache = useQueryClient();
  // What is typed goes over what was known when the dialog was opened.
  const [known] = useState(reservation);
  const [initial] = useState(() => valuesOf(reservation, zone));
  const [check] = useState(() => checkOf(reservation));
  const [over, setOver] = useState(false);
  const reread = () => Promise.all([reservationKeys.lists, reservationKeys.any].map((queryKey) => cache.invalidateQueries({ queryKey })));
  const form = useForm<Values, never, Reservation>({
    initial,
    check,
    fieldOf: placeOf,
    send: (values) =>
      change(
        { id: known.id, etag: over ? null : etagOf(known) },
        { ...changesFor(values, known), ...(values.scope !== 'this' && !over && known.series && { series_version: known.series.version }) },
        { scope: values.scope },
      ),
    done: async (now) => {
      await reread();
      close();
      if (now.id !== known.id) {
        tellAsked(now, reread);
        return;
      }
      if (now.series?.dates) {
        tellSeries(now);
        return;
      }
      const { start_dt, end_dt, title, notes, at_start, at_end, lead_minutes, grace_minutes, guests } = known;
      tellUndoable(said.title, said.move.done(now.title, windowText(fromOf(now), toOf(now), zone)), async () => {
        await change(
          { id: now.id, etag: etagOf(now) },
          { start_dt, end_dt, title, notes, at_start, at_end, lead_minutes, grace_minutes, private: known.private, ...(guests.length > 0 && { guests }) },
        );
        await reread();
      });
    },
  });
  const { values } = form;
  const problem = form.refusal && problemOf(form.refusal.error);
  const stale = problem?.type === 'changed' || reservation.version !== known.version;
  const wanted = { from: momentOf(values.start, values.zone) ?? 0, to: momentOf(values.end, values.zone) ?? 0 };
  const use = ({ start_dt, end_dt }: Suggestion) => {
    const better = { start: wallOf(Date.parse(start_dt), values.zone), end: wallOf(Date.parse(end_dt), values.zone) };
    form.set(better);
    void form.submit(better);
  };
  // Another node is chosen on the lanes; here the claims stay what they are.
  const here = problem && { conflicts: problem.conflicts, nextFree: problem.nextFree.filter(({ same_time }) => !same_time) };
  const beside = problem?.type === 'reservation-conflict' && here && (
    <Conflicts problem={here} wanted={wanted} zone={values.zone} pending={form.pending} use={use} />
  );
  const wished = changesFor(values, known);
  return (
    <Dialog onClose={close} title={said.form.edit} size="lg">
      <Form form={form} beside={beside}>
        {stale && !over && (
          <Alert color="yellow" icon={<IconAlertTriangle />} title={said.stale.title} role="alert">
            <Text size="sm">
              {problem?.type === 'changed' && reservation.version === known.version
                ? said.stale.said(problem.detail)
                : said.stale.detail(when(Date.parse(reservation.changed_at), zone), reservation.changed_by)}
            </Text>
            <Group gap="xs" mt="xs">
              <Button size="xs" variant="default" onClick={() => void reread().then(close)}>
                {said.stale.reload}
              </Button>
              <Button size="xs" variant="default" onClick={() => setOver(true)}>
                {said.stale.overwrite}
              </Button>
            </Group>
          </Alert>
        )}
        <TextField field={form.at('title')} label={said.form.name} required maxLength={200} data-autofocus />
        <TimesFields values={values} fields={{ start: form.at('start'), end: form.at('end'), zone: form.at('zone') }} set={form.set} />
        <Passing
          error={form.refusal?.error}
          now={wanted}
          zone={values.zone}
          use={({ from, to }) => form.set({ start: wallOf(from, values.zone), end: wallOf(to, values.zone) })}
        />
        {hasGuests(known) && <GuestsFields form={form} of={known} />}
        {known.series && known.status === 'pending' && (
          <SeriesFields form={form} of={known} series={known.series} changes={asksNothing(wished) ? {} : wished} zone={zone} />
        )}
        <TextareaField field={form.at('notes')} label={said.form.notes} minRows={2} maxLength={4000} />
        <CheckboxField field={form.at('private')} label={said.form.private} />
        <DialogButtons close={close}>
          <SubmitButton form={form}>{said.form.save}</SubmitButton>
        </DialogButtons>
      </Form>
    </Dialog>
  );
}
