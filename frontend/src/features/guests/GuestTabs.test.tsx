import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import type { components } from '@/shared/api/schema';
import type { OperationPage } from '@/shared/api/types';
import { GIB } from '@/shared/format/bytes';
import { operation, problem } from '@/shared/test/cluster';
import { serveGuest } from '@/shared/test/guestPage';
import { refuse, server } from '@/shared/test/server';

type Task = components['schemas']['TaskEntry'];
type Log = components['schemas']['TaskLog'];

const UPID = 'UPID:pve1:0000C3D4:0012D687:68E0A1B2:qmstart:1042:root@pam:';
const task = (change: Partial<Task> = {}): Task => ({
  upid: UPID,
  node: 'pve1',
  type: 'qmstart',
  id: '1042',
  user: 'root@pam',
  status: 'stopped',
  exitstatus: 'OK',
  started: '2026-03-01T09:00:00Z',
  ended: '2026-03-01T09:00:04Z',
  ...change,
});
// Of what the contract leaves open only that it is an object is in its type.
const config = (entries: Record<string, unknown>) => entries as Record<string, never>;

test('every part of a guest has its address', async () => {
  serveGuest();
  open('/guests/pve1/vms/1042');
  const parts = await screen.findByRole('navigation', { name: 'Parts of the guest' });

  expect(
    within(parts)
      .getAllByRole('link')
      .map((link) => link.getAttribute('href')),
  ).toEqual(['', '/hardware', '/network', '/snapshots', '/tasks'].map((part) => `/guests/pve1/vms/1042${part}`));
});

test('a guest that is not there leads to where it is now', async () => {
  serveGuest({ node: 'pve2' });
  server.use(http.get('*/api/proxmox/nodes/pve1/vms/1042', () => refuse(problem({ status: 404, title: 'Not found', detail: 'there is no VM 1042 on pve1' }))));
  open('/guests/pve1/vms/1042');

  expect(await screen.findByRole('link', { name: 'It is on pve2 now' })).toHaveAttribute('href', '/guests/pve2/vms/1042');
});

test('the page follows a guest that has moved, to the same part of it', async () => {
  serveGuest({ node: 'pve2' });
  server.use(
    http.get('*/api/proxmox/nodes/pve1/vms/1042', () =>
      refuse({
        ...problem({ status: 404, title: 'The guest is on another node', detail: 'VM 1042 is on pve2 now' }),
        type: 'urn:direttore:problem:moved',
        node: 'pve2',
      }),
    ),
  );
  open('/guests/pve1/vms/1042/hardware');

  expect(await screen.findByText('It has no disks.')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Hardware' })).toHaveAttribute('href', '/guests/pve2/vms/1042/hardware');
});

test('hardware lists disks with their size, and the configuration without what is shown elsewhere', async () => {
  serveGuest({
    disks: [{ key: 'scsi0', storage: 'local-lvm', volid: 'local-lvm:vm-1042-disk-0', size: 32 * GIB }],
    config: config({ cores: 2, memory: '2560', balloon: 512, agent: 'enabled=1', description: 'hello', digest: 'abc' }),
  });
  open('/guests/pve1/vms/1042/hardware');

  expect(await screen.findByRole('row', { name: 'scsi0 local-lvm local-lvm:vm-1042-disk-0 32 GiB' })).toBeVisible();
  expect(screen.getByRole('row', { name: 'agent enabled=1' })).toBeVisible();
  expect(screen.getByRole('row', { name: 'memory 2.5 GiB' })).toBeVisible();
  expect(screen.getByRole('row', { name: 'balloon 512 MiB' })).toBeVisible();
  expect(screen.queryByRole('row', { name: /digest|description/ })).not.toBeInTheDocument();
  await expectAccessible();
});

test('hardware says that there are no disks', async () => {
  serveGuest();
  open('/guests/pve1/vms/1042/hardware');

  expect(await screen.findByText('It has no disks.')).toBeVisible();
});

test('network lists the cards with bridge, VLAN and addresses', async () => {
  serveGuest({
    config: config({ net0: 'virtio=BC:24:11:00:00:01,bridge=vmbr0', ipconfig0: 'ip=dhcp', net1: 'e1000=BC:24:11:00:00:02,bridge=vmbr1,tag=100,firewall=1' }),
  });
  open('/guests/pve1/vms/1042/network');

  expect(await screen.findByRole('row', { name: 'net0 virtio BC:24:11:00:00:01 vmbr0 untagged dhcp – Off' })).toBeVisible();
  expect(screen.getByRole('row', { name: 'net1 e1000 BC:24:11:00:00:02 vmbr1 100 – – On' })).toBeVisible();
  await expectAccessible();
});

test('network says that there are no cards', async () => {
  serveGuest();
  open('/guests/pve1/vms/1042/network');

  expect(await screen.findByText('It has no network cards.')).toBeVisible();
});

test('tasks lists what was ordered here and what Proxmox did', async () => {
  serveGuest();
  server.use(
    http.get('*/api/operations', ({ request }) =>
      HttpResponse.json({
        operations: new URL(request.url).searchParams.get('vmid') === '1042' ? [operation({ status: 'failed', finished: '2026-03-01T09:00:04Z' })] : [],
        next: null,
      } satisfies OperationPage),
    ),
    http.get('*/api/proxmox/nodes/pve1/tasks', ({ request }) => {
      expect(new URL(request.url).searchParams.get('vmid')).toBe('1042');
      return HttpResponse.json([task({ type: 'vzdump', status: 'running', exitstatus: null, ended: null }), task({ exitstatus: 'got signal 9' })]);
    }),
  );
  open('/guests/pve1/vms/1042/tasks');

  expect(await screen.findByRole('row', { name: /^vzdump|Show the log of vzdump/ })).toHaveTextContent('Running');
  expect(screen.getByRole('row', { name: /qmstart/ })).toHaveTextContent('root@pam');
  expect(screen.getByRole('row', { name: /qmstart/ })).toHaveTextContent('got signal 9');
  expect(await screen.findByRole('link', { name: 'Start · web-1 (1042)' })).toHaveAttribute('href', '/operations/0198c0de-5b1c-7000-8000-000000000001');
});

test('a long log is read page by page', async () => {
  const asked: string[] = [];
  const lines = Array.from({ length: 700 }, (_, i) => `line ${i}.`);
  serveGuest();
  server.use(
    http.get('*/api/proxmox/nodes/pve1/tasks', () => HttpResponse.json([task()])),
    http.get('*/api/proxmox/tasks/pve1/:upid/log', ({ request, params }) => {
      const query = new URL(request.url).searchParams;
      const start = Number(query.get('start'));
      asked.push(`${decodeURIComponent(String(params.upid))} ${start}`);
      return HttpResponse.json({ total: lines.length, start, lines: lines.slice(start, start + Number(query.get('limit'))) } satisfies Log);
    }),
  );
  const { user } = open('/guests/pve1/vms/1042/tasks');
  await user.click(await screen.findByRole('button', { name: 'Show the log of qmstart' }));
  const dialog = await screen.findByRole('dialog', { name: 'Log' });
  expect(await within(dialog).findByText('500 of 700 lines')).toBeVisible();
  expect(within(dialog).getByLabelText('Log', { selector: 'pre' })).not.toHaveTextContent('line 500.');

  await user.click(within(dialog).getByRole('button', { name: 'Show more lines' }));

  expect(await within(dialog).findByText('700 of 700 lines')).toBeVisible();
  expect(within(dialog).getByLabelText('Log', { selector: 'pre' })).toHaveTextContent(/^line 0\..*line 699\.$/);
  expect(within(dialog).queryByRole('button', { name: 'Show more lines' })).not.toBeInTheDocument();
  expect(asked).toEqual([`${UPID} 0`, `${UPID} 500`]);
});

test('tasks says why Proxmox’s cannot be shown', async () => {
  serveGuest();
  server.use(http.get('*/api/proxmox/nodes/pve1/tasks', () => refuse(problem())));
  open('/guests/pve1/vms/1042/tasks');

  expect(await screen.findByRole('alert')).toHaveTextContent('Cannot load the tasks');
});

test('the summary tells how the guest stands in NetBox', async () => {
  server.use(
    http.get('*/api/inventory/netbox-status', () => HttpResponse.json({ reachable: true, url: 'https://netbox.example', simulated: false, copy: null })),
    http.get('*/api/inventory/records', ({ request }) =>
      HttpResponse.json(
        new URL(request.url).searchParams.get('vmid') === '1042'
          ? [
              {
                id: '0198c0de-5b1c-7000-8000-000000000001',
                guest: { type: 'qemu', node: 'pve1', vmid: 1042, name: 'web' },
                state: 'recorded',
                behind: true,
                machine_id: 17,
                url: 'https://netbox.example/virtualization/virtual-machines/17/',
                requester: 'ana',
                created: '2026-03-01T09:00:00Z',
                recorded_at: new Date(Date.now() - 180_000).toISOString(),
              },
            ]
          : [],
      ),
    ),
  );
  serveGuest();
  open('/guests/pve1/vms/1042');

  const link = await screen.findByRole('link', { name: /Recorded 3 min ago/ });
  expect(link).toHaveAttribute('href', 'https://netbox.example/virtualization/virtual-machines/17/');
  expect(screen.getByText('What changed since is not written yet.')).toBeVisible();
});
