import { locale } from './locale';
import { formatTexts } from './texts';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** The reader's own zone, or UTC. */
export type Zone = 'local' | 'utc';

const style = { dateStyle: 'medium', timeStyle: 'long' } as const;
const moments: Record<Zone, Intl.DateTimeFormat> = {
  local: new Intl.DateTimeFormat(locale, style),
  utc: new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' }),
};

/** A length of time in its two greatest units; takes seconds. */
export function span(seconds: number): string {
  if (!Number.isFinite(seconds)) {
    return formatTexts.none;
  }
  const whole = Math.max(0, Math.floor(seconds));
  if (whole >= DAY) {
    return formatTexts.days(Math.floor(whole / DAY), Math.floor((whole % DAY) / HOUR));
  }
  if (whole >= HOUR) {
    return formatTexts.hours(Math.floor(whole / HOUR), Math.floor((whole % HOUR) / MINUTE));
  }
  return whole >= MINUTE ? formatTexts.minutesSeconds(Math.floor(whole / MINUTE), whole % MINUTE) : formatTexts.seconds(whole);
}

/** A length of time where seconds matter below a minute only; takes seconds. */
export const about = (seconds: number): string => (seconds >= MINUTE && seconds < HOUR ? formatTexts.minutes(Math.floor(seconds / MINUTE)) : span(seconds));

/** How long ago something was; takes milliseconds since 1970. */
export function ago(at: number, now: number): string {
  const seconds = Math.max(0, Math.floor((now - at) / 1000));
  if (seconds < 3) {
    return formatTexts.now;
  }
  return formatTexts.ago(about(seconds));
}

/** A moment in a zone, which it names. */
export const moment = (at: number, zone: Zone): string => moments[zone].format(at);

/** The same moment in the zone that was not chosen. */
export const elsewhere = (at: number, zone: Zone): string => moment(at, zone === 'utc' ? 'local' : 'utc');
