import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import { allocation, asked, held, serveAddresses, vlan } from '@/features/inventory/test/allocations';
import { netBox, prefix, serveNetBox } from '@/features/inventory/test/netbox';
import type { Draft, Nic } from '@/features/provision/draft';
import { clone, container, field, fill, heading, kept, next, sent, serveWizard } from '@/features/provision/test/wizard';
import type { NetBoxStatus } from '@/shared/api/types';
import { me, problem } from '@/shared/test/cluster';
import { refuse, server } from '@/shared/test/server';
import { prefixOf, vlanOf } from './held';

const lab = prefix({ prefix: '10.10.0.0/24', dns_servers: '10.10.0.53', vlan: { id: 7, vid: 130, name: 'lab' } });
const all = [
  lab,
  prefix({ id: 1, prefix: '10.0.0.0/8', status: 'container', children: 3, utilization: { percent: 4, of: 'prefixes' } }),
  prefix({ id: 5, prefix: '10.20.0.0/24', utilization: { percent: 100, of: 'addresses' } }),
  prefix({ id: 6, prefix: '10.30.0.0/24', gateway: null, gateway_source: null }),
];

beforeEach(() => {
  serveWizard();
  serveNetBox();
  serveAddresses(all);
});
afterEach(async () => {
  vi.useRealTimers();
  cleanup();
  // What a page held goes with it.
  await waitFor(() => expect(held.size).toBe(0));
});

const net0 = () => within(screen.getByRole('group', { name: 'net0' }));
const holding = (change: Partial<Nic>, draft: Draft = container): Draft => ({ ...draft, nics: [{ ...draft.nics[0]!, ipMode: 'netbox', ...change }] });
const chosen = (draft: Draft = container) => holding({ from: { prefix: prefixOf(lab), held: null } }, draft);

/** A draft with an address that stands, or not. */
function heldDraft(stands = true) {
  const { id, address } = allocation(41, '10.10.0.41/24');
  if (stands) {
    held.set(id, allocation(41, '10.10.0.41/24'));
  }
  return holding({ gw: '10.10.0.1', from: { prefix: prefixOf(lab), held: { id, address, lost: false } } });
}

async function at(draft: Draft) {
  const opened = open(kept(4, draft));
  await heading('Step 4 of 6: Node and network');
  await screen.findByRole('group', { name: 'net0' });
  return opened;
}

test('an address is found by its VLAN, held, filled in with where its gateway is from, and ordered', async () => {
  const { user, router } = await at(container);
  await user.selectOptions(net0().getByLabelText('IPv4'), 'netbox');
  await user.click(net0().getByRole('combobox', { name: 'VLAN in NetBox' }));
  await user.click(await screen.findByRole('option', { name: /130 lab \(FRA1\)/ }));
  await user.click(net0().getByRole('combobox', { name: 'IPv4 prefix' }));
  const options = await screen.findAllByRole('option', { name: /^10\./ });
  expect(options.map(({ textContent, dataset }) => [textContent, dataset.comboboxDisabled === 'true'])).toEqual([
    ['10.10.0.0/2412.5 % used130 lab · FRA1', false],
    ['10.0.0.0/84 % in prefixesFRA1. A container: choose a prefix within it.', true],
    ['10.20.0.0/24100 % usedFRA1. No address is free.', true],
    ['10.30.0.0/2412.5 % usedFRA1', false],
  ]);
  expect(screen.getByText('On VLAN 130 lab')).toBeVisible();
  await user.click(screen.getByRole('option', { name: /^10\.10\.0\.0\/24/ }));
  await user.click(next());
  expect(await screen.findByText(/Hold an address of it first\./, { selector: 'p, div' })).toBeVisible();
  expect(await net0().findByText('Next free: 10.10.0.61/24')).toBeVisible();
  expect(asked).toEqual([]);

  await user.click(net0().getByRole('button', { name: 'Hold the next free address of 10.10.0.0/24' }));

  expect(await net0().findByText('10.10.0.61/24 is held for you')).toBeVisible();
  expect(net0().getByText(/^In NetBox until/)).toBeVisible();
  expect(net0().getByLabelText('IPv4 gateway')).toHaveValue('10.10.0.1');
  expect(net0().getByText('From role vrrp in NetBox.')).toBeVisible();
  expect(field('DNS servers')).toHaveValue('10.10.0.53');
  expect(field('DNS servers')).toHaveAccessibleDescription('From NetBox, for 10.10.0.0/24.');
  await expectAccessible();
  await user.click(next());
  await heading('Step 5 of 6: Review');
  expect(screen.getByRole('row', { name: /net0/ })).toHaveTextContent('10.10.0.61/24 → 10.10.0.1, held in NetBox');
  await user.click(screen.getByRole('button', { name: 'Create' }));

  await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/operations\//));
  const id = [...held.keys()][0];
  expect(sent.at(-1)?.body).toMatchObject({
    dns: ['10.10.0.53'],
    nics: [{ ip: '10.10.0.61/24', gw: '10.10.0.1', ip6: null, allocations: [id] }],
  });
  // It is the guest's now.
  expect(asked).toEqual(['POST 4']);
  held.clear();
});

test('a bridge is suggested for the VLAN with its reason, and taken by hand alone', async () => {
  const { user } = await at({ ...container, nics: [{ ...container.nics[0]!, ipMode: 'netbox', on: vlanOf(vlan()) }] });

  expect(await net0().findByText('Suggested: vmbr0 with VLAN tag 130, as it carries VLANs.')).toBeVisible();
  expect(net0().getByLabelText('VLAN')).toHaveValue('');
  await user.click(net0().getByRole('button', { name: 'Use vmbr0 with VLAN tag 130' }));

  expect(net0().getByLabelText('VLAN')).toHaveValue('130');
  expect(net0().queryByText(/^Suggested/)).toBeNull();
});

test('another address is taken before the first is given back; what was typed stays', async () => {
  const { user } = await at({ ...heldDraft(), dns: '9.9.9.9' });
  fill(net0().getByLabelText('IPv4 gateway'), '10.10.0.254');
  await user.click(await net0().findByRole('button', { name: 'Take another address than 10.10.0.41/24' }));

  expect(await net0().findByText('10.10.0.61/24 is held for you')).toBeVisible();
  await waitFor(() => expect(asked.filter((each) => !each.startsWith('PATCH'))).toEqual(['POST 4', 'DELETE 41']));
  expect(net0().getByLabelText('IPv4 gateway')).toHaveValue('10.10.0.254');
  expect(net0().getByText('NetBox has 10.10.0.1, from role vrrp.')).toBeVisible();
  expect(field('DNS servers')).toHaveValue('9.9.9.9');
  await user.click(screen.getByRole('button', { name: 'Use 10.10.0.53' }));
  expect(field('DNS servers')).toHaveValue('10.10.0.53');
});

test.each([
  ['it is given back by hand', () => screen.getByRole('button', { name: 'Give 10.10.0.41/24 back' })],
  ['its network card is removed', () => screen.getByRole('button', { name: 'Remove net0' })],
  ['the wizard is left', () => screen.getAllByRole('link', { name: 'Dashboard' })[0]!],
])('an address is given back when %s', async (_, way) => {
  const { user } = await at(heldDraft());
  expect(await net0().findByText(/^In NetBox until/)).toBeVisible();

  await user.click(way());

  await waitFor(() => expect(asked.at(-1)).toBe('DELETE 41'));
  expect(held.size).toBe(0);
});

test('starting over gives it back; undone, it is said to be lost, and can be taken again', async () => {
  const { user } = await at(heldDraft());
  await net0().findByText(/^In NetBox until/);
  await user.click(screen.getByRole('button', { name: 'Start over' }));
  await waitFor(() => expect(held.size).toBe(0));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await heading('Step 1 of 6: Type');
  for (const step of ['2 of 6: Template', '3 of 6: Resources', '4 of 6: Node and network']) {
    await user.click(next());
    await heading(`Step ${step}`);
  }
  expect(await net0().findByText('10.10.0.41/24 is held for you no more')).toBeVisible();

  await user.click(net0().getByRole('button', { name: 'Take 10.10.0.41/24 again' }));

  expect(await net0().findByText('10.10.0.41/24 is held for you')).toBeVisible();
  expect(asked.at(-1)).toBe('POST 4 10.10.0.41/24');
});

test('a draft whose address was given back meanwhile says so, and is not ordered', async () => {
  open(kept(5, heldDraft(false)));

  expect(await screen.findByText('10.10.0.41/24 is held for you no more')).toBeVisible();
  expect(asked).toEqual(['PATCH 41']);
  await heading('Step 4 of 6: Node and network');
});

test('it is prolonged long before its end, also after a sleep', async () => {
  await at(heldDraft());
  await net0().findByText(/^In NetBox until/);
  expect(asked).toEqual(['PATCH 41']);
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: Date.now() + 14 * 60_000 });
  // Somebody comes back to the page: its clock starts anew.
  await waitFor(() => expect(asked).toEqual(['PATCH 41', 'PATCH 41']), { timeout: 3000 });
});

test('of a prefix without a gateway it is said that NetBox knows none, and none is filled in', async () => {
  const { user } = await at(holding({ from: { prefix: prefixOf(all[3]!), held: null } }));
  await user.click(await net0().findByRole('button', { name: /^Hold the next free/ }));

  expect(await net0().findByText('NetBox knows no gateway of 10.30.0.0/24.')).toBeVisible();
  expect(net0().getByLabelText('IPv4 gateway')).toHaveValue('');
});

test('an address of IPv6 is held beside one of IPv4', async () => {
  const six = prefix({ id: 9, prefix: '2001:db8::/64', family: 6, gateway: 'fe80::1', gateway_source: { from: 'tag', name: 'gateway' } });
  serveAddresses([six]);
  const draft = heldDraft();
  const { user } = await at({ ...draft, nics: [{ ...draft.nics[0]!, ip6Mode: 'netbox', from6: { prefix: prefixOf(six), held: null } }] });
  await user.click(await net0().findByRole('button', { name: 'Hold the next free address of 2001:db8::/64' }));
  expect(await net0().findByText('2001:db8::61/64 is held for you')).toBeVisible();
  expect(net0().getByLabelText('IPv6 gateway')).toHaveValue('fe80::1');
});

test.each<[string, NetBoxStatus, RegExp]>([
  ['none is set', { reachable: false, simulated: false, writes: false, copy: null }, /No NetBox is set up for this Direttore\./],
  ['it is away', netBox({ reachable: false, reason: 'Token expired.' }), /NetBox does not answer \(Token expired\)\./],
  ['nothing is written to it', netBox({ writes: false }), /NETBOX_WRITE is off\./],
])('where %s, the wizard says why, and addresses are filled in by hand', async (_, status, why) => {
  serveNetBox(status);
  const { user } = await at(clone);

  expect(await screen.findByText(why)).toHaveTextContent('Addresses can be filled in by hand.');
  expect(
    net0()
      .getAllByRole('option', { name: 'From NetBox' })
      .map((option) => (option as HTMLOptionElement).disabled),
  ).toEqual([true, true]);
  await user.selectOptions(net0().getByLabelText('IPv4'), 'static');
  fill(net0().getByLabelText(/^IPv4 address/), '10.0.0.5/24');
  await user.click(next());
  await heading('Step 5 of 6: Review');
});

test('what NetBox refuses to hold is told in its words', async () => {
  server.use(
    http.post('*/api/inventory/prefixes/:id/allocate', () =>
      refuse(problem({ type: 'urn:direttore:problem:upstream', title: 'NetBox failed', status: 502, detail: 'permission denied' })),
    ),
  );
  const { user } = await at(chosen());
  await user.click(await net0().findByRole('button', { name: /^Hold the next free/ }));

  expect(await net0().findByRole('alert')).toHaveTextContent('permission denied');
});

test('for a reservation, each machine gets an address of the prefix', async () => {
  server.use(
    http.get('*/api/session', () => HttpResponse.json(me({ rights: [...me().rights, 'book'] }))),
    http.post('*/api/reservations', () => HttpResponse.json({})),
  );
  const draft = chosen();
  const start = '2099-03-01T09:00' as Draft['slot']['start'];
  const end = '2099-03-01T12:00' as Draft['slot']['end'];
  const { user } = await at({
    ...draft,
    nics: [{ ...draft.nics[0]!, on: vlanOf(vlan()) }],
    slot: { ...draft.slot, when: 'reserved', start, end, zone: 'Europe/Rome' },
  });
  expect(await net0().findByText(/^Each machine gets an address of 10\.10\.0\.0\/24 when it is made\. 200 are free now\. Gateway: 10\.10\.0\.1/)).toBeVisible();
  expect(net0().queryByRole('button', { name: /^Hold/ })).not.toBeInTheDocument();
  await user.click(next());
  await heading('Step 5 of 6: Review');
  expect(screen.getByRole('row', { name: /net0/ })).toHaveTextContent('An address of 10.10.0.0/24');
  expect(screen.getAllByLabelText('The API call').at(-1)).toHaveTextContent('"ip": null, "ip6": null, "prefix": 4');
  expect(asked).toEqual([]);
});
