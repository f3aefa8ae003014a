import { act, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test, vi } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import { entry, reservation } from '@/features/reservations/test/made';
import type { Notice, Reservation, WaitingEntry } from '@/shared/api/types';
import { me, problem } from '@/shared/test/cluster';
import { FakeEventStream } from '@/shared/test/events';
import { refuse, server } from '@/shared/test/server';

const MINUTE = 60_000;
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * MINUTE).toISOString();

/** What is kept for the entry for ten minutes, unless told otherwise. */
const offer = (minutes = 10): WaitingEntry['offer'] => ({ reservation: 31, start_dt: inMinutes(60), end_dt: inMinutes(180), accept_by: inMinutes(minutes) });
const offered = (minutes = 10) => entry({ id: 5, title: 'Exam', state: 'offered', place: null, offer: offer(minutes) });

const notice = (): Notice => ({
  id: 12,
  kind: 'offered',
  at: inMinutes(-1),
  by: null,
  asked_by: null,
  reason: null,
  check_in_by: null,
  reservation: { id: 31, title: 'Exam', start_dt: inMinutes(60), end_dt: inMinutes(180), time_zone: 'Europe/Rome' },
});

function serve(all: WaitingEntry[]) {
  const done: string[] = [];
  server.use(
    http.get('*/api/session', () => HttpResponse.json(me({ rights: [...me().rights, 'book'] }))),
    http.get('*/api/waiting', () => HttpResponse.json(all)),
    http.post('*/api/reservations/:id/accept', ({ params }) => {
      done.push(`accept ${String(params.id)}`);
      return HttpResponse.json(reservation({ id: 31, title: 'Exam' }));
    }),
    http.delete('*/api/reservations/:id', ({ params }) => {
      done.push(`decline ${String(params.id)}`);
      return new HttpResponse(null, { status: 204 });
    }),
    http.delete('*/api/waiting/:id', ({ params }) => {
      done.push(`leave ${String(params.id)}`);
      return new HttpResponse(null, { status: 204 });
    }),
  );
  return done;
}

test('says what each waits for, when, its place and when it is likely free', async () => {
  serve([
    entry({ likely: { start_dt: '2027-03-02T08:00:00+01:00', end_dt: '2027-03-02T10:00:00+01:00' } }),
    entry({
      id: 6,
      title: 'Late',
      claims: [{ any: { kind: 'device', tags: ['cisco'] }, count: 2 }],
      place: 2,
      likely: { start_dt: '2027-03-09T08:00:00Z', end_dt: '2027-03-09T10:00:00Z' },
    }),
    entry({ id: 8, title: 'Held', place: 3, held_back: 'at most 2 reservations may be open' }),
    entry({ id: 7, title: 'Gone', state: 'lapsed', place: null, lapsed: 3 }),
  ]);
  open('/reservations/waiting');
  const table = await screen.findByRole('table', { name: 'Waiting list' });

  const rows = within(table).getAllByRole('row').slice(1);
  expect(rows.map((row) => row.textContent)).toEqual([
    expect.stringMatching(/^BGP lessonsw12 h between Mon, Mar 1, 2027, .* and Fri, Mar 5, 2027, .*Number 1likely free Tue, Mar 2, 2027, /) as string,
    expect.stringMatching(/^Lateany 2 devices with cisco.*Number 2not before Tue, Mar 9, 2027.* as things are booked now/) as string,
    expect.stringMatching(/^Held.*Number 3.*Nothing is offered now: at most 2 reservations may be open/) as string,
    expect.stringMatching(/^Gone.*Off the listThree offers were not accepted\.Remove$/) as string,
  ]);
  await expectAccessible();
});

test('operators see all, and can narrow it to their own', async () => {
  serve([entry(), entry({ id: 6, title: 'OSPF', requester: 'ben', mine: false, place: 2 })]);
  const { user, router } = open('/reservations/waiting');
  expect(await screen.findByText('OSPF')).toBeVisible();
  await user.click(screen.getByRole('checkbox', { name: 'Mine' }));

  await waitFor(() => expect(screen.queryByText('OSPF')).toBeNull());
  expect(screen.getByText('BGP lesson')).toBeVisible();
  expect(router.state.location.search).toBe('?mine=yes');
});

test('nobody waiting is said, and so is a list that cannot be read', async () => {
  serve([]);
  const { unmount } = open('/reservations/waiting');
  expect(await screen.findByText('Nobody waits for anything')).toBeVisible();
  unmount();

  server.use(http.get('*/api/waiting', () => refuse(problem({ status: 500, title: 'It broke', detail: 'Try later' }))));
  open('/reservations/waiting');
  expect(await screen.findByText(/Cannot load the waiting list/i)).toBeVisible();
});

test('leaving is asked about first, as the place is lost', async () => {
  const done = serve([entry({ place: 3 })]);
  const { user } = open('/reservations/waiting');
  await user.click(await screen.findByRole('button', { name: 'Leave the waiting list: BGP lesson' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Leave the waiting list?' }));
  expect(dialog.getByText('BGP lesson waits no more, and loses its place: number 3.')).toBeVisible();
  expect(done).toEqual([]);
  await user.click(dialog.getByRole('button', { name: 'Leave' }));

  await waitFor(() => expect(done).toEqual(['leave 4']));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('what is over is removed at once', async () => {
  const done = serve([entry({ state: 'late', place: null })]);
  const { user } = open('/reservations/waiting');
  await user.click(await screen.findByRole('button', { name: 'Remove from the waiting list: BGP lesson' }));

  await waitFor(() => expect(done).toEqual(['leave 4']));
});

test('the page of the list has an offer once, though it is told on any other', async () => {
  serve([offered()]);
  server.use(http.get('*/api/notices', () => HttpResponse.json([notice()])));
  open('/reservations/waiting');
  await screen.findByRole('table', { name: 'Waiting list' });
  await screen.findByRole('status', { name: 'What happened to your reservations' });

  expect(screen.getAllByRole('group', { name: 'Offered to you' })).toHaveLength(1);
});

test('an offer that has lapsed meanwhile is told, and shown no more', async () => {
  const all = [offered()];
  serve(all);
  server.use(
    http.post('*/api/reservations/:id/accept', () => {
      all.splice(0, 1, entry({ id: 5, title: 'Exam', lapsed: 1 }));
      return refuse(problem({ type: 'urn:direttore:problem:wrong-state', title: 'Not possible now', status: 409, detail: 'It has lapsed.' }));
    }),
  );
  const { user } = open('/reservations/waiting');
  await user.click(await screen.findByRole('button', { name: 'Accept Exam' }));

  expect(await screen.findByText('Not possible now. It has lapsed.')).toBeVisible();
  expect(await screen.findByText('1 offer was not accepted')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Accept Exam' })).toBeNull();
});

test.each([
  ['Decline and stay', 'decline 31'],
  ['Decline and leave the list', 'leave 5'],
])('an offer is declined by %s', async (button, told) => {
  const done = serve([offered()]);
  const { user } = open('/reservations/waiting');
  await user.click(await screen.findByRole('button', { name: 'Decline Exam' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Decline Exam?' }));
  expect(done).toEqual([]);
  await user.click(dialog.getByRole('button', { name: button }));

  await waitFor(() => expect(done).toEqual([told]));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test("somebody else's offer is in the list only", async () => {
  serve([{ ...offered(), mine: false }]);
  open('/reservations/waiting');

  expect(await screen.findByText(/left, kept until/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Accept Exam' })).toBeNull();
});

test('what others change shows by itself', async () => {
  const all = [entry({ place: 2 })];
  serve(all);
  open('/reservations/waiting');
  await screen.findByText('Number 2');
  all[0] = entry({ place: 1 });
  act(() => FakeEventStream.latest.hello());
  act(() => FakeEventStream.latest.tell({ type: 'waiting', subject: '4' }));

  expect(await screen.findByText('Number 1')).toBeVisible();
});

test('an offer is told on any page, with the time left, and is accepted there', async () => {
  const done = serve([offered()]);
  server.use(http.get('*/api/notices', () => HttpResponse.json(done.length > 0 ? [] : [notice()])));
  const { user } = open('/operations');
  const bar = within(await screen.findByRole('group', { name: 'Offered to you' }));
  expect(await bar.findByText(/ left, kept until /)).toBeVisible();
  expect(bar.getByRole('button', { name: 'Put away what is said of Exam' })).toBeVisible();
  await expectAccessible();
  await user.click(bar.getByRole('button', { name: 'Accept Exam' }));

  await waitFor(() => expect(done).toEqual(['accept 31']));
  await waitFor(() => expect(screen.queryByRole('group', { name: 'Offered to you' })).toBeNull());
});

test('the waiting list is asked for on other pages only where something is offered', async () => {
  const asked: string[] = [];
  serve([]);
  server.use(
    http.get('*/api/waiting', ({ request }) => {
      asked.push(request.url);
      return HttpResponse.json([]);
    }),
  );
  open('/');
  expect(await screen.findByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
  await screen.findByText('Nothing is reserved now, or in the next 24 hours.');

  expect(asked).toEqual([]);
});

test('the dashboard shows the offer above the next lab, and once', async () => {
  const mine: Reservation = reservation({
    id: 31,
    title: 'Exam',
    phase: 'offered',
    start_dt: inMinutes(60),
    end_dt: inMinutes(180),
    may: ['accept', 'cancel'],
  });
  const next = reservation({ id: 17, start_dt: inMinutes(300), end_dt: inMinutes(400) });
  serve([offered()]);
  server.use(
    http.get('*/api/reservations', ({ request }) => {
      const { searchParams } = new URL(request.url);
      return HttpResponse.json(searchParams.get('phase') === 'offered' ? [mine] : searchParams.has('mine') ? [mine, next] : []);
    }),
    http.get('*/api/notices', () => HttpResponse.json([notice()])),
  );
  open('/');
  const card = within(await screen.findByRole('region', { name: 'Offered to you' }));
  expect(card.getByRole('button', { name: 'Accept Exam' })).toBeVisible();
  expect(await card.findByText(/ left, kept until /)).toBeVisible();
  expect(within(await screen.findByRole('region', { name: 'My next lab' })).getByRole('link', { name: 'BGP lesson' })).toBeVisible();
  expect(screen.queryByRole('group', { name: 'Offered to you' })).toBeNull();
});

test("the page of an offer has the two answers in place of what is done with one's own", async () => {
  const done = serve([offered()]);
  server.use(http.get('*/api/reservations/:id', () => HttpResponse.json(reservation({ id: 31, title: 'Exam', phase: 'offered', may: ['accept', 'cancel'] }))));
  const { user } = open('/reservations/31');
  expect(await screen.findByText(/ left, kept until /)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Edit: Exam' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Accept Exam' }));

  await waitFor(() => expect(done).toEqual(['accept 31']));
});

test('an offer stands above the list with the time left, which counts, and is accepted there', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  try {
    const done = serve([offered()]);
    const { user } = open('/reservations/waiting');
    const bar = within(await screen.findByRole('group', { name: 'Offered to you' }));
    expect(bar.getByText(/^Exam, sw1 is free for you: /)).toBeVisible();
    expect(bar.getByText(/^10 min 0 s left, kept until \d\d:\d\d/)).toBeVisible();
    act(() => {
      vi.advanceTimersByTime(90_000);
    });
    expect(bar.getByText(/^8 min 30 s left/)).toBeVisible();
    await user.click(bar.getByRole('button', { name: 'Accept Exam' }));

    await waitFor(() => expect(done).toEqual(['accept 31']));
    act(() => {
      vi.advanceTimersByTime(9 * MINUTE);
    });
    expect(screen.queryByRole('group', { name: 'Offered to you' })).toBeNull();
  } finally {
    vi.useRealTimers();
  }
});
