import { expect, test } from 'vitest';
import { labelOf } from './label';

test.each([
  ['name', 'Name'],
  ['vmid', 'VMID'],
  ['nics.0.gw', 'net0, IPv4 gateway'],
  ['nics.7.vlan', 'net7, VLAN'],
  ['nics.2.unheard', 'net2'],
  ['template', null],
])('%s is called %s', (field, label) => {
  expect(labelOf(field)).toBe(label);
});
