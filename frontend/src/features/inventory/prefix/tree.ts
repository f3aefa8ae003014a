import type { Prefix } from '@/shared/api/types';
import { contains, type Network, networkOf } from './network';

/** A prefix and how many of those that are shown are around it. */
export type PlacedPrefix = Prefix & { level?: number };

type Around = { network: Network; vrf: string };

/** The same rows, of which each comes right before those within it, with their levels; a filter may have left out what is around them. */
export function placed(rows: Prefix[]): PlacedPrefix[] {
  let around: Around[] = [];
  return rows.map((row) => {
    const network = networkOf(row.prefix);
    around = around.filter((outer) => outer.vrf === row.vrf && contains(outer.network, network));
    const level = around.length;
    around = [...around, { network, vrf: row.vrf }];
    return { ...row, level };
  });
}

/** Those of the rows that no folded one has within it. */
export function unfolded(rows: PlacedPrefix[], folded: Set<number>): PlacedPrefix[] {
  let below = Infinity;
  return rows.filter(({ id, level = 0 }) => {
    if (level > below) {
      return false;
    }
    below = folded.has(id) ? level : Infinity;
    return true;
  });
}
