import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useResources } from '@/features/reservations/api';
import { reservationTexts } from '@/features/reservations/texts';
import { when } from '@/features/reservations/time/say';
import { useZoneOf } from '@/features/reservations/time/useZoneOf';
import { amountOf } from '@/features/reservations/words';
import type { ResourceKind } from '@/shared/api/types';

const said = reservationTexts.cards;

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
