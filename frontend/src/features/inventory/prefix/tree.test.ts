import { expect, test } from 'vitest';
import { prefix } from '@/features/inventory/test/netbox';
import { blockAt, blockCount, blockOf, cidr } from './cells';
import { addressNumber, contains, networkOf } from './network';
import { placed, unfolded } from './tree';

const tree = [
  prefix({ id: 1, prefix: '10.0.0.0/8' }),
  prefix({ id: 2, prefix: '10.1.0.0/16' }),
  prefix({ id: 3, prefix: '10.1.2.0/24' }),
  prefix({ id: 4, prefix: '10.2.0.0/16' }),
  prefix({ id: 5, prefix: '10.2.0.0/24', vrf: 'blue' }),
  prefix({ id: 6, prefix: '2001:db8::/32', family: 6 }),
  prefix({ id: 7, prefix: '2001:db8:0:1::/64', family: 6 }),
];

test('levels count what is shown around a prefix, in its VRF', () => {
  expect(placed(tree).map(({ level }) => level)).toEqual([0, 1, 2, 1, 0, 0, 1]);
  expect(placed(tree.slice(1)).map(({ level }) => level)).toEqual([0, 1, 0, 0, 0, 1]);
});

test('what is within a folded prefix is left out, be it folded itself or not', () => {
  const ids = (folded: number[]) => unfolded(placed(tree), new Set(folded)).map(({ id }) => id);

  expect(ids([1])).toEqual([1, 5, 6, 7]);
  expect(ids([1, 2])).toEqual([1, 5, 6, 7]);
  expect(ids([2])).toEqual([1, 2, 4, 5, 6, 7]);
});

test('addresses are numbers, whatever form they are written in', () => {
  expect(addressNumber('10.0.0.1')).toBe(0x0a000001n);
  expect(addressNumber('2001:db8::1')).toBe(0x20010db8000000000000000000000001n);
  expect(addressNumber('::')).toBe(0n);
  expect(networkOf('10.1.2.3/24').first).toBe(0x0a010200n);
  expect(contains(networkOf('0.0.0.0/0'), networkOf('::/0'))).toBe(false);
});

test('a prefix is shown in parts of a /24, a narrower one whole', () => {
  const wide = networkOf('10.0.0.0/22');
  const narrow = networkOf('10.0.0.64/26');

  expect(blockCount(wide)).toBe(4);
  expect(cidr(blockAt(wide, 3))).toBe('10.0.3.0/24');
  expect(blockOf(wide, '10.0.3.7')).toBe(3);
  expect(blockOf(wide, '10.9.0.0')).toBe(0);
  expect(blockCount(narrow)).toBe(1);
  expect(cidr(blockAt(narrow, 0))).toBe('10.0.0.64/26');
});
