import { ActionIcon, Menu, Text } from '@mantine/core';
import { IconDotsVertical } from '@tabler/icons-react';
import type { Guest } from '@/api/types';
import { texts } from '@/texts/en';
import { actions, whyNot, type Action } from './allowed';
import { actionIcons } from './icons';

type Props = { guest: Guest; busy: boolean; act: (action: Action, guests: Guest[]) => void };

/** What can be done with one guest; what cannot says why. */
export function ActionMenu({ guest, busy, act }: Props) {
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={44} aria-label={texts.guests.actionsOn(texts.operations.guest(guest.vmid, guest.name))}>
          <IconDotsVertical size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map((action) => {
          const why = whyNot(action, guest, busy);
          const Icon = actionIcons[action];
          return (
            <Menu.Item
              key={action}
              leftSection={<Icon size={16} />}
              color={action === 'delete' ? 'red' : undefined}
              disabled={why !== null}
              onClick={() => act(action, [guest])}
            >
              {texts.guests.actions[action]}
              {why && (
                <Text size="xs" c="dimmed">
                  {why}
                </Text>
              )}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
