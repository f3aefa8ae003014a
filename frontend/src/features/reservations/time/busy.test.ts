import { expect, test } from 'vitest';
import { claim, node, reservation } from '@/features/reservations/test/made';
import { obstacle, snapped, stepsOf, type Wanted } from './busy';

const at = (clock: string) => Date.parse(`2026-11-30T${clock}:00Z`);
const window = (from: string, until: string) => ({ from: at(from), until: at(until) });
const pve1 = node();
const resources = new Map([[pve1.id, pve1]]);
const whole: Wanted = { resource: pve1.id, whole: true, cores: 0, memory: 0, disk: 0, vms: 0, lxc: 0 };
const share = (cores: number): Wanted => ({ ...whole, whole: false, cores });
const held = (from: string, until: string, change: Parameters<typeof reservation>[0] = {}) =>
  reservation({ start_dt: new Date(at(from)).toISOString(), end_dt: new Date(at(until)).toISOString(), ...change });

test('a node that is taken whole leaves no room until its end, and neighbours do not touch', () => {
  const class1 = held('09:00', '11:00');

  expect(obstacle([share(1)], window('10:00', '12:00'), [class1], resources)).toMatchObject({ why: 'taken', by: class1, until: at('11:00') });
  expect(obstacle([whole], window('11:00', '12:00'), [class1], resources)).toBeNull();
  expect(obstacle([whole], window('10:00', '12:00'), [class1], resources, class1.id)).toBeNull();
});

test('what is held before and after counts, what was called off does not', () => {
  const longer = held('09:00', '11:00', { holds: { from: '2026-11-30T08:45:00Z', until: '2026-11-30T11:10:00Z' } });

  expect(obstacle([whole], window('11:00', '12:00'), [longer], resources)).toMatchObject({ until: at('11:10') });
  expect(obstacle([whole], window('09:00', '12:00'), [held('09:00', '11:00', { status: 'cancelled' })], resources)).toBeNull();
});

test('what has ended keeps others out until its grace is over', () => {
  const grace = { phase: 'returning', holds: { from: '2026-11-30T09:00:00Z', until: '2026-11-30T11:10:00Z' } } as const;
  const ended = held('09:00', '11:00', { status: 'completed', ...grace });

  expect(obstacle([whole], window('11:00', '12:00'), [ended], resources)).toMatchObject({ why: 'taken', by: ended, until: at('11:10') });
  expect(obstacle([whole], window('11:00', '12:00'), [{ ...ended, phase: 'returned' }], resources)).toBeNull();
});

test('what is in use outside reservations is not to be had by shares', () => {
  const busy = new Map([[pve1.id, node({ standing: { cores: 20, memory: 0, disk: 0, guests: 0 } })]]);
  const beside = held('09:00', '11:00', { claims: [claim({ whole: false, cores: 10 })] });

  expect(obstacle([share(2)], window('09:00', '12:00'), [beside], busy)).toBeNull();
  expect(obstacle([share(3)], window('09:00', '12:00'), [beside], busy)).toEqual({ resource: pve1.id, why: 'capacity', until: at('11:00') });
  expect(obstacle([share(13)], window('09:00', '12:00'), [], busy)).toEqual({ resource: pve1.id, why: 'capacity', until: null });
  expect(obstacle([whole], window('09:00', '12:00'), [], busy)).toBeNull();
});

test('a share has to do only with what it has something of', () => {
  const full = new Map([[pve1.id, node({ standing: { cores: 40, memory: 0, disk: 0, guests: 0 } })]]);

  expect(obstacle([{ ...share(0), memory: 1024 }], window('09:00', '12:00'), [], full)).toBeNull();
});

test('shares fit beside each other until the sum is more than there is', () => {
  const shares = [
    held('09:00', '11:00', { id: 1, claims: [claim({ whole: false, cores: 20 })] }),
    held('10:00', '12:00', { id: 2, claims: [claim({ whole: false, cores: 10 })] }),
  ];
  // Of 32 cores, 30 are taken from 10 to 11.
  expect(obstacle([share(2)], window('09:00', '12:00'), shares, resources)).toBeNull();
  expect(obstacle([share(3)], window('09:00', '12:00'), shares, resources)).toMatchObject({ why: 'capacity', until: at('11:00') });
  expect(obstacle([whole], window('11:30', '12:00'), shares, resources)).toMatchObject({ why: 'taken', until: at('12:00') });
});

test('the use over time is a step for each moment at which it changes', () => {
  const shares = [
    held('09:00', '11:00', { claims: [claim({ whole: false, cores: 20 })] }),
    held('11:00', '12:00', { claims: [claim({ whole: false, cores: 4 })] }),
  ];

  expect(stepsOf(pve1, shares, at('08:00'), at('12:00')).map(({ at: when, cores }) => [when, cores])).toEqual([
    [at('08:00'), 0],
    [at('09:00'), 20],
    [at('11:00'), 4],
    [at('12:00'), 0],
  ]);
});

test('moments snap to quarters of an hour', () => {
  expect(snapped(at('09:07'))).toBe(at('09:00'));
  expect(snapped(at('09:08'))).toBe(at('09:15'));
});
