import { expect, test } from 'vitest';
import { claim, node, reservation } from '@/features/reservations/test/made';
import { latestOf } from './latest';

const at = (time: string) => `2026-11-30T${time}:00+01:00`;
const mine = reservation({ start_dt: at('09:00'), end_dt: at('12:00'), holds: { from: at('08:45'), until: at('12:15') } });
const other = (from: string, to: string, change = {}) => reservation({ id: 18, requester: 'bo', start_dt: at(from), end_dt: at(to), ...change });
const share = (cores: number) => claim({ whole: false, cores, memory: 1024 });

test('it can go on until another holds the same, less what it needs after its end', () => {
  const latest = latestOf(mine, [mine, other('15:00', '16:00'), other('14:00', '16:00')], [node()]);

  expect(latest?.end).toBe(Date.parse(at('13:45')));
  expect(latest?.taken).toMatchObject({ by: { requester: 'bo' } });
});

test('it cannot where another begins right after it, and others elsewhere do not count', () => {
  expect(latestOf(mine, [other('12:15', '16:00')], [node()])?.end).toBe(Date.parse(at('12:00')));
  const elsewhere = other('12:15', '16:00', { claims: [claim({ resource: { id: 4, kind: 'node', name: 'pve2' } })] });
  expect(latestOf(mine, [elsewhere, other('14:00', '15:00', { status: 'cancelled' })], [node()])).toBeNull();
});

test('shares go on beside each other until there is too little', () => {
  const few = { ...mine, claims: [share(16)] };
  const beside = other('13:00', '16:00', { id: 19, claims: [share(8)] });
  const many = other('14:00', '16:00', { claims: [share(16)] });

  expect(latestOf(few, [beside], [node()])).toBeNull();
  expect(latestOf(few, [beside, many], [node()])).toMatchObject({ end: Date.parse(at('13:45')), taken: { why: 'capacity' } });
});
