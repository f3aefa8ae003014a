import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import type { GuestDetail, OperationPage } from '@/shared/api/types';
import { accepted, operation, problem } from '@/shared/test/cluster';
import { serveGuest } from '@/shared/test/guestPage';
import { refuse, server } from '@/shared/test/server';
import type { Snapshot, Snapshots } from './page/snapshotApi';

const snapshot = (change: Partial<Snapshot> = {}): Snapshot => ({
  name: 'fresh',
  parent: null,
  description: 'as installed',
  created: '2026-03-01T09:00:00Z',
  ram: false,
  ...change,
});
const two = [snapshot(), snapshot({ name: 'before-exam', parent: 'fresh', description: '', ram: true })];

/** Serves a guest with snapshots, and notes what is ordered. */
function serve(change: Partial<Snapshots> = {}, guest: Partial<GuestDetail> = {}) {
  const sent: unknown[] = [];
  const at = '*/api/proxmox/nodes/:node/:kind/:vmid/snapshots';
  const note = async (act: string, request: Request) => {
    sent.push([act, await request.json().catch(() => null)]);
    return HttpResponse.json(accepted({ kind: 'snapshot' }), { status: 202 });
  };
  serveGuest(guest);
  server.use(
    http.get(at, () => HttpResponse.json({ possible: true, reason: null, current_parent: 'before-exam', snapshots: two, ...change } satisfies Snapshots)),
    http.post(at, ({ request, params }) => note(`take ${String(params.kind)}`, request)),
    http.post(`${at}/:name/rollback`, ({ request, params }) => note(`roll back ${String(params.name)}`, request)),
    http.delete(`${at}/:name`, ({ request, params }) => note(`delete ${String(params.name)}`, request)),
  );
  return sent;
}

async function opened(kind = 'vms') {
  const ui = open(`/guests/pve1/${kind}/1042/snapshots`);
  return { ...ui, take: await screen.findByRole('button', { name: 'Take a snapshot' }) };
}

test('shows each snapshot below the one that it came from, and where the guest is now', async () => {
  serve();
  await opened();

  const outer = screen.getByText('fresh').closest('li')!;
  const inner = within(outer).getByText('before-exam').closest('li')!;
  expect(within(inner).getByText('Now')).toBeVisible();
  expect(within(inner).getByText('With memory')).toBeVisible();
  expect(outer).toHaveTextContent('as installed');
  await expectAccessible();
});

test('says that there are none yet', async () => {
  serve({ snapshots: [], current_parent: null });
  await opened();

  expect(screen.getByText('No snapshots yet')).toBeVisible();
});

test('takes one under a name that is free, with the memory of a VM that runs', async () => {
  const sent = serve();
  const { user, take } = await opened();
  await user.click(take);
  const dialog = await screen.findByRole('dialog', { name: 'Take a snapshot' });
  const name = within(dialog).getByRole('textbox', { name: 'Name' });
  const go = within(dialog).getByRole('button', { name: 'Take snapshot' });

  for (const [typed, fault] of [
    ['1st', /Must begin with a letter/],
    ['fresh', 'The name is taken.'],
    ['current', /Must begin with a letter/],
  ] as const) {
    await user.clear(name);
    await user.type(name, typed);
    await user.click(go);
    expect(name).toBeInvalid();
    expect(name).toHaveAccessibleDescription(fault instanceof RegExp ? fault : new RegExp(fault));
    expect(sent).toEqual([]);
  }
  await user.clear(name);
  await user.type(name, 'after-exam');
  await user.type(within(dialog).getByRole('textbox', { name: 'Description' }), 'all handed in');
  await user.click(within(dialog).getByRole('checkbox', { name: /Save the memory/ }));
  await user.click(go);

  await waitFor(() => expect(sent).toEqual([['take vms', { name: 'after-exam', description: 'all handed in', ram: true }]]));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
});

test('offers no memory of a VM that is off, nor of a container', async () => {
  serve({}, { status: 'stopped' });
  const { user, take, unmount } = await opened();
  await user.click(take);
  expect(await screen.findByRole('checkbox', { name: /Save the memory/ })).toBeDisabled();
  unmount();

  const sent = serve({}, { type: 'lxc' });
  const container = await opened('lxc');
  await container.user.click(container.take);
  await container.user.type(await screen.findByRole('textbox', { name: 'Name' }), 'ct-1');
  expect(screen.queryByRole('checkbox', { name: /Save the memory/ })).not.toBeInTheDocument();
  await container.user.click(screen.getByRole('button', { name: 'Take snapshot' }));

  await waitFor(() => expect(sent).toEqual([['take lxc', { name: 'ct-1', description: '' }]]));
});

test('cannot take one where the storage cannot, and says why', async () => {
  serve({ possible: false, reason: 'storage nfs keeps raw images', snapshots: [], current_parent: null });
  const { take } = await opened();

  expect(take).toBeDisabled();
  expect(screen.getByRole('alert')).toHaveTextContent('storage nfs keeps raw images');
});

test('nothing can be done with them while an operation has the guest, and that is said', async () => {
  serve();
  server.use(http.get('*/api/operations', () => HttpResponse.json({ operations: [operation({ kind: 'snapshot' })], next: null } satisfies OperationPage)));
  const { take } = await opened();

  await waitFor(() => expect(take).toBeDisabled());
  expect(screen.getByRole('button', { name: 'Roll back: fresh' })).toBeDisabled();
  expect(screen.getByRole('button', { name: 'Delete: fresh' })).toBeDisabled();
  expect(screen.getByText('Another operation is in progress.')).toBeVisible();
});

test('rolls back only when the name was typed, and starts it again if it ran', async () => {
  const sent = serve();
  const { user } = await opened();
  await user.click(screen.getByRole('button', { name: 'Roll back: fresh' }));
  const dialog = await screen.findByRole('dialog', { name: 'Roll back to fresh?' });
  expect(dialog).toHaveTextContent('What has changed since fresh is lost');
  expect(dialog).toHaveTextContent('The guest runs; it will be stopped.');
  expect(within(dialog).getByRole('checkbox', { name: 'Start it afterwards' })).toBeChecked();
  const go = within(dialog).getByRole('button', { name: 'Roll back' });
  await user.type(within(dialog).getByRole('textbox'), 'fres');
  expect(go).toBeDisabled();
  await user.type(within(dialog).getByRole('textbox'), 'h');
  await user.click(go);

  await waitFor(() => expect(sent).toEqual([['roll back fresh', { start: true }]]));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
});

test('deletes one after a question', async () => {
  const sent = serve();
  const { user } = await opened();
  await user.click(screen.getByRole('button', { name: 'Delete: before-exam' }));
  const dialog = await screen.findByRole('dialog', { name: 'Delete the snapshot before-exam?' });
  expect(sent).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Delete' }));

  await waitFor(() => expect(sent).toEqual([['delete before-exam', null]]));
});

test('a refusal is shown in the dialog, which stays open', async () => {
  serve();
  server.use(
    http.delete('*/api/proxmox/nodes/:node/:kind/:vmid/snapshots/:name', () =>
      refuse(problem({ status: 409, title: 'Busy', detail: 'web-1 is being backed up' })),
    ),
  );
  const { user } = await opened();
  await user.click(screen.getByRole('button', { name: 'Delete: fresh' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Delete' }));

  expect(await within(dialog).findByRole('alert')).toHaveTextContent('web-1 is being backed up');
});
