import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { guestTexts } from '@/features/guests/texts';
import { CheckboxField, TextField } from '@/shared/form/fields';
import { DialogButtons, Form, SubmitButton } from '@/shared/form/Form';
import { useForm } from '@/shared/form/useForm';
import { Dialog } from '@/shared/ui/Dialog';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { uiTexts } from '@/shared/ui/texts';
import type { Snapshot } from './snapshotApi';

const said = guestTexts.snapshots;
type Props = { snapshot: Snapshot; notice: ReactNode; close: () => void };

/** Asks, with a typed name, before a guest is put back. */
export function RollBack({ snapshot, running, notice, close, go }: Props & { running: boolean; go: (start: boolean) => Promise<unknown> }) {
  const form = useForm({ initial: { typed: '', start: running }, send: ({ start }) => go(start) });
  return (
    <Dialog onClose={close} title={said.rollbackTo(snapshot.name)}>
      <Form form={form}>
        <Alert color="yellow" icon={<IconAlertTriangle />}>
          {said.rollbackDetail(snapshot.name)} {running && said.rollbackRunning}
        </Alert>
        <CheckboxField field={form.at('start')} label={said.start} />
        <TextField field={form.at('typed')} label={said.typeName(snapshot.name)} spellCheck={false} />
        {notice}
        <DialogButtons close={close} safe>
          <SubmitButton form={form} color="red" disabled={form.values.typed.trim() !== snapshot.name}>
            {said.rollback}
          </SubmitButton>
        </DialogButtons>
      </Form>
    </Dialog>
  );
}

type RemoveProps = Props & { error: unknown; pending: boolean; go: () => void };

/** Asks before a snapshot is deleted. */
export function RemoveSnapshot({ snapshot, notice, error, pending, close, go }: RemoveProps) {
  return (
    <Dialog onClose={close} title={said.removeTitle(snapshot.name)}>
      <Stack>
        <Text size="sm">{said.removeDetail}</Text>
        {notice}
        {error !== null && error !== undefined && <ProblemAlert error={error} />}
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={close}>
            {uiTexts.cancel}
          </Button>
          <GuardedButton color="red" loading={pending} onClick={go}>
            {said.remove}
          </GuardedButton>
        </Group>
      </Stack>
    </Dialog>
  );
}
