import { useEffect, useRef, useState, type PointerEvent } from 'react';
import { useJudgement, type Ghost } from '@/features/reservations/calendar/ghost';
import type { Asked } from '@/features/reservations/calendar/judge';
import { snapped } from '@/features/reservations/time/busy';
import type { Span } from '@/features/reservations/time/span';
import { fromOf, toOf } from '@/features/reservations/words';
import type { Reservation, Resource } from '@/shared/api/types';
import type { Lane } from './layout';

const QUARTER = 15 * 60_000;
// Less is a click.
const FAR = 4;

type How = 'create' | 'move' | 'start' | 'end';
/** What is under way: from where it was taken, and where it is. */
type Under = { how: How; lane: Resource; at: number; x: number; far: boolean; reservation?: Reservation; origin: Resource; from: number; to: number };

type Options = {
  span: Span;
  lanes: Lane[];
  ghost: Ghost;
  look: (asked: Asked | null) => void;
  open: (reservation: Reservation) => void;
  create: (from: number, to: number, lane: Resource) => void;
  move: (reservation: Reservation, from: number, to: number, lanes?: { origin: Resource; lane: Resource }) => Promise<boolean>;
};

/** The window that a drag names now, on quarters of an hour. */
export function windowAt({ how, at, reservation }: Pick<Under, 'how' | 'at' | 'reservation'>, now: number): { from: number; to: number } {
  if (!reservation) {
    const [from, to] = [snapped(Math.min(at, now)), snapped(Math.max(at, now))];
    return { from, to: Math.max(to, from + QUARTER) };
  }
  const [from, to] = [fromOf(reservation), toOf(reservation)];
  if (how === 'start') {
    return { from: Math.min(snapped(from + now - at), to - QUARTER), to };
  }
  if (how === 'end') {
    return { from, to: Math.max(snapped(to + now - at), from + QUARTER) };
  }
  const begin = snapped(from + now - at);
  return { from: begin, to: begin + (to - from) };
}

/** Drawing, moving and drawing out on lanes, by mouse or finger. */
export function useDrag({ span, lanes, ghost, look, open, create, move }: Options) {
  const judgement = useJudgement(ghost);
  const [under, setUnder] = useState<Under | null>(null);
  const [waiting, setWaiting] = useState<Under | null>(null);
  // The click that follows a drag opens nothing.
  const dragged = useRef(false);
  const { from, to } = span;
  const stop = () => {
    setUnder(null);
    look(null);
  };
  const active = under !== null;
  useEffect(() => {
    if (!active) {
      return;
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        setUnder(null);
        look(null);
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [active, look]);

  const timeAt = (track: Element, x: number) => {
    const { left, width } = track.getBoundingClientRect();
    return from + (width > 0 ? (x - left) / width : 0) * (to - from);
  };
  const laneAt = (event: PointerEvent, fallback: Resource) => {
    const found = document.elementFromPoint(event.clientX, event.clientY)?.closest('[data-lane]')?.getAttribute('data-lane');
    // Whose it is does not change with where it is dropped.
    return (fallback.kind === 'team' ? undefined : lanes.find(({ resource }) => String(resource.id) === found)?.resource) ?? fallback;
  };
  const asked = (each: Under): Asked => ({
    from: each.from,
    to: each.to,
    lane: each.lane,
    origin: each.origin,
    ...(each.reservation && { moving: each.reservation }),
  });
  const begin = (event: PointerEvent<HTMLElement>, track: Element, lane: Resource, how: How, reservation?: Reservation) => {
    if (event.button !== 0 || event.pointerType === 'touch') {
      return;
    }
    const at = timeAt(track, event.clientX);
    dragged.current = false;
    event.currentTarget.setPointerCapture(event.pointerId);
    const window = windowAt({ how, at, ...(reservation && { reservation }) }, at);
    setUnder({ how, lane, origin: lane, at, x: event.clientX, far: false, ...window, ...(reservation && { reservation }) });
  };
  const follow = (event: PointerEvent<HTMLElement>) => {
    const track = event.currentTarget.closest('[data-lane]');
    if (!under || !track || (!under.far && Math.abs(event.clientX - under.x) < FAR && laneAt(event, under.origin).id === under.origin.id)) {
      return;
    }
    dragged.current = true;
    const lane = under.how === 'move' ? laneAt(event, under.lane) : under.lane;
    const next = { ...under, far: true, lane, ...windowAt(under, timeAt(track, event.clientX)) };
    setUnder(next);
    look(asked(next));
  };
  const drop = () => {
    stop();
    if (!under?.far) {
      return;
    }
    if (!under.reservation) {
      create(under.from, under.to, under.lane);
      return;
    }
    setWaiting(under);
    const moved = under.lane.id === under.origin.id ? undefined : { origin: under.origin, lane: under.lane };
    void move(under.reservation, under.from, under.to, moved).finally(() => setWaiting(null));
  };
  const shown = under?.far ? under : waiting;
  const share = (at: number) => Math.min(1, Math.max(0, (at - from) / (to - from)));
  return {
    moving: shown?.reservation?.id ?? null,
    /** Where the ghost stands on a lane; null where it is on another. */
    ghostOn: (lane: number) =>
      shown?.lane.id !== lane
        ? null
        : { left: share(shown.from), width: share(shown.to) - share(shown.from), taken: shown === under && judgement?.taken === true },
    // What happens on a block rises to its track, which alone follows and drops.
    track: (lane: Resource) => ({
      onPointerMove: follow,
      onPointerUp: drop,
      onPointerCancel: stop,
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.target === event.currentTarget) {
          begin(event, event.currentTarget, lane, 'create');
        }
      },
    }),
    block: (reservation: Reservation, lane: Resource, may: boolean) => ({
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        const edge = (event.target as HTMLElement).dataset.edge;
        const track = event.currentTarget.closest('[data-lane]');
        const how = edge === 'start' || edge === 'end' ? edge : 'move';
        dragged.current = false;
        if (track && may && (how === 'end' || reservation.status === 'pending')) {
          event.stopPropagation();
          begin(event, track, lane, how, reservation);
        }
      },
      onClick: () => {
        if (!dragged.current) {
          open(reservation);
        }
      },
    }),
  };
}

export type Drag = ReturnType<typeof useDrag>;
