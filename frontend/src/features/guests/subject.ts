import type { GuestName } from '@/shared/api/types';

/** The guest that an event is about: its subject reads `node/type/vmid`. */
export function guestIn(subject: string): GuestName {
  const [node = '', type, vmid] = subject.split('/');
  return { node, kind: type === 'lxc' ? 'lxc' : 'vms', vmid: Number(vmid) };
}

export const vmidOf = (subject: string): number => guestIn(subject).vmid;
