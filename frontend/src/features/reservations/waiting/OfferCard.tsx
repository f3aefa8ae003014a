import { Stack, Text } from '@mantine/core';
import { when } from '@/features/reservations/time/say';
import type { Reservation } from '@/shared/api/types';
import { SectionCard } from '@/shared/ui/SectionCard';
import { useEntryOf } from './api';
import { waitingTexts } from './texts';
import { TimeLeft } from './TimeLeft';

const said = waitingTexts.offer;

/** Until when an offer is kept for whoever waited; nothing of what is none. */
export function OfferCard({ reservation: { id, phase }, zone }: { reservation: Reservation; zone: string }) {
  const offered = phase === 'offered';
  const entry = useEntryOf(id, offered);
  const until = entry && Date.parse(entry.offer.accept_by);
  return (
    offered && (
      <SectionCard title={said.card}>
        <Stack gap={4}>
          <Text size="sm">{until === undefined ? said.othersTurn : said.by(when(until, zone))}</Text>
          {until !== undefined && <TimeLeft until={until} zone={zone} />}
        </Stack>
      </SectionCard>
    )
  );
}
