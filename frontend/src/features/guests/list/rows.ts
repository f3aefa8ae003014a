import type { Guest, Operation, Owner } from '@/shared/api/types';

/** A guest as its list tells it: who has it and what is under way on it. */
export type GuestRow = { guest: Guest; owner: Owner | undefined; operation: Operation | undefined };

// A row of which nothing has changed stays the same, so that it need not be drawn again.
const made = new WeakMap<Guest, GuestRow>();

function rowOf(guest: Guest, owner: Owner | undefined, operation: Operation | undefined): GuestRow {
  const before = made.get(guest);
  if (before && before.owner === owner && before.operation === operation) {
    return before;
  }
  const row = { guest, owner, operation };
  made.set(guest, row);
  return row;
}

/** The rows of guests, each with what else is known of it by its VMID. */
export const rowsOf = (guests: Guest[], owners: ReadonlyMap<number, Owner>, active: ReadonlyMap<number, Operation>): GuestRow[] =>
  guests.map((guest) => rowOf(guest, owners.get(guest.vmid), active.get(guest.vmid)));
