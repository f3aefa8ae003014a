import { describe, expect, test } from 'vitest';
import { GIB } from '@/shared/format/bytes';
import { guest, node, operation } from '@/shared/test/cluster';
import { concerns } from './health';

const NOW = Date.parse('2026-03-01T10:00:00Z');
const quiet = { nodes: [node()], guests: [guest()], failed: [], now: NOW };

describe('what needs attention', () => {
  test('is nothing while all is well', () => {
    expect(concerns(quiet)).toEqual([]);
  });

  test('names a node that is offline and since when', () => {
    const [concern] = concerns({ ...quiet, nodes: [node({ status: 'offline', since: '2026-03-01T09:48:00Z' })] });

    expect(concern).toMatchObject({ bad: true, title: 'pve1 is offline', detail: expect.stringContaining('12 min ago') as string });
  });

  test('puts the worst first', () => {
    const found = concerns({
      ...quiet,
      nodes: [node({ mem: 31 * GIB }), node({ node: 'pve2', disk: 95 * GIB, cpu: 0.95 })],
      guests: [guest({ lock: 'backup' })],
      failed: [operation({ status: 'failed' })],
      cluster: { name: 'lab', version: null, quorate: false, nodes_online: 2, nodes_total: 3 },
    });

    expect(found.map(({ id }) => id)).toEqual(['quorum', 'disk pve2', 'failed', 'memory pve1', 'cpu pve2', 'locked']);
  });
});
