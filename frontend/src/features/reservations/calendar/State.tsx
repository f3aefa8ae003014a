import {
  IconAlertTriangle,
  IconBan,
  IconCalendarCheck,
  IconCircleCheck,
  IconClockPause,
  IconHourglass,
  IconLoader,
  IconPlayerPlay,
  IconTrash,
} from '@tabler/icons-react';
import { reservationTexts } from '@/features/reservations/texts';
import type { Reservation, ReservationPhase } from '@/shared/api/types';
import { labelOf } from '@/shared/format/label';
import { State, type Tone } from '@/shared/ui/State';

type Look = { tone: Tone; icon: typeof IconBan };

const looks: Record<ReservationPhase, Look> = {
  requested: { tone: 'warn', icon: IconHourglass },
  offered: { tone: 'warn', icon: IconHourglass },
  booked: { tone: 'calm', icon: IconCalendarCheck },
  preparing: { tone: 'busy', icon: IconLoader },
  running: { tone: 'good', icon: IconPlayerPlay },
  returning: { tone: 'busy', icon: IconTrash },
  returned: { tone: 'calm', icon: IconCircleCheck },
  missed: { tone: 'warn', icon: IconClockPause },
  called_off: { tone: 'calm', icon: IconBan },
  refused: { tone: 'bad', icon: IconBan },
  lapsed: { tone: 'warn', icon: IconClockPause },
};
const troubled: Look = { tone: 'warn', icon: IconAlertTriangle };

/** How far a reservation is, as icon and word; one that runs is not well while parts of it have failed. */
export function ReservationState({ reservation: { phase, parts } }: { reservation: Pick<Reservation, 'phase' | 'parts'> }) {
  const { tone, icon: Icon } = parts.failed > 0 && (phase === 'running' || phase === 'preparing') ? troubled : looks[phase];
  return (
    <State tone={tone} icon={<Icon />}>
      {labelOf(reservationTexts.phases, phase)}
    </State>
  );
}
