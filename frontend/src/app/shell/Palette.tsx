import { Spotlight, createSpotlight, type SpotlightActionData } from '@mantine/spotlight';
import '@mantine/spotlight/styles.layer.css';
import {
  IconBox,
  IconCalendarEvent,
  IconCalendarPlus,
  IconClock,
  IconDeviceDesktop,
  IconMoon,
  IconSearch,
  IconServer,
  IconSun,
  IconUser,
  IconWorld,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMantineColorScheme } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { accessTexts } from '@/features/access/texts';
import { useNodes } from '@/features/dashboard/api';
import { dashboardTexts } from '@/features/dashboard/texts';
import { useGuests } from '@/features/guests/api';
import { guestTexts } from '@/features/guests/texts';
import { comingQuery } from '@/features/reservations/api';
import { guestPath } from '@/shared/api/types';
import { moment } from '@/shared/format/time';
import { useZone } from '@/shared/format/useZone';
import { docs, usePages } from './pages';
import { shellTexts } from './texts';

const said = shellTexts.palette;
const MOST = 30;
const [store, spotlight] = createSpotlight();

const matches = (query: string, ...words: string[]) => words.some((word) => word.toLowerCase().includes(query));

/** Finds guests, nodes, pages and actions by what is typed. Opens when it is first shown and each time `asked` rises. */
export function Component({ asked }: { asked: number }) {
  const [query, setQuery] = useState('');
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  const [zone, setZone] = useZone();
  const pages = usePages();
  const guestList = useGuests().data?.data;
  const [now] = useState(Date.now);
  const coming = useQuery(comingQuery(now)).data ?? [];
  const nodeList = useNodes().data?.data;
  const guests = guestList ?? [];
  const nodes = nodeList ?? [];
  useEffect(() => spotlight.open(), [asked]);

  const wanted = query.trim().toLowerCase();
  const go = (to: string) => () => void navigate(to);
  const actionsOf = {
    [said.pages]: [
      ...pages.map(({ to, label, icon: Icon }): SpotlightActionData => ({ id: to, label, leftSection: <Icon size={20} />, onClick: go(to) })),
      { id: '/profile', label: accessTexts.account.profile, leftSection: <IconUser size={20} />, onClick: go('/profile') },
      { id: docs.href, label: docs.label, leftSection: <docs.icon size={20} />, onClick: () => window.open(docs.href, '_blank', 'noreferrer') },
    ],
    [said.actions]: [
      { id: 'vm', label: said.newVm, leftSection: <IconDeviceDesktop size={20} />, onClick: go('/provision?type=vm') },
      { id: 'lxc', label: said.newContainer, leftSection: <IconBox size={20} />, onClick: go('/provision?type=lxc') },
      { id: 'reservation', label: said.newReservation, leftSection: <IconCalendarPlus size={20} />, onClick: go('/reservations?book=yes') },
      { id: 'light', label: said.light, leftSection: <IconSun size={20} />, onClick: () => setColorScheme('light') },
      { id: 'dark', label: said.dark, leftSection: <IconMoon size={20} />, onClick: () => setColorScheme('dark') },
      { id: 'local', label: said.local, leftSection: <IconClock size={20} />, onClick: () => setZone('local') },
      { id: 'utc', label: said.utc, leftSection: <IconWorld size={20} />, onClick: () => setZone('utc') },
    ] satisfies SpotlightActionData[],
    [said.nodes]: nodes.map(({ node, status }): SpotlightActionData => ({
      id: `node ${node}`,
      label: node,
      description: dashboardTexts.nodeStatus[status],
      leftSection: <IconServer size={20} />,
      onClick: go(`/resources?q=${encodeURIComponent(`node:${node}`)}`),
    })),
  };
  const booked = coming.filter(({ title, requester }) => wanted !== '' && matches(wanted, title, requester ?? '')).slice(0, MOST);
  const found = guests.filter((guest) => wanted !== '' && matches(wanted, guest.name, String(guest.vmid), ...guest.tags)).slice(0, MOST);
  const groups = [
    {
      group: said.guests,
      actions: found.map((guest): SpotlightActionData => ({
        id: `guest ${guest.vmid}`,
        label: `${guest.name || guest.vmid} (${guest.vmid})`,
        description: said.guestOn(guestTexts.types[guest.type], guest.node, guestTexts.statuses[guest.status]),
        leftSection: guest.type === 'lxc' ? <IconBox size={20} /> : <IconDeviceDesktop size={20} />,
        onClick: go(guestPath(guest)),
      })),
    },
    {
      group: said.reservations,
      actions: booked.map((each): SpotlightActionData => ({
        id: `reservation ${each.id}`,
        label: each.title,
        description: said.reservationAt(moment(Date.parse(each.start_dt), zone), each.requester ?? ''),
        leftSection: <IconCalendarEvent size={20} />,
        onClick: go(`/reservations/${each.id}`),
      })),
    },
    ...Object.entries(actionsOf).map(([group, actions]) => ({ group, actions: actions.filter(({ label }) => matches(wanted, label ?? '')) })),
  ].filter(({ actions }) => actions.length > 0);

  return (
    <Spotlight
      store={store}
      actions={groups}
      query={query}
      onQueryChange={setQuery}
      filter={(_, all) => all}
      shortcut={null}
      scrollable
      maxHeight={420}
      nothingFound={guestList && nodeList ? said.nothing : said.unread}
      searchProps={{ leftSection: <IconSearch size={20} />, placeholder: said.placeholder, 'aria-label': said.placeholder }}
    />
  );
}
