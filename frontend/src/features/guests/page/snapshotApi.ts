import { api, body } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import type { GuestName } from '@/shared/api/types';

export type Snapshots = components['schemas']['Snapshots'];
export type Snapshot = components['schemas']['Snapshot'];

const header = { Prefer: 'wait=0' };
const unless = (wait: boolean) => (wait ? {} : { wait_for_lock: false });
const of = ({ node, vmid }: GuestName) => ({ node, vmid });

export const listSnapshots = (guest: GuestName, signal: AbortSignal) => {
  const init = { params: { path: of(guest) }, signal };
  return body(
    guest.kind === 'vms' ? api.GET('/api/proxmox/nodes/{node}/vms/{vmid}/snapshots', init) : api.GET('/api/proxmox/nodes/{node}/lxc/{vmid}/snapshots', init),
  );
};

export const takeSnapshot = (guest: GuestName, wish: { name: string; description: string; ram?: boolean }, wait: boolean) => {
  const init = { params: { path: of(guest), header }, body: { ...wish, ...unless(wait) } };
  return body(
    guest.kind === 'vms' ? api.POST('/api/proxmox/nodes/{node}/vms/{vmid}/snapshots', init) : api.POST('/api/proxmox/nodes/{node}/lxc/{vmid}/snapshots', init),
  );
};

export const rollBack = (guest: GuestName, snapshot: string, start: boolean, wait: boolean) => {
  const init = { params: { path: { ...of(guest), snapshot }, header }, body: { start, ...unless(wait) } };
  return body(
    guest.kind === 'vms'
      ? api.POST('/api/proxmox/nodes/{node}/vms/{vmid}/snapshots/{snapshot}/rollback', init)
      : api.POST('/api/proxmox/nodes/{node}/lxc/{vmid}/snapshots/{snapshot}/rollback', init),
  );
};

export const removeSnapshot = (guest: GuestName, snapshot: string, wait: boolean) => {
  const init = { params: { path: { ...of(guest), snapshot }, header, query: unless(wait) } };
  return body(
    guest.kind === 'vms'
      ? api.DELETE('/api/proxmox/nodes/{node}/vms/{vmid}/snapshots/{snapshot}', init)
      : api.DELETE('/api/proxmox/nodes/{node}/lxc/{vmid}/snapshots/{snapshot}', init),
  );
};
