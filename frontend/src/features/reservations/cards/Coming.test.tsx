import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { open } from '@/app/test/open';
import { reservation } from '@/features/reservations/test/made';
import type { Reservation } from '@/shared/api/types';
import { server } from '@/shared/test/server';

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const others = (id: number, title: string, from: number, to: number, change: Partial<Reservation> = {}) =>
  reservation({ id, title, requester: 'bo', mine: false, may: [], start_dt: inHours(from), end_dt: inHours(to), ...change });
const running = others(1, 'OSPF lesson', -1, 1, { status: 'active', phase: 'running' });
const coming = others(2, 'Exam', 5, 7);
// The question is for whole hours, and so for a little more than is shown.
const later = others(3, 'Retake', 24.5, 26);
const ended = others(4, 'Early lesson', -3, -0.5, { status: 'completed', phase: 'returned' });

/** Serves all of them, and of them those that are one's own. */
function serve(mine: Reservation[]) {
  server.use(
    http.get('*/api/reservations', ({ request }) =>
      HttpResponse.json(new URL(request.url).searchParams.has('mine') ? mine : [running, coming, later, ended, ...mine]),
    ),
  );
}

beforeEach(() => serve([]));

test('the dashboard shows what runs now and what begins in 24 hours, and no more', async () => {
  open('/');
  const card = within(await screen.findByRole('region', { name: 'Reservations' }));

  expect(await card.findByText('Reservations now')).toBeVisible();
  const [now, next] = card.getAllByRole('list').map((list) => within(list).getAllByRole('listitem'));
  expect(now).toHaveLength(1);
  expect(now?.[0]).toHaveTextContent(/^OSPF lessonuntil .*pve1 · bo$/);
  expect(card.getByText('Next 24 hours')).toBeVisible();
  expect(next).toHaveLength(1);
  expect(next?.[0]).toHaveTextContent(/^Exam/);
  expect(screen.queryByText('Retake')).toBeNull();
  expect(screen.queryByText('Early lesson')).toBeNull();
  expect(screen.queryByRole('region', { name: /^My/ })).toBeNull();
});

test('whoever has a lab to come reads on top when it begins', async () => {
  serve([reservation({ start_dt: inHours(2.25), end_dt: inHours(4) })]);
  open('/');
  const mine = await screen.findByRole('region', { name: 'My next lab' });

  expect(within(mine).getByRole('link', { name: 'BGP lesson' })).toHaveAttribute('href', '/reservations/17');
  expect(mine).toHaveTextContent(/starts in 2 h 1\d min/);
  const all = await screen.findByRole('region', { name: 'Reservations' });
  expect(mine.compareDocumentPosition(all)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

test('whoever has a lab now reads until when', async () => {
  serve([reservation({ status: 'active', phase: 'running', start_dt: inHours(-1), end_dt: inHours(1.75) })]);
  open('/');

  expect(await screen.findByRole('region', { name: 'My lab now' })).toHaveTextContent(/ends in 1 h 4\d min/);
});
