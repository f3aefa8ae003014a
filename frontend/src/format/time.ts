import { texts } from '@/texts/en';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

const here = new Intl.DateTimeFormat(texts.format.locale, { dateStyle: 'medium', timeStyle: 'long' });
const clock = new Intl.DateTimeFormat(texts.format.locale, { timeStyle: 'medium' });

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

/** How long ago something was; takes milliseconds since 1970. */
export function ago(at: number, now: number): string {
  const seconds = Math.max(0, Math.floor((now - at) / 1000));
  if (seconds < 3) {
    return texts.format.now;
  }
  return texts.format.ago(seconds >= MINUTE && seconds < HOUR ? texts.format.minutes(Math.floor(seconds / MINUTE)) : span(seconds));
}

/** A moment in the reader's own zone, which it names. */
export const moment = (at: number): string => here.format(at);

/** The time of day in the reader's own zone. */
export const timeOfDay = (at: number): string => clock.format(at);

/** A moment in UTC. */
export const utc = (at: number): string => texts.format.utc(new Date(at).toISOString().slice(0, 19).replace('T', ' '));
