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

const on = (resource: Resource, { claims }: Reservation) => claims.some((claim) => claim.resource.id === resource.id);
/** Whether it has the whole of a resource to itself. */
export const isWhole = (resource: Pick<Resource, 'id'>, { claims }: Reservation) => claims.some((claim) => claim.resource.id === resource.id && claim.whole);

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
