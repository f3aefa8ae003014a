import { locale } from './locale';
import type { Zone } from './time';

const KIB = 1024;
const DAY = 86_400_000;
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500];

/** Where an axis of sizes ends: the next round figure of a unit that nothing exceeds. */
export function topOf(most: number): number {
  if (!(most > 1)) {
    return KIB;
  }
  const unit = KIB ** Math.floor(Math.log2(most) / 10);
  const step = STEPS.find((each) => each * unit >= most);
  return step === undefined ? unit * KIB : step * unit;
}

const styles = {
  hours: { hour: '2-digit', minute: '2-digit' },
  days: { weekday: 'short', hour: '2-digit', minute: '2-digit' },
  months: { day: 'numeric', month: 'short', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** A moment as it stands at an axis that is as long as given, in milliseconds. */
export function tick(at: number, zone: Zone, length: number): string {
  const style = length <= DAY ? styles.hours : length <= 7 * DAY ? styles.days : styles.months;
  return new Intl.DateTimeFormat(locale, { ...style, ...(zone === 'utc' && { timeZone: 'UTC' }) }).format(at);
}
