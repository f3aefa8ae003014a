import { guestsOf } from '@/features/provision/order';
import { writtenOf } from '@/features/reservations/time/typed';
import { wallOf, type Day } from '@/features/reservations/time/wall';
import type { NewClaim, NewReservation, Suggestion } from '@/shared/api/types';
import { GIB, MIB } from '@/shared/format/bytes';
import type { Booking } from './booking';
import { ruleOf } from './repeat';

const PER_GIB = GIB / MIB;

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
