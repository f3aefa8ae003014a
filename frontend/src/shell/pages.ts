import { IconApi, IconLayoutDashboard, IconListCheck, IconRocket, IconServer2, type Icon } from '@tabler/icons-react';
import { texts } from '@/texts/en';

type Entry = {
  to: string;
  label: string;
  icon: Icon;
  /** Addresses below which the entry is the current one, beside its own. */
  also?: string;
};

/** The pages of the navigation, in its order. */
export const pages: Entry[] = [
  { to: '/', label: texts.shell.pages.dashboard, icon: IconLayoutDashboard },
  { to: '/resources', label: texts.shell.pages.resources, icon: IconServer2, also: '/guests/' },
  { to: '/provision', label: texts.shell.pages.provision, icon: IconRocket },
  { to: '/operations', label: texts.shell.pages.operations, icon: IconListCheck },
];

/** The API's own pages; the server renders them, not the UI. */
export const docs = { href: '/docs', label: texts.shell.pages.docs, icon: IconApi };

export function isCurrent({ to, also }: Entry, path: string): boolean {
  return path === to || (to !== '/' && path.startsWith(`${to}/`)) || (also !== undefined && path.startsWith(also));
}
