import { locale } from '@/shared/format/locale';
import { formatTexts } from '@/shared/format/texts';
import { reservationTexts } from '@/features/reservations/texts';
import { dayOf, offsetAt, offsetText, wallOf } from './wall';

const MINUTE = 60_000;

const day = { weekday: 'short', day: 'numeric', month: 'short' } as const;
const clocks = { hour: '2-digit', minute: '2-digit' } as const;
const styles = {
  date: day,
  dateInYear: { ...day, year: 'numeric' },
  clock: clocks,
  when: { ...day, ...clocks },
  whenInYear: { ...day, year: 'numeric', ...clocks },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const writers = new Map<string, Intl.DateTimeFormat>();

function writer(style: keyof typeof styles, zone: string): Intl.DateTimeFormat {
  const key = `${style} ${zone}`;
  const made = writers.get(key) ?? new Intl.DateTimeFormat(locale, { ...styles[style], timeZone: zone });
  writers.set(key, made);
  return made;
}

/** The time of day at a moment. */
export const clock = (at: number, zone: string): string => writer('clock', zone).format(at);
const isThisYear = (at: number, zone: string) => wallOf(at, zone).slice(0, 4) === wallOf(Date.now(), zone).slice(0, 4);

/** The day at a moment; with its year where that is another than now. */
export const date = (at: number, zone: string): string => writer(isThisYear(at, zone) ? 'date' : 'dateInYear', zone).format(at);
/** The day and the time of day at a moment; with its year where that is another than now. */
export const when = (at: number, zone: string): string => writer(isThisYear(at, zone) ? 'when' : 'whenInYear', zone).format(at);

/** By how much clocks there are ahead of UTC, such as `UTC+01:00`. */
export const offsetName = (at: number, zone: string): string => `UTC${offsetText(offsetAt(at, zone))}`;

/** Whether clocks are set otherwise at the end of a window than at its start. */
export const crosses = (from: number, to: number, zone: string): boolean => offsetAt(from, zone) !== offsetAt(to, zone);

/** A window of time with its zone; with both offsets where clocks change within it. */
export function windowText(from: number, to: number, zone: string): string {
  const range = writer('whenInYear', zone).formatRange(from, to);
  const offsets = crosses(from, to, zone) ? `${offsetName(from, zone)} → ${offsetName(to, zone)}` : offsetName(from, zone);
  return `${range} (${offsets})`;
}

/** A window of time in short, for where its zone is said. */
export function shortWindow(from: number, to: number, zone: string): string {
  const end = dayOf(from, zone) === dayOf(to, zone) ? clock(to, zone) : when(to, zone);
  return `${date(from, zone)}, ${clock(from, zone)} – ${end}`;
}

/** How long something takes, to the minute; takes milliseconds. */
export function lengthText(length: number): string {
  const minutes = Math.round(length / MINUTE);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  if (days > 0) {
    return formatTexts.days(days, hours);
  }
  if (hours === 0) {
    return formatTexts.minutes(rest);
  }
  return rest === 0 ? reservationTexts.hours(hours) : formatTexts.hours(hours, rest);
}
