import { IconBan, IconCircleCheck } from '@tabler/icons-react';
import { texts } from '@/texts/en';
import { State } from '@/ui/State';

/** Whether somebody may sign in, as icon and word. */
export function PersonState({ disabled }: { disabled: boolean }) {
  return (
    <State tone={disabled ? 'bad' : 'good'} icon={disabled ? <IconBan /> : <IconCircleCheck />}>
      {disabled ? texts.access.people.disabled : texts.access.people.active}
    </State>
  );
}
