import { expect, test } from 'vitest';
import { GIB } from '@/shared/format/bytes';
import { room } from '@/shared/test/cluster';
import { roomFor } from './room';

const medium = { cores: 2, memory: 4 * GIB, disk: 32 * GIB };

test('counts what is promised, whatever is in use', () => {
  expect(roomFor([room()], medium)).toEqual({ count: 6, bound: 'memory', silent: 0 });
  expect(roomFor([room({ cores: { promised: 28, limit: 32 } })], medium)).toEqual({ count: 2, bound: 'cores', silent: 0 });
  expect(roomFor([room({ memory: { promised: 40 * GIB, limit: 32 * GIB } })], medium)).toMatchObject({ count: 0, bound: 'memory' });
});

test('claims nothing of nodes that are silent or full', () => {
  expect(roomFor([room(), room({ silent: 'pve2 is not online' })], medium)).toEqual({ count: 6, bound: 'memory', silent: 1 });
  expect(roomFor([room({ full: true })], medium)).toEqual({ count: 0, bound: 'full', silent: 0 });
  expect(roomFor([room({ silent: 'x' })], medium)).toEqual({ count: 0, bound: 'silent', silent: 1 });
  expect(roomFor([room({ maxcpu: 1 })], medium)).toMatchObject({ count: 0, bound: 'size' });
});

test('ends where the storage ends, and counts a shared one once', () => {
  const nfs = { storage: 'nfs', avail: 100 * GIB, shared: true };
  expect(roomFor([room({ storages: [] })], medium)).toMatchObject({ count: 0, bound: 'storage' });
  expect(roomFor([room({ storages: [nfs] }), room({ node: 'pve2', storages: [nfs] })], medium)).toMatchObject({ count: 3, bound: 'storage' });
  expect(roomFor([room({ storages: [nfs, { storage: 'lvm', avail: 70 * GIB, shared: false }] })], medium)).toMatchObject({ count: 5, bound: 'storage' });
});
