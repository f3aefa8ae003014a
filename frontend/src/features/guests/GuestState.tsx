import { Loader } from '@mantine/core';
import { IconLock, IconPlayerPauseFilled, IconPlayerPlayFilled, IconPlayerStopFilled, IconQuestionMark, IconTemplate } from '@tabler/icons-react';
import type { Guest, Operation } from '@/shared/api/types';
import { labelOf } from '@/shared/format/label';
import { percent } from '@/shared/format/percent';
import { State, type Tone } from '@/shared/ui/State';
import { guestTexts } from './texts';

type Props = {
  guest: Pick<Guest, 'status' | 'template' | 'lock'>;
  /** What is being done with it. */
  operation?: Operation | undefined;
};

const looks = {
  running: { tone: 'good', icon: IconPlayerPlayFilled },
  paused: { tone: 'warn', icon: IconPlayerPauseFilled },
  stopped: { tone: 'calm', icon: IconPlayerStopFilled },
  unknown: { tone: 'warn', icon: IconQuestionMark },
} satisfies Record<Guest['status'], { tone: Tone; icon: typeof IconLock }>;

/** A guest's state as Proxmox told it, or what an operation is about to change of it. */
export function GuestState({ guest, operation }: Props) {
  if (operation) {
    const done = operation.progress === null ? '' : ` ${percent(operation.progress)}`;
    const doing = labelOf(guestTexts.busy, operation.kind) + done;
    return operation.waiting ? (
      <State tone="warn" icon={<IconLock />}>
        {guestTexts.waits(doing)}
      </State>
    ) : (
      <State tone="busy" icon={<Loader size={13} color="var(--busy)" />}>
        {doing}
      </State>
    );
  }
  if (guest.lock) {
    return (
      <State tone="warn" icon={<IconLock />}>
        {guestTexts.locked(guest.lock)}
      </State>
    );
  }
  if (guest.template) {
    return (
      <State tone="calm" icon={<IconTemplate />}>
        {guestTexts.template}
      </State>
    );
  }
  const { tone, icon: Icon } = looks[guest.status];
  return (
    <State tone={tone} icon={<Icon />}>
      {guestTexts.statuses[guest.status]}
    </State>
  );
}
