import { IconBan, IconCircleCheck } from '@tabler/icons-react';
import { accessTexts } from '@/features/access/texts';
import { State } from '@/shared/ui/State';

/** Whether somebody may sign in, as icon and word. */
export function PersonState({ disabled }: { disabled: boolean }) {
  return (
    <State tone={disabled ? 'bad' : 'good'} icon={disabled ? <IconBan /> : <IconCircleCheck />}>
      {disabled ? accessTexts.people.disabled : accessTexts.people.active}
    </State>
  );
}
