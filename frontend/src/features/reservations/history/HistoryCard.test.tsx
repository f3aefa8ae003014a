import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import { reservation } from '@/features/reservations/test/made';
import type { ReservationEvent, ReservationEventPage } from '@/shared/api/types';
import { FakeEventStream } from '@/shared/test/events';
import { server } from '@/shared/test/server';
import { detailsOf, happened } from './words';

const ROME = 'Europe/Rome';
const window = (from: number, until: number) => ({ from: `2027-03-01T${from}:00:00+01:00`, until: `2027-03-01T${until}:00:00+01:00` });

const event = (change: Partial<ReservationEvent> = {}): ReservationEvent => ({
  id: 4,
  kind: 'changed',
  at: '2027-02-20T08:15:00Z',
  by: 'olga',
  asked_by: null,
  reason: null,
  window: null,
  before: null,
  whose: null,
  fields: [],
  ...change,
});

const booked = event({ id: 0, kind: 'booked', by: 'ana', window: window(10, 12), whose: { requester: 'ana', team: null } });

/** Serves a reservation with what happened to it, in turn by `after`. */
function serve(page: (after: string | null) => ReservationEventPage) {
  server.use(
    http.get('*/api/reservations/17', () => HttpResponse.json(reservation(), { headers: { ETag: '"1-x"' } })),
    http.get('*/api/reservations/17/events', ({ request }) => HttpResponse.json(page(new URL(request.url).searchParams.get('after')))),
  );
}

const card = async () => within(await screen.findByRole('region', { name: 'History' }));
const lines = async () => (await (await card()).findAllByRole('listitem')).map(({ textContent }) => textContent);

test('tells what happened, the latest first, with when and by whom', async () => {
  const cancelled = event({ id: 6, kind: 'cancelled', at: '2027-02-28T20:00:00Z', by: 'ana', reason: 'Ana is ill.' });
  const extended = event({ kind: 'extended', window: window(10, 13), before: window(10, 12), fields: ['notes'] });
  serve(() => ({ events: [cancelled, extended, booked], next: null, since: null }));
  open('/reservations/17');

  expect(await lines()).toEqual([
    expect.stringMatching(/^Cancelled.*Feb 28.*09:00 PM · by anaAna is ill\.$/) as string,
    expect.stringMatching(/^Extended until .*Mar 1.*01:00 PM.*Feb 20.*09:15 AM · by olgaChanged with it: notes\.$/) as string,
    expect.stringMatching(/^Booked for .*Mar 1.*10:00 AM – 12:00 PM.*Feb 20.*09:15 AM · by ana$/) as string,
  ]);
  expect((await card()).queryByText(/was not kept/)).toBeNull();
  await expectAccessible();
});

test('what is older is shown on demand, and from when on it is kept at its end', async () => {
  const since = '2027-02-01T08:00:00Z';
  serve((after) =>
    after === '4' ? { events: [event({ id: 0, kind: 'made', by: null })], next: null, since } : { events: [event({ fields: ['title'] })], next: '4', since },
  );
  const { user } = open('/reservations/17');

  expect(await lines()).toEqual([expect.stringMatching(/^Changed: title.*by olga$/) as string]);
  expect((await card()).queryByText(/was not kept/)).toBeNull();
  await user.click((await card()).getByRole('button', { name: 'Show what was before' }));

  expect(await (await card()).findByText(/^What happened before .*Feb 1.*09:00 AM was not kept\.$/)).toBeVisible();
  expect(await lines()).toEqual([expect.stringMatching(/^Changed/) as string, expect.stringMatching(/^Made[^·]*$/) as string]);
});

test('what the program did is its own, and who did it is not told of what is not for whoever looks', async () => {
  const started = event({ kind: 'started', by: null });
  serve(() => ({ events: [started, event({ id: 0, kind: 'made', by: null })], next: null, since: null }));
  const { unmount } = open('/reservations/17');
  expect(await lines()).toEqual([expect.stringMatching(/^Started.* · by Direttore$/) as string, expect.stringMatching(/^Made[^·]*$/) as string]);
  unmount();

  server.use(http.get('*/api/reservations/17', () => HttpResponse.json(reservation({ requester: null }), { headers: { ETag: '"2-x"' } })));
  open('/reservations/17');
  expect(await lines()).toEqual([expect.stringMatching(/^Started[^·]*$/) as string, expect.stringMatching(/^Made[^·]*$/) as string]);
});

test.each([
  { type: 'reservation', subject: '17' },
  { type: 'notice', subject: '12' },
])('news of the $type are read at once', async (news) => {
  let events = [booked];
  serve(() => ({ events, next: null, since: null }));
  open('/reservations/17');
  expect(await lines()).toHaveLength(1);
  FakeEventStream.latest.hello();
  expect(await (await card()).findByText(/^Booked for/)).toBeVisible();

  events = [event({ id: 9, kind: 'ready', by: null }), booked];
  FakeEventStream.latest.tell(news);

  expect(await (await card()).findByText('Ready')).toBeVisible();
});

test('words say what was before, whose it is and why', () => {
  const moved = event({ kind: 'moved', window: window(13, 15), before: window(10, 12) });
  expect(happened(moved, ROME)).toMatch(/^Moved to .*Mar 1.*01:00 PM – 03:00 PM$/);
  expect(detailsOf(moved, ROME)).toEqual([expect.stringMatching(/^It was .*10:00 AM – 12:00 PM\.$/)]);

  const given = event({ kind: 'handed_over', whose: { requester: 'ben', team: 'net' } });
  expect(happened(given, ROME)).toBe('Handed over to ben · net');
  expect(detailsOf(given, ROME)).toEqual([]);

  const requested = event({ kind: 'requested', window: window(10, 12) });
  expect(happened(requested, ROME)).toMatch(/^Asked for (?!for).*Mar 1.*10:00 AM – 12:00 PM$/);

  const asked = event({ kind: 'change_refused', asked_by: 'ana', reason: 'Exam week.' });
  expect(happened(asked, ROME)).toBe('A change was refused');
  expect(detailsOf(asked, ROME)).toEqual(['Asked for by ana.', 'Exam week.']);
  expect(happened(event({ fields: ['resource_type'] }), ROME)).toBe('Changed: type');

  expect(detailsOf(booked, ROME)).toEqual([]);
  expect(detailsOf({ ...booked, by: 'olga' }, ROME)).toEqual(['For ana.']);
  expect(happened(event({ kind: 'no_show', window: window(10, 11) }), ROME)).toBe('Returned, as nobody checked in');
});
