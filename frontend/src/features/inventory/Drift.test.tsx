import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import type { DriftItem } from '@/shared/api/types';
import { problem } from '@/shared/test/cluster';
import { refuse, server } from '@/shared/test/server';
import { rows, serveNetBox } from './test/netbox';

const ID = '0198c0de-5b1c-7000-8000-000000000001';
const guest = (vmid: number, name: string) => ({ type: 'qemu' as const, node: 'pve1', vmid, name });

const changed: DriftItem = {
  kind: 'different',
  guest: guest(104, 'web'),
  machine: { id: 17, name: 'web', url: 'https://netbox.example/virtualization/virtual-machines/17/', ours: true },
  record: { id: ID, state: 'recorded' },
  differences: [{ field: 'memory', netbox: '1024', proxmox: '2048' }],
  remedy: 'repair',
};
const missing: DriftItem = { kind: 'not-in-netbox', guest: guest(105, 'db'), machine: null, record: null, differences: [], remedy: 'record' };
const foreign: DriftItem = {
  kind: 'not-in-proxmox',
  guest: null,
  machine: { id: 18, name: 'old', url: 'https://netbox.example/virtualization/virtual-machines/18/', ours: false },
  record: null,
  differences: [],
  remedy: null,
};

let ordered: unknown[] = [];

beforeEach(() => {
  ordered = [];
  serveNetBox();
  server.use(http.get('*/api/inventory/drift', () => rows({ items: [missing, changed, foreign], trouble: null })));
});

test('what differs is told with what each says, and whose it is', async () => {
  open('/inventory/drift');
  const table = await screen.findByRole('table', { name: 'Drift' });

  const row = within(table).getByRole('row', { name: /Different/ });
  expect(row).toHaveTextContent('Memory, MiB: 1024 in NetBox, 2048 in Proxmox');
  expect(within(row).getByRole('link', { name: 'web' })).toHaveAttribute('href', '/guests/pve1/vms/104');
  const theirs = within(table).getByRole('row', { name: /Not in Proxmox/ });
  expect(theirs).toHaveTextContent('Not Direttore’s');
  expect(within(theirs).queryByRole('button')).toBeNull();
  await expectAccessible();
});

test('a guest is recorded with one click, and how that goes can be followed once its row is gone', async () => {
  let recorded = false;
  server.use(
    http.get('*/api/inventory/drift', () => rows({ items: recorded ? [changed] : [missing, changed], trouble: null })),
    http.post('*/api/inventory/records', async ({ request }) => {
      ordered.push(await request.json());
      recorded = true;
      return HttpResponse.json({ operation: ID, status: 'queued', upid: null, kind: 'record-guest', phase: 'queued', error: null }, { status: 202 });
    }),
  );
  const { user } = open('/inventory/drift');

  await user.click(await screen.findByRole('button', { name: 'Record db in NetBox' }));

  expect(await screen.findByText('db: ordered.')).toBeVisible();
  await waitFor(() => expect(screen.queryByRole('link', { name: 'db' })).toBeNull());
  expect(screen.getByRole('link', { name: 'See how it goes' })).toHaveAttribute('href', `/operations/${ID}`);
  expect(ordered).toEqual([{ type: 'qemu', node: 'pve1', vmid: 105 }]);
});

test('why nothing is mended stands above the rows, with the guest’s name', async () => {
  server.use(
    http.post('*/api/inventory/records/*/repair', () =>
      refuse(problem({ type: 'urn:direttore:problem:wrong-state', title: 'Not now', status: 409, detail: 'Nothing is written to NetBox here.' })),
    ),
  );
  const { user } = open('/inventory/drift');

  await user.click(await screen.findByRole('button', { name: 'Write web to NetBox again' }));

  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('web: nothing was ordered');
  expect(alert).toHaveTextContent('Nothing is written to NetBox here');
  expect(screen.getByRole('table')).not.toContainElement(alert);
});

test('while guests cannot be read, that stands above', async () => {
  server.use(http.get('*/api/inventory/drift', () => rows({ items: [], trouble: 'Proxmox does not answer' })));
  open('/inventory/drift');

  expect(await screen.findByText(/none is called gone: Proxmox does not answer/)).toBeVisible();
});

test('of very many the first are shown, and more when asked for', async () => {
  const many = Array.from({ length: 250 }, (_, i) => ({ ...missing, guest: guest(1000 + i, `pc-${i}`) }));
  server.use(http.get('*/api/inventory/drift', () => rows({ items: many, trouble: null })));
  const { user } = open('/inventory/drift');
  expect(await screen.findByText('250 differences')).toBeVisible();
  expect(screen.queryByRole('link', { name: 'pc-249' })).toBeNull();

  await user.click(screen.getByRole('button', { name: 'Show more' }));

  expect(await screen.findByRole('link', { name: 'pc-249' })).toBeVisible();
});
