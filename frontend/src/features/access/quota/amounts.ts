import type { Quota, Standing } from '@/shared/api/types';

export type Dimension = keyof Standing['use'];

/** What stands in the fields of a quota: memory and disk in GiB, nothing for no bound. */
export type Typed = Record<Dimension, string>;

const MIB_IN_GIB = 1024;
const BYTES_IN_GIB = 1024 ** 3;
const BYTES_IN_MIB = 1024 ** 2;

const unit: Record<Dimension, number> = { guests: 1, cores: 1, memory: MIB_IN_GIB, disk: BYTES_IN_GIB };
// Disks are whole mebibytes: what is typed of them must be, too.
const step: Record<Dimension, number> = { guests: 1, cores: 1, memory: 1, disk: BYTES_IN_MIB };

export const dimensions = Object.keys(unit) as Dimension[];

const shown = (dimension: Dimension, bound: number | null | undefined): string =>
  bound === null || bound === undefined ? '' : String(bound / unit[dimension]);

export const typedOf = (quota: Quota): Typed => ({
  guests: shown('guests', quota.guests),
  cores: shown('cores', quota.cores),
  memory: shown('memory', quota.memory),
  disk: shown('disk', quota.disk),
});

/** Whether a field holds what can be a bound. */
export const isBound = (dimension: Dimension, text: string): boolean =>
  text.trim() === '' || (unit[dimension] === 1 ? /^\d{1,7}$/ : /^\d{1,10}(\.\d{1,12})?$/).test(text.trim());

const boundOf = (dimension: Dimension, text: string): number | null =>
  text.trim() === '' ? null : Math.round((Number(text) * unit[dimension]) / step[dimension]) * step[dimension];

export const quotaOf = (typed: Typed): Quota => ({
  guests: boundOf('guests', typed.guests),
  cores: boundOf('cores', typed.cores),
  memory: boundOf('memory', typed.memory),
  disk: boundOf('disk', typed.disk),
});
