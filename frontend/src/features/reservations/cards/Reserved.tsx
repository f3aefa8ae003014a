import { Anchor, Text } from '@mantine/core';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { useResources } from '@/features/reservations/reservable';
import { closedTexts } from '@/features/reservations/blackouts/closedTexts';
import { reservationTexts } from '@/features/reservations/texts';
import { when } from '@/features/reservations/time/say';
import { useZoneOf } from '@/features/reservations/time/useZoneOf';
import { amountOf } from '@/features/reservations/words';
import type { Resource, ResourceKind } from '@/shared/api/types';
import { useMade, type Use } from './made';

const said = reservationTexts.cards;

/** Until when something is reserved and for whom, or when it is next. */
function ReservedLine({ now, next }: Pick<Resource, 'now' | 'next'>) {
  const { zone } = useZoneOf();
  const entry = now[0] ?? next;
  if (!entry) {
    return null;
  }
  const who = [entry.requester, entry.title].filter(Boolean).join(', ');
  const what = entry.whole ? said.reserved : said.share(amountOf(entry));
  const [start, end] = [when(Date.parse(entry.start_dt), zone), when(Date.parse(entry.end_dt), zone)];
  const closed = now.length > 0 ? closedTexts.now(end, entry.title) : closedTexts.later(start, end, entry.title);
  const reserved = now.length > 0 ? said.reservedUntil(what, end, who) : said.reservedFrom(what, start, end, who);
  return (
    <Text size="sm">
      <Anchor component={Link} to={`/reservations/${entry.reservation}`} size="sm">
        {entry.kind === 'blackout' ? closed : reserved}
      </Anchor>
      {now.length > 1 && ` ${said.more(now.length - 1)}`}
    </Text>
  );
}

/** Until when something is reserved and for whom, or when it is next; nothing where it is not, or that is not known. */
export function Reserved({ kind, name }: { kind: ResourceKind; name: string }) {
  const resource = useResources().data?.find((each) => each.kind === kind && each.name === name);
  return resource ? <ReservedLine now={resource.now} next={resource.next} /> : null;
}

/** The same of a guest, also of one that was made for a reservation. */
export function ReservedGuest({ vmid }: { vmid: number }) {
  const made = useMade().get(String(vmid));
  return made ? <ReservedLine now={[made]} next={null} /> : <Reserved kind="guest" name={String(vmid)} />;
}

/** Until when, and for whom, in a few words that lead to the reservation. */
export function ReservedUntil({ use: { end_dt, requester, title, reservation } }: { use: Use }) {
  const { zone } = useZoneOf();
  const text = said.untilFor(when(Date.parse(end_dt), zone), requester ?? title);
  return (
    <Anchor component={Link} to={`/reservations/${reservation}`} size="sm" title={text}>
      {text}
    </Anchor>
  );
}

/** Who has which guest now, by VMID. */
export function useGuestUses(): ReadonlyMap<string, Use> {
  const { data } = useResources();
  const made = useMade();
  return useMemo(() => {
    const claimed = (data ?? []).flatMap(({ kind, name, now: [use] }) => (kind === 'guest' && use ? [[name, use] as const] : []));
    return new Map([...claimed, ...made]);
  }, [data, made]);
}
