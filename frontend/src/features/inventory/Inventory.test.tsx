import { screen, waitFor, within } from '@testing-library/react';
import { http } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import type { NetBoxDevice } from '@/shared/api/types';
import { problem } from '@/shared/test/cluster';
import { refuse, server } from '@/shared/test/server';
import { address, device, netBox, prefix, rows, serveNetBox, use } from './test/netbox';

let asked: URLSearchParams[] = [];
let devices: NetBoxDevice[] = [];

beforeEach(() => {
  asked = [];
  devices = [device()];
  serveNetBox();
  server.use(
    http.get('*/api/inventory/devices', ({ request }) => {
      asked.push(new URL(request.url).searchParams);
      return rows(devices);
    }),
  );
});

test('the navigation leads to the devices, and the tabs to the rest with how many there are', async () => {
  const { user, router } = open('/');
  await user.click((await screen.findAllByRole('link', { name: 'Inventory' }))[0]!);
  const table = await screen.findByRole('table', { name: 'Devices' });

  expect(router.state.location.pathname).toBe('/inventory/devices');
  expect(within(table).getByRole('link', { name: 'fra1-leaf01' })).toHaveAttribute('href', '/inventory/devices/12');
  expect(within(table).getByRole('link', { name: 'fra1-leaf01 at NetBox' })).toHaveAttribute('href', 'https://netbox.example/dcim/devices/12/');
  const tabs = within(screen.getByRole('navigation', { name: 'Kinds of objects' }));
  expect(tabs.getByRole('link', { name: 'Prefixes (3)' })).toHaveAttribute('href', '/inventory/prefixes');
  expect(tabs.getByRole('link', { name: 'Devices (1)' })).toHaveAttribute('aria-current', 'page');
  expect(screen.getByRole('link', { name: /^NetBox, read \d+ s ago$/ })).toHaveAttribute('href', 'https://netbox.example');
  await expectAccessible();
});

test('filters stand in the address and are asked of the API', async () => {
  const { user, router } = open('/inventory/devices?status=offline');
  await screen.findByRole('table', { name: 'Devices' });
  expect(Object.fromEntries(asked[0]!)).toEqual({ status: 'offline', limit: '200', offset: '0' });
  expect(screen.getByRole('combobox', { name: 'Status' })).toHaveValue('offline');

  await user.click(screen.getByRole('combobox', { name: 'Site' }));
  await user.click(await screen.findByRole('option', { name: 'FRA1' }));

  await waitFor(() => expect(asked.at(-1)!.get('site')).toBe('fra1'));
  expect(router.state.location.search).toBe('?status=offline&site=fra1');
});

test('more rows are read from where the first ended', async () => {
  server.use(
    http.get('*/api/inventory/devices', ({ request }) => {
      const second = new URL(request.url).searchParams.get('offset') === '1';
      return rows([second ? device({ id: 13, name: 'fra1-leaf02' }) : device()], { total: 2 });
    }),
  );
  const { user } = open('/inventory/devices');
  expect(await screen.findByText('1 of 2')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Show more' }));

  expect(await screen.findByRole('link', { name: 'fra1-leaf02' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument();
});

test('while NetBox is away, what was read stays, grey, with the reason', async () => {
  const { copy } = netBox();
  serveNetBox(netBox({ reachable: false, reason: 'Token expired', copy: { ...copy!, trouble: 'Token expired', troubled_at: new Date().toISOString() } }));
  server.use(http.get('*/api/inventory/devices', () => rows([device()], { trouble: 'Token expired' })));
  open('/inventory/devices');
  const row = await screen.findByRole('link', { name: 'fra1-leaf01' });

  expect(row.closest('[data-old]')).not.toBeNull();
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('Token expired');
  expect(alert).toHaveTextContent(/What you see was read \d+ s ago/);
});

test('trouble that was before the last reading is over', async () => {
  const { copy } = netBox();
  serveNetBox(netBox({ copy: { ...copy!, trouble: 'Token expired', troubled_at: new Date(Date.now() - 60_000).toISOString() } }));
  open('/inventory/devices');
  await screen.findByRole('link', { name: /^NetBox, read \d+ s ago$/ });

  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

test('a NetBox without devices, a filter that lets none through and a list that cannot be read are told apart', async () => {
  devices = [];
  const first = open('/inventory/devices');
  expect(await screen.findByText('NetBox has no devices')).toBeVisible();
  first.unmount();

  const { user, unmount } = open('/inventory/devices?q=spine');
  expect(await screen.findByText('No device matches')).toBeVisible();
  await user.click(screen.getAllByRole('button', { name: 'Clear filters' }).at(-1)!);
  expect(await screen.findByText('NetBox has no devices')).toBeVisible();
  unmount();

  const reason = 'NetBox: it refuses the token';
  server.use(
    http.get('*/api/inventory/devices', () => refuse(problem({ type: 'urn:direttore:problem:upstream', title: 'NetBox', status: 502, detail: reason }))),
  );
  open('/inventory/devices');
  expect(await screen.findByText('Cannot load the devices')).toBeVisible();
  expect(screen.getByText(new RegExp(reason))).toBeVisible();
  expect(screen.queryByText('NetBox has no devices')).not.toBeInTheDocument();
});

test('without a NetBox, the page says how to set one', async () => {
  serveNetBox({ reachable: false, reason: 'no NetBox is set (NETBOX_URL)', simulated: false, writes: false, copy: null });
  open('/inventory/devices');

  expect(await screen.findByText('No NetBox is set')).toBeVisible();
  expect(screen.getByText(/Set NETBOX_URL and NETBOX_TOKEN/)).toBeVisible();
});

test('prefixes are a tree whose branches are folded in the address', async () => {
  const within10 = prefix({ id: 5, prefix: '10.10.0.0/16', children: 1, gateway: null, gateway_source: null, utilization: { percent: 50, of: 'prefixes' } });
  server.use(
    http.get('*/api/inventory/prefixes', () => rows([within10, prefix(), prefix({ id: 6, prefix: '2001:db8::/32', family: 6 })])),
    http.get('*/api/inventory/prefixes/4/available', () =>
      rows({ prefix: '10.10.0.0/24', vrf: 'global', gateway: null, gateway_source: null, dns_servers: null, addresses: ['10.10.0.12/24'], none_because: null }),
    ),
  );
  const { user, router } = open('/inventory/prefixes');
  const table = await screen.findByRole('table', { name: 'Prefixes' });
  const row = within(table).getByRole('row', { name: /10\.10\.0\.0\/24/ });
  expect(row).toHaveTextContent('Level 2');
  expect(row).toHaveTextContent('10.10.0.1 From role vrrp');
  expect(within(row).getByRole('meter', { name: 'Addresses' })).toHaveAttribute('aria-valuetext', expect.stringContaining('12.5 %'));
  expect(within(table).getByRole('row', { name: /2001:db8::/ })).toHaveTextContent('Level 1');
  expect(within(table).getByRole('row', { name: /10\.10\.0\.0\/16/ })).toHaveTextContent('Not known');
  await user.click(within(row).getByRole('button', { name: 'Next free address of 10.10.0.0/24' }));
  expect(await within(row).findByText('10.10.0.12/24')).toBeVisible();

  await user.click(within(table).getByRole('button', { name: 'Prefixes within 10.10.0.0/16' }));

  expect(router.state.location.search).toBe('?folded=5');
  expect(within(table).queryByText('10.10.0.0/24')).not.toBeInTheDocument();
  expect(within(table).getByText('2001:db8::/32')).toBeVisible();
  await expectAccessible();
});

test('an address leads to its place in the grid of its prefix and to the device that has it', async () => {
  server.use(http.get('*/api/inventory/ip-addresses', () => rows([address(), address({ id: 22, address: '10.10.0.11/24', assigned_to: null })])));
  open('/inventory/addresses?prefix_id=4');
  const table = await screen.findByRole('table', { name: 'Addresses' });

  expect(within(table).getByRole('link', { name: '10.10.0.10/24' })).toHaveAttribute('href', '/inventory/prefixes/4?ip=10.10.0.10');
  expect(within(table).getByRole('link', { name: 'fra1-leaf01 xe-0/0/1' })).toHaveAttribute('href', '/inventory/devices/12');
  expect(within(table).getByRole('row', { name: /10\.10\.0\.11/ })).toHaveTextContent('Not assigned');
});

test('no link leads to the simulated NetBox, which has no pages', async () => {
  serveNetBox(netBox({ simulated: true }));
  open('/inventory/devices');
  const table = await screen.findByRole('table', { name: 'Devices' });

  expect(within(table).getByRole('link', { name: 'fra1-leaf01' })).toBeInTheDocument();
  expect(await screen.findByText(/^NetBox, read/)).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: /NetBox/ })).not.toBeInTheDocument();
});

test('each device says who has it, until when, and who is next', async () => {
  devices = [device(), device({ id: 13, name: 'fra1-leaf02' })];
  const next = use({ reservation: 19, title: 'BGP lesson', from: '2099-01-01T10:00:00Z', until: '2099-01-01T11:00:00Z' });
  serveNetBox(undefined, [{ id: 12, now: [use()], next, allocation: null }]);

  open('/inventory/devices');

  const row = (await screen.findByRole('link', { name: 'fra1-leaf01' })).closest<HTMLElement>('[role=row]')!;
  expect(await within(row).findByRole('link', { name: 'OSPF lesson, bob' })).toHaveAttribute('href', '/reservations/18');
  expect(row).toHaveTextContent(/OSPF lesson, bob until .*next BGP lesson, bob from .*2099/);
  const other = screen.getByRole('link', { name: 'fra1-leaf02' }).closest<HTMLElement>('[role=row]')!;
  expect(within(other).getByText('Nobody has it')).toBeVisible();
});

test('who has a device is not known while that cannot be read', async () => {
  server.use(
    http.get('*/api/inventory/held', () =>
      refuse(problem({ type: 'urn:direttore:problem:database-away', title: 'The database is away', status: 503, detail: 'Away.' })),
    ),
  );

  open('/inventory/devices');

  expect(await screen.findByText('Not known who has it')).toBeVisible();
});

test('an address says by whom it was taken, and for which guest', async () => {
  const allocation = {
    id: '0198c0de-5b1c-7000-8000-000000000061',
    address: '10.10.0.10/24',
    prefix_id: 4,
    address_id: 21,
    description: 'pc-1',
    state: 'used' as const,
    owner: 'ana',
    created: '2026-03-01T09:00:00Z',
    until: null,
    guest: { type: 'lxc' as const, node: 'pve1', vmid: 104, nic: 0 },
    reservation: 18,
  };
  serveNetBox(undefined, [{ id: 21, now: [], next: null, allocation }]);
  server.use(http.get('*/api/inventory/ip-addresses', () => rows([address()])));

  open('/inventory/addresses');

  expect(await screen.findByText(/Container 104 of ana/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'reservation 18' })).toHaveAttribute('href', '/reservations/18');
});
