import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import { node, reservation } from '@/features/reservations/test/made';
import type { NewReservation, Reservation } from '@/shared/api/types';
import { me, problem } from '@/shared/test/cluster';
import { refuse, server } from '@/shared/test/server';
import { passing } from './Passing';

const HOUR = 3_600_000;
const tomorrow = Math.floor(Date.now() / HOUR) * HOUR + 24 * HOUR;
const iso = (at: number) => new Date(at).toISOString();

const waiting = (change: Partial<Reservation> = {}) =>
  reservation({
    id: 21,
    title: 'Exam',
    phase: 'requested',
    requester: 'bo',
    mine: false,
    start_dt: iso(tomorrow),
    end_dt: iso(tomorrow + 2 * HOUR),
    approval: { why: 'the whole of node pve1', approve_by: iso(tomorrow), decision: null },
    may: ['approve', 'refuse', 'change', 'cancel'],
    ...change,
  });

/** Serves reservations to somebody who may approve, and keeps what was decided. */
function serve(all: Reservation[]) {
  const decided: unknown[] = [];
  server.use(
    http.get('*/api/session', () => HttpResponse.json(me({ rights: [...me().rights, 'book', 'approve'] }))),
    http.get('*/api/reservations', ({ request }) => {
      const phase = new URL(request.url).searchParams.get('phase');
      return HttpResponse.json(phase === null ? all : all.filter((each) => each.phase === phase));
    }),
    http.get('*/api/resources', () => HttpResponse.json([node()])),
    http.get('*/api/reservations/:id', ({ params }) => HttpResponse.json(all.find(({ id }) => String(id) === params.id) ?? null)),
    ...(['approve', 'refuse'] as const).map((verb) =>
      http.post(`*/api/reservations/:id/${verb}`, async ({ request, params }) => {
        decided.push([verb, params.id, request.headers.get('If-Match'), await request.json()]);
        all.splice(0);
        return HttpResponse.json(waiting({ phase: verb === 'approve' ? 'booked' : 'refused' }));
      }),
    ),
  );
  return decided;
}

test('the calendar says how many wait, and leads to the list, where they are approved', async () => {
  const decided = serve([waiting(), waiting({ id: 22, title: 'Mine', mine: true, may: ['change', 'cancel'] })]);
  const { user } = open('/reservations?view=list');
  await user.click(await screen.findByRole('link', { name: 'Approvals (1)' }));

  const list = await screen.findByRole('table', { name: 'Approvals' });
  expect(within(list).getByText('the whole of node pve1')).toBeVisible();
  expect(within(list).queryByText('Mine')).toBeNull();
  await expectAccessible();
  await user.click(within(list).getByRole('button', { name: 'Approve Exam' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Approve Exam' }));
  expect(dialog.getByLabelText('Reason')).toHaveFocus();
  await user.type(dialog.getByLabelText('Reason'), 'Enjoy.');
  await user.click(dialog.getByRole('button', { name: 'Approve' }));

  await waitFor(() => expect(decided).toEqual([['approve', '21', '"1-"', { scope: 'this', reason: 'Enjoy.' }]]));
  expect(await screen.findByText('Nothing waits for an approval of yours')).toBeVisible();
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus());
});

test('a refusal needs a reason, and can be for all dates of a series', async () => {
  const decided = serve([waiting({ series: { id: 4, rule: 'FREQ=DAILY;COUNT=3', occurrence: '2027-03-01T09:00:00', version: 1 } })]);
  const { user } = open('/reservations/approvals');
  await user.click(await screen.findByRole('button', { name: 'Refuse Exam' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Refuse Exam' }));
  await user.click(dialog.getByRole('button', { name: 'Refuse' }));
  expect(decided).toEqual([]);

  await user.type(dialog.getByLabelText(/^Reason/), 'The node is needed.');
  await user.selectOptions(dialog.getByLabelText('Dates'), 'all');
  await user.click(dialog.getByRole('button', { name: 'Refuse' }));

  await waitFor(() => expect(decided).toEqual([['refuse', '21', '"1-"', { scope: 'all', reason: 'The node is needed.' }]]));
});

test('its page says why it waits, until when, and of what it is a change', async () => {
  serve([waiting({ replaces: 17, may: ['cancel'] })]);
  open('/reservations/21');

  const card = within(await screen.findByRole('region', { name: 'Has to be approved' }));
  expect(card.getByText('the whole of node pve1')).toBeVisible();
  expect(card.getByText(/^Without an approval it lapses/)).toBeVisible();
  expect(screen.getByText('Asked for')).toBeVisible();
  expect(screen.queryByText('Booked')).toBeNull();
  expect(card.getByRole('link', { name: 'reservation 17' })).toHaveAttribute('href', '/reservations/17');
  expect(screen.queryByRole('button', { name: 'Edit: Exam' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Approve Exam' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Cancel Exam' })).toBeVisible();
});

test('that a change waits stands apart from what was approved before', async () => {
  const decision = { approved: true, by: 'tess', at: iso(Date.now()), reason: 'Fine' };
  const stands = waiting({ id: 17, phase: 'booked', approval: { why: 'the whole of node pve1', approve_by: iso(tomorrow), decision }, may: [] });
  serve([stands, waiting({ replaces: 17, may: [] })]);
  open('/reservations/17');

  const change = within(await screen.findByRole('region', { name: 'A change of it waits for an approval' }));
  expect(change.getByRole('link', { name: 'Show the change' })).toHaveAttribute('href', '/reservations/21');
  expect(change.queryByText(/Approved by tess/)).toBeNull();
  const before = within(screen.getByRole('region', { name: 'What stands had to be approved' }));
  expect(before.getByText(/^Approved by tess, .*: Fine$/)).toBeVisible();
});

test('what is against the rules stands at its field, with what would pass as a button', async () => {
  const sent: NewReservation[] = [];
  serve([]);
  server.use(
    http.post('*/api/reservations', async ({ request }) => {
      const order = (await request.json()) as NewReservation;
      sent.push(order);
      const detail = 'It may last 1 hour at most: until 1 March 2027, 11:00.';
      const passes = iso(Date.parse(order.start_dt) + HOUR);
      return refuse(
        problem({
          type: 'urn:direttore:problem:rule',
          title: 'Against the rules',
          status: 422,
          detail,
          field: 'end_dt',
          errors: [{ field: 'end_dt', detail }],
          code: 'too-long',
          broken: [{ code: 'too-long', field: 'end_dt', detail, limit: 60, value: 120, passes }],
        }),
      );
    }),
  );
  const { user } = open('/reservations?view=list&book=yes');
  const dialog = within(await screen.findByRole('dialog', { name: 'New reservation' }));
  await user.type(dialog.getByLabelText(/^Title/), 'Exam');
  await user.click(dialog.getByRole('button', { name: 'Reserve' }));

  expect(await dialog.findByText('It may last 1 hour at most: until 1 March 2027, 11:00.')).toBeVisible();
  const offered = within(dialog.getByRole('group', { name: 'What the rules let pass' }));
  expect(dialog.getByLabelText(/^Duration/)).toHaveValue('2:00');
  await user.click(offered.getByRole('button', { name: /^End / }));
  expect(dialog.getByLabelText(/^Duration/)).toHaveValue('1:00');
  expect(sent).toHaveLength(1);
});

test('what begins later by a rule stays as long as it was', () => {
  expect(passing({ from: 10, to: 30 }, 'start_dt', 25)).toEqual({ from: 25, to: 45 });
  expect(passing({ from: 10, to: 30 }, 'end_dt', 25)).toEqual({ from: 10, to: 25 });
});
