import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { WaitingEntry } from '@/shared/api/types';
import { DialogButtons, Form, SubmitButton } from '@/shared/form/Form';
import { useForm } from '@/shared/form/useForm';
import { Dialog } from '@/shared/ui/Dialog';
import { notify } from '@/shared/ui/notify';
import { leave } from './api';
import { rereadOffers } from './reread';
import { waitingTexts as said } from './texts';

const initial = {};

/** Asks before somebody waits no more, as the place is lost. */
export function LeaveDialog({ entry, close }: { entry: WaitingEntry; close: () => void }) {
  const cache = useQueryClient();
  const [known] = useState(entry);
  const form = useForm({
    initial,
    send: () => leave(known.id),
    done: async () => {
      await rereadOffers(cache);
      notify({ message: said.left(known.title) });
      close();
    },
    refused: () => void rereadOffers(cache),
  });
  return (
    <Dialog onClose={close} title={said.leaveTitle}>
      <Form form={form}>
        <Text size="sm">{said.leaveDetail(known.title, known.place)}</Text>
        {!known.mine && <Text size="sm">{said.takeOff(known.requester)}</Text>}
        <DialogButtons close={close} safe>
          <SubmitButton form={form} color="red">
            {said.leave}
          </SubmitButton>
        </DialogButtons>
      </Form>
    </Dialog>
  );
}
