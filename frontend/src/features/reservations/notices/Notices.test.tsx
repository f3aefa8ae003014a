import { act, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, onTestFinished, test, vi } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import { reservation as booked } from '@/features/reservations/test/made';
import type { Notice } from '@/shared/api/types';
import { FakeEventStream } from '@/shared/test/events';
import { server } from '@/shared/test/server';

const MINUTE = 60_000;

const notice = (change: Partial<Notice> = {}): Notice => ({
  id: 12,
  kind: 'ending',
  at: new Date().toISOString(),
  by: null,
  asked_by: null,
  reason: null,
  check_in_by: null,
  reservation: {
    id: 7,
    title: 'BGP',
    start_dt: new Date(Date.now() - 60 * MINUTE).toISOString(),
    end_dt: new Date(Date.now() + 4.5 * MINUTE).toISOString(),
    time_zone: 'Europe/Rome',
  },
  ...change,
});

const bar = async () => within(await screen.findByRole('status', { name: 'What happened to your reservations' }));

test('the end is told on any page, and what is put away stays so', async () => {
  let told = [notice()];
  server.use(
    http.get('*/api/notices', () => HttpResponse.json(told)),
    http.post('*/api/notices/12/seen', () => {
      told = [];
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const { user } = open('/operations');

  expect(await (await bar()).findByText(/^BGP ends at .*, in 5 minutes\.$/)).toBeVisible();
  expect((await bar()).getByRole('link', { name: 'Open BGP' })).toHaveAttribute('href', '/reservations/7');
  await expectAccessible();
  await user.click((await bar()).getByRole('button', { name: 'Put away what is said of BGP' }));

  await waitFor(() => expect(screen.queryByText(/BGP ends at/)).not.toBeInTheDocument());
});

test('it is extended where it is told', async () => {
  let told = [notice()];
  const sent: unknown[] = [];
  const reservation = booked({ id: 7, title: 'BGP', start_dt: told[0]!.reservation.start_dt, end_dt: told[0]!.reservation.end_dt });
  server.use(
    http.get('*/api/notices', () => HttpResponse.json(told)),
    http.get('*/api/reservations/7', () => HttpResponse.json(reservation)),
    // Asked beside it: until when it could go on.
    http.patch('*/api/reservations/7', () => HttpResponse.json(reservation)),
    http.post('*/api/reservations/7/extend', async ({ request }) => {
      sent.push(await request.json());
      told = [];
      return HttpResponse.json({ ...reservation, end_dt: new Date(Date.now() + 64 * MINUTE).toISOString() });
    }),
  );
  const { user } = open('/operations');
  await user.click(await (await bar()).findByRole('button', { name: 'Extend BGP' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Extend the reservation' }));
  await user.click(dialog.getByRole('button', { name: 'By 1 h' }));
  await user.click(dialog.getByRole('button', { name: 'Extend' }));

  await waitFor(() => expect(screen.queryByText(/BGP ends at/)).not.toBeInTheDocument());
  expect(sent).toEqual([{ minutes: 60 }]);
});

test('what is told while the page is open comes by itself', async () => {
  let told: Notice[] = [];
  server.use(http.get('*/api/notices', () => HttpResponse.json(told)));
  open('/operations');
  await bar();
  act(() => FakeEventStream.latest.hello());
  told = [notice({ kind: 'cancelled', by: 'root', reason: 'The power goes off.' })];
  act(() => FakeEventStream.latest.tell({ type: 'notice', subject: '12' }));

  expect(await screen.findByText('BGP was cancelled by root. Why: The power goes off.')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Extend BGP' })).not.toBeInTheDocument();
});

test('an end that has passed is not told', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  try {
    server.use(http.get('*/api/notices', () => HttpResponse.json([notice()])));
    open('/operations');
    expect(await screen.findByText(/BGP ends at .*, in 5 minutes\./)).toBeVisible();

    act(() => {
      vi.advanceTimersByTime(4 * MINUTE);
    });
    expect(screen.getByText(/BGP ends at .*, in 1 minute\./)).toBeVisible();

    act(() => {
      vi.advanceTimersByTime(MINUTE);
    });
    expect(screen.queryByText(/BGP ends at/)).not.toBeInTheDocument();
  } finally {
    vi.useRealTimers();
  }
});

test('whoever may approve something is told that it waits for them', async () => {
  server.use(http.get('*/api/notices', () => HttpResponse.json([notice({ kind: 'requested', by: 'ana' })])));
  open('/operations');

  expect(await (await bar()).findByText('BGP waits for your approval, asked for by ana.')).toBeVisible();
  expect((await bar()).getByRole('link', { name: 'Open BGP' })).toHaveAttribute('href', '/reservations/7');
});

test('what was decided is told as what it is, with what holds now', async () => {
  const about = { ...notice().reservation, start_dt: '2026-03-02T09:00:00Z', end_dt: '2026-03-02T11:00:00Z' };
  server.use(
    http.get('*/api/notices', () =>
      HttpResponse.json([
        notice({ id: 16, kind: 'booked', by: 'tess', reservation: { ...about, title: 'RIP' } }),
        notice({ id: 15, kind: 'approved', by: 'tess', reservation: { ...about, title: 'OSPF' } }),
        notice({ id: 14, kind: 'change_approved', by: 'tess', reservation: about }),
        notice({ id: 13, kind: 'change_refused', by: 'tess', reason: 'Exam week.', reservation: about }),
        notice({ id: 12, kind: 'change_refused', by: null, asked_by: 'ben', reservation: about }),
      ]),
    ),
  );
  open('/operations');

  expect(await (await bar()).findByText('RIP was booked for you by tess.')).toBeVisible();
  expect((await bar()).getByText('OSPF was approved by tess.')).toBeVisible();
  expect((await bar()).getByText(/^Your change of BGP was approved by tess\. It is now on .*Mar.*:00.* – .*:00.*\.$/)).toBeVisible();
  expect((await bar()).getByText('Your change of BGP was refused by tess. Why: Exam week.')).toBeVisible();
  expect((await bar()).getByText('The change of BGP that ben asked for was refused.')).toBeVisible();
});

test.each(['check_in', 'requested', 'at_risk', 'degraded'] as const)('a notice of %s is not told on the page that says so itself', async (kind) => {
  const about = notice({ kind, check_in_by: new Date(Date.now() + 10 * MINUTE).toISOString() });
  const other = notice({ id: 13, kind: 'cancelled', by: 'root', reservation: { ...about.reservation, id: 8, title: 'OSPF' } });
  server.use(
    http.get('*/api/notices', () => HttpResponse.json([about, other])),
    http.get('*/api/reservations/:id', () => HttpResponse.json(booked({ id: 7, title: 'BGP' }))),
  );
  const { router } = open('/reservations/7');

  expect(await (await bar()).findByText('OSPF was cancelled by root.')).toBeVisible();
  expect((await bar()).queryByText(/BGP/)).toBeNull();
  await act(() => router.navigate('/reservations/8'));

  expect(await (await bar()).findByText(/BGP/)).toBeVisible();
});

test('what the page of a reservation does not say itself is told there too', async () => {
  server.use(
    http.get('*/api/notices', () => HttpResponse.json([notice()])),
    http.get('*/api/reservations/7', () => HttpResponse.json(booked({ id: 7, title: 'BGP' }))),
  );
  open('/reservations/7');

  expect(await (await bar()).findByText(/^BGP ends at /)).toBeVisible();
  expect((await bar()).queryByRole('link', { name: 'Open BGP' })).toBeNull();
});

function onPhone() {
  const before = window.matchMedia.bind(window);
  vi.stubGlobal('matchMedia', (media: string) => Object.assign(before(media), { matches: true }));
  onTestFinished(() => void vi.stubGlobal('matchMedia', before));
}

const three = () =>
  ['BGP', 'OSPF', 'RIP'].map((title, index) =>
    notice({ id: 20 - index, kind: 'cancelled', by: 'root', reservation: { ...notice().reservation, id: 7 + index, title } }),
  );

test('on a phone the latest is told, and the others on demand', async () => {
  onPhone();
  server.use(http.get('*/api/notices', () => HttpResponse.json(three())));
  const { user } = open('/operations');

  expect(await (await bar()).findByText('BGP was cancelled by root.')).toBeVisible();
  expect((await bar()).queryByText('OSPF was cancelled by root.')).toBeNull();
  await user.click((await bar()).getByRole('button', { name: '2 more notices' }));

  expect((await bar()).getByText('OSPF was cancelled by root.')).toBeVisible();
  expect((await bar()).getByText('RIP was cancelled by root.')).toBeVisible();
  await user.click((await bar()).getByRole('button', { name: 'Show one notice only' }));

  expect((await bar()).queryByText('OSPF was cancelled by root.')).toBeNull();
});

test('on a desk all are told, and on a phone one alone unfolds nothing', async () => {
  let told = three();
  server.use(http.get('*/api/notices', () => HttpResponse.json(told)));
  const { unmount } = open('/operations');
  expect(await (await bar()).findByText('RIP was cancelled by root.')).toBeVisible();
  expect((await bar()).queryByRole('button', { name: /more notice/ })).toBeNull();
  unmount();

  onPhone();
  told = told.slice(0, 1);
  open('/operations');
  expect(await (await bar()).findByText('BGP was cancelled by root.')).toBeVisible();
  expect((await bar()).queryByRole('button', { name: /more notice/ })).toBeNull();
});
