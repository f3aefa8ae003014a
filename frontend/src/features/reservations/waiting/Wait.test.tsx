import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import { emptyBooking, type Booking } from '@/features/reservations/book/booking';
import { newMachines } from '@/features/reservations/book/machines';
import { once } from '@/features/reservations/book/repeat';
import { claim, entry, node } from '@/features/reservations/test/made';
import type { NewClaim, NewWaitingEntry, WaitingPlace } from '@/shared/api/types';
import { me, problem } from '@/shared/test/cluster';
import { refuse, server } from '@/shared/test/server';
import { checkBetween, entryOf, usualBetween, whyNotWait } from './wish';
import { wantedText } from './words';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (text: string) => Date.parse(text);
const now = at('2027-03-01T08:00:00Z');
const booking = (change: Partial<Booking> = {}) =>
  emptyBooking(at('2027-03-02T08:00:00Z'), at('2027-03-02T10:00:00Z'), 'UTC', { title: 'Exam', what: 'device', device: 'sw1', ...change });

test('one waits for the same as was refused, from the time that was wanted on, for a week', () => {
  const asked = booking({ team: 'networks', private: true, notes: 'two racks' });

  expect(entryOf(asked, usualBetween(asked), () => now)).toEqual({
    title: 'Exam',
    claims: [{ device: 'sw1' }],
    from: '2027-03-02T08:00:00+00:00',
    until: '2027-03-09T10:00:00+00:00',
    minutes: 120,
    time_zone: 'UTC',
    private: true,
    team: 'networks',
    notes: 'two racks',
  });
  // What began already is wanted from now on.
  expect(entryOf(asked, usualBetween(asked), () => at('2027-03-02T08:30:00Z'))).not.toHaveProperty('from');
});

test('what happens to a guest at its end goes along', () => {
  const asked = booking({ what: 'guest', guest: '104', atEnd: 'shutdown' });

  expect(entryOf(asked, usualBetween(asked), () => now)).toMatchObject({ claims: [{ guest: 104 }], at_end: 'shutdown' });
  const back = { ...asked, atStart: 'rollback', startFrom: 'clean', atEnd: 'restore', endAs: 'clean' } as const;
  expect(entryOf(back, usualBetween(back), () => now)).toMatchObject({ at_start: 'rollback:clean', at_end: 'restore:clean' });
});

test('the times have to leave room for it, and are not too far away', () => {
  const check = (from: string, until: string) => checkBetween({ from, until }, { zone: 'UTC', length: 2 * HOUR, clock: () => now });

  expect(check('2027-03-02T08:00', '2027-03-02T10:00')).toEqual({});
  expect(check('2027-03-02T08:00', '2027-03-02T09:45')).toEqual({ until: 'Must be 2 h or more after the start.' });
  expect(check('2027-02-01T08:00', '2027-03-01T09:00')).toHaveProperty('until');
  expect(check('2027-02-01T08:00', '2027-02-02T08:00')).toEqual({ until: 'Must be in the future.' });
  expect(check('2027-03-02T08:00', '2027-06-03T08:00')).toHaveProperty('until');
  expect(check('2028-03-02T08:00', '2028-05-02T08:00')).toHaveProperty('until');
  expect(check('', '')).toEqual({ from: 'A date and a time are needed.', until: 'A date and a time are needed.' });
});

test('what repeats or makes guests cannot wait', () => {
  expect(whyNotWait(booking(), 1)).toBeNull();
  expect(whyNotWait(booking({ repeat: { ...once, freq: 'weekly' } }), 1)).toBe('What repeats cannot wait.');
  expect(whyNotWait(booking({ machines: [newMachines(0)] }), 1)).toBe('What makes guests cannot wait.');
  expect(whyNotWait(booking({ what: 'entry' }), 0)).toBe('There is nothing to wait for.');
});

test.each<[NewClaim[], string]>([
  [[{ node: 'pve1' }, { device: 'sw1' }], 'pve1, sw1'],
  [[{ node: 'pve1', cores: 4, memory: 8192 }], '4 cores, 8 GiB of pve1'],
  [[{ guest: 104 }, { vlan: 20 }], 'guest 104, VLAN 20'],
  [[{ any: { kind: 'device', tags: ['cisco', 'ios'] } }], 'any of the devices with cisco, ios'],
  [[{ any: { kind: 'node', cores: 2, memory: 4096 }, count: 3 }], '2 cores, 4 GiB of any 3 nodes'],
  [[{ pool: 'labs', vms: 2, lxc: 1 }, { addresses: '10.0.0.0/24' }], '2 VMs, 1 container of pool labs, 10.0.0.0/24'],
])('what is wanted is said in words: %#', (claims, text) => {
  expect(wantedText(claims)).toBe(text);
});

/** Serves a node that is taken, and hears who waits for it. */
function serve(may: { may_wait?: boolean; why_not_wait?: string } = {}) {
  const waits: NewWaitingEntry[] = [];
  const start = new Date(Date.now() + DAY).toISOString();
  const end = new Date(Date.now() + DAY + HOUR).toISOString();
  server.use(
    http.get('*/api/session', () => HttpResponse.json(me({ rights: [...me().rights, 'book'] }))),
    http.get('*/api/resources', () => HttpResponse.json([node()])),
    http.post('*/api/reservations', () =>
      refuse(
        problem({
          type: 'urn:direttore:problem:reservation-conflict',
          title: 'It is taken',
          status: 409,
          detail: 'node pve1 is taken by ana',
          conflicts: [{ resource: claim().resource, reservation: 16, title: 'BGP', requester: 'ana', from: start, until: end, why: 'taken', free: null }],
          next_free: [],
          ...may,
        }),
      ),
    ),
    http.post('*/api/waiting', async ({ request }) => {
      const { dry_run, ...wish } = (await request.json()) as NewWaitingEntry;
      if (dry_run) {
        return HttpResponse.json({ place: 2, likely: { start_dt: '2027-06-10T07:00:00Z', end_dt: '2027-06-10T09:00:00Z' } } satisfies WaitingPlace);
      }
      waits.push(wish);
      return HttpResponse.json(entry({ title: 'OSPF', place: 2 }), { status: 201 });
    }),
  );
  return waits;
}

async function tried() {
  const { user } = open('/reservations?view=list&book=yes');
  const dialog = within(await screen.findByRole('dialog', { name: 'New reservation' }));
  await user.type(dialog.getByRole('textbox', { name: /^Title/ }), 'OSPF');
  fireEvent.change(dialog.getByLabelText(/^Start/), { target: { value: '2027-06-07T09:00' } });
  await user.click(dialog.getByRole('button', { name: 'Reserve' }));
  return { user, dialog };
}

async function refused() {
  const { user, dialog } = await tried();
  return { user, wait: await dialog.findByRole('button', { name: 'Wait for it' }) };
}

test('where it is taken, one can wait for it, and say until when', async () => {
  const waits = serve();
  const { user, wait } = await refused();
  await user.click(wait);
  const dialog = within(await screen.findByRole('dialog', { name: 'Wait for it' }));
  expect(dialog.getByText(/^: pve1, 2 h$/, { ignore: false })).toBeVisible();
  expect(dialog.getByLabelText(/^Earliest start/)).toHaveValue('2027-06-07T09:00');
  expect(await dialog.findByText(/^You would be number 2 on the waiting list: likely free .*Jun/)).toBeVisible();
  await expectAccessible();
  fireEvent.change(dialog.getByLabelText(/^Latest end/), { target: { value: '2027-06-07T10:00' } });
  await user.click(dialog.getByRole('button', { name: 'Wait' }));
  expect(await dialog.findByText('Must be 2 h or more after the start.')).toBeVisible();
  expect(waits).toEqual([]);
  fireEvent.change(dialog.getByLabelText(/^Latest end/), { target: { value: '2027-06-09T18:00' } });
  expect(await dialog.findByText(/^You would be number 2 on the waiting list: not before .*Jun.* as things are booked now/)).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Wait' }));

  expect(await screen.findByText(/^Number 2 on the waiting list: /)).toBeVisible();
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(waits).toEqual([
    {
      title: 'OSPF',
      claims: [{ node: 'pve1' }],
      from: expect.stringMatching(/^2027-06-07T09:00:00/) as string,
      until: expect.stringMatching(/^2027-06-09T18:00:00/) as string,
      minutes: 120,
      time_zone: expect.any(String) as string,
      private: false,
    },
  ]);
});

test('whoever comes back from it finds what was typed', async () => {
  serve();
  const { user, wait } = await refused();
  await user.click(wait);
  await user.click(within(await screen.findByRole('dialog', { name: 'Wait for it' })).getByRole('button', { name: 'Back' }));

  const dialog = within(await screen.findByRole('dialog', { name: 'New reservation' }));
  expect(dialog.getByRole('textbox', { name: /^Title/ })).toHaveValue('OSPF');
  expect(dialog.getByRole('button', { name: 'Wait for it' })).toBeVisible();
});

test('what the server says against waiting is told before one enters it', async () => {
  serve();
  server.use(
    http.post('*/api/waiting', () =>
      refuse(problem({ type: 'urn:direttore:problem:wrong-state', title: 'Not possible now', status: 409, detail: 'ana waits for 20 things already' })),
    ),
  );
  const { user, wait } = await refused();
  await user.click(wait);
  const dialog = within(await screen.findByRole('dialog', { name: 'Wait for it' }));

  expect(await dialog.findByText('You cannot wait for it: ana waits for 20 things already')).toBeVisible();
  expect(dialog.getByRole('button', { name: 'Wait' })).toHaveAttribute('aria-disabled', 'true');
});

test('where it stands is not known, one may wait all the same', async () => {
  serve();
  server.use(
    http.post('*/api/waiting', async ({ request }) =>
      ((await request.json()) as NewWaitingEntry).dry_run ? HttpResponse.error() : HttpResponse.json(entry({ place: null, likely: null }), { status: 201 }),
    ),
  );
  const { user, wait } = await refused();
  await user.click(wait);
  const dialog = within(await screen.findByRole('dialog', { name: 'Wait for it' }));
  expect(await dialog.findByText('Where you would stand is not known.')).toBeVisible();
});

test('what the list does not take is not offered to wait for, and it is said why', async () => {
  serve({ may_wait: false, why_not_wait: 'The waiting list takes nothing with a lead or grace time.' });
  await tried();

  expect(await screen.findByText('The waiting list takes nothing with a lead or grace time.')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Wait for it' })).toBeNull();
});

test('of what repeats it says why one cannot wait', async () => {
  serve();
  const { user, wait } = await refused();
  await user.selectOptions(screen.getByLabelText('Repeat'), 'weekly');

  await waitFor(() => expect(wait).toHaveAttribute('aria-description', 'What repeats cannot wait.'));
});
