import { IconBan, IconCircleCheck, IconCircleX, IconClock, IconPlayerPlay } from '@tabler/icons-react';
import { operationTexts } from '@/features/operations/texts';
import type { OperationStatus } from '@/shared/api/types';
import { State, type Tone } from '@/shared/ui/State';

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
      {operationTexts.statuses[status]}
    </State>
  );
}
