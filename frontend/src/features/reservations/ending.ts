import type { GuestEnd, Reservation } from '@/shared/api/types';
import { endTexts } from './endTexts';
import { hasGuests, nameOf } from './words';

/** What happens at its end, in one sentence; nothing of what was cancelled waits for a grace. */
export function endOf({ at_end, claims, guests, ...more }: Pick<Reservation, 'at_end' | 'grace_minutes' | 'claims' | 'guests' | 'status'>): string {
  const ends = endTexts.endSentence;
  const grace_minutes = more.status === 'cancelled' ? 0 : more.grace_minutes;
  if (claims.length === 0 && guests.length === 0) {
    return ends.bare;
  }
  if (!hasGuests({ claims, guests })) {
    return ends.guestless;
  }
  if (guests.some((each) => each.at_end && each.at_end !== at_end)) {
    return ends.each(eachEnd({ at_end, claims, guests }).map(({ names, end }) => ends.one(names, actAtEnd(end, grace_minutes))));
  }
  const snapshot = restoredBy(at_end);
  if (snapshot !== null) {
    return ends.restore(snapshot, guests.length > 0);
  }
  return at_end === 'destroy' ? ends.destroy(grace_minutes) : ends[at_end as Exclude<GuestEnd, 'destroy'>];
}

function actAtEnd(end: string, grace: number): string {
  const acts = endTexts.endActs;
  const snapshot = restoredBy(end);
  return snapshot !== null ? acts.restore(snapshot) : end === 'destroy' ? acts.destroy(grace) : acts[end as Exclude<GuestEnd, 'destroy'>];
}

/** What is made is never put back. */
const endOfMade = (own: GuestEnd | null | undefined, usual: string): string => own ?? (restoredBy(usual) === null ? usual : 'destroy');

/** Whether something that was made for it is destroyed. */
export const destroysAny = ({ at_end, guests }: Pick<Reservation, 'at_end' | 'guests'>): boolean =>
  guests.some((each) => endOfMade(each.at_end, at_end) === 'destroy');

/** What happens to whom, where that is not the same for all: what is made is never put back, and what was there never destroyed. */
function eachEnd({ at_end, claims, guests }: Pick<Reservation, 'at_end' | 'claims' | 'guests'>): { names: string; end: string }[] {
  const named = claims.filter(({ resource }) => resource.kind === 'guest').map(({ resource }) => nameOf(resource));
  return [
    ...guests.map(({ name, count = 1, at_end: own }) => ({ names: endTexts.made(name, count), end: endOfMade(own, at_end) })),
    ...(named.length === 0 ? [] : [{ names: named.join(', '), end: at_end === 'destroy' ? 'nothing' : at_end }]),
  ];
}

/** What happens at its start to guests that it names; null where nothing does. */
export function startOf({ at_start, claims }: Pick<Reservation, 'at_start' | 'claims'>): string | null {
  const starts = endTexts.startActs;
  const [act = '', snapshot = ''] = at_start.split(':');
  if (act === 'nothing' || !claims.some(({ resource }) => resource.kind === 'guest')) {
    return null;
  }
  return act === 'rollback' ? starts.rollback(snapshot) : starts[act as 'start' | 'snapshot'];
}

/** The snapshot that guests are put back to at an end, or null where they are not. */
const restoredBy = (end: string): string | null => (end.startsWith('restore:') ? end.slice('restore:'.length) : null);
