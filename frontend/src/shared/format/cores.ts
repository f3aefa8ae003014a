import { number } from './percent';
import { formatTexts } from './texts';

/** How many processor cores, with their unit. */
export const cores = (count: number): string =>
  Number.isFinite(count) && count >= 0 ? (count === 1 ? formatTexts.core : formatTexts.cores(number(count))) : formatTexts.none;
