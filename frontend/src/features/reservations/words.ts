import type { Claim, Reservation } from '@/shared/api/types';
import { bytes, MIB } from '@/shared/format/bytes';
import { cores } from '@/shared/format/cores';
import { reservationTexts } from './texts';

const said = reservationTexts.claims;
const SHOWN = 3;

/** A resource by its name, with its kind where that is only a number. */
export function nameOf({ kind, name }: Claim['resource']): string {
  return kind === 'guest' ? said.guest(name) : kind === 'vlan' ? said.vlan(name) : name;
}

/** An amount in words, such as `4 cores, 8 GiB`. */
export const amountOf = (share: { cores: number | null; memory: number | null; disk: number | null }): string =>
  [share.cores ? cores(share.cores) : '', share.memory ? bytes(share.memory * MIB) : '', share.disk ? bytes(share.disk) : ''].filter(Boolean).join(', ');

export const claimOf = (claim: Claim): string => (claim.whole ? said.whole(nameOf(claim.resource)) : said.share(nameOf(claim.resource), amountOf(claim)));

/** What a reservation has, in words. */
export function claimsOf({ claims }: Pick<Reservation, 'claims'>): string {
  if (claims.length === 0) {
    return reservationTexts.list.nothing;
  }
  const shown = claims.length > SHOWN + 1 ? claims.slice(0, SHOWN) : claims;
  return [...shown.map(claimOf), ...(shown.length < claims.length ? [said.more(claims.length - shown.length)] : [])].join(', ');
}

/** Whether anything can happen to guests at its end. */
export const hasGuests = ({ claims, guests }: Pick<Reservation, 'claims' | 'guests'>): boolean =>
  guests.length > 0 || claims.some(({ resource }) => resource.kind === 'guest');

/** What happens at its end, in one sentence. */
export function endOf({ at_end, grace_minutes, claims, guests }: Pick<Reservation, 'at_end' | 'grace_minutes' | 'claims' | 'guests'>): string {
  const ends = reservationTexts.page.endSentence;
  if (claims.length === 0 && guests.length === 0) {
    return ends.bare;
  }
  if (!hasGuests({ claims, guests })) {
    return ends.guestless;
  }
  return at_end === 'destroy' ? ends.destroy(grace_minutes) : ends[at_end];
}

/** Whose it is, as far as one may know. */
export const whoseOf = ({ requester, team, kind }: Pick<Reservation, 'requester' | 'team' | 'kind'>): string =>
  kind === 'blackout' ? reservationTexts.blackout : [requester ?? reservationTexts.list.reserved, team].filter(Boolean).join(' · ');

export const fromOf = ({ start_dt }: Pick<Reservation, 'start_dt'>): number => Date.parse(start_dt);
export const toOf = ({ end_dt }: Pick<Reservation, 'end_dt'>): number => Date.parse(end_dt);
