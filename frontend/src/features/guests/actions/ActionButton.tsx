import { Button, Tooltip, type ButtonProps } from '@mantine/core';
import { guestTexts } from '@/features/guests/texts';
import type { Action } from './allowed';
import { actionIcons } from './icons';

type Props = Pick<ButtonProps, 'visibleFrom'> & {
  action: Action;
  /** Why it is of no use; null where it may be used. */
  why: string | null;
  act: () => void;
};

/** An action as a button; one that is of no use says why. */
export function ActionButton({ action, why, act, ...props }: Props) {
  const Icon = actionIcons[action];
  const off = why === null ? {} : { 'data-disabled': true, 'aria-disabled': true, 'aria-description': why };
  return (
    <Tooltip label={why} disabled={why === null}>
      <Button
        {...props}
        size="sm"
        style={{ flexShrink: 0 }}
        variant="default"
        c={action === 'delete' && why === null ? 'var(--bad-text)' : undefined}
        leftSection={<Icon size={16} />}
        {...off}
        onClick={() => why === null && act()}
      >
        {guestTexts.actions[action]}
      </Button>
    </Tooltip>
  );
}
