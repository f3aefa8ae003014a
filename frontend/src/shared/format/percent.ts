import { locale } from './locale';
import { formatTexts } from './texts';

const whole = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

/** A share of 0 to 1 in words. */
export const percent = (share: number): string => (Number.isFinite(share) ? whole.format(share) : formatTexts.none);

/** What is used of a whole, 0 to 1. */
export function share(used: number, total: number): number {
  const of = used / total;
  return total > 0 && !Number.isNaN(of) ? Math.min(1, Math.max(0, of)) : 0;
}

/** A plain figure. */
export const number = (count: number): string => (Number.isFinite(count) ? numbers.format(count) : formatTexts.none);
