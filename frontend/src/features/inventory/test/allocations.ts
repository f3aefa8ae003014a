import { http, HttpResponse } from 'msw';
import { rows } from '@/features/inventory/test/netbox';
import type { Allocation, AvailableAddresses, InventoryVlan, Prefix } from '@/shared/api/types';
import { problem } from '@/shared/test/cluster';
import { refuse, server } from '@/shared/test/server';

export const vlan = (change: Partial<InventoryVlan> = {}): InventoryVlan => ({
  id: 7,
  vid: 130,
  name: 'lab',
  status: 'active',
  site: 'FRA1',
  group: 'FRA1 VLANs',
  role: null,
  description: '',
  tags: [],
  custom_fields: {},
  site_slug: 'fra1',
  group_slug: 'fra1-vlans',
  prefixes: [{ id: 4, prefix: '10.10.0.0/24' }],
  url: 'https://netbox.example/ipam/vlans/7/',
  ...change,
});

/** What was asked for about addresses, such as `POST 4` and `DELETE …61`. */
export const asked: string[] = [];
/** The ids of those that are held. */
export const held = new Map<string, Allocation>();

const idOf = (number: number) => `0198c0de-5b1c-7000-8000-0000000000${number}`;
const gone = () => refuse(problem({ type: 'urn:direttore:problem:wrong-state', title: 'Wrong state', status: 409, detail: 'it is released' }));

export const allocation = (number: number, address: string, change: Partial<Allocation> = {}): Allocation => ({
  id: idOf(number),
  address,
  prefix_id: 4,
  address_id: number,
  description: 'web-1',
  state: 'held',
  owner: 'ada',
  created: new Date().toISOString(),
  until: new Date(Date.now() + 900_000).toISOString(),
  guest: null,
  reservation: null,
  ...change,
});

/** Serves prefixes, VLANs and the addresses that are held of the first of them. */
export function serveAddresses(prefixes: Prefix[], { vlans = [vlan()], free = 200 } = {}) {
  asked.length = 0;
  held.clear();
  let number = 60;
  const [first] = prefixes;
  const network = (first?.prefix ?? '').replace(/[^.:]*\/\d+$/, '');
  const length = first?.prefix.split('/')[1] ?? '';
  const available = (): AvailableAddresses => ({
    prefix: first?.prefix ?? '',
    vrf: 'global',
    gateway: first?.gateway ?? null,
    gateway_source: first?.gateway_source ?? null,
    dns_servers: first?.dns_servers ?? null,
    addresses: Array.from({ length: free }, (_, index) => `${network}${number + 1 + index}/${length}`),
    none_because: free === 0 ? 'No address is free.' : null,
  });
  server.use(
    http.get('*/api/inventory/vlans', () => rows(vlans)),
    http.get('*/api/inventory/prefixes', () => rows(prefixes)),
    http.get('*/api/inventory/prefixes/:id', ({ params }) => {
      const known = prefixes.find(({ id }) => String(id) === params.id);
      return known
        ? HttpResponse.json({ prefix: known, parents: [], children: [], ranges: [] })
        : refuse(problem({ type: 'urn:direttore:problem:not-found', title: 'Not there', status: 404, detail: 'there is no such prefix' }));
    }),
    http.get('*/api/inventory/prefixes/:id/available', () => HttpResponse.json(available())),
    http.post('*/api/inventory/prefixes/:id/allocate', async ({ request, params }) => {
      const { address, description } = (await request.json()) as { address?: string; description: string };
      asked.push(`POST ${String(params.id)}${address === undefined ? '' : ` ${address}`}`);
      number += 1;
      const taken = allocation(number, address ?? `${network}${number}/${length}`, { description });
      held.set(taken.id, taken);
      return HttpResponse.json(
        { id: number, address: taken.address, family: first?.family, prefix_gateway: first?.gateway ?? null, allocation: taken },
        { status: 201 },
      );
    }),
    http.patch('*/api/inventory/allocations/:id', async ({ request, params }) => {
      const id = String(params.id);
      asked.push(`PATCH ${id.slice(-2)}`);
      const known = held.get(id);
      const { until } = (await request.json()) as { until: string };
      return known ? HttpResponse.json({ ...known, until }) : gone();
    }),
    http.delete('*/api/inventory/allocations/:id', ({ params }) => {
      const id = String(params.id);
      asked.push(`DELETE ${id.slice(-2)}`);
      return held.delete(id) ? new HttpResponse(null, { status: 204 }) : gone();
    }),
  );
}
