import type { Held } from '@/features/inventory/nic/held';
import type { Draft, Nic } from './draft';

/** Where a network card has what belongs to a version of IP. */
export const families = [
  { family: 4, mode: 'ipMode', ip: 'ip', gw: 'gw', from: 'from' },
  { family: 6, mode: 'ip6Mode', ip: 'ip6', gw: 'gw6', from: 'from6' },
] as const;

export type Family = (typeof families)[number];

/** Whether cloud-init, or Proxmox for containers, sets addresses inside. */
export const setsAddresses = ({ type, source }: Pick<Draft, 'type' | 'source'>): boolean => type === 'lxc' || source === 'clone';

/** Whether it is made later, when addresses of prefixes are taken for it; else they are held before it is ordered. */
export const isLater = ({ slot }: Pick<Draft, 'slot'>): boolean => slot.when === 'reserved';

const fromNetBox = (nics: Nic[]) => nics.flatMap((nic) => families.filter(({ mode }) => nic[mode] === 'netbox').map(({ from }) => nic[from]));

/** The addresses that are held for a network card. */
export const heldFor = (nic: Nic): Held[] => fromNetBox([nic]).flatMap(({ held }) => held ?? []);

/** The allocations that are held for a guest, as far as is known. */
export const heldBy = (draft: Draft): string[] =>
  setsAddresses(draft) && !isLater(draft) ? draft.nics.flatMap((nic) => heldFor(nic).flatMap(({ id, lost }) => (lost ? [] : [id]))) : [];

/** The prefixes that network cards have addresses of. */
export const prefixesOf = (nics: Nic[]) => fromNetBox(nics).flatMap(({ prefix }) => prefix ?? []);

/** The same network cards, of which some addresses are held no more. */
export function losing(nics: Nic[], ids: string[]): Nic[] {
  return nics.map((nic) =>
    families.reduce((changed, { from }) => {
      const { prefix, held } = changed[from];
      return held !== null && ids.includes(held.id) ? { ...changed, [from]: { prefix, held: { ...held, lost: true } } } : changed;
    }, nic),
  );
}

/** The address that a network card is to have: the one that was typed, or is held; null where none is known before. */
export function addressOf(nic: Nic, { mode, ip, from }: Family): string | null {
  return nic[mode] === 'static' ? nic[ip] : nic[mode] === 'netbox' ? (nic[from].held?.address ?? null) : null;
}
