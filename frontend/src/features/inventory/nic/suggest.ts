import type { Network } from '@/shared/api/types';
import type { NicVlan } from './held';

/** A bridge that probably carries a VLAN, with the tag that a card needs there, and what speaks for it. */
export type Suggestion = { bridge: string; vlan: string; why: 'number' | 'name' | 'site' | 'carries' };

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const namesOf = ({ iface, comments }: Network): string[] => wordsOf(`${iface} ${comments}`);
const hasAll = (bridge: Network, text: string | null): boolean => {
  const words = wordsOf(text ?? '');
  return words.length > 0 && words.every((word) => namesOf(bridge).includes(word));
};
const hasNumber = (bridge: Network, vid: number): boolean => new RegExp(`(^|\\D)${vid}(\\D|$)`).test(`${bridge.iface} ${bridge.comments}`);

/** What a card gets: a bridge that carries several VLANs wants the tag, one that is for this alone wants none. */
const on = ({ iface, vlan_aware: carries }: Network, { vid }: NicVlan, why: Suggestion['why']): Suggestion => ({
  bridge: iface,
  vlan: carries ? String(vid) : '',
  why,
});

/**
 * Which bridge or VNet of a node probably carries a VLAN of NetBox, as far as names and notes tell: one with its number, else with its name (at its
 * site, where several have it), else one for VLANs at its site, else one for any VLANs. Null where nothing speaks for any.
 */
export function suggested(vlan: NicVlan, bridges: Network[], chosen: string): Suggestion | null {
  const up = bridges.filter(({ active }) => active);
  const alone = up.find((bridge) => !bridge.vlan_aware && hasNumber(bridge, vlan.vid));
  if (alone) {
    return on(alone, vlan, 'number');
  }
  const called = up.filter((bridge) => hasAll(bridge, vlan.name));
  const named = called.find((bridge) => hasAll(bridge, vlan.site)) ?? called[0];
  if (named) {
    return on(named, vlan, 'name');
  }
  const several = up.filter(({ vlan_aware: carries }) => carries);
  const there = several.find((bridge) => hasAll(bridge, vlan.site));
  if (there) {
    return on(there, vlan, 'site');
  }
  const any = several.find(({ iface }) => iface === chosen) ?? (several.length === 1 ? several[0] : undefined);
  return any ? on(any, vlan, 'carries') : null;
}
