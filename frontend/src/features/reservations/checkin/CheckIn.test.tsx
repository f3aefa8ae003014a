import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import { reservation } from '@/features/reservations/test/made';
import type { Notice, Reservation } from '@/shared/api/types';
import { problem } from '@/shared/test/cluster';
import { refuse, server } from '@/shared/test/server';

const MINUTE = 60_000;
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * MINUTE).toISOString();

/** Ana's lesson, which began five minutes ago; ten more are left to check in, unless told otherwise. */
const lesson = (change: Partial<Reservation> = {}) =>
  reservation({
    status: 'active',
    phase: 'running',
    start_dt: inMinutes(-5),
    end_dt: inMinutes(115),
    check_in_by: inMinutes(10),
    may: ['change', 'cancel', 'extend', 'check-in', 'return'],
    ...change,
  });

/** Serves it until somebody checks in. */
function serve(one: Reservation) {
  let now = one;
  const sent: (string | null)[] = [];
  server.use(
    http.get('*/api/reservations', () => HttpResponse.json([now])),
    http.get('*/api/reservations/17', () => HttpResponse.json(now, { headers: { ETag: `"${now.version}-x"` } })),
    http.post('*/api/reservations/17/check-in', ({ request }) => {
      sent.push(request.headers.get('If-Match'));
      now = { ...now, version: now.version + 1, check_in_by: null, checked_in_at: new Date().toISOString(), may: ['change', 'cancel', 'extend', 'return'] };
      return HttpResponse.json(now);
    }),
  );
  return sent;
}

const card = async () => within(await screen.findByRole('region', { name: 'Check-in' }));

test('its page says until when one has to check in, and that one has', async () => {
  const sent = serve(lesson());
  const { user } = open('/reservations/17');

  expect(await (await card()).findByText(/^Check in until .*, or else it is returned\.$/)).toBeVisible();
  await expectAccessible();
  (await card()).getByRole('button', { name: 'Check in: BGP lesson' }).focus();
  await user.keyboard('{Enter}');

  expect(await (await card()).findByText(/^Checked in .*\.$/)).toBeVisible();
  expect((await card()).queryByRole('button')).toBeNull();
  expect(sent).toEqual([null]);
});

test('so does what is next on the first page', async () => {
  serve(lesson());
  const { user } = open('/');
  const mine = within(await screen.findByRole('region', { name: 'My lab now' }));

  await user.click(await mine.findByRole('button', { name: 'Check in: BGP lesson' }));

  expect(await mine.findByText(/^Checked in /)).toBeVisible();
});

test('nobody is asked to check in where nobody has to', async () => {
  serve(lesson({ check_in_by: null, may: ['change', 'extend', 'return'] }));
  open('/reservations/17');

  expect(await screen.findByRole('button', { name: 'Extend: BGP lesson' })).toBeVisible();
  expect(screen.queryByRole('region', { name: 'Check-in' })).toBeNull();
});

test('before it can be done, it says from when on', async () => {
  serve(lesson({ status: 'pending', phase: 'booked', start_dt: inMinutes(60), end_dt: inMinutes(180), check_in_by: inMinutes(75), may: ['change', 'cancel'] }));
  open('/reservations/17');

  expect(await (await card()).findByText(/^Check in from .* until .*, or else it is returned\.$/)).toBeVisible();
  expect((await card()).queryByRole('button')).toBeNull();
});

test('others read what whoever has it has to do', async () => {
  serve(lesson({ mine: false, may: [] }));
  open('/reservations/17');

  expect(await (await card()).findByText(/^Whoever has it checks in until /)).toBeVisible();
});

test('a refusal is told, and it is read again', async () => {
  serve(lesson());
  let gone = false;
  server.use(
    http.post('*/api/reservations/17/check-in', () => {
      gone = true;
      return refuse(problem({ type: 'urn:direttore:problem:wrong-state', status: 409, detail: 'reservation 17 is returned: nobody checks in' }));
    }),
    http.get('*/api/reservations/17', () =>
      HttpResponse.json(
        gone ? lesson({ status: 'completed', phase: 'returned', check_in_by: null, reason: 'Nobody checked in by 09:15 (Europe/Rome).', may: [] }) : lesson(),
      ),
    ),
  );
  const { user } = open('/reservations/17');
  await user.click((await card()).getByRole('button', { name: 'Check in: BGP lesson' }));

  expect(await screen.findByText('reservation 17 is returned: nobody checks in')).toBeVisible();
  expect(await screen.findByText('Nobody checked in by 09:15 (Europe/Rome).')).toBeVisible();
});

const notice = (change: Partial<Notice> = {}): Notice => ({
  id: 12,
  kind: 'check_in',
  at: inMinutes(0),
  by: null,
  asked_by: null,
  reason: null,
  check_in_by: inMinutes(10),
  reservation: { id: 17, title: 'BGP lesson', start_dt: inMinutes(-5), end_dt: inMinutes(115), time_zone: 'Europe/Rome' },
  ...change,
});

test('one checks in where one is told to, on any page', async () => {
  const sent = serve(lesson());
  server.use(http.get('*/api/notices', () => HttpResponse.json(sent.length === 0 ? [notice()] : [])));
  const { user } = open('/operations');
  const bar = within(await screen.findByRole('status', { name: 'What happened to your reservations' }));

  expect(await bar.findByText(/^Check in to BGP lesson until .*, or else it is returned\.$/)).toBeVisible();
  await user.click(bar.getByRole('button', { name: 'Check in: BGP lesson' }));

  await waitFor(() => expect(bar.queryByText(/^Check in to/)).toBeNull());
});

test('one is told that it was returned, and why; not to check in any more', async () => {
  const reason = 'Nobody checked in by 09:15 (Europe/Rome).';
  server.use(
    http.get('*/api/notices', () =>
      HttpResponse.json([notice({ id: 13, kind: 'no_show', check_in_by: null, reason }), notice({ check_in_by: inMinutes(-1) })]),
    ),
  );
  open('/operations');
  const bar = within(await screen.findByRole('status', { name: 'What happened to your reservations' }));

  expect(await bar.findByText(`BGP lesson was returned before its end. Why: ${reason}`)).toBeVisible();
  expect(bar.queryByText(/^Check in to/)).toBeNull();
});
