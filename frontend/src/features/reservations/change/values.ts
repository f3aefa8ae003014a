import type { Scope } from '@/features/reservations/api';
import { checkRepeat } from '@/features/reservations/book/booking';
import { actFrom, actOf, checkActs, isGrace, type Acts, type NamedEnd, type NamedStart } from '@/features/reservations/book/ends';
import { once, ruleOf, type Repeat } from '@/features/reservations/book/repeat';
import { reservationTexts } from '@/features/reservations/texts';
import { checkTimes } from '@/features/reservations/time/typed';
import { momentOf, wallOf, written } from '@/features/reservations/time/wall';
import { fromOf, toOf } from '@/features/reservations/words';
import type { Reservation, ReservationChange } from '@/shared/api/types';
import { formTexts } from '@/shared/form/texts';
import { checkMade, guestsChanged, madeOf, madePlace, type Made } from './made';
import type { Mode } from './ScopeChoice';

const said = reservationTexts;

/** A change as it is typed. */
export type Values = Acts & {
  title: string;
  start: string;
  end: string;
  zone: string;
  notes: string;
  grace: string;
  lead: string;
  private: boolean;
  /** Of guests that are made, each kind by itself. */
  made: Made[];
  /** Which dates of its series it is meant for, and what becomes of it where one is taken. */
  scope: Scope;
  mode: Mode;
  /** How it repeats from now on; never for as before. */
  repeat: Repeat;
};

function actsOf({ at_start, at_end }: Reservation): Acts {
  const [atStart, startFrom] = actFrom<NamedStart>(at_start);
  const [atEnd, endAs] = actFrom<NamedEnd>(at_end);
  return { atStart, startFrom, atEnd, endAs };
}

/** What stands in the fields before anything is typed. */
export const valuesOf = (of: Reservation, zone: string): Values => ({
  title: of.title,
  start: wallOf(fromOf(of), zone),
  end: wallOf(toOf(of), zone),
  zone,
  notes: of.notes,
  ...actsOf(of),
  grace: String(of.grace_minutes),
  lead: String(of.lead_minutes),
  private: of.private,
  made: madeOf(of.guests),
  scope: 'this',
  mode: 'all',
  repeat: once,
});

/** What is wrong, by the rules of the API. */
export const checkOf = (of: Reservation) => (values: Values) => ({
  ...(values.title.trim() === '' && { title: formTexts.needed }),
  ...checkTimes(values, Date.now()),
  ...(values.scope !== 'this' && checkRepeat(values.repeat, values.start)),
  ...checkActs(values),
  ...(values.scope === 'this' && checkMade(values.made, of.guests)),
  ...(!isGrace(values.grace) && { grace: said.form.graceRule }),
  ...(!isGrace(values.lead) && { lead: said.form.graceRule }),
});

/** What of a reservation is to be another way. */
export function changesOf(values: Values, of: Reservation): ReservationChange {
  const [from, to] = [momentOf(values.start, values.zone) ?? 0, momentOf(values.end, values.zone) ?? 0];
  const [atStart, atEnd] = [actOf(values.atStart, values.startFrom), actOf(values.atEnd, values.endAs)];
  return {
    ...(values.title.trim() !== of.title && { title: values.title.trim() }),
    ...(from !== fromOf(of) && { start_dt: written(from, of.time_zone) }),
    ...(to !== toOf(of) && { end_dt: written(to, of.time_zone) }),
    ...(values.notes !== of.notes && { notes: values.notes }),
    ...(atStart !== of.at_start && { at_start: atStart }),
    ...(atEnd !== of.at_end && { at_end: atEnd }),
    ...(Number(values.lead) !== of.lead_minutes && { lead_minutes: Number(values.lead) }),
    ...(Number(values.grace) !== of.grace_minutes && { grace_minutes: Number(values.grace) }),
    ...(values.private !== of.private && { private: values.private }),
    // Of a series they are changed one date at a time.
    ...(values.scope === 'this' && guestsChanged(values.made, of.guests)),
  };
}

/** The same for more than one date of its series. */
export function changesFor(values: Values, of: Reservation): ReservationChange {
  const { scope, mode, repeat } = values;
  const changes = changesOf(values, of);
  return scope === 'this'
    ? changes
    : {
        ...changes,
        recurrence: { mode, ...(repeat.freq !== 'never' && { rule: ruleOf(repeat, wallOf(momentOf(values.start, values.zone) ?? 0, of.time_zone)) }) },
      };
}

/** Whether anything is asked of the dates but to keep what they have. */
export const asksNothing = ({ recurrence, ...changes }: ReservationChange) => Object.keys(changes).length === 0 && recurrence?.rule === undefined;

/** The place of a field of the API in the form. */
export const placeOf = (field: string): string => madePlace(field) ?? fields[field] ?? field;

const fields: Record<string, string> = {
  start_dt: 'start',
  end_dt: 'end',
  at_start: 'atStart',
  at_end: 'atEnd',
  lead_minutes: 'lead',
  grace_minutes: 'grace',
  'recurrence.rule': 'repeat.freq',
  recurrence: 'repeat.freq',
};
