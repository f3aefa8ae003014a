import { http, HttpResponse } from 'msw';
import type { HeldObject, HeldOfPrefix, InventoryFilters, IpAddress, NetBoxDevice, NetBoxStatus, Prefix } from '@/shared/api/types';
import { server } from '@/shared/test/server';

const nothing: InventoryFilters = {
  sites: [{ slug: 'fra1', name: 'FRA1' }],
  device_roles: [],
  platforms: [],
  roles: [],
  vlan_groups: [],
  vrfs: [],
  tags: [],
  device_statuses: [],
  prefix_statuses: [],
  address_statuses: [],
  address_roles: [],
  vlan_statuses: [],
};

/** A NetBox that answers and was read 20 seconds ago, unless told otherwise. */
export const netBox = (change: Partial<NetBoxStatus> = {}): NetBoxStatus => ({
  reachable: true,
  version: '4.7.3',
  url: 'https://netbox.example',
  simulated: false,
  writes: true,
  copy: {
    read_at: new Date(Date.now() - 20_000).toISOString(),
    compared_at: new Date(Date.now() - 3_600_000).toISOString(),
    trouble: null,
    troubled_at: null,
    devices: 1,
    prefixes: 3,
    ip_addresses: 4,
    vlans: 1,
  },
  ...change,
});

export const device = (change: Partial<NetBoxDevice> = {}): NetBoxDevice => ({
  id: 12,
  display: 'fra1-leaf01',
  name: 'fra1-leaf01',
  display_url: 'https://netbox.example/dcim/devices/12/',
  status: { value: 'active', label: 'Active' },
  site: { id: 1, display: 'FRA1', slug: 'fra1' },
  ...change,
});

export const prefix = (change: Partial<Prefix> = {}): Prefix => ({
  id: 4,
  prefix: '10.10.0.0/24',
  family: 4,
  status: 'active',
  vrf: 'global',
  description: '',
  site: 'FRA1',
  role: null,
  tags: [],
  gateway: '10.10.0.1',
  gateway_source: { from: 'role', name: 'vrrp' },
  dns_servers: null,
  custom_fields: {},
  site_slug: 'fra1',
  vlan: null,
  is_pool: false,
  mark_utilized: false,
  utilization: { percent: 12.5, of: 'addresses' },
  depth: 0,
  children: 0,
  url: 'https://netbox.example/ipam/prefixes/4/',
  ...change,
});

export const address = (change: Partial<IpAddress> = {}): IpAddress => ({
  id: 21,
  address: '10.10.0.10/24',
  family: 4,
  dns_name: 'leaf01.lab.example',
  description: '',
  status: 'active',
  vrf: 'global',
  tags: [],
  prefix_gateway: '10.10.0.1',
  custom_fields: {},
  role: null,
  tenant: null,
  prefix: '10.10.0.0/24',
  prefix_id: 4,
  assigned_to: { kind: 'device', id: 12, name: 'fra1-leaf01', interface: 'xe-0/0/1' },
  url: 'https://netbox.example/ipam/ip-addresses/21/',
  ...change,
});

/** Answers with rows of the copy, as a page of so many. */
export const rows = <Row extends object>(all: Row[] | Row, { total = Array.isArray(all) ? all.length : 1, trouble = '' } = {}) =>
  HttpResponse.json(all, { headers: { 'X-Total-Count': String(total), 'X-Snapshot-Age': '20', ...(trouble && { 'X-Snapshot-Trouble': trouble }) } });

/** What a reservation has, from an hour ago until in an hour. */
export const use = (change: Partial<HeldObject['now'][number]> = {}): HeldObject['now'][number] => ({
  reservation: 18,
  title: 'OSPF lesson',
  requester: 'bob',
  from: new Date(Date.now() - 3_600_000).toISOString(),
  until: new Date(Date.now() + 3_600_000).toISOString(),
  start_dt: new Date(Date.now() - 3_600_000).toISOString(),
  end_dt: new Date(Date.now() + 3_600_000).toISOString(),
  whole: true,
  cores: null,
  memory: null,
  disk: null,
  vms: null,
  lxc: null,
  kind: 'booking',
  mine: false,
  ...change,
});

/** Serves how it stands with NetBox, what lists can be filtered by, and who has what. */
export const serveNetBox = (status: NetBoxStatus = netBox(), held: HeldObject[] = [], heldOfPrefix: HeldOfPrefix = { claims: [], allocations: [] }) =>
  server.use(
    http.get('*/api/inventory/netbox-status', () => HttpResponse.json(status)),
    http.get('*/api/inventory/filters', () => HttpResponse.json(nothing)),
    http.get('*/api/inventory/held', () => HttpResponse.json(held)),
    http.get('*/api/inventory/prefixes/:id/held', () => HttpResponse.json(heldOfPrefix)),
  );
