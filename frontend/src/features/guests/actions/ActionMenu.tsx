import { ActionIcon, Menu } from '@mantine/core';
import { IconDotsVertical } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useReach } from '@/features/access/rights';
import { guestTexts } from '@/features/guests/texts';
import type { Guest, Operation } from '@/shared/api/types';
import { ActionItem } from '@/shared/ui/ActionItem';
import { type Action, offered, whyNot } from './allowed';
import { actionIcons } from './icons';

type Props = { guest: Guest; operation: Operation | undefined; act: (action: Action, guests: Guest[]) => void };

/** What can be done with one guest; what cannot says why. A list has a screenful of these, so the menu is made when it is asked for. */
export function ActionMenu({ guest, operation, act }: Props) {
  const { change } = useReach();
  const [wanted, setWanted] = useState(false);
  const [opened, setOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const target = (
    <ActionIcon
      ref={button}
      variant="subtle"
      color="gray"
      size={44}
      aria-haspopup="menu"
      aria-expanded={opened}
      aria-label={guestTexts.actionsOn(guestTexts.named(guest.vmid, guest.name))}
      {...(!wanted && {
        onClick: () => {
          setWanted(true);
          setOpened(true);
        },
      })}
    >
      <IconDotsVertical size={18} />
    </ActionIcon>
  );
  if (!wanted) {
    return target;
  }
  return (
    <Menu position="bottom-end" withinPortal opened={opened} onChange={setOpened} onClose={() => button.current?.focus()} returnFocus={false}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown maw="min(380px, calc(100vw - 16px))">
        {offered([guest]).map((action) => {
          const why = whyNot(action, guest, operation, change(guest.vmid));
          const Icon = actionIcons[action];
          return (
            <ActionItem key={action} leftSection={<Icon size={16} />} danger={action === 'delete'} why={why} onClick={() => act(action, [guest])}>
              {guestTexts.actions[action]}
            </ActionItem>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
