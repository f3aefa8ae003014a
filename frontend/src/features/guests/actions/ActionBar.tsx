import { Button, Group, Tooltip } from '@mantine/core';
import { useReach } from '@/features/access/rights';
import { guestTexts } from '@/features/guests/texts';
import type { Guest } from '@/shared/api/types';
import { type Action, offered, standings, type Under, willOf } from './allowed';
import { actionIcons } from './icons';

type Props = { guests: Guest[]; under: Under; act: (action: Action, guests: Guest[]) => void };

/** The actions on one guest or several, as buttons; one that is of no use says why. */
export function ActionBar({ guests, under, act }: Props) {
  const { change } = useReach();
  return (
    <Group gap="xs" wrap={guests.length > 1 ? 'nowrap' : 'wrap'}>
      {offered(guests).map((action) => {
        const all = standings(action, guests, under, change);
        const reasons = new Set(all.map(({ why }) => why));
        const Icon = actionIcons[action];
        const disabled = willOf(all).length === 0;
        // One reason that holds for all is told as it is.
        const why = (reasons.size === 1 ? all[0]?.why : null) ?? guestTexts.whyNot.none;
        return (
          <Tooltip key={action} label={why} disabled={!disabled}>
            <Button
              size="sm"
              style={{ flexShrink: 0 }}
              variant="default"
              c={action === 'delete' && !disabled ? 'var(--bad-text)' : undefined}
              leftSection={<Icon size={16} />}
              data-disabled={disabled || undefined}
              aria-disabled={disabled || undefined}
              aria-description={disabled ? why : undefined}
              onClick={() => !disabled && act(action, guests)}
            >
              {guestTexts.actions[action]}
            </Button>
          </Tooltip>
        );
      })}
    </Group>
  );
}
