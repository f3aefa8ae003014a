import { Button, Checkbox, Group, Text } from '@mantine/core';
import { IconCalendarEvent } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { Link } from 'react-router';
import * as z from 'zod/mini';
import { useRight } from '@/features/access/rights';
import { reservationTexts } from '@/features/reservations/texts';
import { useZoneOf } from '@/features/reservations/time/useZoneOf';
import { ZoneSwitch } from '@/features/reservations/time/ZoneSwitch';
import type { WaitingEntry } from '@/shared/api/types';
import { useNow } from '@/shared/format/useNow';
import { List } from '@/shared/list/List';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { Page } from '@/shared/ui/Page';
import { part } from '@/shared/ui/part';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { useUrlState } from '@/shared/url/useUrlState';
import { isOffered, leave, waitingQuery } from './api';
import { isOver, waitingList } from './list';
import { OfferBar } from './OfferBar';
import { rereadOffers } from './reread';
import { waitingTexts as said } from './texts';
import { wantedText } from './words';

const LeaveDialog = part(() => import('./LeaveDialog').then((file) => file.LeaveDialog));

const shape = { mine: z.catch(z.enum(['yes', 'no']), 'no') };

/** What is kept for who is signed in, above all who wait. */
function Offers({ entries, zone }: { entries: WaitingEntry[]; zone: string }) {
  const now = useNow();
  const standing = entries.filter(isOffered).filter(({ mine, offer }) => mine && Date.parse(offer.accept_by) > now);
  return (
    <div role="status" aria-label={said.offer.all} aria-atomic="false" aria-relevant="additions">
      {standing.map(({ id, title, claims, offer: { reservation, start_dt, end_dt, accept_by } }) => (
        <OfferBar key={id} reservation={{ id: reservation, title, start_dt, end_dt }} what={wantedText(claims)} acceptBy={Date.parse(accept_by)} zone={zone} />
      ))}
    </div>
  );
}

/** Takes off the list; what waits still is asked about first. */
function Leave({ entry, why, ask }: { entry: WaitingEntry; why: string | null; ask: () => void }) {
  const cache = useQueryClient();
  const mutation = useMutation({ mutationFn: () => leave(entry.id), onSettled: () => rereadOffers(cache) });
  const over = isOver(entry);
  return (
    <>
      <GuardedButton
        size="xs"
        variant="default"
        why={why}
        loading={mutation.isPending}
        aria-label={over ? said.removeOf(entry.title) : said.leaveOf(entry.title)}
        onClick={() => (over ? mutation.mutate() : ask())}
      >
        {over ? said.remove : said.leave}
      </GuardedButton>
      {mutation.error && <ProblemAlert error={mutation.error} />}
    </>
  );
}

/** Who waits for what others have: one's own, and for operators all. */
export function Component() {
  const query = useQuery(waitingQuery);
  const { zone } = useZoneOf();
  const [{ mine }, set] = useUrlState(shape);
  const why = useRight('book') ? null : said.mayNot;
  const [leaving, setLeaving] = useState<WaitingEntry | null>(null);
  const all = query.data ?? [];
  const narrowed = mine === 'yes';
  const rows = query.data?.filter((each) => !narrowed || each.mine);
  return (
    <Page
      title={said.title}
      actions={
        <Button component={Link} to="/reservations" variant="default" leftSection={<IconCalendarEvent size={16} />}>
          {reservationTexts.title}
        </Button>
      }
    >
      <Offers entries={all} zone={zone} />
      <Group justify="space-between" mb="xs" gap="xs">
        <Text size="sm" c="dimmed" flex="1 1 16rem">
          {said.detail}
        </Text>
        {(narrowed || all.some((each) => !each.mine)) && (
          <Checkbox label={said.onlyMine} checked={narrowed} onChange={(event) => set({ mine: event.currentTarget.checked ? 'yes' : 'no' })} />
        )}
        <ZoneSwitch at={query.dataUpdatedAt} />
      </Group>
      <List
        of={waitingList(zone)}
        query={query}
        rows={rows}
        clear={narrowed && all.length > 0 ? () => set({ mine: 'no' }) : null}
        actions={(each: WaitingEntry) => <Leave entry={each} why={why} ask={() => setLeaving(each)} />}
      />
      <Suspense fallback={null}>{leaving && <LeaveDialog entry={leaving} close={() => setLeaving(null)} />}</Suspense>
    </Page>
  );
}
