import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { afterEach, expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import type { Guest, NewGroup, OperationPage } from '@/shared/api/types';
import { accepted, group, guest, me, member, operation, problem } from '@/shared/test/cluster';
import { FakeEventStream } from '@/shared/test/events';
import { refuse, server } from '@/shared/test/server';
import { bulkStore } from './actions/bulkStore';

const serve = (...guests: Guest[]) =>
  server.use(
    http.get('*/api/proxmox/guests', ({ request }) => {
      const only = new URL(request.url).searchParams.get('vmid')?.split(',').map(Number);
      return HttpResponse.json(only ? guests.filter(({ vmid }) => only.includes(vmid)) : guests);
    }),
  );

const lab = [
  guest({ vmid: 101, name: 'web-1', tags: ['web'] }),
  guest({ vmid: 102, name: 'web-2', status: 'stopped', node: 'pve2' }),
  guest({ vmid: 103, name: 'db-1', type: 'lxc' }),
  guest({ vmid: 104, name: 'db-2', type: 'lxc', status: 'stopped' }),
];

async function opened(path = '/resources') {
  const ui = open(path);
  const table = await screen.findByRole('table', { name: 'Resources' });
  const names = () =>
    within(screen.getByRole('table', { name: 'Resources' }))
      .queryAllByRole('link')
      .map(({ textContent }) => textContent);
  return { ...ui, table, names };
}

const row = (table: HTMLElement, name: string) => within(table).getByRole('row', { name: new RegExp(`(^|\\s)${name}\\b`) });

afterEach(() => bulkStore.clear());

test('shows the guests of all nodes together', async () => {
  serve(...lab);
  const { names, table } = await opened();

  expect(names()).toEqual(['web-1', 'web-2', 'db-1', 'db-2']);
  expect(within(table).getByRole('link', { name: 'db-1' })).toHaveAttribute('href', '/guests/pve1/lxc/103');
  expect(row(table, 'web-2')).toHaveTextContent(/Stopped.*pve2/);
  await expectAccessible();
});

test('a filter is typed with qualifiers, counted and kept in the address', async () => {
  serve(...lab);
  const { user, router, names } = await opened();

  await user.type(screen.getByRole('textbox', { name: 'Filter guests' }), 'status:running type:lxc');

  await waitFor(() => expect(names()).toEqual(['db-1']));
  expect(screen.getByText('1 of 4 guests')).toBeVisible();
  await waitFor(() => expect(router.state.location.search).toBe('?q=status%3Arunning+type%3Alxc'));
});

test('sort and columns come from the address', async () => {
  serve(...lab);
  // A view of old may leave out what always stands there.
  const { names } = await opened('/resources?sort=-name&cols=node');

  expect(names()).toEqual(['web-2', 'web-1', 'db-2', 'db-1']);
  expect(
    screen
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent)
      .filter(Boolean),
  ).toEqual(['Name', 'Node']);
});

test('columns are chosen in a menu that says which are shown', async () => {
  const { user, router } = await opened();
  await user.click(screen.getByRole('button', { name: 'Columns' }));

  expect(await screen.findByRole('menuitemcheckbox', { name: 'Disk' })).not.toBeChecked();
  await user.click(screen.getByRole('menuitemcheckbox', { name: 'Disk' }));
  await user.click(screen.getByRole('menuitemcheckbox', { name: 'Tags' }));

  await waitFor(() => expect(router.state.location.search).toBe('?cols=name%2Cstatus%2Cvmid%2Ctype%2Cnode%2Ccpu%2Cmem%2Cmaxdisk%2Cowner%2Creserved'));
  expect(screen.getByRole('columnheader', { name: /Disk/ })).toBeVisible();
  await expectAccessible();
});

test('of ten thousand guests only those in sight are rows', async () => {
  serve(...Array.from({ length: 10_000 }, (_, i) => guest({ vmid: 1000 + i, name: `lab-${i}` })));
  const { table } = await opened();

  expect(within(table).getAllByRole('row').length).toBeLessThan(60);
  expect(table).toHaveAttribute('aria-rowcount', '10001');
});

test('tells nothing that matches from nothing at all', async () => {
  serve(...lab);
  const { user } = await opened();

  await user.type(screen.getByRole('textbox', { name: 'Filter guests' }), 'nowhere');
  expect(await screen.findByText('No guest matches')).toBeVisible();
  await user.click(screen.getAllByRole('button', { name: 'Clear filters' }).at(-1)!);

  expect(await screen.findByText('4 guests')).toBeVisible();
});

test('a state changes when the cluster tells it, not before', async () => {
  serve(...lab);
  const { table } = await opened();

  serve(...lab.map((each) => (each.vmid === 102 ? { ...each, status: 'running' as const } : each)));
  act(() => FakeEventStream.latest.tell({ type: 'guest', subject: 'main/pve2/qemu/102' }));

  await waitFor(() => expect(row(table, 'web-2')).toHaveTextContent('Running'));
});

test('a guest that an operation has says what happens to it', async () => {
  serve(...lab);
  server.use(
    http.get('*/api/operations', ({ request }) =>
      HttpResponse.json({
        operations: new URL(request.url).searchParams.get('active') === 'true' ? [operation({ vmid: 102, node: 'pve2' })] : [],
        next: null,
      } satisfies OperationPage),
    ),
  );
  const { table } = await opened();

  await waitFor(() => expect(row(table, 'web-2')).toHaveTextContent('Starting'));
});

test('each of five hundred guests that are stopped says so', async () => {
  const guests = Array.from({ length: 500 }, (_, i) => guest({ vmid: 1000 + i, name: `lab-${i}` }));
  const under = guests.map(({ vmid }) => operation({ id: `op-${vmid}`, kind: 'stop', vmid })).toReversed();
  serve(...guests);
  server.use(
    http.get('*/api/operations', ({ request }) => {
      const query = new URL(request.url).searchParams;
      const from = Number(query.get('after') ?? 0);
      const page = query.get('active') === 'true' ? under.slice(from, from + 200) : [];
      return HttpResponse.json({ operations: page, next: page.length === 200 ? String(from + 200) : null } satisfies OperationPage);
    }),
  );
  const { table } = await opened();

  await waitFor(() => expect(row(table, 'lab-0')).toHaveTextContent('Stopping'));
});

test('several are acted on after one question that splits them, with one result', async () => {
  const ordered: string[] = [];
  const done = group(
    [
      member(102, { status: 'succeeded', operation: 'op-102' }),
      member(104, { status: 'refused', error: { type: 'guest-busy', message: 'db-2 is being backed up' } }),
    ],
    { status: 'finished', finished: '2026-03-01T09:00:04Z' },
  );
  serve(...lab);
  server.use(
    http.post('*/api/groups', async ({ request }) => {
      const { members } = (await request.json()) as NewGroup;
      ordered.push(...members.map(({ action, vmid }) => `${action} ${vmid}`));
      return HttpResponse.json(done, { status: 202 });
    }),
    http.get('*/api/groups/:id', () => HttpResponse.json(done)),
  );
  const { user } = await opened();

  await user.click(screen.getByRole('checkbox', { name: 'Select all that are shown' }));
  await user.click(screen.getByRole('button', { name: 'Start' }));
  const dialog = await screen.findByRole('dialog', { name: 'Start 4 guests?' });
  expect(within(dialog).getByRole('region', { name: 'Will start (2)' })).toHaveTextContent(/102.*104/);
  expect(within(dialog).getByRole('region', { name: 'Already running (2)' })).toBeVisible();
  await user.click(within(dialog).getByRole('button', { name: 'Start 2' }));

  expect((await screen.findAllByText('Start: 1 succeeded, 1 failed'))[0]).toBeVisible();
  expect(screen.getByText(/db-2 is being backed up/)).toBeVisible();
  expect(ordered.toSorted()).toEqual(['start 102', 'start 104']);
  expect(screen.getByRole('button', { name: 'Try the one again' })).toBeVisible();
});

test('a guest is deleted only when its name was typed, and what goes with it was told', async () => {
  const deleted: string[] = [];
  serve(...lab);
  server.use(
    http.get('*/api/proxmox/nodes/:node/:kind/:vmid/removal', () =>
      HttpResponse.json({
        running: true,
        protected: false,
        ha_managed: false,
        disks: [{ key: 'scsi0', storage: 'local-lvm', volid: 'local-lvm:vm-101-disk-0', size: 34359738368 }],
        snapshots: ['before'],
        backup_jobs: ['nightly'],
        replication_jobs: [],
        unread: ['replication_jobs'],
      }),
    ),
    http.post('*/api/proxmox/nodes/:node/:kind/:vmid/delete', ({ params }) => {
      deleted.push(String(params.vmid));
      return HttpResponse.json(accepted({ kind: 'delete' }), { status: 202 });
    }),
  );
  const { user } = await opened();

  await user.click(screen.getByRole('checkbox', { name: 'Select web-1 (101)' }));
  await user.click(screen.getByRole('button', { name: 'Delete' }));
  const dialog = await screen.findByRole('dialog', { name: 'Delete web-1 (101)?' });
  expect(await within(dialog).findByText(/vm-101-disk-0, 32 GiB/)).toBeVisible();
  expect(dialog).toHaveTextContent('Snapshots: before');
  expect(dialog).toHaveTextContent('nightly');
  const confirm = within(dialog).getByRole('button', { name: 'Delete for good' });
  await user.type(within(dialog).getByRole('textbox'), 'web-');
  expect(confirm).toBeDisabled();
  await user.type(within(dialog).getByRole('textbox'), '1');
  await user.click(confirm);

  await waitFor(() => expect(deleted).toEqual(['101']));
});

test('says why the guests cannot be shown', async () => {
  server.use(http.get('*/api/proxmox/guests', () => refuse(problem())));
  open('/resources');

  expect(await screen.findByRole('alert')).toHaveTextContent('Cannot load the guests');
});

test('the columns that one has chosen are kept in this browser, for this person', async () => {
  const { user, unmount } = await opened();
  await user.click(screen.getByRole('button', { name: 'Columns' }));
  await user.click(await screen.findByRole('menuitemcheckbox', { name: 'Disk' }));
  await screen.findByRole('columnheader', { name: /Disk/ });
  unmount();

  await opened();
  expect(screen.getByRole('columnheader', { name: /Disk/ })).toBeVisible();
  cleanup();

  server.use(http.get('*/api/session', () => HttpResponse.json(me({ name: 'somebody-else' }))));
  await opened();
  expect(screen.queryByRole('columnheader', { name: /Disk/ })).not.toBeInTheDocument();
});

test('a column that is new since one chose is shown as it usually is', async () => {
  localStorage.setItem(`direttore.columns.${me().name}.guests`, JSON.stringify({ version: 1, shown: ['name'], known: ['name', 'status', 'cpu'] }));
  await opened();

  expect(screen.queryByRole('columnheader', { name: /State/ })).not.toBeInTheDocument();
  expect(screen.getByRole('columnheader', { name: /Memory/ })).toBeVisible();
});

test('the arrow keys go from row to row', async () => {
  serve(...lab);
  const { user } = await opened();
  screen.getByRole('link', { name: 'web-1' }).focus();

  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(screen.getByRole('link', { name: 'db-1' })).toHaveFocus();
  await user.keyboard('{ArrowUp}');
  expect(screen.getByRole('link', { name: 'web-2' })).toHaveFocus();
});

test('that there are no guests is said only of what is read now', async () => {
  server.use(http.get('*/api/proxmox/guests', () => HttpResponse.json([], { headers: { 'X-Snapshot-Age': '120', 'X-Snapshot-Trouble': 'no route' } })));
  open('/resources');

  expect(await screen.findByText('There were none when this was read 2 min ago')).toBeVisible();
  expect(screen.queryByText('No guests yet')).not.toBeInTheDocument();
});
