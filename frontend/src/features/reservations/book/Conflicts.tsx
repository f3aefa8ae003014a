import { Button, Group, List, Stack, Text } from '@mantine/core';
import { closedTexts } from '@/features/reservations/blackouts/closedTexts';
import { reservationTexts } from '@/features/reservations/texts';
import { clock, when } from '@/features/reservations/time/say';
import { dayOf } from '@/features/reservations/time/wall';
import { amountOf, isLimit, nameOf } from '@/features/reservations/words';
import type { ApiProblem } from '@/shared/api/problem';
import type { ReservationOverlap, Suggestion } from '@/shared/api/types';
import styles from './Conflicts.module.css';

const said = reservationTexts.conflict;
const SHOWN = 6;

type Window = { from: number; to: number };

/** The end of something in short where it is on the same day. */
const endOf = (from: number, to: number, zone: string) => (dayOf(from, zone) === dayOf(to, zone) ? clock(to, zone) : when(to, zone));

function sayOverlap({ resource, title, requester, from, until, why, free }: ReservationOverlap, zone: string): string {
  const begin = Date.parse(from);
  const end = until === null ? said.open : endOf(begin, Date.parse(until), zone);
  const by = [requester ?? said.somebody, title].filter(Boolean).join(', ');
  const [what, start] = [nameOf(resource), when(begin, zone)];
  switch (why) {
    case 'taken':
      return said.taken(what, by, start, end);
    case 'blackout':
      return said.taken(what, [closedTexts.inTheWay, title].filter(Boolean).join(', '), start, end);
    case 'out-of-service':
      return said.taken(what, closedTexts.outOfService, start, end);
    case 'capacity':
      return said.capacity(what, (free && (free.addresses ? reservationTexts.claims.addressCount(free.addresses) : amountOf(free))) || said.little, start, end);
  }
}

/** Where a suggestion would be, beside when. */
export function sayPlace({ proxmox_node, claims }: Suggestion): string {
  return (
    proxmox_node ??
    claims
      .filter((claim) => !isLimit(claim))
      .map(({ resource }) => nameOf(resource))
      .join(', ')
  );
}

const saySuggestion = (each: Suggestion, zone: string): string => {
  const [from, to] = [Date.parse(each.start_dt), Date.parse(each.end_dt)];
  return each.same_time ? said.sameTime(sayPlace(each)) : said.use(`${when(from, zone)} – ${endOf(from, to, zone)}`, sayPlace(each));
};

/** What is wanted and what is in the way near it, as bars above each other; nothing where all of that is on other dates. */
function Bars({ wanted, conflicts, zone }: { wanted: Window; conflicts: ReservationOverlap[]; zone: string }) {
  const length = wanted.to - wanted.from;
  const [earliest, latest] = [wanted.from - length, wanted.to + length];
  const near = conflicts
    .map((conflict) => ({ conflict, from: Date.parse(conflict.from), to: conflict.until === null ? latest : Date.parse(conflict.until) }))
    .filter(({ from, to }) => from < latest && to > earliest);
  if (near.length === 0) {
    return null;
  }
  const begin = Math.max(Math.min(wanted.from, ...near.map(({ from }) => from)), earliest);
  const end = Math.min(Math.max(wanted.to, ...near.map(({ to }) => to)), latest);
  const share = (at: number) => ((Math.min(end, Math.max(begin, at)) - begin) / (end - begin)) * 100;
  const bar = ({ from, to }: Window) => ({ insetInlineStart: `${share(from)}%`, width: `${share(to) - share(from)}%` });
  return (
    <div className={styles.bars} aria-hidden>
      <div className={styles.row}>
        <span className={styles.wanted} style={bar(wanted)}>
          {said.wanted}
        </span>
      </div>
      {near.map(({ conflict: { resource, title, requester }, from, to }) => (
        <div className={styles.row} key={`${resource.id} ${from}`}>
          <span className={styles.taken} style={bar({ from, to })}>
            {[nameOf(resource), requester ?? title].filter(Boolean).join(' · ')}
          </span>
        </div>
      ))}
      <div className={styles.ends}>
        <span>{when(begin, zone)}</span>
        <span>{when(end, zone)}</span>
      </div>
    </div>
  );
}

type Props = {
  problem: Pick<ApiProblem, 'conflicts' | 'nextFree'>;
  wanted: Window;
  zone: string;
  pending?: boolean;
  /** How many of what is in the way are named. */
  most?: number;
  use: (suggestion: Suggestion) => void;
};

/** What is in the way of a reservation, and what is free instead, each as a button. */
export function Conflicts({ problem: { conflicts, nextFree }, wanted, zone, pending = false, most = SHOWN, use }: Props) {
  const shown = conflicts.slice(0, most);
  return (
    <Stack gap="xs" w="100%">
      {shown.length > 0 && wanted.to > wanted.from && <Bars wanted={wanted} conflicts={shown.slice(0, SHOWN)} zone={zone} />}
      {shown.length > 0 && (
        <List size="sm" aria-label={said.title}>
          {shown.map((each) => (
            <List.Item key={`${each.resource.id} ${each.from} ${each.reservation ?? ''}`}>{sayOverlap(each, zone)}</List.Item>
          ))}
          {conflicts.length > most && <List.Item>{reservationTexts.claims.more(conflicts.length - most)}</List.Item>}
        </List>
      )}
      {nextFree.length > 0 && (
        <Stack gap={6}>
          <Text size="sm" fw={600}>
            {said.instead}
          </Text>
          <Group gap="xs">
            {nextFree.map((each) => (
              <Button
                key={`${each.start_dt} ${sayPlace(each)}`}
                size="xs"
                variant="default"
                classNames={{ root: styles.use ?? '', label: styles.words ?? '' }}
                disabled={pending}
                onClick={() => use(each)}
              >
                {saySuggestion(each, zone)}
              </Button>
            ))}
          </Group>
        </Stack>
      )}
    </Stack>
  );
}
