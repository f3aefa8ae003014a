import { locale } from './locale';

const whole = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

/** A share of 0 to 1 in words. */
export const percent = (share: number): string => whole.format(share);

/** What is used of a whole, 0 to 1. */
export const share = (used: number, total: number): number => (total > 0 ? Math.min(1, Math.max(0, used / total)) : 0);

export const number = (count: number): string => numbers.format(count);
