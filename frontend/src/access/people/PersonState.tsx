import { IconBan, IconCircleCheck } from '@tabler/icons-react';
import { State } from '@/shared/ui/State';
import { texts } from '@/texts/en';

/** Whether somebody may sign in, as icon and word. */
export function PersonState({ disabled }: { disabled: boolean }) {
  return (
    <State tone={disabled ? 'bad' : 'good'} icon={disabled ? <IconBan /> : <IconCircleCheck />}>
      {disabled ? texts.access.people.disabled : texts.access.people.active}
    </State>
  );
}
