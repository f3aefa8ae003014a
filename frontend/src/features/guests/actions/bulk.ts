import { orderGroup, readGroup } from '@/features/groups/api';
import { groupTexts } from '@/features/groups/texts';
import { guestTexts } from '@/features/guests/texts';
import { allOperations } from '@/features/operations/api';
import { before, remember } from '@/features/operations/work/mine';
import { api, body, newKey } from '@/shared/api/client';
import { problemOf } from '@/shared/api/problem';
import { whenSignedOut } from '@/shared/api/signedOut';
import { type Group, type GroupMember, type Guest, kindOf, type Operation } from '@/shared/api/types';
import type { Action } from './allowed';
import { type Bulk, bulkStore, change, type Item, set, unfinished } from './bulkStore';
import { answered, notOrdered } from './unanswered';

export type Target = Pick<Guest, 'node' | 'type' | 'vmid' | 'name'> & {
  /** The operation that has to end before. */
  overrules?: string | undefined;
};
export type Options = { timeout?: number; force_stop?: boolean; force?: boolean; wait_for_lock?: boolean };

const AT_ONCE = 6;
const LOOK = 700;
const MOST = 200;

// Whoever signs in next did not order it.
whenSignedOut(bulkStore.clear);

/** Orders an action on one guest. */
export async function order(action: Action, { node, type, vmid }: Target, options: Options = {}) {
  const init = { params: { path: { node, vmid, action }, header: { Prefer: 'wait=0' } }, body: options };
  const accepted = await body(
    kindOf(type) === 'vms' ? api.POST('/api/proxmox/nodes/{node}/vms/{vmid}/{action}', init) : api.POST('/api/proxmox/nodes/{node}/lxc/{vmid}/{action}', init),
  );
  return accepted;
}

const wait = (millis: number) => new Promise((done) => setTimeout(done, millis));
const same = (bulk: Bulk) => bulkStore.current()?.begun === bulk.begun;

type Means = {
  /** Hears of each order. */
  told: () => void;
  /** Cancels an operation and waits for its end. */
  end: (operation: string) => Promise<Operation>;
};

/** Orders an action on guests, many as one group, and follows them to their ends. */
export async function startBulk(action: Action, guests: Target[], options: Options, { told, end }: Means): Promise<void> {
  let bulk: Bulk = {
    action,
    options,
    begun: Date.now(),
    groups: [],
    items: guests.map((guest) => ({ guest, operation: null, outcome: 'ordering', reason: null })),
  };
  set(bulk);
  bulk = await overruled(bulk, end);
  const left = bulk.items.filter(({ outcome }) => outcome === 'ordering').map(({ guest }) => guest);
  if (guests.length === 1) {
    await Promise.all(left.map(async (guest) => (bulk = await orderOne(bulk, guest))));
  } else {
    for (let first = 0; first < left.length; first += MOST) {
      bulk = await orderMany(bulk, left.slice(first, first + MOST));
    }
  }
  told();
  await follow(bulk);
}

/** What has to end before is ended; a shutdown that succeeds meanwhile is as good as what was wanted. */
async function overruled(begun: Bulk, end: Means['end']): Promise<Bulk> {
  let bulk = begun;
  const queue = bulk.items.filter(({ guest }) => guest.overrules !== undefined).map(({ guest }) => guest);
  const lane = async () => {
    for (let guest = queue.shift(); guest; guest = queue.shift()) {
      try {
        const ended = await end(guest.overrules ?? '');
        if (ended.kind === 'shutdown' && ended.status === 'succeeded') {
          bulk = change(bulk, guest.vmid, { operation: ended.id, outcome: 'succeeded' });
        }
      } catch (error) {
        bulk = change(bulk, guest.vmid, { outcome: 'failed', reason: problemOf(error).detail });
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return bulk;
}

async function orderOne(bulk: Bulk, guest: Target): Promise<Bulk> {
  try {
    const { operation } = await order(bulk.action, guest, bulk.options);
    remember(operation);
    return change(bulk, guest.vmid, { operation, outcome: 'ordered' });
  } catch (error) {
    return change(bulk, guest.vmid, notOrdered(problemOf(error)));
  }
}

async function orderMany(bulk: Bulk, guests: Target[]): Promise<Bulk> {
  try {
    const members = guests.map(({ node, type, vmid }) => ({ node, type, vmid, action: bulk.action, ...bulk.options }));
    const title = guestTexts.bulk.title(guestTexts.actions[bulk.action], guests.length);
    const key = newKey();
    const group = await answered(() => orderGroup({ title, members }, key));
    const next = { ...bulk, groups: [...bulk.groups, group.id] };
    return settle(next, group.members ?? []);
  } catch (error) {
    return guests.reduce((next, { vmid }) => change(next, vmid, notOrdered(problemOf(error))), bulk);
  }
}

/** Looks at what was ordered until all of it has ended, or another bulk takes its place. */
async function follow(begun: Bulk): Promise<void> {
  let bulk = begun;
  while (unfinished(bulk) && same(bulk)) {
    await wait(LOOK);
    bulk = await looked(bulk);
  }
}

/** Goes on with what this tab ordered before it was loaded again. */
async function resumeBulk(): Promise<void> {
  const bulk = bulkStore.current();
  if (bulk && bulk.groups.length > 0) {
    await follow(bulk);
  }
}

async function looked(bulk: Bulk): Promise<Bulk> {
  try {
    if (bulk.groups.length > 0) {
      const groups: Group[] = await Promise.all(bulk.groups.map((id) => readGroup(id)));
      return settle(
        bulk,
        groups.flatMap(({ members = [] }) => members),
      );
    }
    const operations = await allOperations({ active: false, since: before(bulk.begun) });
    return ended(bulk, new Map(operations.map((operation) => [operation.id, operation])));
  } catch (error) {
    const { passing, detail } = problemOf(error);
    // The next look may find them.
    return passing ? bulk : lost(bulk, detail);
  }
}

/** What can no longer be read has an end that nobody here knows. */
function lost(bulk: Bulk, reason: string): Bulk {
  const left = bulk.items.filter(({ outcome }) => outcome === 'ordered');
  return left.reduce((next, { guest }) => change(next, guest.vmid, { outcome: 'unknown', reason }), bulk);
}

const outcomes: Record<GroupMember['status'], Item['outcome']> = {
  waiting: 'ordered',
  queued: 'ordered',
  running: 'ordered',
  succeeded: 'succeeded',
  failed: 'failed',
  refused: 'failed',
  cancelled: 'cancelled',
};

function settle(bulk: Bulk, members: GroupMember[]): Bulk {
  const items = new Map<number, Partial<Item>>();
  for (const { vmid, status, operation, error } of members) {
    if (vmid !== null) {
      const outcome = outcomes[status];
      const ended = outcome !== 'ordered' && outcome !== 'succeeded';
      items.set(vmid, { operation, outcome, reason: ended ? (error?.message ?? groupTexts.members[status]) : null });
    }
  }
  const next = { ...bulk, items: bulk.items.map((item) => ({ ...item, ...items.get(item.guest.vmid) })) };
  if (same(bulk)) {
    set(next);
  }
  return next;
}

function ended(bulk: Bulk, known: Map<string, Operation>): Bulk {
  let next = bulk;
  for (const { guest, operation, outcome } of bulk.items) {
    const end = operation === null || outcome !== 'ordered' ? undefined : known.get(operation);
    if (end) {
      const outcome = outcomes[end.status];
      next = change(next, guest.vmid, { outcome, reason: outcome === 'succeeded' ? null : (end.error?.message ?? groupTexts.members[end.status]) });
    }
  }
  return next;
}

void resumeBulk();
