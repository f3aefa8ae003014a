import { screen, within } from '@testing-library/react';
import { http } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import type { AvailableAddresses, PrefixPage } from '@/shared/api/types';
import { problem } from '@/shared/test/cluster';
import { refuse, server } from '@/shared/test/server';
import { address, prefix, rows, serveNetBox, use } from './test/netbox';

const free: AvailableAddresses = {
  prefix: '10.10.0.0/24',
  vrf: 'global',
  gateway: '10.10.0.1',
  gateway_source: { from: 'role', name: 'vrrp' },
  dns_servers: null,
  addresses: ['10.10.0.12/24'],
  none_because: null,
};
const range = { id: 2, start: '10.10.0.100/24', end: '10.10.0.109/24', status: 'reserved', role: 'DHCP', description: '', given: false, url: 'https://nb/2/' };
let page: PrefixPage = { prefix: prefix(), parents: [], children: [], ranges: [] };
let blocks: (string | null)[] = [];

beforeEach(() => {
  page = {
    prefix: prefix(),
    parents: [prefix({ id: 5, prefix: '10.10.0.0/16' })],
    children: [prefix({ id: 7, prefix: '10.10.0.128/28' })],
    ranges: [range],
  };
  blocks = [];
  serveNetBox();
  server.use(
    http.get('*/api/inventory/prefixes/4', () => rows(page)),
    http.get('*/api/inventory/prefixes/4/available', () => rows(free)),
    http.get('*/api/inventory/ip-addresses', ({ request }) => {
      const { searchParams } = new URL(request.url);
      blocks.push(searchParams.get('prefix'));
      expect(searchParams.get('prefix_id')).toBe('4');
      return rows([address(), address({ id: 22, address: '10.10.0.11/24', status: 'reserved', assigned_to: null, dns_name: '', description: 'for Ana' })]);
    }),
  );
});

const cell = (name: RegExp) => screen.findByRole('gridcell', { name });

test('the grid says of each address what it is and who has it', async () => {
  open('/inventory/prefixes/4');

  expect(await screen.findByRole('grid', { name: 'Addresses of 10.10.0.0/24' })).toBeVisible();
  expect(screen.getAllByRole('gridcell')).toHaveLength(256);
  expect(await cell(/^10\.10\.0\.0, Network address$/)).toBeVisible();
  expect(await cell(/^10\.10\.0\.1, Gateway$/)).toBeVisible();
  expect(await cell(/^10\.10\.0\.10, Used, fra1-leaf01 xe-0\/0\/1$/)).toBeVisible();
  expect(await cell(/^10\.10\.0\.11, Reserved, for Ana$/)).toBeVisible();
  expect(await cell(/^10\.10\.0\.12, Free$/)).toBeVisible();
  expect(await cell(/^10\.10\.0\.109, In a range$/)).toBeVisible();
  expect(await cell(/^10\.10\.0\.110, Free$/)).toBeVisible();
  expect(await cell(/^10\.10\.0\.128, In a prefix within$/)).toBeVisible();
  expect(await cell(/^10\.10\.0\.255, Broadcast address$/)).toBeVisible();
  expect(screen.getByText('Reserved: 1')).toBeVisible();
  await expectAccessible();
});

test('the keys go through the grid, and the chosen address says who has it, in the address too', async () => {
  const { user, router } = open('/inventory/prefixes/4');
  (await cell(/^10\.10\.0\.0,/)).focus();
  await user.keyboard('{End}');
  expect(await cell(/^10\.10\.0\.15,/)).toHaveFocus();
  await user.keyboard('{ArrowDown}{Home}{ArrowUp}');
  expect(await cell(/^10\.10\.0\.0,/)).toHaveFocus();
  await user.keyboard('{ArrowUp}{ArrowLeft}');
  expect(await cell(/^10\.10\.0\.0,/)).toHaveFocus();
  await user.keyboard('{Control>}{End}{/Control}');
  expect(await cell(/^10\.10\.0\.255,/)).toHaveFocus();
  await user.keyboard('{Control>}{Home}{/Control}{ArrowRight>10/}{Enter}');

  const shown = within(screen.getByRole('region', { name: 'Who has it' }));
  expect(await shown.findByRole('link', { name: 'fra1-leaf01 xe-0/0/1' })).toHaveAttribute('href', '/inventory/devices/12');
  expect(shown.getByText('leaf01.lab.example')).toBeVisible();
  expect(router.state.location.search).toBe('?ip=10.10.0.10');
  expect(await cell(/^10\.10\.0\.10,/)).toHaveAttribute('aria-selected', 'true');
  expect(screen.getAllByRole('gridcell').filter((each) => each.tabIndex === 0)).toEqual([await cell(/^10\.10\.0\.10,/)]);
});

test('of a wide prefix, a /24 is shown at a time', async () => {
  page = { prefix: prefix({ prefix: '10.10.0.0/22' }), parents: [], children: [], ranges: [] };
  const { user, router } = open('/inventory/prefixes/4?ip=10.10.2.9');
  expect(await screen.findByText('10.10.2.0/24 (3 of 4)')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Part after' }));

  expect(await screen.findByRole('grid', { name: 'Addresses of 10.10.3.0/24' })).toBeVisible();
  expect(router.state.location.search).toBe('?ip=10.10.3.0');
  expect(screen.getByRole('button', { name: 'Part after' })).toBeDisabled();
  expect(blocks).toEqual(['10.10.2.0/24', '10.10.3.0/24']);
});

test('the gateway is shown with where it is from, and the next free address with its mask', async () => {
  open('/inventory/prefixes/4');
  const facts = await screen.findByRole('table', { name: 'Facts' });

  expect(facts).toHaveTextContent('10.10.0.1 From role vrrp');
  expect(await within(facts).findByText('10.10.0.12/24')).toBeVisible();
  expect(within(screen.getByRole('navigation', { name: 'Prefixes around it' })).getByRole('link', { name: '10.10.0.0/16' })).toHaveAttribute(
    'href',
    '/inventory/prefixes/5',
  );
});

test('why there is no free address is said', async () => {
  server.use(http.get('*/api/inventory/prefixes/4/available', () => rows({ ...free, addresses: [], none_because: 'It is a container.' })));
  open('/inventory/prefixes/4');

  expect(await screen.findByText('It is a container.')).toBeVisible();
});

test('a prefix that is not there says so', async () => {
  server.use(
    http.get('*/api/inventory/prefixes/4', () =>
      refuse(problem({ type: 'urn:direttore:problem:not-found', title: 'Not found', status: 404, detail: 'prefix 4' })),
    ),
  );
  open('/inventory/prefixes/4');

  expect(await screen.findByRole('heading', { name: 'NetBox has no such prefix' })).toBeVisible();
});

test('what reservations have is shown, in the grid and of the chosen address', async () => {
  const later = { from: '2099-01-01T10:00:00Z', until: '2099-01-01T11:00:00Z' };
  serveNetBox(undefined, [], {
    claims: [
      { first: '10.10.0.20', last: '10.10.0.21', by: use() },
      { first: '10.10.0.21', last: '10.10.0.21', by: use({ reservation: 19, title: 'BGP lesson', requester: null, ...later }) },
    ],
    allocations: [],
  });

  const { user } = open('/inventory/prefixes/4');

  expect(await cell(/^10\.10\.0\.20, Claimed, OSPF lesson$/)).toBeVisible();
  await user.click(await cell(/^10\.10\.0\.21, Claimed, OSPF lesson$/));
  const chosen = within(screen.getByRole('region', { name: 'Who has it' }));
  expect(chosen.getByRole('link', { name: 'OSPF lesson, bob' })).toHaveAttribute('href', '/reservations/18');
  expect(chosen.getByRole('link', { name: 'BGP lesson' })).toHaveAttribute('href', '/reservations/19');
  expect(screen.getByText('Claimed: 2')).toBeVisible();
});

test('what is not known of reservations is said, beside what NetBox has', async () => {
  server.use(
    http.get('*/api/inventory/prefixes/4/held', () =>
      refuse(problem({ type: 'urn:direttore:problem:database-away', title: 'The database is away', status: 503, detail: 'Away.' })),
    ),
  );

  open('/inventory/prefixes/4');

  expect(await screen.findByText('Who has reserved what cannot be read now.')).toBeVisible();
  expect(await cell(/^10\.10\.0\.10, Used/)).toBeVisible();
});
