import { Button, List, Stack, Text } from '@mantine/core';
import { historyPages } from '@/features/reservations/api';
import { reservationKeys } from '@/features/reservations/keys';
import { when } from '@/features/reservations/time/say';
import type { ReservationEvent } from '@/shared/api/types';
import { usePages } from '@/shared/list/usePages';
import { Known } from '@/shared/ui/Known';
import { SectionCard } from '@/shared/ui/SectionCard';
import { historyTexts as said } from './texts';
import { detailsOf, happened, whoOf } from './words';

function Entry({ event, open, zone }: { event: ReservationEvent; open: boolean; zone: string }) {
  const { at } = event;
  const who = open ? whoOf(event) : null;
  return (
    <>
      <Text size="sm" fw={600}>
        {happened(event, zone)}
      </Text>
      <Text size="xs" c="dimmed">
        <time dateTime={at}>{when(Date.parse(at), zone)}</time>
        {who !== null && ` · ${who}`}
      </Text>
      {detailsOf(event, zone).map((detail) => (
        <Text key={detail} size="sm">
          {detail}
        </Text>
      ))}
    </>
  );
}

/** What happened to a reservation, the latest first, so many at a time; who did it where it is `open` to who looks. */
export function HistoryCard({ id, open, zone }: { id: number; open: boolean; zone: string }) {
  const { query, rows = [], more } = usePages(reservationKeys.history(id), historyPages(id), said.older);
  const since = query.data?.pages.at(-1)?.since ?? null;
  return (
    <SectionCard title={said.title}>
      <Known query={query} what={said.what} height={80}>
        <Stack gap="sm" align="flex-start">
          <List aria-label={said.title} listStyleType="none" spacing="xs" style={{ overflowWrap: 'anywhere' }}>
            {rows.map((event) => (
              <List.Item key={event.id}>
                <Entry event={event} open={open} zone={zone} />
              </List.Item>
            ))}
          </List>
          {more && (
            <Button size="xs" variant="default" loading={more.loading} onClick={more.go}>
              {more.words}
            </Button>
          )}
          {!more && since !== null && (
            <Text size="xs" c="dimmed">
              {said.since(when(Date.parse(since), zone))}
            </Text>
          )}
        </Stack>
      </Known>
    </SectionCard>
  );
}
