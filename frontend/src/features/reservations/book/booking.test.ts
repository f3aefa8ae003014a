import { expect, test } from 'vitest';
import { claim, reservation } from '@/features/reservations/test/made';
import { endAfter, inZone, lengthOf, noteOn } from '@/features/reservations/time/typed';
import { checkBooking, emptyBooking, type Booking } from './booking';
import { endsFor } from './ends';
import { orderAgain } from './again';
import { orderOf, suggested } from './order';
import { once } from './repeat';

const ROME = 'Europe/Rome';
const at = (text: string) => Date.parse(text);
const check = checkBooking(() => at('2026-11-30T08:00Z'));
const booking = (change: Partial<Booking> = {}) =>
  emptyBooking(at('2026-11-30T09:00Z'), at('2026-11-30T11:00Z'), ROME, { title: 'BGP', node: 'pve1', ...change });

test('a whole node is booked in the zone of its times', () => {
  expect(check(booking())).toEqual({});
  expect(orderOf(booking())).toEqual({
    title: 'BGP',
    start_dt: '2026-11-30T10:00:00+01:00',
    end_dt: '2026-11-30T12:00:00+01:00',
    time_zone: ROME,
    claims: [{ node: 'pve1' }],
    private: false,
  });
});

test('each kind is claimed in its own way', () => {
  const claims = (change: Partial<Booking>) => orderOf(booking(change)).claims;
  expect(claims({ what: 'share', cores: '4', memory: '1.5' })).toEqual([{ node: 'pve1', cores: 4, memory: 1536 }]);
  expect(claims({ what: 'guest', guest: '104' })).toEqual([{ guest: 104 }]);
  expect(claims({ what: 'device', device: 'sw3' })).toEqual([{ device: 'sw3' }]);
  expect(claims({ what: 'vlan', vlan: '110' })).toEqual([{ vlan: 110 }]);
  expect(claims({ what: 'any', anyKind: 'device', tags: ['junos'], count: '2' })).toEqual([{ any: { kind: 'device', tags: ['junos'] }, count: 2 }]);
  expect(claims({ what: 'any', cores: '2', memory: '4' })).toEqual([{ any: { kind: 'node', cores: 2, memory: 4096 }, count: 1 }]);
  expect(claims({ what: 'any', cores: '', memory: '' })).toEqual([{ any: { kind: 'node' }, count: 1 }]);
  expect(claims({ what: 'entry' })).toEqual([]);
});

test('what happens at the end is told of a guest alone', () => {
  expect(orderOf(booking({ what: 'guest', guest: '104', atEnd: 'shutdown' })).at_end).toBe('shutdown');
  expect(orderOf(booking({ atEnd: 'shutdown' })).at_end).toBeUndefined();
  expect(endsFor(false)).not.toContain('destroy');
  const guest = booking({ what: 'guest', guest: '104', atStart: 'rollback', startFrom: 'clean', atEnd: 'stop', grace: '15' });
  expect(orderOf(guest)).toMatchObject({ at_start: 'rollback:clean', at_end: 'stop', grace_minutes: 15 });
  expect(orderOf({ ...guest, atEnd: 'nothing' })).not.toHaveProperty('grace_minutes');
  expect(Object.keys(check({ ...guest, startFrom: 'current', atEnd: 'restore', endAs: '1st' }))).toEqual(['startFrom', 'endAs']);
});

test('what is wrong is said at its field', () => {
  const faults = (change: Partial<Booking>) => Object.keys(check(booking(change)));
  expect(faults({ title: ' ', node: '' })).toEqual(['title', 'node']);
  expect(faults({ what: 'share', cores: '0', memory: 'much' })).toEqual(['cores', 'memory']);
  expect(faults({ end: '2026-11-30T10:00' })).toEqual(['end']);
  expect(faults({ start: '2026-11-29T09:00', end: '2026-11-29T10:00' })).toEqual(['end']);
  expect(faults({ start: '2027-03-28T02:30', end: '2027-03-28T04:00' })).toEqual(['start']);
  expect(faults({ repeat: { ...once, freq: 'weekly', every: '53', count: '0' } })).toEqual(['repeat.every', 'repeat.count']);
  expect(faults({ repeat: { ...once, freq: 'daily', ends: 'until', until: '2028-11-30' } })).toEqual(['repeat.until']);
});

test('a series says which dates it leaves out, by the clocks there', () => {
  const repeat = { ...once, freq: 'weekly' as const, count: '12', mode: 'skip' as const, without: ['2026-12-07'] };

  expect(orderOf(booking({ repeat })).recurrence).toEqual({ rule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=12', mode: 'skip', exdates: ['2026-12-07T10:00:00'] });
});

test('length, end and zone follow each other, also over a change of clocks', () => {
  expect(lengthOf(booking())).toBe('2:00');
  expect(lengthOf({ start: '2027-03-27T22:00', end: '2027-03-28T04:00', zone: ROME })).toBe('5:00');
  expect(endAfter('2027-03-27T22:00', '5:00', ROME)).toBe('2027-03-28T04:00');
  expect(endAfter('2027-03-27T22:00', '2', ROME)).toBe('2027-03-28T00:00');
  expect(endAfter('2027-03-27T22:00', 'long', ROME)).toBeNull();
  expect(inZone(booking(), 'UTC')).toEqual({ start: '2026-11-30T09:00', end: '2026-11-30T11:00', zone: 'UTC' });
  expect(noteOn('2026-10-25T02:30', ROME)).toContain('UTC+02:00');
  expect(noteOn('2026-10-25T04:30', ROME)).toBeNull();
});

test('a suggestion brings its time and its node', () => {
  const free = { start_dt: '2026-11-30T13:00:00Z', end_dt: '2026-11-30T15:00:00Z', proxmox_node: 'pve2', claims: [], same_time: false };

  expect(suggested(free, booking())).toEqual({ start: '2026-11-30T14:00', end: '2026-11-30T16:00', node: 'pve2' });
  expect(suggested(free, booking({ what: 'guest' }))).not.toHaveProperty('node');
  expect(suggested(free, booking({ storage: 'pve1/local-lvm' }))).toHaveProperty('storage', 'pve2/local-lvm');
  expect(suggested(free, booking({ storage: 'nfs' }))).not.toHaveProperty('storage');
});

test('what was cancelled is booked again as it was', () => {
  const old = reservation({
    claims: [claim({ whole: false, cores: 4, memory: 1024 }), claim({ resource: { id: 9, kind: 'vlan', name: '110' } })],
    team: 'networks',
  });

  expect(orderAgain(old)).toMatchObject({
    title: 'BGP lesson',
    start_dt: old.start_dt,
    team: 'networks',
    claims: [{ node: 'pve1', cores: 4, memory: 1024 }, { vlan: 110 }],
  });
});
