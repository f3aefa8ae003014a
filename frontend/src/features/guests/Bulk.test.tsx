import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import type { GroupMember, NewGroup, OperationPage, Reach } from '@/shared/api/types';
import { accepted, group, guest, member, operation, problem } from '@/shared/test/cluster';
import { refuse, server } from '@/shared/test/server';
import { bulkStore } from './actions/bulkStore';

const lab = [
  guest({ vmid: 101, name: 'web-1' }),
  guest({ vmid: 102, name: 'web-2', status: 'stopped' }),
  guest({ vmid: 103, name: 'db-1', lock: 'backup' }),
  guest({ vmid: 104, name: 'golden', status: 'stopped', template: true }),
  guest({ vmid: 105, name: 'foreign' }),
  guest({ vmid: 106, name: 'web-3' }),
  guest({ vmid: 107, name: 'busy-1' }),
];
let ordered: string[];
let alone: string[];
const states = new Map<number, Partial<GroupMember>>();
const shown = () => group([...states].map(([vmid, change]) => member(vmid, change)));

beforeEach(() => {
  ordered = [];
  alone = [];
  states.clear();
  server.use(
    http.get('*/api/proxmox/guests', () => HttpResponse.json(lab)),
    http.get('*/api/me/reach', () =>
      HttpResponse.json({
        make: { allowed: true, why: null },
        change: { all: false, vmids: [101, 102, 103, 104, 106, 107], why: 'It is not yours.' },
      } satisfies Reach),
    ),
    http.get('*/api/operations', ({ request }) =>
      HttpResponse.json({
        operations: new URL(request.url).searchParams.get('active') === 'true' ? [operation({ vmid: 107, kind: 'snapshot' })] : [],
        next: null,
      } satisfies OperationPage),
    ),
    http.post('*/api/groups', async ({ request }) => {
      const { members } = (await request.json()) as NewGroup;
      ordered.push(...members.map(({ action, vmid }) => `${action} ${vmid}`));
      members.forEach(({ vmid }) => states.set(vmid ?? 0, {}));
      return HttpResponse.json(shown(), { status: 202 });
    }),
    http.post('*/api/proxmox/nodes/:node/:kind/:vmid/:action', ({ params }) => {
      alone.push(`${String(params.action)} ${String(params.vmid)}`);
      return HttpResponse.json(accepted(), { status: 202 });
    }),
    http.get('*/api/groups/:id', () => HttpResponse.json(shown())),
    http.post('*/api/groups/:id/cancel', () => {
      states.forEach((_, vmid) => states.set(vmid, { status: 'cancelled' }));
      return HttpResponse.json(shown());
    }),
  );
});
afterEach(() => bulkStore.clear());

const tick = (name: string) => screen.findByRole('checkbox', { name: new RegExp(`Select ${name}`) });
const bar = (name: string) => screen.findByRole('button', { name });

test('lists by name what will be done to which guest, and why the others are left out', async () => {
  const { user } = open('/resources');
  for (const name of ['web-1', 'web-2', 'db-1', 'golden', 'foreign', 'web-3', 'busy-1']) {
    await user.click(await tick(name));
  }
  await user.click(await bar('Stop'));

  const dialog = await screen.findByRole('dialog', { name: 'Stop 7 guests?' });
  const lot = (name: string) => within(dialog).getByRole('region', { name });
  expect(lot('Will stop (2)')).toHaveTextContent(/web-1.*web-3/);
  expect(lot('Already stopped (1)')).toHaveTextContent('web-2');
  expect(lot('Not possible or not allowed (2)')).toHaveTextContent(/golden.*Templates do not run.*foreign.*It is not yours/);
  expect(lot('Locked or busy (2)')).toHaveTextContent(/db-1.*\(backup\).*busy-1.*Another operation is in progress/);
  await expectAccessible();
  await user.click(within(dialog).getByRole('button', { name: 'Stop 2' }));

  await waitFor(() => expect(ordered.toSorted()).toEqual(['stop 101', 'stop 106']));
});

test('sweeps in neither templates nor locked guests', async () => {
  const { user } = open('/resources');
  await tick('web-1');

  await user.click(screen.getByRole('checkbox', { name: 'Select all that are shown' }));

  expect(await tick('golden')).not.toBeChecked();
  expect(await tick('db-1')).not.toBeChecked();
  expect(await tick('web-1')).toBeChecked();
  expect(screen.getByRole('checkbox', { name: 'Select all that are shown' })).toBeChecked();
  expect(screen.getByText('5 selected')).toBeVisible();
});

test('acts on rows in sight only, unless the others are kept on purpose', async () => {
  const { user } = open('/resources');
  await user.click(await tick('web-1'));
  await user.click(await tick('web-3'));
  await user.type(screen.getByRole('textbox', { name: 'Filter guests' }), 'web-1');
  expect(await screen.findByText('1 more is hidden by the filter')).toBeVisible();
  expect(screen.getByText('1 selected')).toBeVisible();

  await user.click(screen.getByRole('button', { name: 'Include them' }));
  expect(screen.getByText('2 selected')).toBeVisible();
  await user.type(screen.getByRole('textbox', { name: 'Filter guests' }), ' node:pve1');

  expect(await screen.findByText('1 selected')).toBeVisible();
});

test('deletes several only when their count was typed, and shows their names', async () => {
  const { user } = open('/resources');
  for (const name of ['web-1', 'golden', 'db-1', 'web-3']) {
    await user.click(await tick(name));
  }
  await user.click(await bar('Delete'));

  const dialog = await screen.findByRole('dialog', { name: 'Delete 2 guests?' });
  expect(within(dialog).getByRole('region', { name: 'Will be deleted (2)' })).toHaveTextContent(/web-1.*web-3/);
  expect(within(dialog).getByRole('region', { name: /^Not possible/ })).toHaveTextContent('golden');
  const confirm = within(dialog).getByRole('button', { name: 'Delete 2 for good' });
  await user.type(within(dialog).getByRole('textbox'), 'delete 4');
  expect(confirm).toBeDisabled();
  await user.clear(within(dialog).getByRole('textbox'));
  await user.type(within(dialog).getByRole('textbox'), 'delete 2');
  await user.click(confirm);

  await waitFor(() => expect(ordered.toSorted()).toEqual(['delete 101', 'delete 106']));
});

/** Stops web-1 and web-3 as one. */
async function stopTwo() {
  const { user } = open('/resources');
  await user.click(await tick('web-1'));
  await user.click(await tick('web-3'));
  await user.click(await bar('Stop'));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Stop 2' }));
  await screen.findByText('Stop: 0 of 2 done');
  return user;
}

test('follows what was ordered as one, says why a guest was refused, and orders that again', async () => {
  const user = await stopTwo();
  states.set(101, { status: 'succeeded', operation: 'op-101' });
  states.set(106, { status: 'refused', error: { type: 'busy', message: 'web-3 is being changed.' } });

  const again = await screen.findByRole('button', { name: 'Try the one again' }, { timeout: 5000 });
  expect(screen.getByText(/web-3 is being changed/)).toBeVisible();
  expect(screen.getAllByText('Stop: 1 succeeded, 1 failed')[0]).toBeVisible();
  await user.click(again);

  // One guest is ordered by itself.
  await waitFor(() => expect(alone).toEqual(['stop 106']));
});

test('cancels what is left of it', async () => {
  const user = await stopTwo();

  await user.click(screen.getByRole('button', { name: 'Cancel the rest' }));

  expect(await screen.findByRole('button', { name: 'Try the 2 again' }, { timeout: 5000 })).toBeVisible();
  expect(screen.getAllByText('Stop: 0 succeeded, 2 cancelled')[0]).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Cancel the rest' })).toBeNull();
});

test('does not take an order that was not answered for one that failed, and sends it again as the same', async () => {
  // As over plain HTTP from another host.
  const whole = crypto;
  vi.stubGlobal('crypto', { getRandomValues: whole.getRandomValues.bind(whole) });
  onTestFinished(() => void vi.stubGlobal('crypto', whole));
  const keys: (string | null)[] = [];
  server.use(
    http.post('*/api/groups', ({ request }) => {
      keys.push(request.headers.get('Idempotency-Key'));
      [101, 106].forEach((vmid) => states.set(vmid, { status: 'succeeded' }));
      return keys.length === 1 ? HttpResponse.error() : HttpResponse.json(shown(), { status: 202 });
    }),
  );
  await stopTwo();

  expect((await screen.findAllByText('Stop: all 2 succeeded', {}, { timeout: 5000 }))[0]).toBeVisible();
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBe(keys[1]);
});

test('says that it is unknown what became of what can no longer be read', async () => {
  await stopTwo();
  server.use(http.get('*/api/groups/:id', () => refuse(problem({ type: 'urn:direttore:problem:not-found', status: 404, detail: 'no such group' }))));

  expect((await screen.findAllByText('Stop: 0 succeeded, 2 unknown', {}, { timeout: 5000 }))[0]).toBeVisible();
});

test('keeps what it ordered for when the page is loaded again', async () => {
  await stopTwo();

  expect(sessionStorage.getItem('direttore.bulk')).toContain('group-1');
});
