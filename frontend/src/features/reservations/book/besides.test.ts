import { describe, expect, it } from 'vitest';
import { claim, reservation } from '@/features/reservations/test/made';
import { claimsOf } from '@/features/reservations/words';
import { checkBooking, emptyBooking, type Booking } from './booking';
import { askedAgain } from './again';
import { orderOf } from './order';
import { placeIn } from './places';

const NOON = Date.parse('2026-11-30T12:00:00Z');
const HOUR = 3_600_000;
const booking = (change: Partial<Booking>) => emptyBooking(NOON + HOUR, NOON + 2 * HOUR, 'UTC', { title: 'lab', what: 'entry', ...change });
const faultsOf = (change: Partial<Booking>) => checkBooking(() => NOON)(booking(change));

describe('what is reserved beside', () => {
  it('is claimed with the rest', () => {
    const order = orderOf(
      booking({ what: 'node', node: 'pve1', storage: 'ceph', disk: '0,5', addresses: ' 10.20.0.0/24 ', pool: 'lab-a', vms: '2', lxc: '0' }),
    );

    expect(order.claims).toEqual([{ node: 'pve1' }, { storage: 'ceph', disk: 536_870_912 }, { addresses: '10.20.0.0/24' }, { pool: 'lab-a', vms: 2, lxc: 0 }]);
  });

  it('is nothing where nothing is chosen', () => {
    expect(orderOf(booking({})).claims).toEqual([]);
    expect(faultsOf({})).toEqual({});
  });

  it('is any addresses of a prefix too, however many', () => {
    expect(orderOf(booking({ prefix: '4', prefixCount: '30' })).claims).toEqual([{ prefix: 4, count: 30 }]);
    expect(Object.keys(faultsOf({ prefix: '4', prefixCount: '0' }))).toEqual(['prefixCount']);
    expect(placeIn(booking({ what: 'node' }), 'claims[1].count')).toBe('prefixCount');
    expect(placeIn(booking({ what: 'any' }), 'claims[1].count')).toBe('prefixCount');
    expect(placeIn(booking({ what: 'any' }), 'claims[0].count')).toBe('count');
    expect(placeIn(booking({ what: 'node' }), 'claims[1].prefix')).toBe('prefix');
  });

  it('needs an amount', () => {
    expect(Object.keys(faultsOf({ storage: 'ceph', disk: '' }))).toEqual(['disk']);
    expect(Object.keys(faultsOf({ pool: 'lab-a', vms: '0', lxc: '0' }))).toEqual(['vms']);
    expect(Object.keys(faultsOf({ pool: 'lab-a', vms: '1', lxc: 'x' }))).toEqual(['vms', 'lxc']);
  });
});

describe('claims that are asked for again', () => {
  const of = (kind: 'node' | 'storage' | 'addresses' | 'pool' | 'person' | 'team', name: string, change: object = {}) =>
    claim({ resource: { id: 9, kind, name }, ...change });

  it('are the same, but for what guests take of what somebody may have', () => {
    const claims = [
      of('node', 'pve1', { whole: false, cores: 2, memory: 512, disk: 0, vms: 0, lxc: 0 }),
      of('storage', 'ceph', { whole: false, disk: 1024, cores: 0, memory: 0, vms: 0, lxc: 0 }),
      of('addresses', '10.20.0.0/24'),
      of('pool', 'lab-a', { whole: false, disk: 0, cores: 0, memory: 0, vms: 2, lxc: 1 }),
      of('person', 'ana', { whole: false, cores: 4 }),
      of('team', 'red', { whole: false, cores: 4 }),
    ];

    expect(askedAgain(claims)).toEqual([
      { node: 'pve1', cores: 2, memory: 512 },
      { storage: 'ceph', disk: 1024 },
      { addresses: '10.20.0.0/24' },
      { pool: 'lab-a', vms: 2, lxc: 1 },
    ]);
    expect(claimsOf(reservation({ claims: claims.slice(1) }))).toBe('1 KiB of disk of storage ceph, 10.20.0.0/24, 2 VMs, 1 container of pool lab-a');
  });
});
