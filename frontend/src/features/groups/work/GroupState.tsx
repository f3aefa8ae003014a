import { IconAlertTriangle, IconBan, IconCircleCheck, IconCircleX, IconClock, IconPlayerPlay } from '@tabler/icons-react';
import { groupTexts } from '@/features/groups/texts';
import type { Group, GroupMember, GroupStatus } from '@/shared/api/types';
import { State, type Tone } from '@/shared/ui/State';
import { badOf } from './counts';

type Look = { tone: Tone; icon: typeof IconClock };

const groups: Record<GroupStatus, Look> = {
  running: { tone: 'busy', icon: IconPlayerPlay },
  cancelling: { tone: 'busy', icon: IconBan },
  finished: { tone: 'good', icon: IconCircleCheck },
  cancelled: { tone: 'calm', icon: IconBan },
};
// Its end is no success where some did not succeed.
const ended: Look = { tone: 'warn', icon: IconAlertTriangle };

const members: Record<GroupMember['status'], Look> = {
  waiting: { tone: 'calm', icon: IconClock },
  queued: { tone: 'calm', icon: IconClock },
  running: { tone: 'busy', icon: IconPlayerPlay },
  succeeded: { tone: 'good', icon: IconCircleCheck },
  failed: { tone: 'bad', icon: IconCircleX },
  cancelled: { tone: 'calm', icon: IconBan },
  refused: { tone: 'bad', icon: IconCircleX },
};

/** How far a group is, as icon and word. */
export function GroupState({ status, counts }: Pick<Group, 'status' | 'counts'>) {
  const { tone, icon: Icon } = status === 'finished' && badOf(counts) > 0 ? ended : groups[status];
  return (
    <State tone={tone} icon={<Icon />}>
      {groupTexts.statuses[status]}
    </State>
  );
}

/** How far a member of a group is, as icon and word. */
export function MemberState({ status }: { status: GroupMember['status'] }) {
  const { tone, icon: Icon } = members[status];
  return (
    <State tone={tone} icon={<Icon />}>
      {groupTexts.members[status]}
    </State>
  );
}
