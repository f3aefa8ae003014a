import { Button, Group, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Dialog } from '@/shared/ui/Dialog';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { uiTexts } from '@/shared/ui/texts';

interface Props {
  title: string;
  /** What becomes of it. */
  children: ReactNode;
  submit: string;
  /** Does it; the dialog closes after that, and says what a refusal says. */
  run: () => Promise<unknown>;
  close: () => void;
}

/** Asks before something is done that cannot be taken back. */
export function ConfirmDialog({ title, children, submit, run, close }: Props) {
  const mutation = useMutation({ mutationFn: run, onSuccess: close });
  return (
    <Dialog onClose={close} title={title}>
      <Stack>
        {children}
        {mutation.error && <ProblemAlert error={mutation.error} />}
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={close}>
            {uiTexts.cancel}
          </Button>
          <GuardedButton color="red" loading={mutation.isPending} onClick={() => mutation.mutate()}>
            {submit}
          </GuardedButton>
        </Group>
      </Stack>
    </Dialog>
  );
}
