import { shortWindow, when } from '@/features/reservations/time/say';
import type { ReservationEvent } from '@/shared/api/types';
import { labelOf } from '@/shared/format/label';
import { historyTexts as said } from './texts';

type Window = NonNullable<ReservationEvent['window']>;

const windowOf = ({ from, until }: Window, zone: string): string => shortWindow(Date.parse(from), Date.parse(until), zone);
const endOf = ({ until }: Window, zone: string): string => when(Date.parse(until), zone);

const whoseOf = ({ requester, team }: NonNullable<ReservationEvent['whose']>): string => [requester, team].filter(Boolean).join(' · ');

const fieldsOf = ({ fields }: Pick<ReservationEvent, 'fields'>): string => fields.map((field) => labelOf(said.fields, field)).join(', ');

/** What happened, in a few words. */
export function happened({ kind, window, whose, fields }: ReservationEvent, zone: string): string {
  const what = labelOf(said.happened, kind);
  if (kind === 'handed_over' && whose) {
    return said.handedTo(what, whoseOf(whose));
  }
  if (kind === 'changed' && fields.length > 0) {
    return said.changed(what, fieldsOf({ fields }));
  }
  if (!window) {
    return what;
  }
  switch (kind) {
    case 'moved':
      return said.to(what, windowOf(window, zone));
    case 'extended':
    case 'shortened':
      return said.until(what, endOf(window, zone));
    case 'requested':
      return said.asked(what, windowOf(window, zone));
    case 'offered':
    case 'booked':
      return said.for(what, windowOf(window, zone));
    default:
      return what;
  }
}

/** Who did it: what nobody did, Direttore did; null where nobody knows. */
export function whoOf({ kind, by }: Pick<ReservationEvent, 'kind' | 'by'>): string | null {
  return by === null && kind === 'made' ? null : said.by(by ?? said.program);
}

/** What else is known of it, a sentence each. */
export function detailsOf({ kind, by, asked_by: asker, reason, before, whose, fields }: ReservationEvent, zone: string): string[] {
  const others = whose && kind !== 'handed_over' && (whose.requester !== by || whose.team !== null) ? whose : null;
  const moved = kind === 'moved' || kind === 'handed_over' ? before : null;
  return [
    moved ? said.was(windowOf(moved, zone)) : '',
    others ? said.whose(whoseOf(others)) : '',
    asker === null ? '' : said.askedBy(asker),
    fields.length > 0 && kind !== 'changed' ? said.with(fieldsOf({ fields })) : '',
    reason ?? '',
  ].filter(Boolean);
}
