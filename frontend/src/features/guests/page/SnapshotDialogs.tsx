import { Alert, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { guestTexts } from '@/features/guests/texts';
import { Dialog } from '@/shared/ui/Dialog';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { uiTexts } from '@/shared/ui/texts';
import type { Snapshot } from './snapshotApi';

const said = guestTexts.snapshots;
type Props = { snapshot: Snapshot; notice: ReactNode; error: unknown; pending: boolean; close: () => void };

/** Asks, with a typed name, before a guest is put back. */
export function RollBack({ snapshot, running, notice, error, pending, close, go }: Props & { running: boolean; go: (start: boolean) => void }) {
  const [typed, setTyped] = useState('');
  const [start, setStart] = useState(running);
  const ready = typed.trim() === snapshot.name;
  return (
    <Dialog onClose={close} title={said.rollbackTo(snapshot.name)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) {
            go(start);
          }
        }}
      >
        <Stack>
          <Alert color="yellow" icon={<IconAlertTriangle />}>
            {said.rollbackDetail(snapshot.name)} {running && said.rollbackRunning}
          </Alert>
          <Checkbox label={said.start} checked={start} onChange={(event) => setStart(event.currentTarget.checked)} />
          <TextInput
            label={said.typeName(snapshot.name)}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="off"
            spellCheck={false}
          />
          {notice}
          {error !== null && error !== undefined && <ProblemAlert error={error} />}
          <Group justify="flex-end">
            <Button variant="default" data-autofocus onClick={close}>
              {uiTexts.cancel}
            </Button>
            <GuardedButton type="submit" color="red" disabled={!ready} loading={pending}>
              {said.rollback}
            </GuardedButton>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

/** Asks before a snapshot is deleted. */
export function RemoveSnapshot({ snapshot, notice, error, pending, close, go }: Props & { go: () => void }) {
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
