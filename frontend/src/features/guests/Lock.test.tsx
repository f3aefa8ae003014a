import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import type { Operation, OperationPage } from '@/shared/api/types';
import { accepted, guest, operation } from '@/shared/test/cluster';
import { serveGuest } from '@/shared/test/guestPage';
import { server } from '@/shared/test/server';

const ago = (minutes: number) => new Date(Date.now() - (minutes * 60 + 5) * 1000).toISOString();
const held = { lock: 'backup', lock_since: ago(12), lock_wait_seconds: 1800 };
const sentence = 'Locked by backup for 12 min. Orders wait for that up to 30 min.';

let sent: unknown[];

beforeEach(() => {
  sent = [];
  serveGuest(held);
  const take = async ({ request }: { request: Request }) => {
    sent.push(await request.json());
    return HttpResponse.json(accepted(), { status: 202 });
  };
  server.use(
    http.get('*/api/proxmox/guests', () => HttpResponse.json([guest(held), guest({ vmid: 1043, name: 'db-1' })])),
    http.get('*/api/proxmox/nodes/:node/vms/:vmid/snapshots', () => HttpResponse.json({ possible: true, reason: null, current_parent: null, snapshots: [] })),
    http.post('*/api/proxmox/nodes/:node/vms/:vmid/snapshots', take),
    http.post('*/api/proxmox/nodes/:node/vms/:vmid/:action', take),
  );
});

test('the list says for how long a guest is locked and how long orders wait', async () => {
  open('/resources');
  const row = await screen.findByRole('row', { name: /web-1/ });

  expect(within(row).getByText('Locked by backup')).toBeVisible();
  expect(within(row).getByText('12 min, waits up to 30 min')).toHaveAttribute('title', sentence);
  expect(screen.getByRole('row', { name: /db-1/ })).not.toHaveTextContent('waits');
});

test('an order that waits says so in the list, with what for and until when', async () => {
  const waiting = operation({
    kind: 'stop',
    waiting: 'locked by backup',
    waiting_since: ago(3),
    waiting_until: new Date(Date.now() + 1_625_000).toISOString(),
  });
  server.use(http.get('*/api/operations', () => HttpResponse.json({ operations: [waiting], next: null } satisfies OperationPage)));
  open('/resources');
  const row = await screen.findByRole('row', { name: /web-1/ });

  expect(await within(row).findByText('Stopping, waits')).toBeVisible();
  expect(within(row).getByText('backup, gives up in 27 min')).toHaveAttribute('title', 'Waiting: locked by backup, for 3 min, gives up in 27 min');
});

test('so does the page of the operation, and the drawer', async () => {
  const steps: Operation['steps'] = [{ name: 'stop', state: 'pending', upid: null, started: null, finished: null }];
  const waiting = operation({
    kind: 'stop',
    steps,
    waiting: 'locked by backup',
    waiting_since: ago(3),
    waiting_until: new Date(Date.now() + 1_625_000).toISOString(),
  });
  server.use(
    http.get('*/api/operations', () => HttpResponse.json({ operations: [waiting], next: null } satisfies OperationPage)),
    http.get('*/api/operations/:id', () => HttpResponse.json(waiting)),
  );
  open(`/operations/${waiting.id}`);
  const drawer = await screen.findByRole('region', { name: 'Running operations' });
  fireEvent.click(within(drawer).getByRole('button'));

  const words = 'Waiting: locked by backup, for 3 min, gives up in 27 min';
  expect(await within(drawer).findByText(words)).toBeVisible();
  expect(within(screen.getByRole('main')).getByText(words)).toBeVisible();
});

test('the dialog says it before ordering, and one can choose not to wait', async () => {
  const { user } = open('/guests/pve1/vms/1042');
  expect(await screen.findByText(sentence)).toBeVisible();

  await user.click(await screen.findByRole('button', { name: 'Stop' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText(sentence)).toBeVisible();
  await expectAccessible();
  await user.click(within(dialog).getByRole('checkbox', { name: /^Do not wait/ }));
  await user.click(within(dialog).getByRole('button', { name: 'Stop' }));

  await waitFor(() => expect(sent).toEqual([{ wait_for_lock: false }]));
});

test('a locked guest is started only after the question', async () => {
  serveGuest({ ...held, status: 'stopped' });
  server.use(http.get('*/api/proxmox/guests', () => HttpResponse.json([guest({ ...held, status: 'stopped' })])));
  const { user } = open('/guests/pve1/vms/1042');

  await user.click(await screen.findByRole('button', { name: 'Start' }));
  const dialog = await screen.findByRole('dialog');
  expect(sent).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Start' }));

  await waitFor(() => expect(sent).toEqual([{}]));
});

test('a snapshot of a locked guest waits or is refused, as one chooses', async () => {
  const { user } = open('/guests/pve1/vms/1042/snapshots');
  await user.click(await screen.findByRole('button', { name: 'Take a snapshot' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.change(within(dialog).getByLabelText('Name'), { target: { value: 'before' } });
  await user.click(within(dialog).getByRole('checkbox', { name: /^Do not wait/ }));
  await user.click(within(dialog).getByRole('button', { name: 'Take snapshot' }));

  await waitFor(() => expect(sent).toEqual([{ name: 'before', description: '', ram: false, wait_for_lock: false }]));
});
