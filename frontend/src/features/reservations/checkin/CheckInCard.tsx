import { Group, Text, type GroupProps } from '@mantine/core';
import { clock, when } from '@/features/reservations/time/say';
import { dayOf } from '@/features/reservations/time/wall';
import { fromOf } from '@/features/reservations/words';
import type { Reservation } from '@/shared/api/types';
import { SectionCard } from '@/shared/ui/SectionCard';
import { CheckInButton } from './CheckInButton';
import { untilTexts as said } from './untilTexts';

/** How long before the start one can check in. */
const EARLY = 15 * 60_000;

type Checked = Pick<Reservation, 'id' | 'title' | 'start_dt' | 'check_in_by' | 'checked_in_at' | 'mine' | 'may'>;

/** What is to be done so that it is not returned early, or that somebody did it; null where there is nothing. */
function sentence(reservation: Checked, zone: string): string | null {
  const { check_in_by, checked_in_at, mine, may } = reservation;
  if (checked_in_at !== null) {
    return said.checkedIn(when(Date.parse(checked_in_at), zone));
  }
  if (check_in_by === null) {
    return null;
  }
  const [from, by] = [fromOf(reservation) - EARLY, Date.parse(check_in_by)];
  const until = dayOf(by, zone) === dayOf(Date.now(), zone) ? clock(by, zone) : when(by, zone);
  if (may.includes('check-in')) {
    return said.until(until);
  }
  return mine ? said.between(when(from, zone), until) : said.others(until);
}

/** Until when one has to check in, with the button that does; nothing where nobody has to. */
export function CheckInLine({ reservation, zone, ...style }: { reservation: Checked; zone: string } & GroupProps) {
  const text = sentence(reservation, zone);
  return (
    text !== null && (
      <Group justify="space-between" gap="xs" {...style}>
        <Text size="sm" flex="1 1 14rem">
          {text}
        </Text>
        {reservation.may.includes('check-in') && <CheckInButton reservation={reservation} />}
      </Group>
    )
  );
}

/** The same on a card. */
export function CheckInCard({ reservation, zone }: { reservation: Checked; zone: string }) {
  return (
    sentence(reservation, zone) !== null && (
      <SectionCard title={said.card}>
        <CheckInLine reservation={reservation} zone={zone} />
      </SectionCard>
    )
  );
}
