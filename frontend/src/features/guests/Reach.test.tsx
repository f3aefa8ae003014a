import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import type { Guest, GuestDetail, Operation, OperationPage, Owner, Reach } from '@/shared/api/types';
import { guest, me, operation } from '@/shared/test/cluster';
import { server } from '@/shared/test/server';

const WHY = 'You may change only guests of your own and of your teams.';
const NO_MAKING = 'Your role is viewer, which makes no guests.';
const mine = guest({ vmid: 101, name: 'web-1', status: 'stopped' });
const theirs = guest({ vmid: 104, name: 'db-2', status: 'stopped' });
const owners: Owner[] = [
  { vmid: 101, owner: 'ana', team: 'networks', since: '2026-03-01T09:00:00Z' },
  { vmid: 104, owner: 'ben', team: null, since: '2026-03-01T09:00:00Z' },
];

const reach = (change: Partial<Reach>) =>
  server.use(
    http.get('*/api/me/reach', () =>
      HttpResponse.json({ make: { allowed: true, why: null }, change: { all: false, vmids: [101], why: WHY }, ...change } satisfies Reach),
    ),
  );
const operations = (...all: Operation[]) =>
  server.use(
    http.get('*/api/operations', () => HttpResponse.json({ operations: all, next: null } satisfies OperationPage)),
    http.get('*/api/operations/:id', ({ params }) => HttpResponse.json(all.find(({ id }) => id === params.id))),
  );

beforeEach(() => {
  reach({});
  server.use(
    http.get('*/api/session', () => HttpResponse.json(me({ name: 'ana', role: 'user' }))),
    http.get('*/api/owners', () => HttpResponse.json({ owners })),
    http.get('*/api/proxmox/guests', () => HttpResponse.json([mine, theirs] satisfies Guest[])),
  );
});

async function listed(path = '/resources') {
  const ui = open(path);
  const table = await screen.findByRole('table', { name: 'Resources' });
  return { ...ui, table };
}

test('a row’s actions say why they may not be done, those of one’s own may', async () => {
  const { user } = await listed();

  await user.click(screen.getByRole('button', { name: 'Actions on db-2 (104)' }));
  for (const item of await screen.findAllByRole('menuitem')) {
    expect(item).toBeDisabled();
    expect(item).toHaveTextContent(WHY);
  }
  await user.keyboard('{Escape}');
  await user.click(screen.getByRole('button', { name: 'Actions on web-1 (101)' }));

  await waitFor(() => expect(screen.getByRole('menuitem', { name: 'Start' })).toBeEnabled());
});

test('of several, those out of reach are left out with the reason', async () => {
  const { user } = await listed();

  await user.click(screen.getByRole('checkbox', { name: 'Select all that are shown' }));
  await user.click(screen.getByRole('button', { name: 'Start' }));

  const dialog = await screen.findByRole('dialog', { name: 'Start 2 guests?' });
  expect(dialog).toHaveTextContent('Will start (1)web-1 (101)');
  expect(dialog).toHaveTextContent(`(1)db-2 (104), pve1: ${WHY}`);
});

test('the bar tells the sentence when none of the chosen is within reach', async () => {
  const { user } = await listed();
  await user.click(screen.getByRole('checkbox', { name: 'Select db-2 (104)' }));

  const remove = screen.getByRole('button', { name: 'Delete' });
  expect(remove).toHaveAttribute('aria-disabled', 'true');
  expect(remove).toHaveAccessibleDescription(WHY);
  await user.click(remove);
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

test('the owner is a column and can be filtered by', async () => {
  const { user, table } = await listed();
  await waitFor(() => expect(within(table).getByRole('row', { name: /db-2/ })).toHaveTextContent('ben'));

  await user.type(screen.getByRole('textbox', { name: 'Filter guests' }), 'owner:ana');

  expect(await screen.findByText('1 of 2 guests')).toBeVisible();
  expect(within(screen.getByRole('table', { name: 'Resources' })).getByRole('link').textContent).toBe('web-1');
});

test('the list can be ordered by owner', async () => {
  const { table } = await listed('/resources?sort=-owner');

  await waitFor(() =>
    expect(
      within(table)
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual(['db-2', 'web-1']),
  );
});

test('whoever may make nothing reads why, before a click and on the wizard’s own page', async () => {
  reach({ make: { allowed: false, why: NO_MAKING } });
  const { router } = await listed();

  await waitFor(() => expect(screen.getByRole('link', { name: 'Provision a machine' })).toHaveAccessibleDescription(NO_MAKING));
  await router.navigate('/provision');

  expect(await screen.findByText('You may not make machines')).toBeVisible();
  expect(screen.getByText(NO_MAKING)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Next' })).not.toBeInTheDocument();
  await expectAccessible();
});

const detail = (of: Guest): GuestDetail => ({ ...of, ha_managed: false, description: '', disks: [], config: {}, current: {} }) as unknown as GuestDetail;

function page(of: Guest) {
  server.use(
    http.get('*/api/proxmox/nodes/:node/vms/:vmid', () => HttpResponse.json(detail(of))),
    http.get('*/api/proxmox/nodes/:node/vms/:vmid/history', () => HttpResponse.json({ timeframe: 'hour', points: [] })),
    http.get('*/api/proxmox/nodes/:node/vms/:vmid/snapshots', () =>
      HttpResponse.json({
        possible: true,
        reason: null,
        current_parent: 'before',
        snapshots: [{ name: 'before', parent: null, created: '2026-03-01T09:00:00Z', description: '', ram: false }],
      }),
    ),
  );
}

test('a guest’s page tells its owner and team', async () => {
  page(mine);
  open('/guests/pve1/vms/101');

  expect(await screen.findByRole('row', { name: /^Owner ana/ })).toBeVisible();
  expect(screen.getByRole('row', { name: 'Team networks' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Start' })).not.toHaveAttribute('aria-disabled');
});

test('snapshots out of reach can be read only', async () => {
  page(theirs);
  open('/guests/pve1/vms/104/snapshots');

  expect(await screen.findByRole('button', { name: 'Roll back: before' })).toBeDisabled();
  expect(screen.getByRole('button', { name: 'Delete: before' })).toBeDisabled();
  expect(screen.getByRole('button', { name: 'Take a snapshot' })).toBeDisabled();
  expect(screen.getByText(WHY)).toBeVisible();
});

const ID = operation().id;

test('an operation on a guest out of reach cannot be cancelled', async () => {
  operations(operation({ vmid: 104 }));
  const { user } = open(`/operations/${ID}`);

  const cancel = await screen.findByRole('button', { name: 'Cancel' });
  await waitFor(() => expect(cancel).toHaveAccessibleDescription(WHY));
  await user.click(cancel);
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

test('a guest that one is having made can be cancelled before it is within reach', async () => {
  operations(operation({ vmid: 109, kind: 'create-lxc', requested_by: 'ana' }));
  open(`/operations/${ID}`);

  const cancel = await screen.findByRole('button', { name: 'Cancel' });
  expect(cancel).not.toHaveAttribute('aria-disabled');
});

test('a failed operation out of reach cannot be repeated', async () => {
  operations(operation({ vmid: 104, status: 'failed', finished: '2026-03-01T09:00:04Z', error: { type: 'task-failed', message: 'no space', left: null } }));
  open(`/operations/${ID}`);

  await waitFor(() => expect(screen.getByRole('button', { name: 'Try again' })).toHaveAccessibleDescription(WHY));
});
