import { http, HttpResponse } from 'msw';
import type { GuestDetail, History } from '@/shared/api/types';
import { guest } from './cluster';
import { server } from './server';

/** The detail of a VM that runs, unless told otherwise. */
export const detail = (change: Partial<GuestDetail> = {}): GuestDetail => ({
  vmid: 1042,
  name: 'web-1',
  node: 'pve1',
  type: 'qemu',
  status: 'running',
  template: false,
  lock: null,
  ha_managed: false,
  description: '',
  disks: [],
  config: {},
  current: {},
  ...change,
});

/** Serves a guest's own page: the guest in the list, its detail and an empty past. */
export function serveGuest(change: Partial<GuestDetail> = {}) {
  const it = detail(change);
  server.use(
    http.get('*/api/proxmox/guests', () => HttpResponse.json([guest({ vmid: it.vmid, name: it.name, node: it.node, type: it.type, status: it.status })])),
    http.get('*/api/proxmox/nodes/:node/:kind/:vmid', () => HttpResponse.json(it)),
    http.get('*/api/proxmox/nodes/:node/:kind/:vmid/history', () => HttpResponse.json({ timeframe: 'hour', points: [] } satisfies History)),
  );
}
