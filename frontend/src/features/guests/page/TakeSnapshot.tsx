import { Button, Checkbox, Group, Stack, TextInput, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { guestTexts } from '@/features/guests/texts';
import { Dialog } from '@/shared/ui/Dialog';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { uiTexts } from '@/shared/ui/texts';

const said = guestTexts.snapshots;
const NAME = /^[A-Za-z][A-Za-z0-9_-]{1,39}$/;

type Props = {
  taken: string[];
  /** Whether the guest is one whose memory can be saved at all. */
  ram: boolean;
  running: boolean;
  /** What stands in the way now. */
  notice: ReactNode;
  error: unknown;
  pending: boolean;
  close: () => void;
  go: (wish: { name: string; description: string; ram?: boolean }) => void;
};

/** Asks for a snapshot's name. */
export function TakeSnapshot({ taken, ram, running, notice, error, pending, close, go }: Props) {
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [withRam, setWithRam] = useState(false);
  const wrong = name === '' ? null : taken.includes(name) ? said.taken : NAME.test(name) && name !== 'current' ? null : said.nameRule;
  const ready = name !== '' && wrong === null;
  return (
    <Dialog onClose={close} title={said.take}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) {
            go({ name, description, ...(ram && { ram: withRam }) });
          }
        }}
      >
        <Stack>
          <TextInput
            label={said.name}
            description={said.nameRule}
            error={wrong}
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value.trim())}
            autoComplete="off"
          />
          <Textarea
            label={said.description}
            autosize
            minRows={2}
            maxLength={8000}
            value={description}
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
          {ram && (
            <Checkbox
              label={said.withRam}
              description={running ? undefined : said.ramStopped}
              disabled={!running}
              checked={withRam}
              onChange={(event) => setWithRam(event.currentTarget.checked)}
            />
          )}
          {notice}
          {error !== null && error !== undefined && <ProblemAlert error={error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {uiTexts.cancel}
            </Button>
            <GuardedButton type="submit" disabled={!ready} loading={pending}>
              {said.create}
            </GuardedButton>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
