import { placed, type PlacedPrefix } from '@/features/inventory/prefix/tree';
import type { Prefix } from '@/shared/api/types';
import { number } from '@/shared/format/percent';
import { nicTexts } from './texts';

const said = nicTexts.prefix;
const FULL = 100;

/** Why no address is given of a prefix, in a sentence; null where one may be. */
export function whyClosed({ status, mark_utilized: marked, utilization }: Prefix): string | null {
  const { closed } = nicTexts;
  if (marked) {
    return closed.marked;
  }
  if (status === 'container') {
    return closed.container;
  }
  if (status === 'reserved' || status === 'deprecated') {
    return closed.status(status);
  }
  return utilization.of === 'addresses' && utilization.percent >= FULL ? closed.full : null;
}

/** How much of it is used, in words. */
export const usedOf = ({ utilization: { percent, of } }: Prefix): string => (of === 'prefixes' ? said.usedByPrefixes : said.used)(number(percent));

/** What is said of a prefix beside its network. */
export const detailOf = ({ description, vlan, site, vrf }: Prefix): string =>
  [description, vlan && `${vlan.vid} ${vlan.name}`, site, vrf === 'global' ? '' : vrf].filter(Boolean).join(' · ');

const finds = (q: string) => (prefix: Prefix) => `${prefix.prefix} ${detailOf(prefix)}`.toLowerCase().includes(q.toLowerCase());

/** The prefixes that a search found: those of a VLAN first, and the others as a tree. */
export function ordered(found: Prefix[], ofVlan: Prefix[], q: string): { first: PlacedPrefix[]; others: PlacedPrefix[] } {
  const first = ofVlan.filter(finds(q));
  const ids = new Set(first.map(({ id }) => id));
  return { first, others: placed(found).filter(({ id }) => !ids.has(id)) };
}
