import { guestsOf } from '@/features/provision/order';
import { writtenOf } from '@/features/reservations/time/typed';
import { wallOf, type Day } from '@/features/reservations/time/wall';
import { isLimit } from '@/features/reservations/words';
import type { Claim, NewClaim, NewReservation, Reservation, Resource, Suggestion } from '@/shared/api/types';
import { GIB, MIB } from '@/shared/format/bytes';
import type { Booking } from './booking';
import { ruleOf } from './repeat';

const PER_GIB = GIB / MIB;
/** A claim of a resource by what it goes by. */
export function claimOn({ kind, name }: Claim['resource'] | Pick<Resource, 'kind' | 'name'>): NewClaim {
  switch (kind) {
    case 'guest':
      return { guest: Number(name) };
    case 'vlan':
      return { vlan: Number(name) };
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
  node: ['cores', 'memory', 'disk'],
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

const amount = (text: string) => Math.round(Number(text.replace(',', '.')) * PER_GIB);

const bytesOf = (gib: string) => Math.round(Number(gib.replace(',', '.')) * GIB);

/** What is claimed beside. */
function besides({ storage, disk, addresses, pool, vms, lxc }: Booking): NewClaim[] {
  return [
    ...(storage === '' ? [] : [{ storage, disk: bytesOf(disk) }]),
    ...(addresses.trim() === '' ? [] : [{ addresses: addresses.trim() }]),
    ...(pool === '' ? [] : [{ pool, vms: Number(vms), lxc: Number(lxc) }]),
  ];
}

function claimsOf(booking: Booking): NewClaim[] {
  const { what, node, cores, memory, guest, device, vlan, anyKind, tags, count } = booking;
  switch (what) {
    case 'node':
      return [{ node }];
    case 'share':
      return [{ node, cores: Number(cores), memory: amount(memory) }];
    case 'guest':
      return [{ guest: Number(guest) }];
    case 'device':
      return [{ device }];
    case 'vlan':
      return [{ vlan: Number(vlan) }];
    case 'any': {
      const share = anyKind === 'node' && cores !== '' && memory !== '' ? { cores: Number(cores), memory: amount(memory) } : {};
      return [{ any: { kind: anyKind, ...(tags.length > 0 && { tags }), ...share }, count: Number(count) }];
    }
    case 'machines':
    case 'entry':
      return [];
  }
}

/** A booking as the API is told of it. */
export function orderOf(booking: Booking): NewReservation {
  const { title, start, repeat, what, machines, atEnd, madeEnd, grace, team, notes } = booking;
  return {
    title: title.trim(),
    ...writtenOf(booking),
    claims: [...claimsOf(booking), ...besides(booking)],
    private: booking.private,
    ...(machines.length > 0
      ? {
          guests: machines.map(({ draft, count }) => guestsOf({ ...draft, team }, Number(count))),
          at_end: madeEnd,
          ...(madeEnd === 'destroy' && { grace_minutes: Number(grace) }),
        }
      : what === 'guest' && atEnd !== 'nothing' && { at_end: atEnd }),
    ...(team !== '' && { team }),
    ...(notes.trim() !== '' && { notes: notes.trim() }),
    ...(repeat.freq !== 'never' && {
      recurrence: { rule: ruleOf(repeat, start), mode: repeat.mode, exdates: repeat.without.map((day: Day) => `${day}T${start.slice(11)}:00`) },
    }),
  };
}

/** What of a booking a suggestion changes. */
export function suggested(
  { start_dt, end_dt, claims, proxmox_node }: Pick<Suggestion, 'start_dt' | 'end_dt' | 'claims' | 'proxmox_node'>,
  booking: Booking,
): Partial<Booking> {
  const { zone, what, machines } = booking;
  const named = (kind: 'device' | 'vlan') => claims.find(({ resource }) => resource.kind === kind)?.resource.name;
  return {
    start: wallOf(Date.parse(start_dt), zone),
    end: wallOf(Date.parse(end_dt), zone),
    ...((what === 'node' || what === 'share') && proxmox_node && { node: proxmox_node }),
    ...(machines.length > 0 &&
      proxmox_node && {
        machines: machines.map((set) => (set.draft.node === proxmox_node ? set : { ...set, any: false, draft: { ...set.draft, node: proxmox_node } })),
      }),
    ...(what === 'device' && { device: named('device') ?? booking.device }),
    ...(what === 'vlan' && { vlan: named('vlan') ?? booking.vlan }),
  };
}

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
