import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import { claim, node, reservation } from '@/features/reservations/test/made';
import type { ExtendUntil, Reservation, ReservationOverlap } from '@/shared/api/types';
import { me, person } from '@/shared/test/cluster';
import { server } from '@/shared/test/server';

const HOUR = 3_600_000;
const at = (hours: number) => new Date((Math.floor(Date.now() / HOUR) + hours) * HOUR).toISOString();
const running = (change: Partial<Reservation> = {}) =>
  reservation({ status: 'active', phase: 'running', start_dt: at(-1), end_dt: at(2), may: ['change', 'extend', 'return', 'hand-over'], ...change });

type Sent = { path: string; body: unknown };

const bo: ReservationOverlap = {
  resource: { id: 3, kind: 'node', name: 'pve1' },
  reservation: 18,
  title: 'OSPF',
  requester: 'bo',
  from: at(5),
  until: at(6),
  why: 'taken',
  free: null,
};

/** Serves one reservation, which can last for ever unless told otherwise. */
function serve(one: Reservation, latest: ExtendUntil = { until: at(170), conflicts: [] }) {
  const sent: Sent[] = [];
  const answer = async ({ request }: { request: Request }) => {
    sent.push({ path: new URL(request.url).pathname.replace('/api/reservations/17', ''), body: await request.json() });
    return HttpResponse.json(one);
  };
  server.use(
    http.get('*/api/reservations/:id', () => HttpResponse.json(one)),
    http.get('*/api/reservations', () => HttpResponse.json([one])),
    http.get('*/api/reservations/:id/extend-until', () => HttpResponse.json(latest)),
    http.get('*/api/resources', () => HttpResponse.json([node()])),
    http.get('*/api/people', () => HttpResponse.json({ people: [person({ name: 'bo', display: 'Bo Berg' })] })),
    http.get('*/api/teams', () => HttpResponse.json({ teams: [{ name: 'networks', members: ['ana'] }] })),
    http.patch('*/api/reservations/17', answer),
    http.post('*/api/reservations/17/:act', answer),
  );
  return sent;
}

test('is handed over to a person and a team', async () => {
  const sent = serve(running());
  const { user } = open('/reservations/17');
  await user.click(await screen.findByRole('button', { name: 'Hand over: BGP lesson' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Hand over BGP lesson' }));
  expect(dialog.getByText('It is ana’s now.')).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Hand over' }));
  expect(await dialog.findByText('Name a person, or choose another team.')).toBeVisible();
  fireEvent.change(dialog.getByRole('combobox', { name: /^Person/ }), { target: { value: 'bo' } });
  await user.click(dialog.getByRole('combobox', { name: /^Team/ }));
  await user.click(await screen.findByRole('option', { name: 'networks' }));
  await expectAccessible();

  await user.click(dialog.getByRole('button', { name: 'Hand over' }));

  await waitFor(() => expect(sent).toEqual([{ path: '/hand-over', body: { person: 'bo', team: 'networks' } }]));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('nobody hands over what is not theirs, nor where nobody signs in', async () => {
  serve(running({ may: [], mine: false }));
  const { unmount } = open('/reservations/17');
  expect(await screen.findByRole('button', { name: 'Hand over: BGP lesson' })).toHaveAttribute('aria-disabled', 'true');
  unmount();

  server.use(http.get('*/api/session', () => HttpResponse.json(me({ via: 'none' }))));
  open('/reservations/17');
  await screen.findByRole('button', { name: 'Edit: BGP lesson' });
  expect(screen.queryByRole('button', { name: /^Hand over/ })).toBeNull();
});

test('the latest possible end is offered, once the server has confirmed it', async () => {
  const sent = serve(running(), { until: at(5), conflicts: [bo] });
  const { user } = open('/reservations/17');
  await user.click(await screen.findByRole('button', { name: 'Extend: BGP lesson' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(await dialog.findByText(/^It can go on until .*; then pve1 is for bo\.$/)).toBeVisible();
  const [probe] = sent;
  expect(probe).toMatchObject({ path: '', body: { dry_run: true } });
  expect(Date.parse((probe?.body as { end_dt: string }).end_dt)).toBe(Date.parse(at(5)));

  await user.click(dialog.getByRole('button', { name: /^Until / }));
  await user.click(dialog.getByRole('button', { name: 'Extend' }));

  await waitFor(() => expect(sent.at(-1)).toEqual({ path: '/extend', body: { minutes: 180 } }));
});

test.each([
  ['another is', bo, 'pve1 is for bo'],
  ['somebody is whom one may not know', { ...bo, title: null, requester: null, reservation: null }, 'pve1 is for Somebody'],
  ['too little is left', { ...bo, why: 'capacity' as const, requester: null }, 'too little of pve1 is left'],
])('where %s right after it, that is told before anything is tried', async (_, next, why) => {
  serve(running(), { until: at(2), conflicts: [next] });
  const { user } = open('/reservations/17');
  await user.click(await screen.findByRole('button', { name: 'Extend: BGP lesson' }));

  expect(await screen.findByText(`It cannot go on: ${why} right after it.`)).toBeVisible();
  expect(screen.queryByRole('button', { name: /^Until / })).toBeNull();
});

test('what happens to a guest at both ends is changed by typing, with its snapshots to choose from', async () => {
  const guest = claim({ resource: { id: 4, kind: 'guest', name: '104' } });
  const sent = serve(reservation({ claims: [guest], start_dt: at(2), end_dt: at(4), may: ['change'] }));
  const { user } = open('/reservations/17');
  await user.click(await screen.findByRole('button', { name: 'Edit: BGP lesson' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.selectOptions(await dialog.findByRole('combobox', { name: 'The guest at the start' }), 'rollback');
  await user.selectOptions(dialog.getByRole('combobox', { name: 'The guest at the end' }), 'restore');
  fireEvent.change(dialog.getByRole('combobox', { name: /^Snapshot to start from/ }), { target: { value: 'clean' } });
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await dialog.findByText(/^The name of a snapshot/)).toBeVisible();
  fireEvent.change(dialog.getByRole('combobox', { name: /^Snapshot to put it back to/ }), { target: { value: 'clean' } });
  fireEvent.change(dialog.getByRole('textbox', { name: /^Grace/ }), { target: { value: '15' } });
  await user.click(dialog.getByRole('button', { name: 'Save' }));

  await waitFor(() => expect(sent).toEqual([{ path: '', body: { at_start: 'rollback:clean', at_end: 'restore:clean', grace_minutes: 15 } }]));
});

test('when guests are begun is changed until the start', async () => {
  const guests: Reservation['guests'] = [{ kind: 'vm', name: 'pc-{n}', count: 3, request: {} }];
  const sent = serve(reservation({ guests, start_dt: at(2), end_dt: at(4), lead_minutes: 60, at_end: 'destroy', may: ['change'] }));
  const { user } = open('/reservations/17');
  await user.click(await screen.findByRole('button', { name: 'Edit: BGP lesson' }));
  const lead = await within(await screen.findByRole('dialog')).findByRole('textbox', { name: /^Made before the start/ });
  expect(lead).toHaveValue('60');
  fireEvent.change(lead, { target: { value: '30' } });
  await user.click(screen.getByRole('button', { name: 'Save' }));

  await waitFor(() => expect(sent).toEqual([{ path: '', body: { lead_minutes: 30 } }]));
});

test('when guests are ready, and their end, are changed while they run', async () => {
  const request = {};
  const guests: Reservation['guests'] = [
    { kind: 'vm', name: 'pc-{n}', count: 3, node: null, request, at_end: null, ready: { check: 'running', port: null, minutes: 5 } },
    { kind: 'lxc', name: 'web', count: 1, node: null, request, at_end: 'stop', ready: { check: 'port', port: 80, minutes: 10 } },
  ];
  const sent = serve(running({ guests, at_end: 'destroy' }));
  const { user } = open('/reservations/17');
  await user.click(await screen.findByRole('button', { name: 'Edit: BGP lesson' }));
  const dialog = within(await screen.findByRole('dialog'));
  const many = within(dialog.getByRole('group', { name: 'pc-1 to pc-3' }));
  await user.selectOptions(many.getByRole('combobox', { name: 'Ready when' }), 'a TCP port answers');
  fireEvent.change(many.getByRole('textbox', { name: /^Port/ }), { target: { value: '0' } });
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await many.findByText('A whole number from 1 to 65535.')).toBeVisible();
  fireEvent.change(many.getByRole('textbox', { name: /^Port/ }), { target: { value: '3389' } });
  const one = within(dialog.getByRole('group', { name: 'web' }));
  await user.selectOptions(one.getByRole('combobox', { name: 'These at the end' }), 'As all of them');
  await expectAccessible();

  await user.click(dialog.getByRole('button', { name: 'Save' }));

  await waitFor(() =>
    expect(sent).toEqual([
      {
        path: '',
        body: {
          guests: [
            { ...guests[0], ready: { check: 'port', port: 3389, minutes: 5 } },
            { ...guests[1], at_end: null },
          ],
        },
      },
    ]),
  );
});
