import { guestsOf } from '@/features/provision/order';
import { vlanClaim } from '@/features/reservations/words';
import { writtenOf } from '@/features/reservations/time/typed';
import { wallOf, type Day } from '@/features/reservations/time/wall';
import type { NewClaim, NewReservation, Suggestion } from '@/shared/api/types';
import { GIB, MIB } from '@/shared/format/bytes';
import { hasGrace, type Booking } from './booking';
import { actOf } from './ends';
import { readinessOf } from './ready';
import { ruleOf } from './repeat';

const PER_GIB = GIB / MIB;

const amount = (text: string) => Math.round(Number(text.replace(',', '.')) * PER_GIB);

const bytesOf = (gib: string) => Math.round(Number(gib.replace(',', '.')) * GIB);

/** What is claimed beside. */
function besides({ storage, disk, addresses, prefix, prefixCount, pool, vms, lxc }: Booking): NewClaim[] {
  return [
    ...(storage === '' ? [] : [{ storage, disk: bytesOf(disk) }]),
    ...(addresses.trim() === '' ? [] : [{ addresses: addresses.trim() }]),
    ...(prefix === '' ? [] : [{ prefix: Number(prefix), count: Number(prefixCount) }]),
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
      return [vlanClaim(vlan)];
    case 'any': {
      const share = anyKind === 'node' && cores !== '' && memory !== '' ? { cores: Number(cores), memory: amount(memory) } : {};
      return [{ any: { kind: anyKind, ...(tags.length > 0 && { tags }), ...share }, count: Number(count) }];
    }
    case 'machines':
    case 'entry':
      return [];
  }
}

/** What is made, each kind with its end where that is not the one of the reservation. */
const guestsWanted = ({ machines, madeEnd, team, what }: Booking): NewReservation['guests'] =>
  machines.map(({ draft, count, ready, end }) => ({
    ...guestsOf({ ...draft, team }, Number(count)),
    ...readinessOf(ready),
    // Beside a guest that is there, the end of the reservation is that guest's.
    ...(what === 'guest' ? { at_end: end || madeEnd } : end !== '' && { at_end: end }),
  }));

/** What happens to its guests at the start and the end. */
function actsOf(booking: Booking): Partial<NewReservation> {
  const { what, machines, atStart, startFrom, atEnd, endAs, madeEnd, grace, lead } = booking;
  const named = what === 'guest';
  const made = machines.length > 0;
  return {
    ...(named && atStart !== 'nothing' && { at_start: actOf(atStart, startFrom) }),
    ...(named && (made || atEnd !== 'nothing') ? { at_end: actOf(atEnd, endAs) } : made && { at_end: madeEnd }),
    ...(made && { guests: guestsWanted(booking) }),
    ...(made && lead !== '' && { lead_minutes: Number(lead) }),
    ...(hasGrace(booking) && grace !== '' && { grace_minutes: Number(grace) }),
  };
}

/** A booking as the API is told of it. */
export function orderOf(booking: Booking): NewReservation {
  const { title, start, repeat, team, notes } = booking;
  return {
    title: title.trim(),
    ...writtenOf(booking),
    claims: [...claimsOf(booking), ...besides(booking)],
    private: booking.private,
    ...actsOf(booking),
    ...(team !== '' && { team }),
    ...(notes.trim() !== '' && { notes: notes.trim() }),
    ...(repeat.freq !== 'never' && {
      recurrence: { rule: ruleOf(repeat, start), mode: repeat.mode, exdates: repeat.without.map((day: Day) => `${day}T${start.slice(11)}:00`) },
    }),
  };
}

/** The node in whose place a suggestion names another; null where it names none. */
function leaving(other: string | null, { what, node, machines }: Booking): string | null {
  const [named, ...more] = new Set([...(what === 'node' || what === 'share' ? [node] : []), ...machines.map(({ draft }) => draft.node)]);
  return other === null || named === undefined || more.length > 0 || named === other ? null : named;
}

/** What of a booking a suggestion changes. */
export function suggested(
  { start_dt, end_dt, claims, proxmox_node: node }: Pick<Suggestion, 'start_dt' | 'end_dt' | 'claims' | 'proxmox_node'>,
  booking: Booking,
): Partial<Booking> {
  const { zone, what, machines, storage } = booking;
  const named = (kind: 'device' | 'vlan') => claims.find(({ resource }) => resource.kind === kind)?.resource.name;
  const from = leaving(node, booking);
  return {
    start: wallOf(Date.parse(start_dt), zone),
    end: wallOf(Date.parse(end_dt), zone),
    ...(from !== null &&
      node !== null && {
        ...((what === 'node' || what === 'share') && { node }),
        ...(machines.length > 0 && { machines: machines.map((set) => ({ ...set, any: false, draft: { ...set.draft, node } })) }),
        ...(storage.startsWith(`${from}/`) && { storage: `${node}${storage.slice(from.length)}` }),
      }),
    ...(what === 'device' && { device: named('device') ?? booking.device }),
    ...(what === 'vlan' && { vlan: named('vlan') ?? booking.vlan }),
  };
}
