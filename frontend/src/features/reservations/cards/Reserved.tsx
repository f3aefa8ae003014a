import { Anchor, Text } from '@mantine/core';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { useResources } from '@/features/reservations/api';
import { reservationTexts } from '@/features/reservations/texts';
import { when } from '@/features/reservations/time/say';
import { useZoneOf } from '@/features/reservations/time/useZoneOf';
import { amountOf } from '@/features/reservations/words';
import type { Resource, ResourceKind } from '@/shared/api/types';

const said = reservationTexts.cards;

type Use = Resource['now'][number];

/** Until when something is reserved and for whom, or when it is next; nothing where it is not, or that is not known. */
export function Reserved({ kind, name }: { kind: ResourceKind; name: string }) {
  const resource = useResources().data?.find((each) => each.kind === kind && each.name === name);
  const { zone } = useZoneOf();
  const entry = resource?.now[0] ?? resource?.next;
  if (!resource || !entry) {
    return null;
  }
  const who = [entry.requester, entry.title].filter(Boolean).join(', ');
  const what = entry.whole ? said.reserved : said.share(amountOf(entry));
  const end = when(Date.parse(entry.end_dt), zone);
  return (
    <Text size="sm">
      <Anchor component={Link} to={`/reservations/${entry.reservation}`} size="sm">
        {resource.now.length > 0 ? said.reservedUntil(what, end, who) : said.reservedFrom(what, when(Date.parse(entry.start_dt), zone), end, who)}
      </Anchor>
      {resource.now.length > 1 && ` ${said.more(resource.now.length - 1)}`}
    </Text>
  );
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

const nobody: ReadonlyMap<string, Use> = new Map();

/** Who has which resource of a kind now, by its name. */
export function useUses(kind: ResourceKind): ReadonlyMap<string, Use> {
  const { data } = useResources();
  return useMemo(
    () => (data ? new Map(data.flatMap(({ kind: of, name, now: [use] }) => (of === kind && use ? [[name, use] as const] : []))) : nobody),
    [data, kind],
  );
}
