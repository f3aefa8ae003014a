import { expect, test } from 'vitest';
import { EVERY_WHOLE, guestIn, names } from './subjects';

test('the subject of a guest names its cluster, node, type and VMID', () => {
  expect(guestIn('main/pve1/qemu/105')).toEqual({ node: 'pve1', kind: 'vms', vmid: 105 });
  expect(guestIn('main/pve2/lxc/300')).toEqual({ node: 'pve2', kind: 'lxc', vmid: 300 });
});

test.each(['pve1/qemu/105', 'main/pve1/qemu', 'main/pve1/qemu/x', 'main/pve1/qemu/', 'main/pve1/qemu/105/more', 'main/pve1/disk/105', ''])(
  'what is no guest is taken for none: %j',
  (subject) => expect(guestIn(subject)).toBeUndefined(),
);

test('subjects of a cluster name a list of it', () => {
  expect(names(new Set(['main/nodes']), 'nodes')).toBe(true);
  expect(names(new Set(['main/nodes']), 'guests')).toBe(false);
  expect(names(new Set(EVERY_WHOLE), 'nodes') && names(new Set(EVERY_WHOLE), 'guests')).toBe(true);
});
