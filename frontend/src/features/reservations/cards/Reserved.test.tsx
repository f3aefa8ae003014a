import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { open } from '@/app/test/open';
import { reservation } from '@/features/reservations/test/made';
import { serveGuest } from '@/shared/test/guestPage';
import { server } from '@/shared/test/server';

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const part = { name: 'pc-1', kind: 'guest', made: true, want: 'present', state: 'ready', node: 'pve1', type: 'qemu', vmid: 1042, error: null };

beforeEach(() => {
  serveGuest();
  const running = reservation({
    status: 'active',
    phase: 'running',
    start_dt: inHours(-1),
    end_dt: inHours(1),
    guests: [{ kind: 'vm', name: 'pc-{n}', count: 1, request: {} }],
  });
  server.use(
    http.get('*/api/reservations', () => HttpResponse.json([running])),
    http.get('*/api/reservations/17/parts', () => HttpResponse.json([part, { ...part, name: 'pc-2', vmid: 1043, state: 'gone' }])),
  );
});

test('a guest that was made for a reservation says for whom, and until when', async () => {
  open('/guests/pve1/vms/1042');

  expect(await screen.findByRole('link', { name: /^Reserved until .*, for ana, BGP lesson$/ })).toHaveAttribute('href', '/reservations/17');
});

test('so does the list of guests, but not of one that is gone', async () => {
  open('/resources');

  const row = await screen.findByRole('row', { name: /web-1/ });
  expect(await within(row).findByRole('link', { name: /, ana$/ })).toHaveAttribute('href', '/reservations/17');
  expect(screen.getAllByRole('link', { name: /, ana$/ })).toHaveLength(1);
});
