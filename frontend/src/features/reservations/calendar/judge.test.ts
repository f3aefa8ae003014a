import { expect, test } from 'vitest';
import { claim, node, reservation } from '@/features/reservations/test/made';
import { freeNodes, judge } from './judge';

const at = (clock: string) => Date.parse(`2026-11-30T${clock}:00Z`);
const pve1 = node();
const pve2 = node({ id: 4, name: 'pve2' });
const lesson = reservation({ start_dt: '2026-11-30T09:00:00Z', end_dt: '2026-11-30T11:00:00Z' });
const given = { known: [lesson], resources: [pve1, pve2], zone: 'UTC', now: at('06:00') };

test('a window over what is taken says by whom and until when', () => {
  const { taken, text } = judge({ from: at('10:00'), to: at('12:00'), lane: pve1 }, given);

  expect(taken).toBe(true);
  expect(text).toMatch(/^pve1 is taken by ana until .*11:00/);
});

test('where a resource has too little even with nobody else on it, no end of that is told', () => {
  const big = reservation({ ...lesson, id: 19, claims: [claim({ whole: false, cores: 30 })] });
  const small = node({ id: 4, name: 'pve2', standing: { cores: 8, memory: 0, disk: 0, guests: 0 } });

  expect(judge({ from: at('12:00'), to: at('13:00'), moving: big, origin: pve1, lane: small }, { ...given, resources: [pve1, small] })).toEqual({
    taken: true,
    text: 'pve2 has too little for this',
  });
});

test('where no node is chosen, it says which are free, and is taken once none is', () => {
  expect(judge({ from: at('10:00'), to: at('12:00') }, given).text).toMatch(/: free on pve2$/);
  const both = { ...given, known: [lesson, reservation({ ...lesson, id: 18, claims: [claim({ resource: { id: 4, kind: 'node', name: 'pve2' } })] })] };
  expect(judge({ from: at('10:00'), to: at('12:00') }, both)).toMatchObject({ taken: true, text: expect.stringMatching(/every node is taken$/) as string });
  expect(judge({ from: at('10:00'), to: at('12:00'), node: 'pve2' }, given).taken).toBe(false);
});

test('what is moved is not in its own way, and takes its margins and its lane along', () => {
  const wide = reservation({ ...lesson, holds: { from: '2026-11-30T08:30:00Z', until: '2026-11-30T11:00:00Z' } });
  const other = reservation({ id: 18, start_dt: '2026-11-30T13:00:00Z', end_dt: '2026-11-30T14:00:00Z' });
  const both = { ...given, known: [wide, other] };

  expect(judge({ from: at('10:00'), to: at('12:00'), moving: wide }, both).taken).toBe(false);
  // Its lead would begin before the other's end.
  expect(judge({ from: at('14:00'), to: at('16:00'), moving: wide }, both).taken).toBe(true);
  expect(judge({ from: at('14:00'), to: at('16:00'), moving: wide, origin: pve1, lane: pve2 }, both).taken).toBe(false);
});

test('what is over cannot be had, nor what is out of service', () => {
  expect(judge({ from: at('04:00'), to: at('05:00'), lane: pve2 }, given).text).toBe('That time is over.');
  expect(judge({ from: at('12:00'), to: at('13:00'), lane: { ...pve2, out_of_service: 'a fan' } }, given)).toEqual({
    taken: true,
    text: 'Out of service: a fan',
  });
  expect(freeNodes({ known: [], resources: [{ ...pve1, out_of_service: 'a fan' }, pve2] }, at('12:00'), at('13:00')).map(({ name }) => name)).toEqual(['pve2']);
});
