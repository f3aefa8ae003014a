import { expect, test } from 'vitest';
import { inNetwork, isAddress, isCidr } from './addresses';

test.each([
  ['10.10.100.5', 4, true],
  ['10.10.100.256', 4, false],
  ['10.10.100', 4, false],
  ['2001:db8::5', 6, true],
  ['::', 6, true],
  ['2001:db8:::5', 6, false],
  ['1:2:3:4:5:6:7:8', 6, true],
  ['1:2:3:4:5:6:7', 6, false],
  ['1:2:3:4:5:6:7:8::', 6, false],
  ['2001:db8::g', 6, false],
] as const)('%s as an IPv%d address: %s', (text, version, valid) => {
  expect(isAddress(text, version)).toBe(valid);
});

test('an address with prefix length needs both', () => {
  expect(isCidr('10.0.0.5/24', 4)).toBe(true);
  expect(isCidr('10.0.0.5/33', 4)).toBe(false);
  expect(isCidr('10.0.0.5', 4)).toBe(false);
  expect(isCidr('2001:db8::5/64', 6)).toBe(true);
  expect(isCidr('2001:db8::5/129', 6)).toBe(false);
});

test.each([
  ['10.10.100.1', '10.10.100.5/24', 4, true],
  ['10.10.101.1', '10.10.100.5/24', 4, false],
  ['10.10.101.1', '10.10.100.5/23', 4, true],
  ['2001:db8::1', '2001:db8::5/64', 6, true],
  ['2001:db9::1', '2001:db8::5/64', 6, false],
  ['fe80::1', '2001:db8::5/64', 6, true],
] as const)('%s in the network of %s: IPv%d, %s', (address, cidr, version, inside) => {
  expect(inNetwork(address, cidr, version)).toBe(inside);
});
