import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useReach } from '@/features/access/rights';
import { LockNotice } from '@/features/guests/lock/LockNotice';
import { guestTexts } from '@/features/guests/texts';
import type { Guest } from '@/shared/api/types';
import { CheckboxField, NumberField } from '@/shared/form/fields';
import { DialogButtons, Form, SubmitButton } from '@/shared/form/Form';
import { noFaults } from '@/shared/form/paths';
import { useForm } from '@/shared/form/useForm';
import { Dialog } from '@/shared/ui/Dialog';
import { type Action, standings, type Under, willOf } from './allowed';
import type { Options } from './bulk';
import { Lots } from './Lots';

const said = guestTexts.ask;
const initial = { timeout: '60', forceStop: true };
const MOST_SECONDS = 7200;

type Props = {
  action: Exclude<Action, 'delete'>;
  guests: Guest[];
  under: Under;
  close: () => void;
  go: (guests: Guest[], options: Options) => void;
};

/** Asks before a power action, and how a shutdown shall go. */
export function PowerDialog({ action, guests, under, close, go }: Props) {
  const [wait, setWait] = useState(true);
  const { change } = useReach();
  const all = standings(action, guests, under, change);
  const will = willOf(all);
  const overruled = will.filter(({ vmid }) => under(vmid)).length;
  const word = guestTexts.actions[action];
  const only = guests.length === 1 ? guests[0] : undefined;
  const title = only ? said.title(word, guestTexts.named(only.vmid, only.name)) : said.bulkTitle(word, guests.length);
  const shutdown = action === 'shutdown';
  const form = useForm({
    initial,
    check: ({ timeout }) => {
      const seconds = /^\d{1,4}$/.test(timeout) ? Number(timeout) : 0;
      return shutdown && (seconds < 1 || seconds > MOST_SECONDS) ? { timeout: said.timeoutRule(MOST_SECONDS) } : noFaults;
    },
    send: ({ timeout, forceStop }) => {
      const options: Options = { ...(shutdown && { timeout: Number(timeout), force_stop: forceStop }), ...(!wait && { wait_for_lock: false }) };
      go(will, options);
      return Promise.resolve();
    },
  });
  return (
    <Dialog onClose={close} title={title} size={guests.length > 1 ? 'lg' : 'md'}>
      <Form form={form}>
        <Text size="sm">{said[action]}</Text>
        {overruled > 0 && (
          <Alert color="yellow" icon={<IconAlertTriangle />}>
            {said.overrule(overruled)}
          </Alert>
        )}
        {only && <LockNotice guest={only} wait={wait} setWait={setWait} />}
        {guests.length > 1 && <Lots action={action} all={all} />}
        {shutdown && (
          <>
            <NumberField field={form.at('timeout')} label={said.timeout} unit={said.timeoutUnit} />
            <CheckboxField field={form.at('forceStop')} label={said.forceStop} />
          </>
        )}
        <DialogButtons close={close} safe>
          <SubmitButton form={form} color={action === 'stop' ? 'red' : undefined} disabled={will.length === 0}>
            {guests.length > 1 ? said.confirm(word, will.length) : word}
          </SubmitButton>
        </DialogButtons>
      </Form>
    </Dialog>
  );
}
