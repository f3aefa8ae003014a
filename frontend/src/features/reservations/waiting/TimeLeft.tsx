import { Text } from '@mantine/core';
import { clock } from '@/features/reservations/time/say';
import { span } from '@/shared/format/time';
import { useNow } from '@/shared/format/useNow';
import { waitingTexts } from './texts';

const said = waitingTexts.offer;

/** How long an offer is still kept, counting, and until when by the clocks of a zone. */
export function TimeLeft({ until, zone }: { until: number; zone: string }) {
  const now = useNow();
  return (
    <Text size="sm" fw={600} component="span" style={{ fontVariantNumeric: 'tabular-nums' }}>
      <time role="timer" dateTime={new Date(until).toISOString()}>
        {said.left(span((until - now) / 1000))}, {said.until(clock(until, zone))}
      </time>
    </Text>
  );
}
