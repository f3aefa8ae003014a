import { asks, checkReady, readyOf, type Ready } from '@/features/reservations/book/ready';
import type { GuestEnd, OrderedGuest } from '@/shared/api/types';
import type { Faults } from '@/shared/form/paths';

/** What of guests that are made for a reservation can be another way also once they are made. */
export type Made = { ready: Ready; end: GuestEnd | '' };

/** What stands in the fields before anything is typed. */
export const madeOf = (guests: OrderedGuest[]): Made[] => guests.map(({ ready, at_end }) => ({ ready: readyOf(ready), end: at_end ?? '' }));

/** What is wrong with it, by the rules of the API. */
export const checkMade = (made: Made[], guests: OrderedGuest[]): Faults =>
  Object.fromEntries(
    made.flatMap(({ ready }, index) =>
      Object.entries(checkReady(ready, guests[index]?.kind ?? 'vm')).map(([path, fault]) => [`made.${index}.ready.${path}`, fault]),
    ),
  );

function changed(guest: OrderedGuest, { ready: { check, port, minutes }, end }: Made): OrderedGuest {
  const { check: was, port: door, minutes: time } = readyOf(guest.ready);
  const same = check === was && (check !== 'port' || port === door) && (!asks(check) || minutes === time);
  return {
    ...guest,
    ...(!same && { ready: { check, ...(check === 'port' && { port: Number(port) }), ...(asks(check) && { minutes: Number(minutes) }) } }),
    ...(end !== (guest.at_end ?? '') && { at_end: end === '' ? null : end }),
  };
}

/** All of them as they are to be, or nothing where they stay as they are. */
export function guestsChanged(made: Made[], guests: OrderedGuest[]): { guests?: OrderedGuest[] } {
  const all = guests.map((guest, index) => (made[index] ? changed(guest, made[index]) : guest));
  return JSON.stringify(all) === JSON.stringify(guests) ? {} : { guests: all };
}

/** The place of a field of the API about guests; null where it is about something else. */
export function madePlace(field: string): string | null {
  const [, index = '', inner = ''] = /^guests\[(\d+)\]\.(at_end|ready(?:\.\w+)?)$/.exec(field) ?? [];
  return inner === '' ? null : `made.${index}.${inner === 'at_end' ? 'end' : inner === 'ready' ? 'ready.check' : inner}`;
}
