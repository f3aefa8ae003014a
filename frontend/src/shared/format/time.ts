import { texts } from '@/texts/en';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** The reader's own zone, or UTC. */
export type Zone = 'local' | 'utc';

const style = { dateStyle: 'medium', timeStyle: 'long' } as const;
const moments: Record<Zone, Intl.DateTimeFormat> = {
  local: new Intl.DateTimeFormat(texts.format.locale, style),
  utc: new Intl.DateTimeFormat(texts.format.locale, { ...style, timeZone: 'UTC' }),
};

/** A length of time in its two greatest units; takes seconds. */
export function span(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole >= DAY) {
    return texts.format.days(Math.floor(whole / DAY), Math.floor((whole % DAY) / HOUR));
  }
  if (whole >= HOUR) {
    return texts.format.hours(Math.floor(whole / HOUR), Math.floor((whole % HOUR) / MINUTE));
  }
  return whole >= MINUTE ? texts.format.minutesSeconds(Math.floor(whole / MINUTE), whole % MINUTE) : texts.format.seconds(whole);
}

/** A length of time where seconds matter below a minute only; takes seconds. */
export const about = (seconds: number): string =>
  seconds >= MINUTE && seconds < HOUR ? texts.format.minutes(Math.floor(seconds / MINUTE)) : span(seconds);

/** How long ago something was; takes milliseconds since 1970. */
export function ago(at: number, now: number): string {
  const seconds = Math.max(0, Math.floor((now - at) / 1000));
  if (seconds < 3) {
    return texts.format.now;
  }
  return texts.format.ago(about(seconds));
}

/** A moment in a zone, which it names. */
export const moment = (at: number, zone: Zone): string => moments[zone].format(at);

/** The same moment in the zone that was not chosen. */
export const elsewhere = (at: number, zone: Zone): string => moment(at, zone === 'utc' ? 'local' : 'utc');
