import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import {
  IconCalendarOff,
  IconChecks,
  IconDotsVertical,
  IconHourglass,
  IconPlus,
  IconRss,
  IconScale,
  IconServer2,
  IconStack2,
  type IconProps,
} from '@tabler/icons-react';
import { useRef, type ComponentType } from 'react';
import { Link } from 'react-router';
import { useRight } from '@/features/access/rights';
import { useDecidable } from '@/features/reservations/approvals/api';
import { approvalTexts } from '@/features/reservations/approvals/texts';
import { blackoutTexts } from '@/features/reservations/blackouts/texts';
import { policyTexts } from '@/features/reservations/policies/texts';
import { resourceTexts } from '@/features/reservations/resources/texts';
import { feedTexts } from '@/features/reservations/feeds/texts';
import { poolTexts } from '@/features/reservations/pools/texts';
import { reservationTexts as said } from '@/features/reservations/texts';
import { waitingTexts } from '@/features/reservations/waiting/texts';
import { ActionItem } from '@/shared/ui/ActionItem';
import { GuardedButton } from '@/shared/ui/GuardedButton';

/** From which width of the screen on it stands in the heading's line; on a narrower one it is in its menu, as what has none always is. */
type Width = 'md' | 'lg';
type Place = { label: string; icon: ComponentType<IconProps>; from?: Width } & ({ to: string; calls?: boolean } | { open: () => void; why?: string | null });

/** The approvals of who is signed in stand first, with how many wait for them. */
function usePlaces(openFeeds: () => void, openPools: () => void): Place[] {
  const manages = useRight('manage-resources');
  const approves = useRight('approve');
  const { data } = useDecidable(approves);
  const waiting = data?.length;
  return [
    ...(approves
      ? [{ label: approvalTexts.open(waiting), icon: IconChecks, to: '/reservations/approvals', from: 'md' as const, calls: (waiting ?? 0) > 0 }]
      : []),
    { label: waitingTexts.title, icon: IconHourglass, to: '/reservations/waiting', from: 'lg' },
    { label: blackoutTexts.title, icon: IconCalendarOff, to: '/reservations/blackouts', from: 'lg' },
    { label: policyTexts.open, icon: IconScale, to: '/reservations/rules', from: 'lg' },
    { label: resourceTexts.title, icon: IconServer2, to: '/reservations/resources' },
    { label: feedTexts.title, icon: IconRss, open: openFeeds },
    { label: poolTexts.open, icon: IconStack2, open: openPools, why: manages ? null : poolTexts.mayNot },
  ];
}

function PlaceButton({ place }: { place: Place }) {
  const { label, icon: Icon, from } = place;
  return from === undefined || !('to' in place) ? null : (
    <Button visibleFrom={from} px="sm" leftSection={<Icon size={16} />} component={Link} to={place.to} variant={place.calls ? 'light' : 'default'}>
      {label}
    </Button>
  );
}

function PlaceItem({ place }: { place: Place }) {
  const { label, icon: Icon, from } = place;
  const looks = { leftSection: <Icon size={16} />, ...(from && { hiddenFrom: from }) };
  return 'to' in place ? (
    <Menu.Item {...looks} component={Link} to={place.to}>
      {label}
    </Menu.Item>
  ) : (
    <ActionItem {...looks} why={place.why ?? null} onClick={place.open}>
      {label}
    </ActionItem>
  );
}

type Props = {
  phone: boolean;
  /** Why one may not book; null where one may. */
  why: string | null;
  create: () => void;
  openFeeds: () => void;
  openPools: () => void;
};

/** What begins something, and where else reservations are dealt with: in one line, however narrow the screen. */
export function HeadActions({ phone, why, create, openFeeds, openPools }: Props) {
  const places = usePlaces(openFeeds, openPools);
  const called = places.find((place) => 'calls' in place && place.calls);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <Group gap="xs" wrap="nowrap">
      <GuardedButton why={why} px="sm" leftSection={<IconPlus size={16} />} aria-label={said.new} onClick={create}>
        {said.newShort}
      </GuardedButton>
      {places.map((place) => (
        <PlaceButton key={place.label} place={place} />
      ))}
      <Menu position="bottom-end" onClose={() => button.current?.focus()} returnFocus={false}>
        <Menu.Target>
          <ActionIcon
            ref={button}
            variant={phone && called ? 'light' : 'default'}
            size={phone ? 44 : 36}
            aria-label={phone && called ? said.moreCalled(called.label) : said.more}
          >
            <IconDotsVertical size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown maw="min(380px, calc(100vw - 16px))">
          {places.map((place) => (
            <PlaceItem key={place.label} place={place} />
          ))}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
