import { Alert, Button, Checkbox, Group, NumberInput, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useReach } from '@/features/access/rights';
import { LockNotice } from '@/features/guests/lock/LockNotice';
import { guestTexts } from '@/features/guests/texts';
import type { Guest } from '@/shared/api/types';
import { Dialog } from '@/shared/ui/Dialog';
import { uiTexts } from '@/shared/ui/texts';
import { type Action, standings, type Under, willOf } from './allowed';
import type { Options } from './bulk';
import { Lots } from './Lots';

const said = guestTexts.ask;
const PATIENCE = 60;

type Props = {
  action: Exclude<Action, 'delete'>;
  guests: Guest[];
  under: Under;
  close: () => void;
  go: (guests: Guest[], options: Options) => void;
};

/** Asks before a power action, and how a shutdown shall go. */
export function PowerDialog({ action, guests, under, close, go }: Props) {
  const [timeout, setTimeout] = useState<number | string>(PATIENCE);
  const [forceStop, setForceStop] = useState(true);
  const [wait, setWait] = useState(true);
  const { change } = useReach();
  const all = standings(action, guests, under, change);
  const will = willOf(all);
  const overruled = will.filter(({ vmid }) => under(vmid)).length;
  const word = guestTexts.actions[action];
  const only = guests.length === 1 ? guests[0] : undefined;
  const title = only ? said.title(word, guestTexts.named(only.vmid, only.name)) : said.bulkTitle(word, guests.length);
  const options: Options = {
    ...(action === 'shutdown' && { timeout: Number(timeout) || PATIENCE, force_stop: forceStop }),
    ...(!wait && { wait_for_lock: false }),
  };
  return (
    <Dialog onClose={close} title={title} size={guests.length > 1 ? 'lg' : 'md'}>
      <Stack>
        <Text size="sm">{said[action]}</Text>
        {overruled > 0 && (
          <Alert color="yellow" icon={<IconAlertTriangle />}>
            {said.overrule(overruled)}
          </Alert>
        )}
        {only && <LockNotice guest={only} wait={wait} setWait={setWait} />}
        {guests.length > 1 && <Lots action={action} all={all} />}
        {action === 'shutdown' && (
          <>
            <NumberInput label={said.timeout} suffix={` ${said.timeoutUnit}`} min={1} max={7200} value={timeout} onChange={setTimeout} />
            <Checkbox label={said.forceStop} checked={forceStop} onChange={(event) => setForceStop(event.currentTarget.checked)} />
          </>
        )}
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={close}>
            {uiTexts.cancel}
          </Button>
          <Button color={action === 'stop' ? 'red' : undefined} disabled={will.length === 0} onClick={() => go(will, options)}>
            {guests.length > 1 ? said.confirm(word, will.length) : word}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
