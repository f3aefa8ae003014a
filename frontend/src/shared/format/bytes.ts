import { locale } from './locale';
import { formatTexts } from './texts';

const KIB = 1024;
export const MIB = 1024 ** 2;
export const GIB = 1024 ** 3;
const TIB = 1024 ** 4;

const precise = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });

type Unit = { size: number; words: (amount: string) => string };

/** The units from the largest on, each with the count of bytes from which it is used. */
const units: (Unit & { from: number })[] = [
  { from: 10 * TIB, size: TIB, words: formatTexts.tib },
  { from: GIB, size: GIB, words: formatTexts.gib },
  { from: MIB, size: MIB, words: formatTexts.mib },
  { from: KIB, size: KIB, words: formatTexts.kib },
  { from: 1, size: 1, words: formatTexts.bytes },
];
const gib: Unit = { size: GIB, words: formatTexts.gib };

const amount = (count: number) => (count >= 100 ? whole : precise).format(count);

/** A figure that is no count of bytes is not known. */
const isCount = (count: number) => Number.isFinite(count) && count >= 0;

/** The unit in which people of Proxmox read a size: GiB from 1 GiB on, TiB from 10 TiB on; rounding never makes 1,024 of it. */
function unitOf(count: number): Unit {
  const index = units.findIndex(({ from }) => count >= from);
  const unit = units[index];
  if (unit === undefined) {
    return gib;
  }
  const larger = units[index - 1];
  // 1023.96 MiB would be read as 1,024 MiB.
  return larger !== undefined && Math.round(count / unit.size) * unit.size >= larger.from ? larger : unit;
}

const inUnit = (count: number, { size }: Unit) => amount(count / size);

/** A size in words. */
export function bytes(count: number): string {
  if (!isCount(count)) {
    return formatTexts.none;
  }
  const unit = unitOf(count);
  return unit.words(inUnit(count, unit));
}

/** The size of what has one, such as a guest's memory, where nothing means that it is not known. */
export const sizeOf = (count: number): string => (count > 0 ? bytes(count) : formatTexts.none);

/** What is used of a whole, in the unit of the whole. */
export function usedOf(used: number, total: number): string {
  const unit = isCount(total) ? unitOf(total) : gib;
  return formatTexts.usedOf(isCount(used) ? inUnit(used, unit) : formatTexts.none, bytes(total));
}

export const bytesPerSecond = (count: number): string => (isCount(count) ? formatTexts.perSecond(bytes(count)) : formatTexts.none);
