import { isLimit, vlanClaim } from '@/features/reservations/words';
import type { Claim, NewClaim, NewReservation, Reservation, Resource } from '@/shared/api/types';

// Calendar and pages ask for this alone; what new bookings are made of is fetched with their dialog.

/** A claim of a resource by what it goes by. */
function claimOn({ kind, name }: Claim['resource'] | Pick<Resource, 'kind' | 'name'>): NewClaim {
  switch (kind) {
    case 'guest':
      return { guest: Number(name) };
    case 'vlan':
      return vlanClaim(name);
    case 'device':
    case 'storage':
    case 'addresses':
    case 'pool':
      return { [kind]: name };
    default:
      return { node: name };
  }
}

const sizesOf: Partial<Record<Claim['resource']['kind'], ('cores' | 'memory' | 'disk' | 'vms' | 'lxc')[]>> = {
  node: ['cores', 'memory'],
  storage: ['disk'],
  pool: ['vms', 'lxc'],
};

/** The same claims as they are asked for; what guests take of what somebody may have follows from them. */
export const askedAgain = (claims: Claim[]): NewClaim[] =>
  claims
    .filter((claim) => !isLimit(claim))
    .map((claim) => ({
      ...claimOn(claim.resource),
      ...(!claim.whole && Object.fromEntries((sizesOf[claim.resource.kind] ?? []).filter((size) => claim[size] !== null).map((size) => [size, claim[size]]))),
    }));

/**
 * Whether the same can be booked again after a cancel: not for somebody else, nor within its series, and the passwords of
 * guests are not told.
 */
export const canBookAgain = ({ mine, status, series, guests }: Reservation): boolean => mine && status === 'pending' && series === null && guests.length === 0;

/** The same reservation as an order of its own, as when a cancel is undone. */
export const orderAgain = (old: Reservation): NewReservation => ({
  title: old.title,
  resource_type: old.resource_type,
  start_dt: old.start_dt,
  end_dt: old.end_dt,
  time_zone: old.time_zone,
  notes: old.notes,
  claims: askedAgain(old.claims),
  guests: old.guests,
  at_start: old.at_start,
  at_end: old.at_end,
  grace_minutes: old.grace_minutes,
  team: old.team,
  private: old.private,
});
