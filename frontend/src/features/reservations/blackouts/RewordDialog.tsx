import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { reservationKeys } from '@/features/reservations/keys';
import { rereadAll } from '@/shared/api/reread';
import type { Reservation } from '@/shared/api/types';
import { TextareaField, TextField } from '@/shared/form/fields';
import { DialogButtons, Form, SubmitButton } from '@/shared/form/Form';
import { formTexts } from '@/shared/form/texts';
import { useForm } from '@/shared/form/useForm';
import { Dialog } from '@/shared/ui/Dialog';
import { notify } from '@/shared/ui/notify';
import { reword } from './api';
import { blackoutTexts } from './texts';

const said = blackoutTexts.form;
const { lists, any, resources } = reservationKeys;

/** Says anew why something is closed. */
export function RewordDialog({ blackout, close }: { blackout: Reservation; close: () => void }) {
  const cache = useQueryClient();
  // A change is meant for what was seen when it was begun.
  const [known] = useState(blackout);
  const [initial] = useState(() => ({ title: blackout.title, notes: blackout.notes }));
  const reread = () => rereadAll(cache, [lists, any, resources]);
  const form = useForm({
    initial,
    check: ({ title }): Record<string, string> => (title.trim() === '' ? { title: formTexts.needed } : {}),
    send: ({ title, notes }) => reword(known, { title: title.trim(), notes: notes.trim() }),
    done: async ({ title }) => {
      await reread();
      notify({ title, message: said.saved, color: 'green' });
      close();
    },
    refused: () => void reread(),
    asks: true,
  });
  return (
    <Dialog onClose={close} title={said.change}>
      <Form form={form}>
        <TextField field={form.at('title')} label={said.why} description={said.whyHint} required maxLength={200} data-autofocus />
        <TextareaField field={form.at('notes')} label={said.notes} minRows={2} maxLength={4000} />
        <Text size="sm" c="dimmed">
          {said.stays}
        </Text>
        <DialogButtons close={close}>
          <SubmitButton form={form}>{said.save}</SubmitButton>
        </DialogButtons>
      </Form>
    </Dialog>
  );
}
