import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import { serveAddresses } from '@/features/inventory/test/allocations';
import { prefix } from '@/features/inventory/test/netbox';
import { claim, reservation } from '@/features/reservations/test/made';
import { destroysAny, endOf, startOf } from '@/features/reservations/ending';
import type { OrderedGuest, Reservation, ReservationChange, ReservationPart } from '@/shared/api/types';
import { problem } from '@/shared/test/cluster';
import { FakeEventStream } from '@/shared/test/events';
import { refuse, server } from '@/shared/test/server';
import { exceptionsFirst } from './Parts';

const part = (name: string, change: Partial<ReservationPart> = {}): ReservationPart => ({
  name,
  kind: 'guest',
  made: true,
  want: 'present',
  state: 'ready',
  since: null,
  ready: { check: 'running', port: null, minutes: 5 },
  at_end: 'destroy',
  node: 'pve1',
  type: 'qemu',
  vmid: 1001,
  waiting: null,
  error: null,
  ...change,
});

const running = (change: Partial<Reservation> = {}) =>
  reservation({
    status: 'active',
    phase: 'running',
    guests: [{ kind: 'vm', name: 'pc-{n}', count: 3, request: {} }],
    parts: { total: 3, ready: 1, failed: 2 },
    at_end: 'destroy',
    grace_minutes: 10,
    may: ['change', 'extend', 'return', 'repair'],
    ...change,
  });

/** Serves one reservation and its parts. */
function serve(one: () => Reservation, parts: ReservationPart[] = []) {
  server.use(
    http.get('*/api/reservations/:id', () => HttpResponse.json(one(), { headers: { ETag: `"${one().version}-x"` } })),
    http.get('*/api/reservations/:id/parts', () => HttpResponse.json(parts)),
  );
}

test('says of which prefix of NetBox its guests have addresses, by its id while that cannot be read', async () => {
  serveAddresses([prefix()]);
  const nics = [{ bridge: 'vmbr0' }, { bridge: 'vmbr0', prefix: 4 }, { bridge: 'vmbr0', prefix: 99 }];
  // The contract does not say what is in it.
  const request = { nics } as object as OrderedGuest['request'];
  serve(() => running({ guests: [{ kind: 'vm', name: 'pc-{n}', count: 3, request }] }));
  open('/reservations/17');

  expect(await screen.findByRole('link', { name: '10.10.0.0/24' })).toHaveAttribute('href', '/inventory/prefixes/4');
  expect(screen.getByRole('row', { name: 'Addresses pc-{n}, net1: one of 10.10.0.0/24 pc-{n}, net2: one of prefix 99 of NetBox' })).toBeVisible();
});

test('says what a part waits for, and what becomes of guests that are put back', async () => {
  const guest = claim({ resource: { id: 4, kind: 'guest', name: '104' } });
  const one = running({ guests: [], claims: [guest], at_end: 'restore:clean', parts: { total: 1, ready: 0, failed: 0 } });
  const waiting = { what: 'the return of reservation 12', since: new Date().toISOString() };
  serve(() => one, [part('104', { made: false, state: 'making', waiting })]);
  open('/reservations/17');

  expect(await screen.findByText(/^Waits for the return of reservation 12, since /)).toBeVisible();
  expect(screen.getByText(/^Its guests are put back to the snapshot clean/)).toBeVisible();
});

test('says when each part is ready and since when it is so', async () => {
  const one = running({ lead_minutes: 90 });
  const ready = { check: 'port', port: 22, minutes: 10 } as const;
  serve(
    () => one,
    [
      part('pc-1', { ready, since: '2027-03-01T08:57:00Z' }),
      part('pc-2', { ready, state: 'failed', since: '2027-03-01T09:07:00Z', error: { type: 'not-ready', message: 'No answer at port 22 after 10 minutes.' } }),
      part('pc-3', { ready, state: 'gone', since: null }),
      part('pc-4', { ready, state: 'making', error: { type: 'upstream', message: 'No room.' } }),
    ],
  );
  open('/reservations/17');

  const rows = within(await screen.findByRole('region', { name: 'Parts' }));
  await rows.findByText('pc-2');
  const [failed, again, well, gone] = rows.getAllByRole('row').slice(1);
  expect(again).toHaveTextContent(/pc-4.*Tried again\. The last try failed: No room\./);
  expect(failed).toHaveTextContent(/Failed.*Since .*10:07.*No answer at port 22 after 10 minutes\..*Ready once its TCP port 22 answers, within 10 minutes/);
  expect(well).toHaveTextContent(/Ready.*Since .*9:57.*Ready once its TCP port 22 answers/);
  expect(gone).not.toHaveTextContent(/Since|Ready once/);
  expect(screen.getByText('1 h 30 min')).toBeVisible();
});

test('shows what failed first, with one press to repair it', async () => {
  const one = running();
  serve(
    () => one,
    [part('pc-1'), part('pc-2', { state: 'failed', vmid: 1002, error: { type: 'fault', message: 'no address' } }), part('pc-3', { state: 'failed' })],
  );
  const repaired: unknown[] = [];
  server.use(
    http.post('*/api/reservations/:id/repair', async ({ request }) => {
      repaired.push([request.headers.get('If-Match'), await request.json()]);
      return HttpResponse.json(one);
    }),
  );
  const { user } = open('/reservations/17');
  const parts = await screen.findByRole('region', { name: 'Parts' });
  expect(await within(parts).findByText('1 of 3 ready')).toBeVisible();
  const rows = within(parts).getAllByRole('row').slice(1);
  expect(rows.map((row) => row.textContent)).toEqual([
    expect.stringMatching(/^pc-2.*Failedno address/) as string,
    expect.stringMatching(/^pc-3/) as string,
    expect.stringMatching(/^pc-1/) as string,
  ]);
  expect(screen.getByText(/shut down, and destroyed 10 minutes later/)).toBeVisible();
  await expectAccessible();

  const press = async (name: string) => {
    const button = within(parts).getByRole('button', { name });
    // Not while another repair is under way, nor before Direttore is known to answer.
    await waitFor(() => expect(button).not.toHaveAttribute('data-disabled'));
    await user.click(button);
  };
  await press('Repair pc-2');
  await waitFor(() => expect(repaired).toEqual([['"1-"', { parts: ['pc-2'] }]]));
  await press('Repair all that failed');

  await waitFor(() => expect(repaired[1]).toEqual(['"1-"', {}]));
});

test('parts in trouble come before those that are under way, and those before what is well', () => {
  const states = (['ready', 'making', 'stuck', 'gone', 'failed'] as const).map((state) => part(state, { state }));

  expect(exceptionsFirst(states).map(({ name }) => name)).toEqual(['failed', 'stuck', 'making', 'ready', 'gone']);
});

test('the end is told in one sentence', () => {
  const guest = claim({ resource: { id: 4, kind: 'guest', name: '104' } });
  expect(endOf(reservation({ claims: [guest], at_end: 'shutdown' }))).toMatch(/^Its guests are shut down/);
  expect(endOf(reservation({ at_end: 'shutdown' }))).toMatch(/^Nothing happens; others/);
  expect(endOf(running({ grace_minutes: 0 }))).toMatch(/destroyed at once/);
  expect(endOf(running({ phase: 'returning', status: 'cancelled' }))).toMatch(/destroyed at once/);
  const server = { kind: 'vm', name: 'server', count: 1, request: {}, at_end: 'stop' } as const;
  expect(endOf(running({ claims: [guest], guests: [...running().guests, server], at_end: 'restore:clean' }))).toBe(
    'pc-1 to pc-3: shut down, and destroyed 10 minutes later; server: stopped; guest 104: put back to the snapshot clean.',
  );
  expect(destroysAny(running({ at_end: 'restore:clean' }))).toBe(true);
  expect(destroysAny(running({ guests: [server] }))).toBe(false);
  expect(startOf(reservation({ claims: [guest], at_start: 'rollback:clean' }))).toMatch(/snapshot clean, then started/);
  expect(startOf(reservation({ at_start: 'start' }))).toBeNull();
  expect(endOf(reservation({ claims: [] }))).toMatch(/entry in the calendar/);
});

test('is extended by what one chooses, and says until when', async () => {
  const one = running({ end_dt: '2026-11-30T12:00:00+01:00' });
  serve(() => one);
  const sent: unknown[] = [];
  server.use(
    // Asked beside it: until when it could go on.
    http.patch('*/api/reservations/:id', () => HttpResponse.json(one)),
    http.post('*/api/reservations/:id/extend', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(one);
    }),
  );
  const { user } = open('/reservations/17');
  await user.click(await screen.findByRole('button', { name: 'Extend: BGP lesson' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'By 1 h' }));
  expect(dialog.getByText(/It would end .*1:00/)).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Extend' }));

  await waitFor(() => expect(sent).toEqual([{ minutes: 60 }]));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('what somebody changed meanwhile is told, and is only overwritten when one says so', async () => {
  let now = reservation({ start_dt: '2027-06-07T09:00:00+02:00', end_dt: '2027-06-07T11:00:00+02:00' });
  serve(() => now);
  const sent: [string | null, ReservationChange][] = [];
  server.use(
    http.patch('*/api/reservations/:id', async ({ request }) => {
      const match = request.headers.get('If-Match');
      sent.push([match, (await request.json()) as ReservationChange]);
      return match === '"1-"'
        ? refuse(problem({ type: 'urn:direttore:problem:changed', title: 'It was changed', status: 412, detail: 'read it again' }))
        : HttpResponse.json(now);
    }),
  );
  const { user } = open('/reservations/17');
  await user.click(await screen.findByRole('button', { name: 'Edit: BGP lesson' }));
  const dialog = within(await screen.findByRole('dialog'));
  const title = dialog.getByRole('textbox', { name: 'Title' });
  await user.clear(title);
  await user.type(title, 'OSPF');
  now = { ...now, version: 2, notes: 'bring cables' };
  FakeEventStream.latest.hello();
  FakeEventStream.latest.tell({ type: 'reservation', subject: '17' });
  expect(await dialog.findByText('It was changed meanwhile')).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(screen.getByRole('dialog')).toBeVisible();

  await user.click(dialog.getByRole('button', { name: 'Overwrite' }));
  await user.click(dialog.getByRole('button', { name: 'Save' }));

  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sent).toEqual([
    ['"1-"', { title: 'OSPF' }],
    [null, { title: 'OSPF' }],
  ]);
});

test('whoever undoes a cancel on its page comes to what is booked again', async () => {
  const begin = Date.now() + 86_400_000;
  const times = { start_dt: new Date(begin).toISOString(), end_dt: new Date(begin + 3_600_000).toISOString() };
  let old = reservation(times);
  const again = reservation({ ...times, id: 21 });
  server.use(
    http.get('*/api/reservations/:id', ({ params }) => HttpResponse.json(params.id === '21' ? again : old, { headers: { ETag: '"1-x"' } })),
    http.delete('*/api/reservations/:id', () => {
      old = { ...old, status: 'cancelled', phase: 'called_off', may: [] };
      return new HttpResponse(null, { status: 204 });
    }),
    http.post('*/api/reservations', () => HttpResponse.json(again, { status: 201 })),
  );
  const { user, router } = open('/reservations/17');
  await user.click(await screen.findByRole('button', { name: 'Cancel BGP lesson' }));
  expect(await screen.findByText('Cancelled')).toBeVisible();
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus());
  await user.click(await screen.findByRole('button', { name: 'Undo' }));

  expect(await screen.findByText('Booked again, as reservation 21.')).toBeVisible();
  await waitFor(() => expect(router.state.location.pathname).toBe('/reservations/21'));
  expect(await screen.findByText('Booked')).toBeVisible();
});

test('others’ private ones show no more than that something is reserved', async () => {
  serve(() => reservation({ title: 'Reserved', requester: null, private: true, mine: false, may: [], claims: [claim()] }));
  open('/reservations/17');

  expect(await screen.findByText('It is private: what it is for is not for you.')).toBeVisible();
  expect(screen.queryByText('At the end')).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Edit: Reserved' })).toHaveAttribute('aria-disabled', 'true');
});

test('one that was cancelled keeps nothing free any more', async () => {
  serve(() =>
    reservation({
      status: 'cancelled',
      phase: 'called_off',
      may: [],
      series: { id: 1, rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=5', occurrence: '2026-11-30T09:00:00', version: 1 },
    }),
  );
  open('/reservations/17');

  expect(await screen.findByText('Every week on Tue, 5 times')).toBeVisible();
  expect(screen.queryByText('Kept free')).toBeNull();
  expect(screen.queryByText('At the end')).toBeNull();
});

test('one that is not there is said to be none', async () => {
  server.use(http.get('*/api/reservations/:id', () => refuse(problem({ type: 'urn:direttore:problem:not-found', status: 404 }))));
  const { unmount } = open('/reservations/99');
  expect(await screen.findByRole('heading', { level: 1, name: 'There is no reservation 99' })).toBeVisible();
  unmount();

  open('/reservations/abc');
  expect(await screen.findByRole('heading', { level: 1, name: 'There is no reservation abc' })).toBeVisible();
});
