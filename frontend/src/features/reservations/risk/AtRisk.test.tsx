import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import { reservation } from '@/features/reservations/test/made';
import type { Reservation } from '@/shared/api/types';
import { server } from '@/shared/test/server';

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const soon = { start_dt: inHours(1), end_dt: inHours(3) };
const risk = { resource: { id: 9, kind: 'device', name: 'sw3' }, why: 'broken fan', expected_back: null } as const;
const sentence = 'device sw3 is out of service: broken fan.';

function serve(one: Reservation) {
  server.use(
    http.get('*/api/reservations', () => HttpResponse.json([one])),
    http.get('*/api/reservations/17', () => HttpResponse.json(one, { headers: { ETag: '"1-x"' } })),
  );
}

test('its page says what of it is out of service', async () => {
  serve(reservation({ ...soon, at_risk: [risk] }));
  open('/reservations/17');

  expect(await screen.findByText(sentence)).toBeVisible();
  expect(screen.getByText('At risk')).toBeVisible();
  await expectAccessible();
});

test('so do the list and the first page', async () => {
  serve(reservation({ ...soon, at_risk: [risk] }));
  const { unmount } = open('/reservations?view=list');
  expect(await screen.findByText(sentence)).toBeVisible();
  unmount();

  open('/');
  const mine = within(await screen.findByRole('region', { name: 'My next lab' }));
  expect(mine.getByText(sentence)).toBeVisible();
});

test('its page says how late it began', async () => {
  serve(reservation({ status: 'active', phase: 'running', late_by: 420 }));
  open('/reservations/17');

  expect(await screen.findByText('Began 7 min late')).toBeVisible();
});

test('it says when that is expected back, and nothing where all is well', async () => {
  serve(reservation({ ...soon, at_risk: [{ ...risk, expected_back: inHours(2) }] }));
  const { unmount } = open('/reservations/17');
  expect(await screen.findByText(/^device sw3 is out of service: broken fan\. It is expected back .*\.$/)).toBeVisible();
  unmount();

  serve(reservation(soon));
  open('/reservations/17');
  await screen.findByRole('heading', { level: 1 });
  expect(screen.queryByText('At risk')).toBeNull();
});
