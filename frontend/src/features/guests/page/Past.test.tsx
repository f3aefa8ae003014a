import { act, fireEvent, screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test, vi } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import type { History } from '@/shared/api/types';
import { GIB } from '@/shared/format/bytes';
import { guest, problem } from '@/shared/test/cluster';
import { serveGuest } from '@/shared/test/guestPage';
import { refuse, server } from '@/shared/test/server';

type Point = History['points'][number];

const point = (change: Partial<Point> = {}): Point => ({
  time: '2026-03-01T09:00:00Z',
  cpu: 0.25,
  mem: GIB,
  maxmem: 2 * GIB,
  netin: 2048,
  netout: 1024,
  diskread: 0,
  diskwrite: 0,
  ...change,
});
const off = { cpu: null, mem: null, maxmem: null, netin: null, netout: null };

/** Serves a past, and notes how far back it was asked for. */
function serve(...points: Point[]) {
  const asked: string[] = [];
  serveGuest();
  server.use(
    http.get('*/api/proxmox/nodes/:node/:kind/:vmid/history', ({ request }) => {
      const timeframe = new URL(request.url).searchParams.get('timeframe') as History['timeframe'];
      asked.push(timeframe);
      return HttpResponse.json({ timeframe, points }, { headers: { 'X-Snapshot-Age': '3' } });
    }),
  );
  return asked;
}

const past = () => screen.findByRole('region', { name: 'Load' });

test('shows the last hour, with its begin, its end and its gaps', async () => {
  const asked = serve(point(), point({ ...off, time: '2026-03-01T09:30:00Z' }), point({ time: '2026-03-01T09:59:00Z', cpu: 0.5 }));
  open('/guests/pve1/vms/1042');
  const card = await past();

  const cpu = await within(card).findByRole('img', { name: 'CPU over the last hour, lately 50%' });
  expect([...cpu.querySelectorAll('path')].map((path) => path.getAttribute('d'))).toEqual(['M0.0 71.5h0', 'M240.0 48.0h0']);
  expect(within(card).getByRole('img', { name: 'Network in over the last hour, lately 2 KiB/s' })).toBeVisible();
  expect([...card.querySelectorAll('time')].map(({ dateTime }) => dateTime)).toEqual(['2026-03-01T09:00:00.000Z', '2026-03-01T09:59:00.000Z']);
  expect(asked).toEqual(['hour']);
  await expectAccessible();
});

test('tells the value and its moment under the pointer and by the keys, at an axis with its unit', async () => {
  serve(point(), point({ ...off, time: '2026-03-01T09:30:00Z' }), point({ time: '2026-03-01T09:59:00Z', cpu: 0.5 }));
  const { user } = open('/guests/pve1/vms/1042');
  const cpu = await within(await past()).findByRole('slider', { name: 'Values of CPU over the last hour, lately 50%' });
  const figure = cpu.closest('figure')!;
  expect(within(figure).getByText('100%')).toBeInTheDocument();
  expect(cpu).toHaveAttribute('aria-valuetext', expect.stringMatching(/^10:59.*: 50%$/));

  act(() => cpu.focus());
  await user.keyboard('{ArrowLeft}');
  expect(cpu).toHaveAttribute('aria-valuetext', expect.stringMatching(/^10:30.*: –$/));
  await user.keyboard('{Home}{ArrowLeft}');
  expect(within(figure).getByText(/^10:00.*: 25%$/)).toBeVisible();
  act(() => cpu.blur());
  expect(within(figure).queryByText(/: 25%$/)).not.toBeInTheDocument();

  vi.spyOn(cpu, 'getBoundingClientRect').mockReturnValue({ left: 0, width: 200 } as DOMRect);
  fireEvent.pointerMove(cpu, { clientX: 190 });
  expect(within(figure).getByText(/^10:59.*: 50%$/)).toBeVisible();
});

test('goes further back, and the address keeps how far', async () => {
  const asked = serve(point());
  const { user, router } = open('/guests/pve1/vms/1042');
  await within(await past()).findByRole('img', { name: /^CPU over the last hour/ });

  await user.click(within(await past()).getByRole('radio', { name: 'Year' }));

  expect(await within(await past()).findByRole('img', { name: /^Memory over the last year/ })).toBeVisible();
  expect(router.state.location.search).toBe('?past=year');
  expect(asked).toEqual(['hour', 'year']);
});

test('begins as far back as the address says', async () => {
  const asked = serve(point());
  open('/guests/pve1/vms/1042?past=week');

  expect(await within(await past()).findByRole('img', { name: /^CPU over the last week/ })).toBeVisible();
  expect(asked).toEqual(['week']);
});

test('tells a past in which it was off from one that cannot be read', async () => {
  serve(point(off));
  const { user } = open('/guests/pve1/vms/1042');
  expect(await within(await past()).findByText('Nothing was recorded in the last hour.')).toBeVisible();

  server.use(http.get('*/api/proxmox/nodes/:node/:kind/:vmid/history', () => refuse(problem())));
  await user.click(within(await past()).getByRole('radio', { name: 'Day' }));

  expect(await within(await past()).findByRole('alert')).toHaveTextContent('Cannot load the load of the last day');
});

test('what has just been started is said to have no figures yet, and what was not read is unknown', async () => {
  serve(point(off));
  server.use(http.get('*/api/proxmox/guests', () => HttpResponse.json([guest({ uptime: 40 })])));
  const { user } = open('/guests/pve1/vms/1042');
  expect(await within(await past()).findByText('No figures yet; Proxmox records one a minute.')).toBeVisible();
  expect(within(await past()).queryByText(/Nothing was recorded/)).not.toBeInTheDocument();
  await user.click(within(await past()).getByRole('radio', { name: 'Week' }));
  expect(await within(await past()).findByText(/^No figures for the last week yet: it has run for 40 s/)).toBeVisible();
});

test('whether it ran is unknown where the list of guests cannot be read', async () => {
  serve(point(off));
  server.use(http.get('*/api/proxmox/guests', () => refuse(problem())));
  open('/guests/pve1/vms/1042');

  expect(await within(await past()).findByText(/whether the guest ran then is unknown/)).toBeVisible();
});

test('memory of which no bound is told is measured by itself', async () => {
  serve(point({ maxmem: null }), point({ maxmem: null, time: '2026-03-01T09:59:00Z', mem: 3 * GIB }));
  open('/guests/pve1/vms/1042');

  const memory = await within(await past()).findByRole('img', { name: /^Memory over the last hour/ });
  expect(within(memory.closest('figure')!).getByText('5 GiB')).toBeInTheDocument();
});

test('a value that was tapped stays when the finger is gone', async () => {
  serve(point(), point({ time: '2026-03-01T09:59:00Z', cpu: 0.5 }));
  open('/guests/pve1/vms/1042');
  const cpu = await within(await past()).findByRole('slider', { name: /^Values of CPU/ });
  vi.spyOn(cpu, 'getBoundingClientRect').mockReturnValue({ left: 0, width: 200 } as DOMRect);
  const finger = { clientX: 10, pointerType: 'touch' };

  fireEvent.pointerDown(cpu, finger);
  fireEvent.pointerUp(cpu, finger);
  fireEvent.pointerLeave(cpu, finger);
  act(() => cpu.focus());

  expect(cpu).toHaveAttribute('aria-valuetext', expect.stringMatching(/: 25%$/));
});
