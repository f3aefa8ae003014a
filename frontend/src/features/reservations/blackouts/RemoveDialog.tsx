import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { reservationKeys } from '@/features/reservations/keys';
import { rereadAll } from '@/shared/api/reread';
import type { Reservation } from '@/shared/api/types';
import { DialogButtons, Form, SubmitButton } from '@/shared/form/Form';
import { useForm } from '@/shared/form/useForm';
import { Dialog } from '@/shared/ui/Dialog';
import { notify } from '@/shared/ui/notify';
import { removeBlackout } from './api';
import { blackoutTexts as said } from './texts';

const initial = {};
const { lists, any, resources, waiting } = reservationKeys;

/** Asks before what was closed is open again. */
export function RemoveDialog({ blackout, close }: { blackout: Reservation; close: () => void }) {
  const cache = useQueryClient();
  const [known] = useState(blackout);
  const reread = () => rereadAll(cache, [lists, any, resources, waiting]);
  const form = useForm({
    initial,
    send: () => removeBlackout(known),
    done: async () => {
      await reread();
      notify({ message: said.removed(known.title) });
      close();
    },
    refused: () => void reread(),
  });
  return (
    <Dialog onClose={close} title={said.removeTitle(known.title)}>
      <Form form={form}>
        <Text size="sm">{said.removeDetail}</Text>
        <DialogButtons close={close} safe>
          <SubmitButton form={form} color="red">
            {said.remove}
          </SubmitButton>
        </DialogButtons>
      </Form>
    </Dialog>
  );
}
