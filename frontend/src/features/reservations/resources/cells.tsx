import { Anchor, Text } from '@mantine/core';
import { IconBan, IconCircleCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import { when } from '@/features/reservations/time/say';
import { amountOf, knownAs } from '@/features/reservations/words';
import type { Resource } from '@/shared/api/types';
import { State } from '@/shared/ui/State';
import { resourceTexts as said } from './texts';

type Entry = Resource['now'][number];

/** Who has it, and what of it. */
export const whoOf = (entry: Entry) => [entry.whole ? '' : amountOf(entry), entry.requester, entry.title].filter(Boolean).join(', ');

function EntryLink({ entry, text, more = 0 }: { entry: Entry; text: string; more?: number }) {
  return (
    <span>
      <Anchor component={Link} to={`/reservations/${entry.reservation}`} size="sm">
        {text}
      </Anchor>
      {more > 0 && ` ${said.more(more)}`}
    </span>
  );
}

/** Who has it now. */
export function Now({ now, zone }: { now: Entry[]; zone: string }) {
  const [entry] = now;
  return entry ? <EntryLink entry={entry} text={said.until(when(Date.parse(entry.end_dt), zone), whoOf(entry))} more={now.length - 1} /> : said.free;
}

/** Who has it next. */
export function Next({ next, zone }: { next: Entry | null; zone: string }) {
  return next ? <EntryLink entry={next} text={said.from(when(Date.parse(next.start_dt), zone), whoOf(next))} /> : said.nothing;
}

const pages: Partial<Record<NonNullable<Resource['inventory']>['kind'], string>> = { device: '/inventory/devices', prefix: '/inventory/prefixes' };

/** What NetBox says of it, with the way to its page in the inventory. */
export function InNetBox({ resource }: { resource: Resource }) {
  const { inventory } = resource;
  if (!inventory) {
    return null;
  }
  const page = inventory.gone ? undefined : pages[inventory.kind];
  const text = knownAs(resource) || said.netbox;
  return page ? (
    <Anchor component={Link} to={`${page}/${inventory.id}`} size="xs" title={said.inInventory(resource.name)}>
      {text}
    </Anchor>
  ) : (
    <Text size="xs" c="dimmed">
      {text}
    </Text>
  );
}

/** Whether it can be reserved, and why not. */
export function InService({ resource: { out_of_service, expected_back }, zone }: { resource: Resource; zone: string }) {
  const back = expected_back === null ? '' : said.outBack(when(Date.parse(expected_back), zone));
  return out_of_service === null ? (
    <State tone="good" icon={<IconCircleCheck />}>
      {said.well}
    </State>
  ) : (
    <div>
      <State tone="bad" icon={<IconBan />}>
        {said.out}
      </State>
      <Text size="xs" c="dimmed">
        {[out_of_service, back].filter(Boolean).join(', ')}
      </Text>
    </div>
  );
}
