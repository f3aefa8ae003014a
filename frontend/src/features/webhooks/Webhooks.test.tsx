import { act, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import type { Delivery, Webhook } from '@/shared/api/types';
import { me } from '@/shared/test/cluster';
import { FakeEventStream } from '@/shared/test/events';
import { server } from '@/shared/test/server';

const ID = '0198c0de-5b1c-7000-8000-000000000041';
const URL = 'https://chat.example/hooks/7';

const webhook = (change: Partial<Webhook> = {}): Webhook => ({
  id: ID,
  url: URL,
  events: ['reservation.ending'],
  enabled: true,
  made_by: 'ada',
  made: '2026-03-01T09:00:00Z',
  failed: 0,
  waiting: 0,
  ...change,
});

const delivery = (change: Partial<Delivery> = {}): Delivery => ({
  id: '0198c0de-5b1c-7000-8000-000000000042',
  event: 'reservation.ending',
  state: 'failed',
  tries: 10,
  answer: 'Answered 502: Bad Gateway',
  next_try: null,
  last_try: '2026-03-01T09:00:00Z',
  made: '2026-03-01T09:00:00Z',
  body: '{"id":12}',
  ...change,
});

const rights = () => server.use(http.get('*/api/session', () => HttpResponse.json(me({ rights: [...me().rights, 'manage-webhooks'] }))));

test('one is made, and its secret shown once', async () => {
  const all: Webhook[] = [];
  const sent: unknown[] = [];
  rights();
  server.use(
    http.get('*/api/webhooks', () => HttpResponse.json(all)),
    http.post('*/api/webhooks', async ({ request }) => {
      sent.push(await request.json());
      all.push(webhook());
      return HttpResponse.json({ webhook: webhook(), secret: 'whsec_x' }, { status: 201 });
    }),
  );
  const { user } = open('/webhooks');
  expect(await screen.findByText('No webhooks yet')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'New webhook' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'New webhook' }));
  await user.type(dialog.getByRole('textbox', { name: 'Address' }), URL);
  await user.click(dialog.getByRole('button', { name: 'Make webhook' }));

  expect(await dialog.findByText('whsec_x')).toBeVisible();
  expect(sent).toEqual([{ url: URL, events: ['reservation.ending'] }]);
  await expectAccessible();
  await user.click(dialog.getByRole('button', { name: 'Done' }));
  expect(await screen.findByRole('region', { name: URL })).toBeVisible();
  expect(screen.queryByText('whsec_x')).not.toBeInTheDocument();
});

test('one is switched off, and deleted after a question', async () => {
  let all = [webhook({ failed: 2, waiting: 1 })];
  rights();
  server.use(
    http.get('*/api/webhooks', () => HttpResponse.json(all)),
    http.patch(`*/api/webhooks/${ID}`, async ({ request }) => {
      all = [webhook((await request.json()) as Partial<Webhook>)];
      return HttpResponse.json(all[0]);
    }),
    http.delete(`*/api/webhooks/${ID}`, () => {
      all = [];
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const { user } = open('/webhooks');
  const card = within(await screen.findByRole('region', { name: URL }));
  expect(card.getByText('2 deliveries failed')).toBeVisible();
  expect(card.getByText('1 delivery to be sent')).toBeVisible();
  await user.click(card.getByRole('button', { name: `Switch off ${URL}` }));
  expect(await card.findByText('Off')).toBeVisible();
  await user.click(card.getByRole('button', { name: `Delete ${URL}` }));
  await user.click(within(await screen.findByRole('dialog', { name: 'Delete the webhook?' })).getByRole('button', { name: 'Delete' }));

  expect(await screen.findByText('No webhooks yet')).toBeVisible();
});

test('what failed is sent again, and news comes by itself', async () => {
  let deliveries = [delivery()];
  rights();
  server.use(
    http.get('*/api/webhooks', () => HttpResponse.json([webhook()])),
    http.get(`*/api/webhooks/${ID}/deliveries`, () => HttpResponse.json(deliveries)),
    http.post(`*/api/webhooks/${ID}/deliveries/:delivery/send`, () => {
      deliveries = [delivery({ state: 'waiting', tries: 0, next_try: '2026-03-01T10:00:00Z' })];
      return HttpResponse.json(deliveries[0], { status: 202 });
    }),
  );
  const { user } = open(`/webhooks/${ID}`);
  expect(await screen.findByText('Answered 502: Bad Gateway')).toBeVisible();
  await expectAccessible();
  act(() => FakeEventStream.latest.hello());
  await user.click(screen.getByRole('button', { name: 'Send again: ends in 30 or 5 minutes' }));
  expect(await screen.findByText('To be sent')).toBeVisible();

  deliveries = [delivery({ state: 'delivered', tries: 1, answer: 'Answered 204.' })];
  act(() => FakeEventStream.latest.tell({ type: 'webhook', subject: ID }));
  expect(await screen.findByText('Delivered')).toBeVisible();
});

test('who may not manage them is told why', async () => {
  server.use(http.get('*/api/webhooks', () => HttpResponse.json([])));
  open('/webhooks');

  expect(await screen.findByRole('button', { name: 'New webhook' })).toHaveAccessibleDescription('Only operators may manage webhooks.');
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Webhooks' })).not.toBeInTheDocument());
});
