import { IconBan, IconCircleCheck, IconCircleX, IconClock, IconPlayerPlay } from '@tabler/icons-react';
import type { OperationStatus } from '@/api/types';
import { texts } from '@/texts/en';
import { State, type Tone } from '@/ui/State';

const looks: Record<OperationStatus, { tone: Tone; icon: typeof IconClock }> = {
  queued: { tone: 'calm', icon: IconClock },
  running: { tone: 'busy', icon: IconPlayerPlay },
  succeeded: { tone: 'good', icon: IconCircleCheck },
  failed: { tone: 'bad', icon: IconCircleX },
  cancelled: { tone: 'calm', icon: IconBan },
};

/** How far an operation is, as icon and word. */
export function OperationState({ status }: { status: OperationStatus }) {
  const { tone, icon: Icon } = looks[status];
  return (
    <State tone={tone} icon={<Icon />}>
      {texts.operations.statuses[status]}
    </State>
  );
}
