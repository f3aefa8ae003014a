import type { Guest, Operation, Owner, Resource } from '@/shared/api/types';

/** Who has something for a time. */
export type Use = Resource['now'][number];

/** A guest as its list tells it: who has it, what is under way on it, and for whom it is reserved now. */
export type GuestRow = { guest: Guest; owner: Owner | undefined; operation: Operation | undefined; use: Use | undefined };

// A row of which nothing has changed stays the same, so that it need not be drawn again.
const made = new WeakMap<Guest, GuestRow>();

function rowOf(guest: Guest, owner: Owner | undefined, operation: Operation | undefined, use: Use | undefined): GuestRow {
  const before = made.get(guest);
  if (before && before.owner === owner && before.operation === operation && before.use === use) {
    return before;
  }
  const row = { guest, owner, operation, use };
  made.set(guest, row);
  return row;
}

const none: ReadonlyMap<string, Use> = new Map();

/** The rows of guests, each with what else is known of it by its VMID. */
export const rowsOf = (
  guests: Guest[],
  owners: ReadonlyMap<number, Owner>,
  active: ReadonlyMap<number, Operation>,
  uses: ReadonlyMap<string, Use> = none,
): GuestRow[] => guests.map((guest) => rowOf(guest, owners.get(guest.vmid), active.get(guest.vmid), uses.get(String(guest.vmid))));
