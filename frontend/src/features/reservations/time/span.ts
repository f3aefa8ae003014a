import { locale } from '@/shared/format/locale';
import { beginOf, dayOf, daysAfter, type Day } from './wall';

export const views = ['month', 'week', 'day', 'list', 'lanes'] as const;
export type View = (typeof views)[number];

/** How many days a list or the lanes show. */
export const LISTED = 14;

/** The days that are shown, and the moments at which they begin and end. */
export type Span = { days: Day[]; from: number; to: number };

const MONDAY = 1;

type Weeks = { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } };

/** With which day weeks begin in the reader's language: 0 for Sunday, as JavaScript counts. */
export function firstDay(tags: readonly string[] = locale): number {
  const of = new Intl.Locale(tags[0] ?? 'en-GB') as Intl.Locale & Weeks;
  const info = of.getWeekInfo?.() ?? of.weekInfo;
  return (info?.firstDay ?? MONDAY) % 7;
}

const weekdayOf = (day: Day) => new Date(`${day}T00:00Z`).getUTCDay();

/** The first day of the week in which a day is. */
export const weekBegin = (day: Day, first = firstDay()): Day => daysAfter(day, -((weekdayOf(day) - first + 7) % 7));

const monthBegin = (day: Day): Day => `${day.slice(0, 8)}01`;

function monthAfter(day: Day, months: number): Day {
  const at = new Date(`${monthBegin(day)}T00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + months);
  return at.toISOString().slice(0, 10);
}

function daysOf(view: View, day: Day, whole: boolean, first: number): { begin: Day; count: number } {
  switch (view) {
    case 'month': {
      const begin = weekBegin(monthBegin(day), first);
      const last = daysAfter(weekBegin(daysAfter(monthAfter(day, 1), -1), first), 7);
      return { begin, count: Math.round((Date.parse(last) - Date.parse(begin)) / 86_400_000) };
    }
    case 'week':
      return { begin: weekBegin(day, first), count: 7 };
    case 'lanes':
      return whole ? { begin: weekBegin(day, first), count: 7 } : { begin: day, count: 1 };
    case 'day':
      return { begin: day, count: 1 };
    case 'list':
      return { begin: day, count: LISTED };
  }
}

/** What a view shows of the time around a day; lanes show a week where it is `whole`. */
export function spanOf(view: View, day: Day, zone: string, whole = false, first = firstDay()): Span {
  const { begin, count } = daysOf(view, day, whole, first);
  return {
    days: Array.from({ length: count }, (_, index) => daysAfter(begin, index)),
    from: beginOf(begin, zone),
    to: beginOf(daysAfter(begin, count), zone),
  };
}

/** The day to which one goes from another, forwards or backwards. */
export function stepped(view: View, day: Day, steps: 1 | -1, whole = false): Day {
  switch (view) {
    case 'month':
      return monthAfter(day, steps);
    case 'list':
      return daysAfter(day, steps * LISTED);
    case 'day':
      return daysAfter(day, steps);
    case 'week':
      return daysAfter(day, steps * 7);
    case 'lanes':
      return daysAfter(day, steps * (whole ? 7 : 1));
  }
}

export const today = (zone: string, now = Date.now()): Day => dayOf(now, zone);

/** What the days that are shown are called. */
export function titleOf(view: View, day: Day, { days }: Span): string {
  const at = (each: Day) => Date.parse(`${each}T12:00Z`);
  const [first = day, last = day] = [days[0], days.at(-1)];
  if (view === 'month') {
    return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(at(day));
  }
  if (first === last) {
    return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(at(first));
  }
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).formatRange(at(first), at(last));
}
