import type { Claim, Reservation, Resource } from '@/shared/api/types';

/** What is wanted of a resource: all of it, or a share. */
export type Wanted = { resource: number } & Pick<Claim, 'whole' | 'cores' | 'memory' | 'disk' | 'vms' | 'lxc'>;

/** Why something cannot be had in a window: because of whom, or because too little is left, and until when; null for always. */
export type Taken = { resource: number } & ({ why: 'taken'; by: Reservation; until: number } | { why: 'capacity'; until: number | null });

/** When a reservation has its claims: with what it needs before its start and after its end. */
export type Held = { from: number; until: number };

export const heldOf = ({ holds }: Pick<Reservation, 'holds'>): Held => ({ from: Date.parse(holds.from), until: Date.parse(holds.until) });

/** Whether it keeps others from what it claims; one that was called off, or has ended and is given back, does not. */
export const isHolding = ({ status, phase }: Pick<Reservation, 'status' | 'phase'>): boolean =>
  status === 'pending' || status === 'active' || phase === 'returning';

/** What nobody has booked yet has no number, and nobody is in its way. */
export const wantedOf = ({ claims }: Pick<Reservation, 'claims'>): Wanted[] =>
  claims.flatMap(({ resource: { id }, whole, cores, memory, disk, vms, lxc }) => (id === null ? [] : { resource: id, whole, cores, memory, disk, vms, lxc }));

const sizes = ['cores', 'memory', 'disk', 'vms', 'lxc', 'guests'] as const;
export type Size = (typeof sizes)[number];
type Use = Record<Size, number>;
/** How much is used from a moment on, and by whose end or beginning that changed. */
export type Step = { at: number } & Use;

/** What of it is in use outside reservations. */
const standingOf = ({ standing }: Pick<Resource, 'standing'>): Use => ({ ...standing, vms: 0, lxc: 0 });

/** How much of it a share is. */
const sizeOf = (share: Omit<Wanted, 'resource'>, size: Size): number => (size === 'guests' ? (share.vms ?? 0) + (share.lxc ?? 0) : (share[size] ?? 0));

const sharesOn = (resource: number, { claims }: Pick<Reservation, 'claims'>): Claim[] =>
  claims.filter((claim) => claim.resource.id === resource && !claim.whole);

/** The use of a resource by shares and outside reservations over time: from each step's moment to that of the next. */
export function stepsOf(resource: Pick<Resource, 'id' | 'standing'>, reservations: Reservation[], from: number, to: number): Step[] {
  const changes = reservations.filter(isHolding).flatMap((each) => {
    const held = heldOf(each);
    const [begin, end] = [Math.max(from, held.from), Math.min(to, held.until)];
    return begin >= end
      ? []
      : sharesOn(resource.id, each).flatMap((claim) => [
          { at: begin, claim, sign: 1 },
          { at: end, claim, sign: -1 },
        ]);
  });
  const standing = standingOf(resource);
  const steps: Step[] = [{ at: from, ...standing }];
  for (const { at, claim, sign } of changes.sort((a, b) => a.at - b.at)) {
    const last = steps.at(-1);
    const before: Use = last ?? standing;
    const next = { at, ...(Object.fromEntries(sizes.map((size) => [size, before[size] + sign * sizeOf(claim, size)])) as Use) };
    if (last?.at === at) {
      steps[steps.length - 1] = next;
    } else {
      steps.push(next);
    }
  }
  return steps;
}

/** How much of a resource its shares may have together; null where it is not bounded. */
export const boundsOf = ({ cores, memory, disk, vms, lxc, guests, cores_factor, memory_factor }: Resource): Record<Size, number | null> => ({
  cores: cores === null ? null : Math.floor(cores * cores_factor),
  memory: memory === null ? null : Math.floor(memory * memory_factor),
  disk,
  vms,
  lxc,
  guests,
});

/** Until when a share does not fit from the first moment on at which it does not: null where it never would. */
function overfull(wanted: Wanted, resource: Resource, reservations: Reservation[], from: number, to: number): { until: number | null } | null {
  const bounds = boundsOf(resource);
  const isBeyond = (use: Use) => sizes.some((size) => sizeOf(wanted, size) > 0 && bounds[size] !== null && use[size] + sizeOf(wanted, size) > bounds[size]);
  if (isBeyond(standingOf(resource))) {
    return { until: null };
  }
  const steps = stepsOf(resource, reservations, from, to);
  const full = steps.map(isBeyond);
  const first = full.indexOf(true);
  const next = full.indexOf(false, first);
  return first < 0 ? null : { until: (next < 0 ? undefined : steps[next]?.at) ?? to };
}

/**
 * The first of what is wanted that cannot be had in a window, by what is known here; null where nothing stands against it.
 * The server decides again.
 */
export function obstacle(wanted: Wanted[], { from, until }: Held, known: Reservation[], resources: ReadonlyMap<number, Resource>, own?: number): Taken | null {
  const others = known.filter(
    (each) => each.id !== own && (own === undefined || each.replaces !== own) && isHolding(each) && heldOf(each).from < until && from < heldOf(each).until,
  );
  for (const want of wanted) {
    const blocks = (each: Reservation) => each.claims.some(({ resource, whole }) => resource.id === want.resource && (want.whole || whole));
    const by = others.find(blocks);
    if (by) {
      return { resource: want.resource, why: 'taken', by, until: heldOf(by).until };
    }
    const resource = resources.get(want.resource);
    const full = resource && !want.whole ? overfull(want, resource, others, from, until) : null;
    if (full) {
      return { resource: want.resource, why: 'capacity', until: full.until };
    }
  }
  return null;
}

const SNAP = 15 * 60_000;

/** The quarter of an hour that is nearest to a moment. */
export const snapped = (at: number): number => Math.round(at / SNAP) * SNAP;
