import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { book, cancel, change, type CallOff, type Scope } from '@/features/reservations/api';
import { tellAsked } from '@/features/reservations/approvals/tellAsked';
import { askedAgain, canBookAgain, orderAgain } from '@/features/reservations/book/again';
import { reservationKeys } from '@/features/reservations/keys';
import { reservationTexts } from '@/features/reservations/texts';
import { windowText } from '@/features/reservations/time/say';
import { written } from '@/features/reservations/time/wall';
import { fromOf, toOf } from '@/features/reservations/words';
import { problemOf, type ApiProblem } from '@/shared/api/problem';
import type { NewClaim, Reservation, ReservationChange, Resource, Suggestion } from '@/shared/api/types';
import { notify } from '@/shared/ui/notify';
import type { Mode } from './ScopeChoice';
import { tellSeries, tellUndoable } from './undo';

const said = reservationTexts;

/** The version of a reservation as a list tells it, by which a change says what it is meant for; the rest of its `ETag` is not needed. */
export const etagOf = ({ version }: Pick<Reservation, 'version'>): string => `"${version}-"`;

/** The claims of a reservation with one lane's in place of another's. */
function claimsOn(moving: Reservation, origin: Resource, lane: Resource): NewClaim[] {
  return askedAgain(moving.claims.map((claim) => (claim.resource.id === origin.id ? { ...claim, resource: lane } : claim)));
}

export type Lanes = { origin: Resource; lane: Resource };

export function changeOf(moving: Reservation, from: number, to: number, lanes?: Lanes): ReservationChange {
  const zone = moving.time_zone;
  return {
    start_dt: written(from, zone),
    end_dt: written(to, zone),
    ...(lanes && { claims: claimsOn(moving, lanes.origin, lanes.lane) }),
  };
}

const before = (old: Reservation): ReservationChange => ({ start_dt: old.start_dt, end_dt: old.end_dt, claims: askedAgain(old.claims) });

/** What stands against a move: why, and where it should have gone. */
export type Blocked = { problem: ApiProblem; reservation: Reservation; from: number; to: number };

/** A date of a series that was moved, before it is said which others go with it. */
export type Asked = { reservation: Reservation; from: number; to: number; changes: ReservationChange; settle: (moved: boolean) => void };

/** Moving and cancelling, each with a way back for ten seconds; `again` hears of what was booked anew by undoing a cancel. */
export function useChanges(zone: string, again?: (booked: Reservation) => void) {
  const cache = useQueryClient();
  const [blocked, setBlocked] = useState<Blocked | null>(null);
  const [pending, setPending] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const reread = useCallback(
    () => Promise.all([reservationKeys.lists, reservationKeys.any, reservationKeys.resources].map((queryKey) => cache.invalidateQueries({ queryKey }))),
    [cache],
  );
  const send = useCallback(
    async (old: Reservation, changes: ReservationChange) => {
      const now = await change({ id: old.id, etag: etagOf(old) }, changes);
      await reread();
      if (now.id !== old.id) {
        tellAsked(now, reread);
        return false;
      }
      tellUndoable(said.title, said.move.done(now.title, windowText(fromOf(now), toOf(now), zone)), async () => {
        await change({ id: now.id, etag: etagOf(now) }, before(old));
        await reread();
      });
      return true;
    },
    [reread, zone],
  );
  const moveOne = useCallback(
    async (old: Reservation, from: number, to: number, changes: ReservationChange): Promise<boolean> => {
      try {
        // What waits for an approval goes back to where it is.
        return await send(old, changes);
      } catch (error) {
        const problem = problemOf(error);
        if (problem.type === 'reservation-conflict') {
          setBlocked({ problem, reservation: old, from, to });
        } else {
          const message = problem.type === 'changed' ? said.move.changed(problem.detail) : problem.detail;
          notify({ title: said.move.failed, message, color: 'red' });
          void reread();
        }
        return false;
      }
    },
    [send, reread],
  );
  const move = useCallback(
    (old: Reservation, from: number, to: number, lanes?: Lanes): Promise<boolean> => {
      const changes = changeOf(old, from, to, lanes);
      return old.series === null || old.status !== 'pending'
        ? moveOne(old, from, to, changes)
        : new Promise((settle) => setAsked({ reservation: old, from, to, changes, settle }));
    },
    [moveOne],
  );
  const moveAsked = async ({ reservation, from, to, changes, settle }: Asked, scope: Scope, mode: Mode) => {
    if (scope === 'this') {
      settle(await moveOne(reservation, from, to, changes));
    } else {
      const meant = { ...changes, recurrence: { mode }, ...(reservation.series && { series_version: reservation.series.version }) };
      const now = await change({ id: reservation.id, etag: etagOf(reservation) }, meant, { scope });
      await reread();
      tellSeries(now);
      settle(true);
    }
    setAsked(null);
  };
  const leave = () => {
    asked?.settle(false);
    setAsked(null);
  };
  const use = async ({ start_dt, end_dt, claims }: Suggestion) => {
    if (!blocked) {
      return;
    }
    setPending(true);
    try {
      await send(blocked.reservation, { start_dt, end_dt, claims: askedAgain(claims) });
      setBlocked(null);
    } catch (error) {
      setBlocked({ ...blocked, problem: problemOf(error), from: Date.parse(start_dt), to: Date.parse(end_dt) });
    } finally {
      setPending(false);
    }
  };
  const callOff = useCallback(
    async (old: Reservation, how?: CallOff) => {
      await cancel({ id: old.id, etag: etagOf(old) }, how);
      await reread();
      if (canBookAgain(old)) {
        const undo = async () => {
          const booked = await book(orderAgain(old));
          await reread();
          again?.(booked);
          return booked;
        };
        tellUndoable(said.title, said.cancel.done(old.title), undo, ({ id, phase }) => said.cancel.undone(id, phase === 'requested'));
      } else {
        notify({ title: said.title, message: said.cancel.done(old.title) });
      }
    },
    [reread, again],
  );
  return { move, callOff, blocked, pending, use, dismiss: () => setBlocked(null), asked, moveAsked, leave };
}
