import type { Room } from '@/shared/api/types';

/** A size of guests; memory and disk in bytes. */
export type Size = { cores: number; memory: number; disk: number };

export type Bound = 'cores' | 'memory' | 'storage' | 'full' | 'silent' | 'size';

/** How many guests of a size there is room for, what stops one more, and how many nodes nothing is known of. */
export type Left = { count: number; bound: Bound; silent: number };

const left = ({ promised, limit }: { promised: number; limit: number }) => Math.max(0, limit - promised);
const times = (room: number, one: number) => Math.floor(room / one + 1e-9);

/** What a node's processors and memory allow, and which of the two ends first. */
function compute(room: Room, size: Size): { count: number; bound: Bound } {
  if (room.full) {
    return { count: 0, bound: 'full' };
  }
  if (room.maxcpu < size.cores) {
    // Proxmox starts no guest with more processors than its node has.
    return { count: 0, bound: 'size' };
  }
  const cores = times(left(room.cores), size.cores);
  const memory = times(left(room.memory), size.memory);
  return cores < memory ? { count: cores, bound: 'cores' } : { count: memory, bound: 'memory' };
}

/**
 * How many more guests of a size the cluster can promise. Storages of a node's own take what it can, then those that
 * nodes share, each of which has its room once. Nodes that do not tell are left out.
 */
export function roomFor(rooms: Room[], size: Size): Left {
  const known = rooms.filter(({ silent }) => silent === null);
  const shared = new Map<string, number>();
  const bounds = new Map<Bound, number>();
  let count = 0;
  for (const room of known) {
    for (const { storage, avail, shared: isShared } of room.storages) {
      if (isShared && !shared.has(storage)) {
        shared.set(storage, times(avail, size.disk));
      }
    }
  }
  for (const room of known) {
    const { count: most, bound } = compute(room, size);
    const own = room.storages.filter((each) => !each.shared).reduce((sum, { avail }) => sum + times(avail, size.disk), 0);
    let placed = Math.min(most, own);
    for (const { storage, shared: isShared } of room.storages) {
      if (isShared) {
        const taken = Math.min(most - placed, shared.get(storage) ?? 0);
        shared.set(storage, (shared.get(storage) ?? 0) - taken);
        placed += taken;
      }
    }
    count += placed;
    const met: Bound = placed < most ? 'storage' : bound;
    bounds.set(met, (bounds.get(met) ?? 0) + 1);
  }
  const [bound = 'silent'] = [...bounds].sort(([, a], [, b]) => b - a)[0] ?? [];
  return { count, bound, silent: rooms.length - known.length };
}
