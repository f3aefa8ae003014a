import { Group } from '@mantine/core';
import { useReach } from '@/features/access/rights';
import { guestTexts } from '@/features/guests/texts';
import type { Guest } from '@/shared/api/types';
import { ActionButton } from './ActionButton';
import { type Action, offered, standings, type Under, willOf } from './allowed';

type Props = { guests: Guest[]; under: Under; act: (action: Action, guests: Guest[]) => void };

/** The actions on chosen guests, as buttons. */
export function ActionBar({ guests, under, act }: Props) {
  const { change } = useReach();
  return (
    <Group gap="xs" wrap="nowrap">
      {offered(guests).map((action) => {
        const all = standings(action, guests, under, change);
        const reasons = new Set(all.map(({ why }) => why));
        const disabled = willOf(all).length === 0;
        // One reason that holds for all is told as it is.
        const why = (reasons.size === 1 ? all[0]?.why : null) ?? guestTexts.whyNot.none;
        return <ActionButton key={action} action={action} why={disabled ? why : null} act={() => act(action, guests)} />;
      })}
    </Group>
  );
}
