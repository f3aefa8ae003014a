import { allOperations } from '@/features/operations/api';
import { before, remember } from '@/features/operations/work/mine';
import { api, body } from '@/shared/api/client';
import { problemOf } from '@/shared/api/problem';
import { whenSignedOut } from '@/shared/api/signedOut';
import { type Guest, kindOf, type Operation } from '@/shared/api/types';
import type { Action } from './allowed';

export type Target = Pick<Guest, 'node' | 'type' | 'vmid' | 'name'> & {
  /** The operation that has to end before. */
  overrules?: string | undefined;
};
export type Options = { timeout?: number; force_stop?: boolean; force?: boolean; wait_for_lock?: boolean };

export type Item = {
  guest: Target;
  operation: string | null;
  outcome: 'ordering' | 'ordered' | 'succeeded' | 'failed';
  /** Why it failed. */
  reason: string | null;
};

export type Bulk = { action: Action; options: Options; items: Item[]; begun: number };

const AT_ONCE = 6;
const LOOK = 700;

let current: Bulk | null = null;
const watchers = new Set<() => void>();

export const bulkStore = {
  current: () => current,
  watch: (watcher: () => void) => {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  },
  clear: () => set(null),
};

// Whoever signs in next did not order it.
whenSignedOut(bulkStore.clear);

function set(next: Bulk | null) {
  current = next;
  watchers.forEach((watcher) => watcher());
}

function change(of: Bulk, vmid: number, item: Partial<Item>): Bulk {
  const next = { ...of, items: of.items.map((each) => (each.guest.vmid === vmid ? { ...each, ...item } : each)) };
  if (current?.begun === of.begun) {
    set(next);
  }
  return next;
}

/** Orders an action on one guest. */
export async function order(action: Action, { node, type, vmid }: Target, options: Options = {}) {
  const init = { params: { path: { node, vmid, action }, header: { Prefer: 'wait=0' } }, body: options };
  const accepted = await body(
    kindOf(type) === 'vms' ? api.POST('/api/proxmox/nodes/{node}/vms/{vmid}/{action}', init) : api.POST('/api/proxmox/nodes/{node}/lxc/{vmid}/{action}', init),
  );
  return accepted;
}

const wait = (millis: number) => new Promise((done) => setTimeout(done, millis));

type Means = {
  /** Hears of each order. */
  told: () => void;
  /** Cancels an operation and waits for its end. */
  end: (operation: string) => Promise<Operation>;
};

/** Orders an action on many guests, a few at a time, and follows them to their ends. */
export async function startBulk(action: Action, guests: Target[], options: Options, { told, end }: Means): Promise<void> {
  let bulk: Bulk = { action, options, begun: Date.now(), items: guests.map((guest) => ({ guest, operation: null, outcome: 'ordering', reason: null })) };
  set(bulk);
  const queue = [...guests];
  const lane = async () => {
    for (let guest = queue.shift(); guest; guest = queue.shift()) {
      try {
        const overruled = guest.overrules === undefined ? undefined : await end(guest.overrules);
        if (overruled?.kind === 'shutdown' && overruled.status === 'succeeded') {
          bulk = change(bulk, guest.vmid, { operation: overruled.id, outcome: 'succeeded' });
          continue;
        }
        const { operation } = await order(action, guest, options);
        if (guests.length === 1) {
          remember(operation);
        }
        bulk = change(bulk, guest.vmid, { operation, outcome: 'ordered' });
      } catch (error) {
        bulk = change(bulk, guest.vmid, { outcome: 'failed', reason: problemOf(error).detail });
      }
      told();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  while (bulk.items.some(({ outcome }) => outcome === 'ordered') && current?.begun === bulk.begun) {
    await wait(LOOK);
    bulk = settle(bulk, await ended(bulk));
  }
}

/** The operations of the bulk that have ended, by id; none when they cannot be read now. */
async function ended(bulk: Bulk): Promise<Map<string, Operation>> {
  try {
    const operations = await allOperations({ active: false, since: before(bulk.begun) });
    return new Map(operations.map((operation) => [operation.id, operation]));
  } catch {
    // The next look may find them.
    return new Map();
  }
}

function settle(bulk: Bulk, known: Map<string, Operation>): Bulk {
  let next = bulk;
  for (const { guest, operation, outcome } of bulk.items) {
    const end = operation === null || outcome !== 'ordered' ? undefined : known.get(operation);
    if (end) {
      const good = end.status === 'succeeded';
      next = change(next, guest.vmid, { outcome: good ? 'succeeded' : 'failed', reason: good ? null : (end.error?.message ?? end.status) });
    }
  }
  return next;
}
