import { reservationTexts } from '@/features/reservations/texts';
import { date } from '@/features/reservations/time/say';
import { daysAfter, type Day, type Wall } from '@/features/reservations/time/wall';
import type { Reservation } from '@/shared/api/types';

const said = reservationTexts.repeat;

/** The days of a week as RFC 5545 writes them, from Sunday on as JavaScript counts. */
export const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;
export type Weekday = (typeof weekdays)[number];
const isWeekday = (text: string): text is Weekday => weekdays.some((day) => day === text);

/** How a reservation is repeated, as it is typed. */
export type Repeat = {
  freq: 'never' | 'daily' | 'weekly';
  /** Every how many days or weeks. */
  every: string;
  on: Weekday[];
  ends: 'count' | 'until';
  count: string;
  until: Day;
  /** Dates that are left out. */
  without: Day[];
  /** What becomes of the others where one is refused. */
  mode: 'all' | 'skip';
};

export const MOST_TIMES = 200;
export const MOST_DAYS = 400;
const MOST_EVERY = 52;

export const once: Repeat = { freq: 'never', every: '1', on: [], ends: 'count', count: '6', until: '', without: [], mode: 'all' };

export const weekdayOf = (day: Day): Weekday => weekdays[new Date(`${day}T00:00Z`).getUTCDay()] ?? 'MO';

const isWhole = (text: string, most: number) => /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= most;
export const isEvery = (text: string): boolean => isWhole(text, MOST_EVERY);
export const isCount = (text: string): boolean => isWhole(text, MOST_TIMES);

/** The days on which a week of it has a date; that of the first where none was chosen. */
const daysOn = ({ on }: Repeat, first: Day): Weekday[] => (on.length > 0 ? on : [weekdayOf(first)]);

/** The rule of it, as RFC 5545 writes it. */
export function ruleOf(repeat: Repeat, start: Wall): string {
  const { freq, every, ends, count, until } = repeat;
  const days = daysOn(repeat, start.slice(0, 10));
  return [
    `FREQ=${freq.toUpperCase()}`,
    ...(every === '1' ? [] : [`INTERVAL=${every}`]),
    ...(freq === 'weekly' ? [`BYDAY=${weekdays.filter((day) => days.includes(day)).join(',')}`] : []),
    // To the last second of that day by the clocks there.
    ends === 'count' ? `COUNT=${count}` : `UNTIL=${until.replaceAll('-', '')}T235959`,
  ].join(';');
}

/** A rule as it is typed; null where it says what cannot be typed. */
export function repeatOf(rule: string): Repeat | null {
  const parts = new Map(rule.split(';').map((each) => each.split('=', 2) as [string, string]));
  const freq = parts.get('FREQ')?.toLowerCase();
  const days = (parts.get('BYDAY') ?? '').split(',').filter(Boolean);
  const [count, until] = [parts.get('COUNT') ?? '', parts.get('UNTIL') ?? ''];
  if ((freq !== 'daily' && freq !== 'weekly') || !days.every(isWeekday)) {
    return null;
  }
  return {
    ...once,
    freq,
    every: parts.get('INTERVAL') ?? '1',
    on: days.filter(isWeekday),
    ends: count === '' ? 'until' : 'count',
    count: count === '' ? once.count : count,
    until: until === '' ? '' : `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`,
  };
}

/** The rule of a series as one of its dates and those after it follow it, or all; null where it cannot be typed. */
export function repeatFrom({ rule, start }: { rule: string; start: Wall }, occurrence: Wall, scope: 'this' | 'later' | 'all'): Repeat | null {
  const repeat = repeatOf(rule);
  const before = repeat && scope === 'later' && repeat.ends === 'count' ? datesOf(repeat, start, MOST_TIMES).indexOf(occurrence.slice(0, 10)) : 0;
  return repeat && { ...repeat, count: String(Number(repeat.count) - Math.max(0, before)) };
}

/** A rule in words; as it is written where it says what is not ours. */
export function ruleText(rule: string, dayText: (day: Day) => string): string {
  const parts = new Map(rule.split(';').map((each) => each.split('=', 2) as [string, string]));
  const [freq, days, many, until] = ['FREQ', 'BYDAY', 'COUNT', 'UNTIL'].map((key) => parts.get(key) ?? '');
  const every = Number(parts.get('INTERVAL') ?? '1');
  const on = (days ?? '').split(',').flatMap((day) => (isWeekday(day) ? [said.days[day]] : []));
  if ((freq !== 'DAILY' && freq !== 'WEEKLY') || (days && (freq === 'DAILY' || on.length < days.split(',').length))) {
    return rule;
  }
  const last = until && /^\d{8}/.test(until) ? said.last(dayText(`${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`)) : '';
  return [freq === 'DAILY' ? said.daily(every) : said.weekly(every, on.join(', ')), many ? said.times(Number(many)) : last].filter(Boolean).join(', ');
}

/** A series in words: its rule, and how many of its dates were left out as they were not free; empty for what does not repeat. */
export const seriesText = ({ series }: Pick<Reservation, 'series'>): string =>
  series === null
    ? ''
    : [
        ruleText(series.rule, (day) => date(Date.parse(`${day}T12:00Z`), 'UTC')),
        series.skipped?.length ? reservationTexts.page.skipped(series.skipped.length) : '',
      ]
        .filter(Boolean)
        .join(' · ');

function* daysOf(repeat: Repeat, first: Day): Generator<Day> {
  const every = Number(repeat.every);
  if (repeat.freq === 'daily') {
    for (let day = first; ; day = daysAfter(day, every)) {
      yield day;
    }
  }
  const on = daysOn(repeat, first);
  // Weeks are counted from Monday, as RFC 5545 does unless told otherwise.
  const monday = daysAfter(first, -((weekdays.indexOf(weekdayOf(first)) + 6) % 7));
  for (let week = monday; ; week = daysAfter(week, 7 * every)) {
    for (let day = week; day < daysAfter(week, 7); day = daysAfter(day, 1)) {
      if (day >= first && on.includes(weekdayOf(day))) {
        yield day;
      }
    }
  }
}

/** The first dates of it, `most` at the most; those that are left out are among them, as they count. */
export function datesOf(repeat: Repeat, start: Wall, most: number): Day[] {
  const { freq, every, ends, count, until } = repeat;
  const first = start.slice(0, 10);
  if (freq === 'never' || !isEvery(every) || (ends === 'count' ? !isCount(count) : until < first)) {
    return [];
  }
  const dates: Day[] = [];
  for (const day of daysOf(repeat, first)) {
    if (dates.length >= most || (ends === 'count' ? dates.length >= Number(count) : day > until)) {
      break;
    }
    dates.push(day);
  }
  return dates;
}
