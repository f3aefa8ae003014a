import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import type { NewReservation, Problem, Reservation, ReservationPreview } from '@/shared/api/types';
import { me, problem } from '@/shared/test/cluster';
import { FakeEventStream } from '@/shared/test/events';
import { refuse, server } from '@/shared/test/server';
import { claim, node, reservation } from './test/made';

const HOUR = 3_600_000;
const ROME = 'Europe/Rome';
/** A window some hours from now. */
const inHours = (from: number, length = 2) => {
  const begin = Math.floor(Date.now() / HOUR) * HOUR + from * HOUR;
  return { start_dt: new Date(begin).toISOString(), end_dt: new Date(begin + length * HOUR).toISOString() };
};

/** Serves some reservations and two nodes; answers what was asked for. */
function serve(all: Reservation[] = []) {
  const asked: URL[] = [];
  server.use(
    http.get('*/api/session', () => HttpResponse.json(me({ rights: [...me().rights, 'book'] }))),
    http.get('*/api/reservations', ({ request }) => {
      asked.push(new URL(request.url));
      return HttpResponse.json(all);
    }),
    http.get('*/api/resources', () => HttpResponse.json([node(), node({ id: 4, name: 'pve2' })])),
  );
  return asked;
}

const taken = (): Problem =>
  problem({
    type: 'urn:direttore:problem:reservation-conflict',
    title: 'It is taken',
    status: 409,
    detail: 'node pve1 is taken by ana',
    conflicts: [
      {
        resource: { id: 3, kind: 'node', name: 'pve1' },
        reservation: 16,
        title: 'BGP lesson',
        requester: 'ana',
        from: inHours(24).start_dt,
        until: inHours(24).end_dt,
        why: 'taken',
        free: null,
      },
    ],
    next_free: [
      { ...inHours(26), proxmox_node: 'pve1', claims: [claim()], new_claims: [{ node: 'pve1' }], same_time: false },
      {
        ...inHours(24),
        proxmox_node: 'pve2',
        claims: [claim({ resource: { id: 4, kind: 'node', name: 'pve2' } })],
        new_claims: [{ node: 'pve2' }],
        same_time: true,
      },
    ],
  });

test('lists what is reserved, and only what the filter in the address lets through', async () => {
  serve([
    reservation({ id: 1, title: 'BGP lesson', ...inHours(1) }),
    reservation({
      id: 2,
      title: 'Exam',
      mine: false,
      requester: 'bo',
      may: [],
      ...inHours(4),
      claims: [claim({ resource: { id: 4, kind: 'node', name: 'pve2' } })],
      proxmox_node: 'pve2',
    }),
  ]);
  const { user, router } = open('/reservations?view=list');
  const table = await screen.findByRole('table', { name: 'Reservations' });
  expect(within(table).getByRole('link', { name: 'BGP lesson' })).toHaveAttribute('href', '/reservations/1');
  expect(within(table).getByText('Exam')).toBeVisible();
  expect(within(table).getByRole('button', { name: 'Cancel Exam' })).toHaveAttribute('aria-disabled', 'true');
  await expectAccessible();

  await user.click(screen.getByRole('checkbox', { name: 'Mine' }));

  await waitFor(() => expect(screen.queryByText('Exam')).toBeNull());
  expect(router.state.location.search).toContain('mine=yes');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Node' }), 'pve2');
  expect(await screen.findByText('No reservation in this time matches')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Clear filters' }));
  expect(await screen.findByText('Exam')).toBeVisible();
});

test('asks once for the time that is shown, with a day more at each end', async () => {
  const asked = serve();
  open('/reservations?view=lanes&date=2026-12-01');
  await screen.findByRole('region', { name: /^Lanes/ });

  const spans = asked.filter((url) => url.searchParams.has('end')).map(({ searchParams }) => [searchParams.get('start'), searchParams.get('end')]);
  expect(spans).toEqual([['2026-11-29T23:00:00.000Z', '2026-12-02T23:00:00.000Z']]);
});

test('keys lead from view to view and open the dialog, and leave those after g to the shell', async () => {
  serve();
  const { router } = open('/reservations?view=list');
  await screen.findByText('No reservations in this time');
  const press = (key: string) => fireEvent.keyDown(document.body, { key });

  press('r');
  expect(await screen.findByRole('region', { name: /^Lanes/ })).toBeVisible();
  press('j');
  await waitFor(() => expect(router.state.location.search).toContain('date='));
  press('t');
  await waitFor(() => expect(router.state.location.search).not.toContain('date='));
  press('l');
  expect(await screen.findByText('No reservations in this time')).toBeVisible();
  press('n');
  expect(await screen.findByRole('dialog', { name: 'New reservation' })).toBeVisible();
  fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  press('g');
  press('d');
  expect(await screen.findByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
});

test('whoever asks before it is read what is free is given a node that is', async () => {
  serve();
  let answer = (): unknown => undefined;
  const read = new Promise<void>((resolve) => (answer = resolve));
  server.use(http.get('*/api/resources', async () => read.then(() => HttpResponse.json([node(), node({ id: 4, name: 'pve2' })]))));
  open('/reservations?view=list');
  await screen.findByText('No reservations in this time');
  fireEvent.keyDown(document.body, { key: 'n' });
  answer();

  const dialog = within(await screen.findByRole('dialog', { name: 'New reservation' }));
  expect(dialog.getByLabelText(/^Node/)).toHaveValue('pve1');
});

test('a booking that is taken stays open, and one press takes what is free instead', async () => {
  serve();
  const left = { ...inHours(48), why: 'pve2 is taken by ana' };
  const series = { id: 5, rule: 'FREQ=DAILY;COUNT=4', occurrence: '2027-03-08T09:00:00', version: 1, skipped: [left] };
  const sent: NewReservation[] = [];
  server.use(
    http.post('*/api/reservations', async ({ request }) => {
      const order = (await request.json()) as NewReservation;
      sent.push(order);
      return sent.length === 1
        ? refuse(taken())
        : HttpResponse.json(reservation({ id: 20, title: order.title, start_dt: order.start_dt, end_dt: order.end_dt, series }), { status: 201 });
    }),
  );
  const { user } = open('/reservations?view=list&book=yes');
  const dialog = within(await screen.findByRole('dialog', { name: 'New reservation' }));
  await user.type(dialog.getByRole('textbox', { name: /^Title/ }), 'OSPF');
  await user.click(dialog.getByRole('button', { name: 'Reserve' }));

  const why = await dialog.findByRole('list', { name: 'It is taken' });
  expect(why).toHaveTextContent(/pve1: ana, BGP lesson/);
  expect(sent[0]).toMatchObject({ title: 'OSPF', claims: [{ node: 'pve1' }], time_zone: ROME });
  await user.click(dialog.getByRole('button', { name: 'Same time on pve2' }));

  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sent[1]).toMatchObject({ title: 'OSPF', claims: [{ node: 'pve2' }] });
  expect(await screen.findByText(/Every day, 4 times · 1 date left out, as they were taken$/)).toBeVisible();
  expect(screen.getByRole('heading', { level: 1, name: 'Reservations' })).toHaveFocus();
});

test('the next dates are shown with those that are taken, before anything is booked', async () => {
  serve();
  const asked: NewReservation[] = [];
  server.use(
    http.post('*/api/reservations', async ({ request }) => {
      const order = (await request.json()) as NewReservation;
      asked.push(order);
      const begin = Date.parse(order.start_dt);
      const week = (weeks: number) => new Date(begin + weeks * 7 * 24 * HOUR).toISOString();
      const preview: ReservationPreview = {
        start_dt: order.start_dt,
        end_dt: order.end_dt,
        proxmox_node: 'pve1',
        claims: [],
        holds: { from: order.start_dt, until: order.end_dt },
        occurrences: [0, 1, 2, 3, 4, 5].map((weeks) => ({ start_dt: week(weeks), end_dt: week(weeks), refused: weeks === 1 ? 'pve1 is taken by ana' : null })),
      };
      return HttpResponse.json(preview);
    }),
  );
  const { user } = open('/reservations?view=list&book=yes');
  const dialog = within(await screen.findByRole('dialog', { name: 'New reservation' }));
  // In midsummer no change of clocks is near.
  fireEvent.change(dialog.getByLabelText(/^Start/), { target: { value: '2027-06-07T09:00' } });
  await user.selectOptions(dialog.getByLabelText('Repeat'), 'weekly');

  const dates = within(await dialog.findByRole('list', { name: 'Next dates' }));
  expect(dates.getAllByRole('listitem')).toHaveLength(6);
  expect(await dates.findByText('pve1 is taken by ana')).toBeVisible();
  expect(dates.getAllByText('free')).toHaveLength(5);
  expect(dialog.getByText('1 date is taken.')).toBeVisible();
  expect(asked.at(-1)).toMatchObject({ dry_run: true, recurrence: { rule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=6', mode: 'skip' } });

  await user.click(dates.getByRole('button', { name: /^Leave out .*14/ }));
  expect(dates.getByText('left out')).toBeVisible();
});

test('times are typed in the zone that is chosen, and the end follows the start', async () => {
  serve();
  const { user } = open('/reservations?view=list&book=yes');
  const dialog = within(await screen.findByRole('dialog', { name: 'New reservation' }));
  const [start, end] = [dialog.getByLabelText(/^Start/), dialog.getByLabelText(/^End/)];
  fireEvent.change(start, { target: { value: '2027-03-27T22:00' } });
  expect(end).toHaveValue('2027-03-28T00:00');

  const length = dialog.getByRole('textbox', { name: 'Duration (h:mm)' });
  await user.clear(length);
  await user.type(length, '5:00');
  expect(end).toHaveValue('2027-03-28T04:00');
  expect(dialog.getByText(/Clocks are changed in between: UTC\+01:00 at the start, UTC\+02:00 at the end/)).toBeVisible();

  await user.selectOptions(dialog.getByLabelText(/^Zone/), 'UTC');
  expect(start).toHaveValue('2027-03-27T21:00');
  expect(end).toHaveValue('2027-03-28T02:00');
});

test('a cancel is undone by booking the same again', async () => {
  const lesson = reservation({ ...inHours(3) });
  serve([lesson]);
  const [cancelled, booked]: [(string | null)[], NewReservation[]] = [[], []];
  server.use(
    http.delete('*/api/reservations/:id', ({ request }) => {
      cancelled.push(request.headers.get('If-Match'));
      serve([]);
      return new HttpResponse(null, { status: 204 });
    }),
    http.post('*/api/reservations', async ({ request }) => {
      booked.push((await request.json()) as NewReservation);
      return HttpResponse.json(reservation({ id: 21 }), { status: 201 });
    }),
  );
  const { user } = open('/reservations?view=list');
  await user.click(await screen.findByRole('button', { name: 'Cancel BGP lesson' }));
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus());
  await user.click(await screen.findByRole('button', { name: 'Undo' }));

  await waitFor(() => expect(booked).toHaveLength(1));
  expect(cancelled).toEqual(['"1-"']);
  expect(booked[0]).toMatchObject({ title: 'BGP lesson', claims: [{ node: 'pve1' }], start_dt: lesson.start_dt });
});

test.each([
  ["somebody else's", { mine: false, requester: 'ben' }, 'Cancel BGP lesson?'],
  ['one with guests, whose passwords nobody is told', { guests: [{ kind: 'vm', name: 'pc-{n}', count: 3, request: {} }] }, 'Cancel BGP lesson?'],
  ['a date of a series', { series: { id: 5, rule: 'FREQ=DAILY', occurrence: '2027-03-08T09:00:00' } }, 'Cancel which dates?'],
] as const)('the cancel of %s has no way back, and is asked for first', async (_, of, question) => {
  serve([reservation({ ...inHours(3), ...of } as Partial<Reservation>)]);
  const cancelled: Record<string, string>[] = [];
  server.use(
    http.delete('*/api/reservations/:id', ({ request }) => {
      cancelled.push(Object.fromEntries(new URL(request.url).searchParams));
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const { user } = open('/reservations?view=list');
  await user.click(await screen.findByRole('button', { name: 'Cancel BGP lesson' }));
  const dialog = await screen.findByRole('dialog', { name: question });
  expect(cancelled).toEqual([]);
  await user.type(within(dialog).getByRole('textbox', { name: 'Reason' }), ' The power goes off. ');
  await user.click(within(dialog).getByRole('button', { name: /^(Cancel it|Only this date)$/ }));

  await waitFor(() => expect(cancelled).toEqual([{ scope: 'this', reason: 'The power goes off.' }]));
  expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
});

test('whoever may not book sees the calendar without being able to', async () => {
  serve();
  server.use(http.get('*/api/session', () => HttpResponse.json(me())));
  open('/reservations?view=list');

  expect(await screen.findByRole('button', { name: 'New reservation' })).toHaveAttribute('aria-description', 'Your role may not reserve anything.');
});

test('view, day, lanes and filters stand in the address, and Back leads to what was shown', async () => {
  serve();
  const { router } = open('/reservations?view=lanes&by=device&span=week&date=2026-12-01&mine=yes&node=pve2&status=active&q=exam');
  const isAsAddressed = async () => {
    expect(await screen.findByRole('radio', { name: 'Lanes' })).toBeChecked();
    expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(/Nov.*Dec/);
    expect(screen.getByLabelText('Lanes by')).toHaveValue('device');
    expect(screen.getByLabelText('Node')).toHaveValue('pve2');
    expect(screen.getByLabelText('Status')).toHaveValue('active');
    expect(screen.getByRole('checkbox', { name: 'Mine' })).toBeChecked();
    expect(screen.getByRole('textbox', { name: 'Filter reservations' })).toHaveValue('exam');
  };
  await isAsAddressed();

  fireEvent.keyDown(document.body, { key: 'l' });
  expect(await screen.findByRole('radio', { name: 'List' })).toBeChecked();
  await router.navigate(-1);

  await waitFor(() => expect(screen.getByRole('radio', { name: 'Lanes' })).toBeChecked());
  await isAsAddressed();
});

test('the zone that one chooses stays chosen', async () => {
  serve();
  const { user, unmount } = open('/reservations?view=list');
  await user.click(await screen.findByRole('radio', { name: 'UTC' }));
  expect(await screen.findByText('Times in UTC, UTC+00:00')).toBeVisible();
  unmount();

  open('/reservations?view=list');
  expect(await screen.findByRole('radio', { name: 'UTC' })).toBeChecked();
});

test('where else reservations are dealt with stands in a menu, with what waits for an approval', async () => {
  serve([reservation({ ...inHours(3), phase: 'requested', may: ['approve'] })]);
  server.use(http.get('*/api/session', () => HttpResponse.json(me({ rights: [...me().rights, 'book', 'approve'] }))));
  const { user } = open('/reservations?view=list');
  const more = await screen.findByRole('button', { name: /^More about reservations/ });
  expect(await screen.findByRole('link', { name: 'Approvals (1)' })).toBeVisible();
  more.focus();
  await user.keyboard('{Enter}');

  const menu = within(await screen.findByRole('menu'));
  expect(menu.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual([
    'Approvals (1)',
    'Waiting list',
    'Blackouts',
    'Rules',
    'What can be reserved',
    'Calendar links',
    'PoolsOperators make pools.',
  ]);
  await user.click(menu.getByRole('menuitem', { name: 'Calendar links' }));
  expect(await screen.findByRole('dialog', { name: 'Calendar links' })).toBeVisible();
});

test('what others change shows by itself', async () => {
  const all = [reservation({ ...inHours(3) })];
  serve(all);
  open('/reservations?view=list');
  await screen.findByText('BGP lesson');
  all[0] = reservation({ ...inHours(3), title: 'OSPF lesson' });

  FakeEventStream.latest.hello();
  FakeEventStream.latest.tell({ type: 'reservation', subject: '17' });

  expect(await screen.findByText('OSPF lesson')).toBeVisible();
});

test('lanes show what is whole as a block and shares as a curve, and blocks lead on', async () => {
  const at = (clock: string) => `2026-12-01T${clock}:00Z`;
  serve([
    reservation({ id: 1, start_dt: at('09:00'), end_dt: at('11:00') }),
    reservation({
      id: 2,
      title: 'Half',
      start_dt: at('09:00'),
      end_dt: at('11:00'),
      claims: [claim({ resource: { id: 4, kind: 'node', name: 'pve2' }, whole: false, cores: 16, memory: 8192 })],
    }),
  ]);
  const { user, router } = open('/reservations?view=lanes&date=2026-12-01');
  const lane = within(await screen.findByRole('listitem', { name: 'pve2' }));
  expect(lane.getByRole('img', { name: /Use of pve2: at most 50/ })).toBeInTheDocument();
  expect(lane.getByText('Half · 16 cores, 8 GiB')).toBeVisible();
  await expectAccessible();

  await user.click(within(screen.getByRole('listitem', { name: 'pve1' })).getByRole('button', { name: /^BGP lesson, ana/ }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/reservations/1'));
});

test('lanes of teams show what is theirs, and those of VLANs how much of a pool is taken', async () => {
  const vlan = (id: number) => node({ id, kind: 'vlan', name: String(id), tags: ['lab'], cores: null, memory: null });
  const window = { start_dt: '2026-12-01T09:00:00Z', end_dt: '2026-12-01T11:00:00Z' };
  serve([reservation({ team: 'blue', ...window }), reservation({ id: 18, title: 'Exam', ...window, claims: [claim({ resource: vlan(201) })] })]);
  server.use(http.get('*/api/resources', () => HttpResponse.json([node(), vlan(201), vlan(202)])));
  const { user } = open('/reservations?view=lanes&by=team&date=2026-12-01');
  const blue = await screen.findByRole('listitem', { name: 'team blue' });
  expect(await within(blue).findByRole('button', { name: /^BGP lesson, / })).toBeVisible();

  await user.selectOptions(screen.getByLabelText('Lanes by'), 'vlan');

  expect(await screen.findByRole('listitem', { name: 'Pool lab' })).toHaveTextContent('up to 1 of 2 taken');
  expect(screen.getByRole('img', { name: 'lab: up to 1 of 2 taken' })).toBeInTheDocument();
  expect(screen.getByRole('listitem', { name: 'VLAN 202' })).toBeVisible();
});
