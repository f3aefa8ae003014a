import { Button, Group, Stack, Text } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import { useState } from 'react';
import { useWhyNotWork } from '@/features/access/rights';
import { operationTexts } from '@/features/operations/texts';
import type { Operation } from '@/shared/api/types';
import { Dialog } from '@/shared/ui/Dialog';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { useCancel } from './useCancel';
import { isActive, titleOf } from './words';

/** Cancels an operation, after a question that says what that means. */
export function CancelButton({ operation, small = false }: { operation: Operation; small?: boolean }) {
  const [asking, setAsking] = useState(false);
  const cancel = useCancel();
  const why = useWhyNotWork(operation);
  const said = operationTexts;
  if (!isActive(operation)) {
    return null;
  }
  return (
    <>
      <GuardedButton
        why={why}
        size={small ? 'xs' : 'sm'}
        variant="default"
        leftSection={<IconBan size={16} />}
        disabled={operation.cancel_requested}
        onClick={() => setAsking(true)}
        aria-label={small ? `${said.cancel}: ${titleOf(operation)}` : undefined}
      >
        {operation.cancel_requested ? said.cancelling : said.cancel}
      </GuardedButton>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={said.cancelTitle}>
        <Stack>
          <Text fw={600}>{titleOf(operation)}</Text>
          <Text size="sm">{said.cancelDetail}</Text>
          {cancel.error && <ProblemAlert error={cancel.error} />}
          <Group justify="flex-end">
            <Button variant="default" data-autofocus onClick={() => setAsking(false)}>
              {said.keep}
            </Button>
            <GuardedButton color="red" loading={cancel.isPending} onClick={() => cancel.mutate(operation.id, { onSuccess: () => setAsking(false) })}>
              {said.cancel}
            </GuardedButton>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}
