import { Alert, List, Loader, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useReach } from '@/features/access/rights';
import { guestKeys } from '@/features/guests/keys';
import { LockNotice } from '@/features/guests/lock/LockNotice';
import { guestTexts } from '@/features/guests/texts';
import { api, body } from '@/shared/api/client';
import { type Guest, kindOf } from '@/shared/api/types';
import { sizeOf } from '@/shared/format/bytes';
import { TextField } from '@/shared/form/fields';
import { DialogButtons, Form, SubmitButton } from '@/shared/form/Form';
import { useForm } from '@/shared/form/useForm';
import { Dialog } from '@/shared/ui/Dialog';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { uiTexts } from '@/shared/ui/texts';
import { standings, type Under, willOf } from './allowed';
import type { Options } from './bulk';
import { Lots } from './Lots';

const said = guestTexts.remove;

type Props = { guests: Guest[]; under: Under; close: () => void; go: (guests: Guest[], options: Options) => void };

function useRemoval({ node, type, vmid }: Guest) {
  const kind = kindOf(type);
  return useQuery({
    queryKey: guestKeys.part({ node, kind, vmid }, 'removal'),
    queryFn: ({ signal }) => {
      const init = { params: { path: { node, vmid } }, signal };
      return body(
        kind === 'vms' ? api.GET('/api/proxmox/nodes/{node}/vms/{vmid}/removal', init) : api.GET('/api/proxmox/nodes/{node}/lxc/{vmid}/removal', init),
      );
    },
    staleTime: 0,
  });
}

/** What goes with one guest. */
function Consequences({ guest, told }: { guest: Guest; told: (allowed: boolean) => void }) {
  const removal = useRemoval(guest);
  const data = removal.data;
  const allowed = data !== undefined && !data.protected;
  useEffect(() => told(allowed), [allowed, told]);
  if (removal.error) {
    return <ProblemAlert error={removal.error} title={uiTexts.cannotLoad(said.reading)} retry={() => void removal.refetch()} />;
  }
  if (!data) {
    return <Loader size="sm" aria-label={uiTexts.loading(said.reading)} />;
  }
  if (data.protected) {
    return (
      <Alert color="red" icon={<IconAlertTriangle />}>
        {said.protected}
      </Alert>
    );
  }
  return (
    <Stack gap="xs">
      <Text size="sm">{said.detail}</Text>
      <List size="sm">
        <List.Item>
          {said.disks(data.disks.length)}
          <List size="sm">
            {data.disks.map((disk) => (
              <List.Item key={disk.key}>{`${disk.key}: ${disk.volid}, ${sizeOf(disk.size)}`}</List.Item>
            ))}
          </List>
        </List.Item>
        {data.snapshots.length > 0 && <List.Item>{said.snapshots(data.snapshots.join(', '))}</List.Item>}
        {data.backup_jobs.length > 0 && <List.Item>{said.backups(data.backup_jobs.join(', '))}</List.Item>}
        {data.replication_jobs.length > 0 && <List.Item>{said.replication(data.replication_jobs.join(', '))}</List.Item>}
        {data.unread.length > 0 && <List.Item>{said.unread}</List.Item>}
        {data.ha_managed && <List.Item>{said.ha}</List.Item>}
      </List>
      {data.running && (
        <Alert color="yellow" icon={<IconAlertTriangle />}>
          {said.running}
        </Alert>
      )}
    </Stack>
  );
}

const initial = { typed: '' };

/** Asks for a typed name before guests are deleted. */
export function DeleteDialog({ guests, under, close, go }: Props) {
  const { change } = useReach();
  const all = standings('delete', guests, under, change);
  const will = willOf(all);
  const [wait, setWait] = useState(true);
  const [known, setKnown] = useState(false);
  const only = guests.length === 1 ? guests[0] : undefined;
  const word = only ? only.name || String(only.vmid) : said.bulkWord(will.length);
  const title = only ? said.title(guestTexts.named(only.vmid, only.name)) : guestTexts.ask.bulkTitle(guestTexts.actions.delete, will.length);
  const form = useForm({
    initial,
    send: () => {
      go(will, { force: true, ...(!wait && { wait_for_lock: false }) });
      return Promise.resolve();
    },
  });
  const ready = will.length > 0 && form.values.typed.trim() === word && (known || !only);
  return (
    <Dialog onClose={close} title={title} size="lg">
      <Form form={form}>
        {only && <LockNotice guest={only} wait={wait} setWait={setWait} />}
        {only ? (
          <Consequences guest={only} told={setKnown} />
        ) : (
          <>
            <Text size="sm">{said.bulkDetail}</Text>
            <Lots action="delete" all={all} />
          </>
        )}
        <TextField field={form.at('typed')} label={only ? said.type(word) : said.bulk(will.length)} spellCheck={false} />
        <DialogButtons close={close} safe>
          <SubmitButton form={form} color="red" disabled={!ready}>
            {only ? said.confirm : said.confirmMany(will.length)}
          </SubmitButton>
        </DialogButtons>
      </Form>
    </Dialog>
  );
}
