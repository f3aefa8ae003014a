import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '@/shared/ui/Dialog';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { notify } from '@/shared/ui/notify';
import { uiTexts } from '@/shared/ui/texts';
import { decline, leave, useEntryOf } from './api';
import { rereadOffers, tellRefused } from './reread';
import { waitingTexts } from './texts';

const said = waitingTexts.offer;

/** Asks before an offer goes to the next, and whether one still waits then. */
export function DeclineDialog({ reservation: { id, title }, close }: { reservation: { id: number; title: string }; close: () => void }) {
  const cache = useQueryClient();
  const found = useEntryOf(id);
  // Once it is answered, it is on no list any more.
  const [first, setFirst] = useState(found);
  if (found && !first) {
    setFirst(found);
  }
  const mutation = useMutation({
    mutationFn: async (entry: number | null) => {
      await (entry === null ? decline(id) : leave(entry));
    },
    onSuccess: () => notify({ message: said.declined(title) }),
    onError: (error) => tellRefused(title, error),
    onSettled: async () => {
      close();
      await rereadOffers(cache);
    },
  });
  return (
    <Dialog onClose={close} title={said.declineTitle(title)}>
      <Stack>
        <Text size="sm">{said.declineDetail}</Text>
        <Text size="sm">{said.stayDetail}</Text>
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={close}>
            {uiTexts.cancel}
          </Button>
          <GuardedButton variant="default" loading={mutation.isPending && mutation.variables === null} onClick={() => mutation.mutate(null)}>
            {said.stay}
          </GuardedButton>
          {first && (
            <GuardedButton color="red" loading={mutation.isPending && mutation.variables === first.id} onClick={() => mutation.mutate(first.id)}>
              {said.leave}
            </GuardedButton>
          )}
        </Group>
      </Stack>
    </Dialog>
  );
}
