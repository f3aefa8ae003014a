import { expect, test } from 'vitest';
import { claim, node, reservation } from '@/features/reservations/test/made';
import { curveOf, laneOf, polygon, poolsOf, rowsOf, teamsOf } from './layout';

const at = (clock: string) => Date.parse(`2026-11-30T${clock}:00Z`);
const iso = (clock: string) => new Date(at(clock)).toISOString();
const pve1 = node();

test('what overlaps stands in rows of its own, and a row that is free is used again', () => {
  const spans = [
    { from: 0, until: 10 },
    { from: 5, until: 15 },
    { from: 10, until: 20 },
    { from: 2, until: 3 },
  ];
  expect(rowsOf(spans)).toEqual([0, 1, 0, 1]);
});

test('a block stands where its time is, with what it holds around it', () => {
  const one = reservation({ start_dt: iso('06:00'), end_dt: iso('12:00'), holds: { from: iso('03:00'), until: iso('12:00') } });
  const { blocks, rows } = laneOf(pve1, [one], [one], at('00:00'), at('00:00') + 86_400_000);

  expect(rows).toBe(1);
  expect(blocks[0]).toMatchObject({ left: 0.25, width: 0.25, heldLeft: 0.125, heldWidth: 0.375, before: false, after: false });
});

test('a block that goes on outside is cut there and says so', () => {
  const one = reservation({ start_dt: '2026-11-29T12:00:00Z', end_dt: iso('12:00') });

  expect(laneOf(pve1, [one], [one], at('00:00'), at('00:00') + 86_400_000).blocks[0]).toMatchObject({ left: 0, width: 0.5, before: true, after: false });
});

test('the curve of a lane is the greatest of its shares, also of those that are filtered out', () => {
  const share = reservation({ start_dt: iso('06:00'), end_dt: iso('12:00'), claims: [claim({ whole: false, cores: 8, memory: 32_768 })] });

  expect(laneOf(pve1, [], [share], at('00:00'), at('00:00') + 86_400_000).curve?.map(({ used }) => used)).toEqual([0, 0.5, 0]);
  const busy = node({ standing: { cores: 16, memory: 0, disk: 0, guests: 0 } });
  expect(curveOf(busy, [share], at('00:00'), at('23:00'))?.map(({ used }) => used)).toEqual([0.5, 0.75, 0.5]);
  expect(curveOf({ ...pve1, cores: null, memory: null }, [share], 0, 1)).toBeNull();
});

test('a team has a lane with or without a quota, on which stands what is the team’s, whatever it claims', () => {
  const red = node({ id: 9, kind: 'team', name: 'red', guests: 4, cores: null, memory: null });
  const lesson = reservation({ team: 'blue', start_dt: iso('06:00'), end_dt: iso('12:00') });
  const teams = teamsOf([pve1, red], [lesson, reservation()], ['green', 'red']);

  expect(teams.map(({ name, guests }) => [name, guests])).toEqual([
    ['red', 4],
    ['blue', null],
    ['green', null],
  ]);
  const [none, blue] = teams.map((team) => laneOf(team, [lesson], [lesson], at('00:00'), at('23:00')));
  expect(none?.blocks).toEqual([]);
  expect(blue?.blocks).toMatchObject([{ reservation: { id: 17 } }]);
  expect(blue?.curve).toBeNull();
});

test('VLANs stand in their pools, with which part of each is taken', () => {
  const vlan = (id: number, tags: string[]) => node({ id, kind: 'vlan', name: String(100 + id), tags, cores: null, memory: null });
  const having = (ids: number[], from: string, to: string, change = {}) =>
    reservation({
      start_dt: iso(from),
      end_dt: iso(to),
      claims: ids.map((id) => claim({ resource: { id, kind: 'vlan', name: String(100 + id) } })),
      ...change,
    });
  const all = [having([1, 2, 5], '06:00', '12:00'), having([3], '12:00', '14:00'), having([4], '06:00', '07:00', { status: 'cancelled', phase: 'called_off' })];
  const lanes = [vlan(1, ['lab']), vlan(2, ['lab', 'exam']), vlan(3, ['lab']), vlan(4, ['lab']), vlan(5, [])].map((one) =>
    laneOf(one, all, all, at('00:00'), at('23:00')),
  );
  const pools = poolsOf(lanes, all, at('00:00'), at('23:00'));

  expect(pools.map(({ tag, lanes: some }) => [tag, some.length])).toEqual([
    ['exam', 1],
    ['lab', 4],
    [null, 1],
  ]);
  expect(pools[1]?.curve).toEqual([
    { at: at('00:00'), used: 0 },
    { at: at('06:00'), used: 0.5 },
    { at: at('12:00'), used: 0.25 },
    { at: at('14:00'), used: 0 },
  ]);
});

test('the curve is filled from below', () => {
  expect(
    polygon(
      [
        { at: 0, used: 0 },
        { at: 50, used: 0.5 },
      ],
      0,
      100,
      100,
      20,
    ),
  ).toBe('0,20 0,20 50,20 50,10 100,10 100,20');
});
