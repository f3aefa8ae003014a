import type { GuestName } from './types';

/** Lists of a cluster that events name as a whole. */
type Whole = 'nodes' | 'guests';

/** The guest that an event is about: its subject reads `cluster/node/type/vmid`. Of other forms nothing is known. */
export function guestIn(subject: string): GuestName | undefined {
  const [cluster, node, type, vmid, more] = subject.split('/');
  if (!cluster || !node || (type !== 'qemu' && type !== 'lxc') || !/^\d+$/.test(vmid ?? '') || more !== undefined) {
    return undefined;
  }
  return { node, kind: type === 'lxc' ? 'lxc' : 'vms', vmid: Number(vmid) };
}

/** Whether one of the subjects names that list: it reads `cluster/nodes` or `cluster/guests`. */
export const names = (subjects: Set<string>, whole: Whole): boolean => [...subjects].some((subject) => subject.split('/')[1] === whole);

/** The subjects that name every list there is. */
export const EVERY_WHOLE = (['nodes', 'guests'] satisfies Whole[]).map((whole) => `main/${whole}`);
