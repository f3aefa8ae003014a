import type { Claim, NewClaim, Reservation, Resource } from '@/shared/api/types';
import { bytes, MIB } from '@/shared/format/bytes';
import { cores } from '@/shared/format/cores';
import { reservationTexts } from './texts';

const said = reservationTexts.claims;
const SHOWN = 3;

/** A resource by its name, with its kind where that alone says little. */
export function nameOf({ kind, name }: Pick<Claim['resource'], 'kind' | 'name'>): string {
  return kind === 'guest' || kind === 'vlan' || kind === 'storage' || kind === 'pool' || kind === 'team' ? said[kind](name) : name;
}

/** A VLAN as it is claimed: by its number where that is its name. */
export const vlanClaim = (name: string): Pick<NewClaim, 'vlan' | 'vlan_name'> => (/^\d+$/.test(name) ? { vlan: Number(name) } : { vlan_name: name });

/** What the inventory says of it besides its name; empty for what comes from elsewhere. */
export function knownAs({ name, inventory }: Pick<Resource, 'name' | 'inventory'>): string {
  return inventory ? [inventory.name === name ? null : inventory.name, inventory.site, inventory.role].filter(Boolean).join(' · ') : '';
}

type Amount = Partial<Record<'cores' | 'memory' | 'disk' | 'vms' | 'lxc' | 'guests', number | null>>;

/** An amount in words, such as `4 cores, 8 GiB`. */
export const amountOf = (share: Amount): string =>
  [
    share.cores ? cores(share.cores) : '',
    share.memory ? bytes(share.memory * MIB) : '',
    share.disk ? said.disk(bytes(share.disk)) : '',
    share.vms ? said.vms(share.vms) : '',
    share.lxc ? said.lxc(share.lxc) : '',
    share.guests ? said.guests(share.guests) : '',
  ]
    .filter(Boolean)
    .join(', ');

/** Whether it is what its guests take of what somebody may have. */
export const isLimit = ({ resource }: Pick<Claim, 'resource'>): boolean => resource.kind === 'person' || resource.kind === 'team';

export const claimOf = (claim: Claim): string => (claim.whole ? said.whole(nameOf(claim.resource)) : said.share(nameOf(claim.resource), amountOf(claim)));

/** Its claims, each resource that it has as a whole once: a blackout has one for each time that others leave. */
export const distinct = (claims: Claim[]): Claim[] =>
  claims.filter(
    ({ resource, whole }, index) =>
      !whole || claims.findIndex((each) => each.whole && each.resource.kind === resource.kind && each.resource.name === resource.name) === index,
  );

/** What a reservation has, in words. */
export function claimsOf({ claims: all }: Pick<Reservation, 'claims'>): string {
  const claims = distinct(all).filter((claim) => !isLimit(claim));
  if (claims.length === 0) {
    return reservationTexts.list.nothing;
  }
  const shown = claims.length > SHOWN + 1 ? claims.slice(0, SHOWN) : claims;
  return [...shown.map(claimOf), ...(shown.length < claims.length ? [said.more(claims.length - shown.length)] : [])].join(', ');
}

/** Whether anything can happen to guests at its end. */
export const hasGuests = ({ claims, guests }: Pick<Reservation, 'claims' | 'guests'>): boolean =>
  guests.length > 0 || claims.some(({ resource }) => resource.kind === 'guest');

/** Whose it is, as far as one may know. */
export const whoseOf = ({ requester, team, kind }: Pick<Reservation, 'requester' | 'team' | 'kind'>): string =>
  kind === 'blackout' ? reservationTexts.blackout : [requester ?? reservationTexts.list.reserved, team].filter(Boolean).join(' · ');

export const fromOf = ({ start_dt }: Pick<Reservation, 'start_dt'>): number => Date.parse(start_dt);
export const toOf = ({ end_dt }: Pick<Reservation, 'end_dt'>): number => Date.parse(end_dt);
