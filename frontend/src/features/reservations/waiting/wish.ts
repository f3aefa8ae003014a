import type { Booking } from '@/features/reservations/book/booking';
import { orderOf } from '@/features/reservations/book/order';
import { reservationTexts } from '@/features/reservations/texts';
import { lengthText } from '@/features/reservations/time/say';
import { momentOf, momentsOf, wallOf, written, type Wall } from '@/features/reservations/time/wall';
import type { NewWaitingEntry } from '@/shared/api/types';
import type { Faults } from '@/shared/form/paths';
import { waitingTexts } from './texts';

const said = waitingTexts.wait;
const MINUTE = 60_000;
const DAY = 86_400_000;
const USUAL = 7 * DAY;
const LONGEST = 92 * DAY;
const FARTHEST = 400 * DAY;

/** Between which times something is wanted, as clocks of the booking's zone show them. */
export type Between = { from: Wall; until: Wall };

/** How long it is wanted, in milliseconds. */
export function lengthOf({ start, end, zone }: Pick<Booking, 'start' | 'end' | 'zone'>): number {
  return (momentOf(end, zone) ?? 0) - (momentOf(start, zone) ?? 0);
}

/** From the time that was wanted on, for a week. */
export const usualBetween = ({ start, end, zone }: Pick<Booking, 'start' | 'end' | 'zone'>): Between => ({
  from: start,
  until: wallOf((momentOf(end, zone) ?? 0) + USUAL, zone),
});

/** Why nobody can wait for it; null where one can. */
export function whyNotWait({ machines, repeat, what }: Pick<Booking, 'machines' | 'repeat' | 'what'>, claims: number): string | null {
  if (machines.length > 0) {
    return said.machines;
  }
  if (repeat.freq !== 'never') {
    return said.repeats;
  }
  return what === 'machines' || claims === 0 ? said.nothing : null;
}

const fault = (wall: Wall, zone: string): string | null =>
  wall === '' ? reservationTexts.form.moment : momentsOf(wall, zone).length === 0 ? reservationTexts.form.skipped : null;

/** What is wrong with the times, by the rules of the API. */
export function checkBetween({ from, until }: Between, { zone, length, clock = Date.now }: { zone: string; length: number; clock?: () => number }): Faults {
  const [fromFault, untilFault] = [fault(from, zone), fault(until, zone)];
  if (fromFault !== null || untilFault !== null) {
    return { ...(fromFault !== null && { from: fromFault }), ...(untilFault !== null && { until: untilFault }) };
  }
  const now = clock();
  const [begin, end] = [Math.max(now, momentOf(from, zone) ?? 0), momentOf(until, zone) ?? 0];
  if (end <= now) {
    return { until: reservationTexts.form.past };
  }
  return end - begin < length ? { until: said.short(lengthText(length)) } : end - begin > LONGEST || end - now > FARTHEST ? { until: said.long } : {};
}

/** A booking that was refused, as it is put on the waiting list. */
export function entryOf(booking: Booking, { from, until }: Between, clock = Date.now): NewWaitingEntry {
  const { zone } = booking;
  const { title, claims, team, notes, at_start, at_end, private: secret } = orderOf(booking);
  const moment = (wall: Wall) => written(momentOf(wall, zone) ?? 0, zone);
  // What begins now is not meant for a moment that has passed once it is sent.
  const begins = (momentOf(from, zone) ?? 0) > clock() ? { from: moment(from) } : {};
  return {
    title,
    claims: claims ?? [],
    ...begins,
    until: moment(until),
    minutes: Math.round(lengthOf(booking) / MINUTE),
    time_zone: zone,
    private: secret ?? false,
    ...(at_start && { at_start }),
    ...(at_end && { at_end }),
    ...(team && { team }),
    ...(notes && { notes }),
  };
}
