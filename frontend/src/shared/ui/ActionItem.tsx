import { Menu, Text, type MenuItemProps } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = Pick<MenuItemProps, 'leftSection' | 'hiddenFrom'> & {
  /** Why it is of no use; null where it may be used. */
  why: string | null;
  danger?: boolean;
  onClick: () => void;
  children: ReactNode;
};

/** An action as an item of a menu; one that is of no use says why. */
export function ActionItem({ why, danger = false, children, ...props }: Props) {
  return (
    <Menu.Item {...props} color={danger ? 'red' : undefined} disabled={why !== null}>
      {children}
      {why && (
        <Text size="xs" c="dimmed">
          {why}
        </Text>
      )}
    </Menu.Item>
  );
}
