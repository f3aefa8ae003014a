import { boundsOf, heldOf, isHolding, stepsOf, type Size } from '@/features/reservations/time/busy';
import type { Reservation, Resource } from '@/shared/api/types';

/** A reservation on a lane: where it stands, in shares of the lane's width, and in which of its rows. */
export type Block = {
  reservation: Reservation;
  left: number;
  width: number;
  /** Where what it holds before its start and after its end begins and ends. */
  heldLeft: number;
  heldWidth: number;
  row: number;
  /** Whether it begins, or ends, outside what is shown. */
  before: boolean;
  after: boolean;
};

export type Lane = {
  resource: Resource;
  blocks: Block[];
  /** How many rows its shares need. */
  rows: number;
  /** The use by shares and outside reservations, 0 to 1 of what there is, and above where it is too much; null where nothing is bounded. */
  curve: Point[] | null;
};

export type Point = { at: number; used: number };

const within = (share: number) => Math.min(1, Math.max(0, share));

/** Which of several rows each takes so that none stands over another; in the order in which they begin. */
export function rowsOf(spans: { from: number; until: number }[]): number[] {
  const ends: number[] = [];
  const order = spans.map((span, index) => ({ ...span, index })).sort((a, b) => a.from - b.from || a.index - b.index);
  const rows: number[] = [];
  for (const { from, until, index } of order) {
    const free = ends.findIndex((end) => end <= from);
    const row = free < 0 ? ends.length : free;
    ends[row] = until;
    rows[index] = row;
  }
  return rows;
}

/** The greatest of the shares of a resource that are used from each step on. */
export function curveOf(resource: Resource, reservations: Reservation[], from: number, to: number): Point[] | null {
  const bounds = Object.entries(boundsOf(resource)).filter((entry): entry is [Size, number] => (entry[1] ?? 0) > 0);
  if (bounds.length === 0) {
    return null;
  }
  return stepsOf(resource, reservations, from, to).map((step) => ({ at: step.at, used: Math.max(...bounds.map(([size, bound]) => step[size] / bound)) }));
}

/** Whether it stands on a resource's lane: on a team's stands what is the team's, whatever it claims. */
const on = ({ id, kind, name }: Resource, { claims, team }: Reservation) =>
  kind === 'team' ? team === name : claims.some((claim) => claim.resource.id === id);

/** All but the name of what nothing is known to bound. */
export const unbounded: Omit<Resource, 'id' | 'kind' | 'name'> = {
  tags: [],
  cores: null,
  memory: null,
  disk: null,
  vms: null,
  lxc: null,
  guests: null,
  standing: { cores: 0, memory: 0, disk: 0, guests: 0 },
  node: null,
  cores_factor: 1,
  memory_factor: 1,
  by_hand: false,
  inventory: null,
  out_of_service: null,
  expected_back: null,
  now: [],
  next: null,
};

/** Teams that have a quota, and with them those that have something reserved and one's own: nothing bounds what these may have. */
export function teamsOf(resources: Resource[], all: Reservation[], own: string[]): Resource[] {
  const bounded = resources.filter(({ kind }) => kind === 'team');
  const named = new Set(bounded.map(({ name }) => name));
  const others = new Set([...own, ...all.flatMap(({ team }) => team ?? [])].filter((name) => !named.has(name)));
  // No resource has such a number.
  return [...bounded, ...[...others].sort().map((name, index): Resource => ({ ...unbounded, id: -1 - index, kind: 'team', name }))];
}

/** A resource's lane over a span of time. `reservations` are those that are drawn, `all` those that count. */
export function laneOf(resource: Resource, reservations: Reservation[], all: Reservation[], from: number, to: number): Lane {
  const drawn = reservations.filter((each) => on(resource, each) && heldOf(each).from < to && from < heldOf(each).until);
  const rows = rowsOf(drawn.map(heldOf));
  const share = (at: number) => within((at - from) / (to - from));
  const blocks = drawn.map((reservation, index): Block => {
    const held = heldOf(reservation);
    const [begin, end] = [Date.parse(reservation.start_dt), Date.parse(reservation.end_dt)];
    const [left, heldLeft] = [share(begin), share(held.from)];
    return {
      reservation,
      left,
      width: share(end) - left,
      heldLeft,
      heldWidth: share(held.until) - heldLeft,
      row: rows[index] ?? 0,
      before: begin < from,
      after: end > to,
    };
  });
  return { resource, blocks, rows: Math.max(1, ...rows.map((row) => row + 1)), curve: curveOf(resource, all.filter(isHolding), from, to) };
}

/** Lanes of which any may be reserved by a tag, and which part of them is taken; a tag of null for those that have none. */
export type Pool = { tag: string | null; lanes: Lane[]; curve: Point[] };

/** Which part of some lanes' resources is taken from each step on. */
function takenOf(lanes: Lane[], all: Reservation[], from: number, to: number): Point[] {
  const ids = new Set(lanes.map(({ resource }) => resource.id));
  const changes = all.filter(isHolding).flatMap((each) => {
    const held = heldOf(each);
    const [begin, end] = [Math.max(from, held.from), Math.min(to, held.until)];
    const many = new Set(each.claims.flatMap(({ resource: { id } }) => (id !== null && ids.has(id) ? id : []))).size;
    return many === 0 || begin >= end
      ? []
      : [
          { at: begin, by: many },
          { at: end, by: -many },
        ];
  });
  const moments = [...new Set([from, ...changes.map(({ at }) => at)])].sort((a, b) => a - b);
  return moments.map((moment) => ({ at: moment, used: changes.reduce((sum, { at, by }) => (at <= moment ? sum + by : sum), 0) / lanes.length }));
}

// What NetBox says of everything would put each into several pools more.
const properties = /^(role|platform|site|group):/;

const poolTags = ({ tags }: Resource) => tags.filter((tag) => !properties.test(tag));

/** Lanes by the tags of their resources; one that has several stands in each of its pools. */
export function poolsOf(lanes: Lane[], all: Reservation[], from: number, to: number): Pool[] {
  const tags = [...new Set(lanes.flatMap(({ resource }) => poolTags(resource)))].sort();
  const others = lanes.filter(({ resource }) => poolTags(resource).length === 0);
  const pools = [
    ...tags.map((tag) => ({ tag, lanes: lanes.filter(({ resource }) => resource.tags.includes(tag)) })),
    ...(others.length > 0 ? [{ tag: null, lanes: others }] : []),
  ];
  return pools.map((pool) => ({ ...pool, curve: takenOf(pool.lanes, all, from, to) }));
}

/** The curve as the points of a polygon in a box of the given size, filled from below. */
export function polygon(points: Point[], from: number, to: number, width: number, height: number): string {
  const x = (at: number) => ((at - from) / (to - from)) * width;
  const y = (used: number) => height - within(used) * height;
  const corners = points.flatMap(({ at, used }, index) => [
    [x(at), y(used)],
    [x(points[index + 1]?.at ?? to), y(used)],
  ]);
  return [[0, height], ...corners, [width, height]].map((corner) => corner.map((each) => Math.round(each * 100) / 100).join(',')).join(' ');
}
