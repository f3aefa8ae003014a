import { ActionIcon, Group, Menu } from '@mantine/core';
import { IconDotsVertical, IconUserShare } from '@tabler/icons-react';
import { useRef } from 'react';
import { useReach } from '@/features/access/rights';
import { ActionButton } from '@/features/guests/actions/ActionButton';
import { ActionItem } from '@/shared/ui/ActionItem';
import { type Action, offered, whyNot } from '@/features/guests/actions/allowed';
import { actionIcons } from '@/features/guests/actions/icons';
import { guestTexts } from '@/features/guests/texts';
import type { Guest, Operation } from '@/shared/api/types';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { useHandOver } from './HandOver';

type Props = { guest: Guest; operation: Operation | undefined; act: (action: Action, guests: Guest[]) => void };

/** From which width of the screen on each action stands in the line; on a narrower one it is in the menu. */
const from = ['base', 'base', 'xs', 'xs', 'md', 'md'] as const;
const ALL = 'md';

/** What can be done with the guest of a page, in a line that is as high whatever it holds. */
export function PageActions({ guest, operation, act }: Props) {
  const { change } = useReach();
  const handOver = useHandOver(guest);
  const button = useRef<HTMLButtonElement>(null);
  const all = offered([guest]).map((action, index) => {
    const width = from[index] ?? ALL;
    return { action, width: width === 'base' ? undefined : width, why: whyNot(action, guest, operation, change(guest.vmid)) };
  });
  return (
    <Group h="100%" gap="xs" wrap="nowrap">
      {all.map(({ action, width, why }) => (
        <ActionButton key={action} action={action} why={why} visibleFrom={width} act={() => act(action, [guest])} />
      ))}
      {handOver && (
        <GuardedButton
          visibleFrom={ALL}
          style={{ flexShrink: 0 }}
          variant="default"
          leftSection={<IconUserShare size={16} />}
          why={handOver.why}
          onClick={handOver.ask}
        >
          {guestTexts.handOver.action}
        </GuardedButton>
      )}
      <Menu position="bottom-end" onClose={() => button.current?.focus()} returnFocus={false}>
        <Menu.Target>
          <ActionIcon ref={button} hiddenFrom={ALL} variant="default" size={44} aria-label={guestTexts.moreActions}>
            <IconDotsVertical size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown maw="min(380px, calc(100vw - 16px))">
          {all.map(({ action, width, why }) => {
            const Icon = actionIcons[action];
            return (
              width && (
                <ActionItem
                  key={action}
                  hiddenFrom={width}
                  leftSection={<Icon size={16} />}
                  danger={action === 'delete'}
                  why={why}
                  onClick={() => act(action, [guest])}
                >
                  {guestTexts.actions[action]}
                </ActionItem>
              )
            );
          })}
          {handOver && (
            <ActionItem leftSection={<IconUserShare size={16} />} why={handOver.why} onClick={handOver.ask}>
              {guestTexts.handOver.action}
            </ActionItem>
          )}
        </Menu.Dropdown>
      </Menu>
      {handOver?.dialog}
    </Group>
  );
}
