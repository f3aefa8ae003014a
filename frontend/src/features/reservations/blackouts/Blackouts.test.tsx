import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import { judge } from '@/features/reservations/calendar/judge';
import { claim, node, reservation } from '@/features/reservations/test/made';
import { claimsOf } from '@/features/reservations/words';
import type { NewBlackout, Reservation, ReservationChange } from '@/shared/api/types';
import { me, problem } from '@/shared/test/cluster';
import { FakeEventStream } from '@/shared/test/events';
import { refuse, server } from '@/shared/test/server';
import { closingOf, placeOf, withAll } from './order';

const HOUR = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();

const firmware = (change: Partial<Reservation> = {}): Reservation =>
  reservation({
    id: 18,
    title: 'New firmware',
    kind: 'blackout',
    requester: 'olga',
    mine: false,
    may: ['cancel'],
    start_dt: inHours(2),
    end_dt: inHours(4),
    ...change,
  });

function serve(all: Reservation[] = [], rights: ('book' | 'blackout')[] = ['book', 'blackout']) {
  const made: NewBlackout[] = [];
  server.use(
    http.get('*/api/session', () => HttpResponse.json(me({ rights: [...me().rights, ...rights] }))),
    http.get('*/api/blackouts', () => HttpResponse.json(all)),
    http.get('*/api/reservations', () => HttpResponse.json(all)),
    http.get('*/api/resources', () =>
      HttpResponse.json([node(), node({ id: 4, name: 'pve2' }), node({ id: 9, kind: 'device', name: 'sw1', cores: null, memory: null })]),
    ),
    http.post('*/api/blackouts', async ({ request }) => {
      const wanted = (await request.json()) as NewBlackout;
      made.push(wanted);
      return wanted.conflicts === 'refuse' && made.length === 1
        ? refuse(
            problem({
              type: 'urn:direttore:problem:reservation-conflict',
              title: 'It is taken',
              status: 409,
              detail: 'node pve1 is taken by ana',
              conflicts: Array.from({ length: 8 }, (_, n) => ({
                resource: { id: 3, kind: 'node' as const, name: 'pve1' },
                reservation: 40 + n,
                title: `Lesson ${n}`,
                requester: 'ana',
                from: inHours(2 + n),
                until: inHours(3 + n),
                why: 'taken' as const,
                free: null,
              })),
              next_free: [],
            }),
          )
        : HttpResponse.json({ blackout: firmware(), cancelled: [40, 41], kept: [42] }, { status: 201 });
    }),
  );
  return made;
}

test('what is closed is listed with why, what and when, but not once it is over', async () => {
  serve([
    firmware({ start_dt: inHours(-1), notes: 'BIOS too' }),
    firmware({ id: 19, title: 'Move', start_dt: inHours(30), end_dt: inHours(31) }),
    firmware({ id: 20, title: 'Over', start_dt: inHours(-2), end_dt: inHours(-1) }),
  ]);
  open('/reservations/blackouts');
  const table = await screen.findByRole('table', { name: 'Blackouts' });

  const rows = within(table).getAllByRole('row').slice(1);
  expect(rows.map((row) => row.textContent)).toEqual([
    expect.stringMatching(/^New firmwareBIOS toopve1.*olgaClosed now/) as string,
    expect.stringMatching(/^Movepve1.*olgaTo come/) as string,
  ]);
  await expectAccessible();
});

test('that nothing is closed is said, and so is a list that cannot be read', async () => {
  serve();
  const { unmount } = open('/reservations/blackouts');
  expect(await screen.findByText('Nothing is closed, now or later')).toBeVisible();
  unmount();

  server.use(http.get('*/api/blackouts', () => refuse(problem({ status: 500 }))));
  open('/reservations/blackouts');
  expect(await screen.findByText(/Cannot load the blackouts/i)).toBeVisible();
});

test('whoever may not close anything is told so', async () => {
  serve([firmware()], ['book']);
  open('/reservations/blackouts');
  for (const name of ['New blackout', 'Change New firmware', 'Remove New firmware']) {
    expect(await screen.findByRole('button', { name })).toHaveAttribute('aria-description', 'Operators close things and open them again.');
  }
});

test('all that is in the way is shown before one says what becomes of it', async () => {
  const made = serve();
  const { user } = open('/reservations/blackouts');
  await user.click(await screen.findByRole('button', { name: 'New blackout' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'New blackout' }));
  await user.click(dialog.getByRole('button', { name: 'Close it' }));
  expect(made).toEqual([]);

  await user.type(dialog.getByRole('textbox', { name: /^Why/ }), 'New firmware');
  await user.click(await dialog.findByRole('button', { name: 'All nodes' }));
  fireEvent.change(dialog.getByLabelText(/^Start/), { target: { value: '2027-06-07T08:00' } });
  await expectAccessible();
  await user.click(dialog.getByRole('button', { name: 'Close it' }));

  const inTheWay = await dialog.findByRole('list', { name: 'It is taken' });
  expect(within(inTheWay).getAllByRole('listitem')).toHaveLength(8);
  expect(dialog.queryByText('Free instead')).toBeNull();
  await user.selectOptions(dialog.getByRole('combobox', { name: 'Reservations in the way' }), 'cancel');
  expect(dialog.getByText(/That cannot be undone/)).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Cancel them and close it' }));

  expect(await screen.findByText('It is closed. 2 reservations were cancelled. 1 stays in its time.')).toBeVisible();
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(made.map(({ conflicts }) => conflicts)).toEqual(['refuse', 'cancel']);
  expect(made[1]).toMatchObject({ title: 'New firmware', claims: [{ node: 'pve1' }, { node: 'pve2' }] });
  expect(made[1]?.start_dt).toMatch(/^2027-06-07T08:00:00/);
});

test('one is worded anew, as it was seen', async () => {
  serve([firmware()]);
  const sent: [string | null, ReservationChange][] = [];
  server.use(
    http.patch('*/api/reservations/18', async ({ request }) => {
      sent.push([request.headers.get('If-Match'), (await request.json()) as ReservationChange]);
      return HttpResponse.json(firmware({ title: 'Firmware 2' }));
    }),
  );
  const { user } = open('/reservations/blackouts');
  await user.click(await screen.findByRole('button', { name: 'Change New firmware' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Change the blackout' }));
  const why = dialog.getByRole('textbox', { name: /^Why/ });
  await user.clear(why);
  await user.type(why, 'Firmware 2');
  await user.click(dialog.getByRole('button', { name: 'Save' }));

  await waitFor(() => expect(sent).toEqual([['"1-"', { title: 'Firmware 2', notes: '' }]]));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('removing one is asked about first', async () => {
  serve([firmware()]);
  const removed: (string | null)[] = [];
  server.use(
    http.delete('*/api/blackouts/18', ({ request }) => {
      removed.push(request.headers.get('If-Match'));
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const { user } = open('/reservations/blackouts');
  await user.click(await screen.findByRole('button', { name: 'Remove New firmware' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Remove New firmware?' }));
  expect(removed).toEqual([]);
  await user.click(dialog.getByRole('button', { name: 'Remove' }));

  await waitFor(() => expect(removed).toEqual(['"1-"']));
});

test('what others close shows by itself', async () => {
  const all: Reservation[] = [];
  serve(all);
  open('/reservations/blackouts');
  await screen.findByText('Nothing is closed, now or later');
  all.push(firmware());
  act(() => FakeEventStream.latest.hello());
  act(() => FakeEventStream.latest.tell({ type: 'reservation', subject: '18' }));

  expect(await screen.findByText('New firmware')).toBeVisible();
});

test('lanes show why something is closed', async () => {
  serve([firmware({ start_dt: '2026-12-01T09:00:00Z', end_dt: '2026-12-01T11:00:00Z' })]);
  open('/reservations?view=lanes&date=2026-12-01');
  const lane = within(await screen.findByRole('listitem', { name: 'pve1' }));

  expect(lane.getByRole('button', { name: /^Closed: New firmware, Nothing can be booked/ })).toHaveAttribute('data-tone', 'blackout');
});

test('its page offers what operators do with it', async () => {
  serve([firmware()]);
  server.use(http.get('*/api/reservations/18', () => HttpResponse.json(firmware())));
  open('/reservations/18');

  expect(await screen.findByRole('button', { name: 'Remove New firmware' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Edit: New firmware' })).toBeNull();
});

test('the ghost is red over what is closed, with why and until when', () => {
  const at = (clock: string) => Date.parse(`2026-11-30T${clock}:00Z`);
  const closed = firmware({ start_dt: '2026-11-30T09:00:00Z', end_dt: '2026-11-30T11:00:00Z' });
  const given = { known: [closed], resources: [node()], zone: 'UTC', now: at('06:00') };

  expect(judge({ from: at('10:00'), to: at('12:00'), lane: node() }, given)).toMatchObject({
    taken: true,
    text: expect.stringMatching(/^pve1 is closed until 11:00.*: New firmware$/) as string,
  });
  expect(judge({ from: at('11:00'), to: at('12:00'), lane: node() }, given).taken).toBe(false);
  // A blackout is closed around what was kept.
  const kept = reservation({ id: 20, start_dt: '2026-11-30T09:30:00Z', end_dt: '2026-11-30T10:30:00Z' });
  expect(judge({ from: at('09:30'), to: at('10:00'), moving: kept }, { ...given, known: [closed, kept] }).taken).toBe(false);
  expect(judge({ from: at('09:15'), to: at('10:00'), moving: kept }, { ...given, known: [closed, kept] }).taken).toBe(true);
});

test('a resource that is closed in pieces is named once', () => {
  expect(claimsOf({ claims: [claim(), claim(), claim({ resource: { id: 9, kind: 'device', name: 'sw1' } })] })).toBe('pve1, sw1');
});

test('what is closed is told by kind and name, and what is wrong with it stands at its field', () => {
  const closed = withAll(['vlan/20', 'guest/104'], [node(), node({ kind: 'device', name: 'rack/1' })], 'device');
  const typed = { title: ' Move ', closed, conflicts: 'keep' as const, notes: '', start: '2027-03-01T08:00', end: '2027-03-01T18:00', zone: 'UTC' };

  expect(closingOf(typed)).toEqual({
    title: 'Move',
    start_dt: '2027-03-01T08:00:00+00:00',
    end_dt: '2027-03-01T18:00:00+00:00',
    time_zone: 'UTC',
    claims: [{ vlan: 20 }, { guest: 104 }, { device: 'rack/1' }],
    conflicts: 'keep',
  });
  expect(['claims[0].node', 'claims', 'start_dt', 'conflicts'].map(placeOf)).toEqual(['closed', 'closed', 'start', 'conflicts']);
});
