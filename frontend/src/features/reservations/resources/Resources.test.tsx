import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import { node, reservation } from '@/features/reservations/test/made';
import type { Resource } from '@/shared/api/types';
import { me, problem } from '@/shared/test/cluster';
import { refuse, server } from '@/shared/test/server';
import { changesOf } from './EditDialog';

const device = (change: Partial<Resource> = {}): Resource =>
  node({ id: 9, kind: 'device', name: 'sw3', tags: ['junos'], cores: null, memory: null, by_hand: true, ...change });
const use: Resource['now'][number] = {
  reservation: 17,
  title: 'BGP lesson',
  requester: 'ana',
  from: '2026-11-30T09:00:00+01:00',
  until: '2026-11-30T12:00:00+01:00',
  start_dt: '2026-11-30T09:00:00+01:00',
  end_dt: '2026-11-30T12:00:00+01:00',
  whole: true,
  cores: null,
  memory: null,
  disk: null,
  vms: null,
  lxc: null,
  kind: 'booking',
  mine: false,
};

type Sent = [string, string, unknown];
let sent: Sent[];
let resources: Resource[];

beforeEach(() => {
  sent = [];
  resources = [node({ cores_factor: 1.5, now: [use] }), device()];
  server.use(
    http.get('*/api/session', () => HttpResponse.json(me({ rights: [...me().rights, 'book', 'manage-resources'] }))),
    http.get('*/api/resources', () => HttpResponse.json(resources)),
    http.get('*/api/resources/:id', ({ params }) => {
      const one = resources.find(({ id }) => String(id) === params.id);
      return HttpResponse.json(one, { headers: { ETag: '"x-1"' } });
    }),
    http.post('*/api/resources', async ({ request }) => {
      const body = (await request.json()) as { name: string };
      sent.push(['add', body.name, body]);
      return body.name === '111'
        ? refuse(problem({ type: 'urn:direttore:problem:wrong-state', status: 409, detail: 'there is one' }))
        : HttpResponse.json(device({ id: 20, name: body.name }), { status: 201 });
    }),
    http.patch('*/api/resources/:id', async ({ request, params }) => {
      sent.push(['change', String(params.id), await request.json()]);
      return HttpResponse.json({ ...device(), reservations: { healed: 0, told: 2 } });
    }),
    http.delete('*/api/resources/:id', ({ params }) => {
      sent.push(['remove', String(params.id), null]);
      resources = resources.filter(({ id }) => String(id) !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
  );
});

test('each says who has it now and what of it can be promised; the filter is in the address', async () => {
  const { user, router } = open('/reservations/resources');
  const row = await screen.findByRole('row', { name: /^pve1 Node/ });
  expect(within(row).getByText('32 cores × 1.5, 64 GiB')).toBeVisible();
  expect(within(row).getByRole('link', { name: /^until .*, ana, BGP lesson$/ })).toHaveAttribute('href', '/reservations/17');
  expect(screen.queryByRole('button', { name: 'Remove pve1' })).toBeNull();
  await expectAccessible();

  await user.selectOptions(screen.getByRole('combobox', { name: 'Kind' }), 'Device');

  await waitFor(() => expect(screen.queryByRole('row', { name: /^pve1/ })).toBeNull());
  expect(router.state.location.search).toContain('kind=device');
});

test('a range of VLANs is entered at once, and those that are there already are told', async () => {
  const { user } = open('/reservations/resources');
  await user.click(await screen.findByRole('button', { name: 'Enter by hand' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.selectOptions(dialog.getByLabelText('Kind'), 'VLANs');
  fireEvent.change(dialog.getByRole('textbox', { name: /^Numbers/ }), { target: { value: '110-112' } });
  await user.click(dialog.getByRole('button', { name: 'Enter' }));

  expect(await screen.findByText('2 were entered. There already: 111.')).toBeVisible();
  expect(sent.map(([, name]) => name)).toEqual(['110', '111', '112']);
  expect(sent[0]?.[2]).toEqual({ kind: 'vlan', name: '110', tags: [] });
});

test('a device is taken out of service with the reason, and so cannot be reserved', async () => {
  const { user } = open('/reservations/resources');
  await user.click(await screen.findByRole('button', { name: 'Edit sw3' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Change sw3' }));
  await user.click(await dialog.findByRole('checkbox', { name: /^Out of service/ }));
  fireEvent.change(dialog.getByRole('textbox', { name: 'Why' }), { target: { value: 'fan is broken' } });
  resources = resources.map((each) => (each.id === 9 ? { ...each, out_of_service: 'fan is broken' } : each));
  await user.click(dialog.getByRole('button', { name: 'Save' }));

  await waitFor(() => expect(sent).toEqual([['change', '9', { out_of_service: 'fan is broken' }]]));
  expect(await screen.findByText('fan is broken')).toBeVisible();
  expect(await screen.findByText('sw3 was changed. Reservations whose owners were told that it is out of service: 2.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Reserve sw3' })).toHaveAttribute('aria-disabled', 'true');
});

test('only what was changed is sent', () => {
  const of = device({ out_of_service: 'broken', expected_back: '2026-12-01T08:00:00Z' });
  const same = { tags: ['junos'], out: true, why: 'broken', back: '2026-12-01T09:00', cores: '1', memory: '1' };
  expect(changesOf(same, of, 'Europe/Rome')).toEqual({});
  expect(changesOf({ ...same, back: '2026-12-02T09:00', cores: '1,5' }, of, 'Europe/Rome')).toEqual({
    expected_back: '2026-12-02T09:00:00+01:00',
    cores_factor: 1.5,
  });
  expect(changesOf({ ...same, out: false }, of, 'Europe/Rome')).toEqual({ out_of_service: null });
});

test('what was entered by hand is removed, and comes back with Undo', async () => {
  const { user } = open('/reservations/resources');
  await user.click(await screen.findByRole('button', { name: 'Remove sw3' }));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));

  await waitFor(() => expect(sent.map(([act]) => act)).toEqual(['remove', 'add']));
  expect(sent[1]?.[2]).toEqual({ kind: 'device', name: 'sw3', tags: ['junos'] });
});

test('it is reserved from there', async () => {
  server.use(
    http.post('*/api/reservations', async ({ request }) => {
      sent.push(['book', '', await request.json()]);
      return HttpResponse.json(reservation({ id: 20 }), { status: 201 });
    }),
    http.get('*/api/reservations/:id', () => HttpResponse.json(reservation({ id: 20 }))),
  );
  const { user, router } = open('/reservations/resources');
  await user.click(await screen.findByRole('button', { name: 'Reserve sw3' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'New reservation' }));
  fireEvent.change(dialog.getByRole('textbox', { name: /^Title/ }), { target: { value: 'Switching' } });
  await user.click(dialog.getByRole('button', { name: 'Reserve' }));

  await waitFor(() => expect(router.state.location.pathname).toBe('/reservations/20'));
  expect(sent[0]?.[2]).toMatchObject({ title: 'Switching', claims: [{ device: 'sw3' }] });
});

test('others only see, and hear why', async () => {
  server.use(http.get('*/api/session', () => HttpResponse.json(me({ rights: ['see'] }))));
  open('/reservations/resources');

  expect(await screen.findByRole('button', { name: 'Edit sw3' })).toHaveAttribute('aria-disabled', 'true');
  expect(screen.getByRole('button', { name: 'Enter by hand' })).toHaveAccessibleDescription('Operators enter and change what can be reserved.');
});
