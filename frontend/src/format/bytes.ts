import { texts } from '@/texts/en';

const KIB = 1024;
const MIB = 1024 ** 2;
export const GIB = 1024 ** 3;
const TIB = 1024 ** 4;

const precise = new Intl.NumberFormat(texts.format.locale, { maximumFractionDigits: 1 });
const whole = new Intl.NumberFormat(texts.format.locale, { maximumFractionDigits: 0 });

const amount = (count: number) => (count >= 100 ? whole : precise).format(count);

/** A size, as people of Proxmox read it: GiB from 1 GiB on, TiB from 10 TiB on. */
export function bytes(count: number): string {
  if (count >= 10 * TIB) {
    return texts.format.tib(amount(count / TIB));
  }
  if (count >= GIB || count === 0) {
    return texts.format.gib(amount(count / GIB));
  }
  return count >= MIB ? texts.format.mib(amount(count / MIB)) : texts.format.kib(amount(count / KIB));
}

/** What is used of a whole, in the unit of the whole. */
export function usedOf(used: number, total: number): string {
  const unit = total >= 10 * TIB ? TIB : GIB;
  return texts.format.usedOf(amount(used / unit), bytes(total));
}

export const bytesPerSecond = (count: number): string => texts.format.perSecond(bytes(count));
