import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import { reservation } from '@/features/reservations/test/made';
import type { NewReservation } from '@/shared/api/types';
import { me, problem } from '@/shared/test/cluster';
import { refuse, server } from '@/shared/test/server';
import { type Draft } from './draft';
import { clone, draftKept, fill, heading, kept, next, sent, serveWizard } from './test/wizard';

const HOUR = 3_600_000;
const hours = (from: number) => new Date((Math.floor(Date.now() / HOUR) + from) * HOUR).toISOString();
const booked: NewReservation[] = [];

beforeEach(() => {
  serveWizard();
  booked.length = 0;
  server.use(
    http.get('*/api/session', () => HttpResponse.json(me({ rights: [...me().rights, 'book'] }))),
    http.get('*/api/reservations/:id', () => HttpResponse.json(reservation({ id: 20, title: 'web-1' }))),
    http.get('*/api/reservations', () => HttpResponse.json([])),
    http.post('*/api/reservations', async ({ request }) => {
      const order = (await request.json()) as NewReservation;
      booked.push(order);
      return HttpResponse.json(reservation({ id: 20 }), { status: order.dry_run ? 200 : 201 });
    }),
  );
});

const at = (step: number, draft: Draft) => open(kept(step, draft));

test('a machine is reserved in the same flow, and its reservation is shown', async () => {
  const { user, router } = at(4, clone);
  await user.click(await screen.findByRole('radio', { name: 'For a reservation' }));
  fill(screen.getByRole('textbox', { name: 'Title' }), 'Exam');
  expect(screen.getByText('Its VMID is chosen when it is made.')).toBeVisible();
  expect(draftKept().slot).toMatchObject({ when: 'reserved', title: 'Exam' });
  await expectAccessible();
  await screen.findByRole('group', { name: 'net0' });

  await user.click(next());
  await heading('Step 5 of 6: Review');
  expect(screen.getByRole('button', { name: /^VMID: chosen by the server/ })).toBeVisible();
  expect(screen.getByRole('button', { name: /^At the end: Guests made for it are destroyed/ })).toBeVisible();
  expect(screen.getAllByLabelText('The API call').at(-1)).toHaveTextContent('"guests"');
  await user.click(screen.getByRole('button', { name: 'Reserve' }));

  await waitFor(() => expect(router.state.location.pathname).toBe('/reservations/20'));
  expect(booked.map((order) => order.dry_run)).toEqual([true, undefined]);
  expect(booked[1]).toMatchObject({ title: 'Exam', claims: [], at_end: 'destroy', guests: [{ kind: 'vm', name: 'web-1', count: 1, node: 'pve1' }] });
  expect(sent).toEqual([]);
  expect(draftKept().name).toBe('');
});

test('a time that is taken is told on the way, and one press takes another', async () => {
  server.use(
    http.post('*/api/reservations', async ({ request }) => {
      const order = (await request.json()) as NewReservation;
      booked.push(order);
      return booked.length === 1
        ? refuse(
            problem({
              type: 'urn:direttore:problem:reservation-conflict',
              title: 'It is taken',
              status: 409,
              detail: 'node pve1 is taken by ana',
              conflicts: [],
              next_free: [{ start_dt: hours(8), end_dt: hours(10), proxmox_node: 'pve2', claims: [], new_claims: [{ node: 'pve2' }], same_time: false }],
            }),
          )
        : HttpResponse.json(reservation({ id: 20 }));
    }),
  );
  const { user } = at(4, clone);
  await user.click(await screen.findByRole('radio', { name: 'For a reservation' }));
  await screen.findByRole('group', { name: 'net0' });
  await user.click(next());
  const alert = await screen.findByRole('alert');

  await user.click(within(alert).getByRole('button', { name: /^Use .* on pve2/ }));

  await heading('Step 5 of 6: Review');
  expect(Date.parse(booked[1]?.start_dt ?? '')).toBe(Date.parse(hours(8)));
  expect(booked[1]?.guests).toMatchObject([{ node: 'pve2' }]);
});

test('a time in the past is refused before the server is asked', async () => {
  const past = { when: 'reserved', title: '', start: '2026-01-05T09:00', end: '2026-01-05T10:00', zone: 'Europe/Rome', atEnd: 'destroy', grace: '10' } as const;
  const { user } = at(4, { ...clone, slot: past });
  await screen.findByRole('group', { name: 'net0' });
  await user.click(next());

  expect(await screen.findByLabelText(/^End/)).toHaveAccessibleDescription('Must be in the future.');
  expect(booked).toEqual([]);
});
