import { reservationTexts } from '@/features/reservations/texts';
import { amountOf, nameOf } from '@/features/reservations/words';
import { when } from '@/features/reservations/time/say';
import type { NewClaim, ResourceKind, WaitingEntry } from '@/shared/api/types';
import { waitingTexts } from './texts';

const said = waitingTexts.pieces;
const claims = reservationTexts.claims;

function named(claim: NewClaim): string {
  const { node, storage, addresses, pool, guest, device, vlan, vlan_name: vlanName } = claim;
  const all: [ResourceKind, string | number | undefined][] = [
    ['node', node],
    ['storage', storage],
    ['pool', pool],
    ['guest', guest],
    ['device', device],
    ['vlan', vlan ?? vlanName],
    ['addresses', addresses],
  ];
  const [kind, name] = all.find(([, each]) => each !== undefined) ?? [];
  return kind === undefined ? '' : nameOf({ kind, name: String(name) });
}

function anyOf({ any, count = 1 }: NewClaim & { any: NonNullable<NewClaim['any']> }): string {
  const kind = reservationTexts.form.anyKinds[any.kind];
  const what = count === 1 ? said.anyOf(kind) : said.any(count, kind);
  return any.tags?.length ? said.tags(what, any.tags.join(', ')) : what;
}

function wantedOf(claim: NewClaim): string {
  const { any, prefix, count = 1 } = claim;
  const name = any ? anyOf({ ...claim, any }) : prefix === undefined ? named(claim) : said.ofPrefix(count, prefix);
  const amount = amountOf(any ?? claim);
  return amount === '' ? claims.whole(name) : claims.share(name, amount);
}

/** What somebody wants, in words. */
export const wantedText = (wanted: NewClaim[]): string => wanted.map(wantedOf).join(', ') || reservationTexts.list.nothing;

/** When it is likely to be free; said as what it is where that is later than is wished. */
export function likelyText({ likely, until }: Pick<WaitingEntry, 'likely' | 'until'>, zone: string): string {
  if (likely === null) {
    return waitingTexts.notFree;
  }
  const [at, end] = [Date.parse(likely.start_dt), Date.parse(likely.end_dt)];
  return end > Date.parse(until) ? waitingTexts.late(when(at, zone)) : waitingTexts.likely(when(at, zone));
}
