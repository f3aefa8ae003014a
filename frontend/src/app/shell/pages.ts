import {
  IconApi,
  IconCalendarEvent,
  IconHistory,
  IconLayoutDashboard,
  IconListCheck,
  IconNetwork,
  IconRocket,
  IconServer2,
  IconUsers,
  IconWebhook,
  type Icon,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import { useMe } from '@/features/access/rights';
import type { Right } from '@/shared/api/types';
import { shellTexts } from './texts';

type Entry = {
  to: string;
  label: string;
  icon: Icon;
  /** The label under its icon on a phone, where its own is too long. */
  short?: string;
  /** The letter that leads to it after `g`. */
  key: string;
  /** Addresses below which the entry is the current one, beside its own. */
  also?: string;
  /** What one must be allowed to for the entry to appear. */
  right?: Right;
};

const said = shellTexts.pages;

const pages: Entry[] = [
  { to: '/', label: said.dashboard, icon: IconLayoutDashboard, key: 'd' },
  { to: '/resources', label: said.resources, icon: IconServer2, key: 'r', also: '/guests/' },
  { to: '/provision', label: said.provision, icon: IconRocket, key: 'p' },
  { to: '/reservations', label: said.reservations, short: said.calendar, icon: IconCalendarEvent, key: 'c' },
  { to: '/inventory', label: said.inventory, icon: IconNetwork, key: 'i' },
  { to: '/operations', label: said.operations, icon: IconListCheck, key: 'o' },
  { to: '/people', label: said.people, icon: IconUsers, key: 'u', also: '/teams/', right: 'manage-people' },
  { to: '/webhooks', label: said.webhooks, icon: IconWebhook, key: 'w', right: 'manage-webhooks' },
  { to: '/audit', label: said.audit, icon: IconHistory, key: 'a', right: 'read-audit' },
];

/** The pages of the navigation for who is signed in, in its order. */
export function usePages(): Entry[] {
  const { rights } = useMe();
  return useMemo(() => pages.filter(({ right }) => right === undefined || rights.includes(right)), [rights]);
}

/** The API's own pages; the server renders them, not the UI. */
export const docs = { href: '/docs', label: shellTexts.docs, icon: IconApi };

export function isCurrent({ to, also }: Entry, path: string): boolean {
  return path === to || (to !== '/' && path.startsWith(`${to}/`)) || (also !== undefined && path.startsWith(also));
}
