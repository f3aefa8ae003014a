import { closedTexts } from '@/features/reservations/blackouts/closedTexts';
import { heldOf, obstacle, wantedOf, type Held, type Taken, type Wanted } from '@/features/reservations/time/busy';
import { reservationTexts } from '@/features/reservations/texts';
import { clock, when, windowText } from '@/features/reservations/time/say';
import { fromOf, nameOf, toOf, whoseOf } from '@/features/reservations/words';
import type { Reservation, Resource } from '@/shared/api/types';

const said = reservationTexts.ghost;
const DAY = 86_400_000;

/** What is known of a window before the server is asked. */
export type Judgement = { taken: boolean; text: string };

type Given = {
  /** All that touch the time that is shown. */
  known: Reservation[];
  resources: Resource[];
  zone: string;
  now: number;
};

export type Asked = {
  from: number;
  to: number;
  /** What is moved; absent where something new is drawn. */
  moving?: Reservation;
  /** The resource on whose lane it is. */
  lane?: Resource;
  /** The lane from which it was moved. */
  origin?: Resource;
  /** The node to which the calendar is narrowed; empty for all. */
  node?: string;
};

/** What would be reserved by drawing on its lane: the whole, or a share that is not said yet. */
export const drawn = ({ id, kind }: Resource): Wanted => ({
  resource: id,
  whole: kind !== 'storage' && kind !== 'pool' && kind !== 'team',
  cores: null,
  memory: null,
  disk: null,
  vms: null,
  lxc: null,
});

/** When it would have its claims, with what it needs before and after. */
function heldIn({ from, to, moving }: Asked): Held {
  if (!moving) {
    return { from, until: to };
  }
  const held = heldOf(moving);
  return { from: from - (fromOf(moving) - held.from), until: to + (held.until - toOf(moving)) };
}

const isWithin = (inner: Held, outer: Held) => inner.from >= outer.from && inner.until <= outer.until;

/** What it would claim: on another lane, of that. */
function wantedIn({ moving, lane, origin }: Asked): Wanted[] {
  if (!moving) {
    return lane ? [drawn(lane)] : [];
  }
  return wantedOf(moving).map((want) => (lane && origin && want.resource === origin.id ? { ...want, resource: lane.id } : want));
}

function sayTaken(taken: Taken, { resources, zone }: Given, from: number): string {
  const found = resources.find(({ id }) => id === taken.resource);
  const name = found ? nameOf(found) : '';
  if (taken.until === null) {
    return said.never(name);
  }
  const end = taken.until - from < DAY ? clock(taken.until, zone) : when(taken.until, zone);
  if (taken.why === 'capacity') {
    return said.capacity(name, end);
  }
  const { by } = taken;
  return by.kind === 'blackout' ? closedTexts.until(name, by.title, end) : said.taken(name, whoseOf(by), end);
}

/** Those of the nodes that are free as a whole in a window. */
export function freeNodes({ known, resources }: Pick<Given, 'known' | 'resources'>, from: number, to: number, node = ''): Resource[] {
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  return resources.filter(
    (each) =>
      each.kind === 'node' &&
      (node === '' || each.name === node) &&
      each.out_of_service === null &&
      obstacle([drawn(each)], { from, until: to }, known, byId) === null,
  );
}

/** Whether a window is free, and who is in the way until when. */
export function judge(asked: Asked, given: Given): Judgement {
  const { from, to, moving, lane, node } = asked;
  const text = windowText(from, to, given.zone);
  // What runs already may be drawn out at its end.
  if (to <= given.now || (!moving && from < given.now - 15 * 60_000)) {
    return { taken: true, text: said.past };
  }
  if (lane && lane.out_of_service !== null) {
    return { taken: true, text: reservationTexts.lanes.outOfService(lane.out_of_service) };
  }
  const byId = new Map(given.resources.map((resource) => [resource.id, resource]));
  if (moving || lane) {
    const held = heldIn(asked);
    if (moving && lane?.id === asked.origin?.id && isWithin(held, heldOf(moving))) {
      // What it has already is its own, also within a blackout that was closed around it.
      return { taken: false, text: said.free(text) };
    }
    const taken = obstacle(wantedIn(asked), held, given.known, byId, moving?.id);
    return taken ? { taken: true, text: sayTaken(taken, given, from) } : { taken: false, text: said.free(text) };
  }
  const nodes = given.resources.filter((each) => each.kind === 'node' && (!node || each.name === node));
  const [only] = nodes;
  if (only && nodes.length === 1) {
    return judge({ ...asked, lane: only }, given);
  }
  const free = freeNodes(given, from, to);
  return free.length > 0
    ? { taken: false, text: said.some(text, free.map(({ name }) => name).join(', ')) }
    : { taken: nodes.length > 0, text: nodes.length > 0 ? said.none(text) : said.free(text) };
}
