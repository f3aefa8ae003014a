import { fireEvent, screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, onTestFinished, test } from 'vitest';
import { open } from '@/app/test/open';
import { node, reservation } from '@/features/reservations/test/made';
import type { ReservationChange } from '@/shared/api/types';
import { me } from '@/shared/test/cluster';
import { server } from '@/shared/test/server';

/** Makes a block's track as wide as its day has minutes, as nothing is laid out here. */
function layOut(block: HTMLElement) {
  const track = block.closest('[data-lane]');
  Object.assign(track ?? block, { getBoundingClientRect: () => new DOMRect(0, 0, 1440, 44) });
  Object.assign(block, { setPointerCapture: () => undefined });
  Object.assign(document, { elementFromPoint: () => track });
  onTestFinished(() => void Reflect.deleteProperty(document, 'elementFromPoint'));
}

test('a block that is dragged is moved once', async () => {
  const lesson = reservation({ start_dt: '2027-03-01T09:00:00+01:00', end_dt: '2027-03-01T11:00:00+01:00' });
  const moves: ReservationChange[] = [];
  server.use(
    http.get('*/api/session', () => HttpResponse.json(me({ rights: [...me().rights, 'book'] }))),
    http.get('*/api/reservations', () => HttpResponse.json([lesson])),
    http.get('*/api/resources', () => HttpResponse.json([node()])),
    http.patch('*/api/reservations/17', async ({ request }) => {
      moves.push((await request.json()) as ReservationChange);
      return HttpResponse.json({ ...lesson, version: 2 });
    }),
  );
  open('/reservations?view=lanes&date=2027-03-01');
  const block = await screen.findByRole('button', { name: /^BGP lesson, ana/ });
  layOut(block);

  fireEvent.pointerDown(block, { button: 0, clientX: 600 });
  fireEvent.pointerMove(block, { clientX: 660 });
  fireEvent.pointerUp(block, { clientX: 660 });

  expect(await screen.findByText(/^BGP lesson: moved to/)).toBeVisible();
  expect(moves).toEqual([{ start_dt: '2027-03-01T10:00:00+01:00', end_dt: '2027-03-01T12:00:00+01:00' }]);
});
