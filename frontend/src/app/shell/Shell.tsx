import { ActionIcon, Box, Group, Text, Tooltip } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconKeyboard, IconSearch } from '@tabler/icons-react';
import { Suspense, useCallback, useState } from 'react';
import { Outlet, ScrollRestoration, useNavigation } from 'react-router';
import { LeaveGuard } from '@/shared/form/LeaveGuard';
import icon from '@/shared/ui/icon.svg';
import { AwayNotice } from '@/shared/ui/AwayNotice';
import { part } from '@/shared/ui/part';
import { uiTexts } from '@/shared/ui/texts';
import { BottomBar } from './BottomBar';
import { LiveSign } from './LiveSign';
import { Navigation } from './Navigation';
import { OpenSign } from './OpenSign';
import styles from './Shell.module.css';
import { SimulatedSign } from './SimulatedSign';
import { shellTexts } from './texts';
import { useShortcuts } from './useShortcuts';

// Fetched beside the page: nobody waits for them.
const TaskDrawer = part(() => import('./TaskDrawer').then((file) => file.TaskDrawer));
const Toasts = part(() => import('@/shared/ui/Toasts').then((file) => file.Toasts));
const ShortcutHelp = part(() => import('./ShortcutHelp').then((file) => file.ShortcutHelp));
const DisplayMenu = part(() => import('./DisplayMenu').then((file) => file.DisplayMenu));
const AccountMenu = part(() => import('./AccountMenu').then((file) => file.AccountMenu));
const Notices = part(() => import('@/features/reservations/notices/Notices').then((file) => file.Notices));
const Palette = part(() => import('./Palette').then(({ Component }) => Component));

/** What stands around every page. */
export function Shell() {
  const loading = useNavigation().state === 'loading';
  const [drawer, setDrawer] = useLocalStorage({ key: 'direttore.drawer', defaultValue: false, getInitialValueInEffect: false });
  const [asked, setAsked] = useState(0);
  const [help, setHelp] = useState(false);
  const toggle = useCallback(() => setDrawer((open) => !open), [setDrawer]);
  useShortcuts(useCallback((what) => (what === 'palette' ? setAsked((times) => times + 1) : what === 'help' ? setHelp(true) : toggle()), [toggle]));
  return (
    <>
      <a href="#content" className={styles.skip}>
        {shellTexts.skip}
      </a>
      {loading && <div className={styles.loading} role="presentation" />}
      <div className={styles.shell} data-drawer={drawer || undefined}>
        <header className={styles.header}>
          <Group h="100%" px={{ base: 'sm', sm: 'md' }} justify="space-between" wrap="nowrap" gap="xs">
            <Group gap="sm" wrap="nowrap">
              <img src={icon} alt="" width={28} height={28} />
              <Text fw={700} size="lg" visibleFrom="xs">
                {uiTexts.product}
              </Text>
              <SimulatedSign />
            </Group>
            <Group gap="xs" wrap="nowrap">
              <Tooltip label={shellTexts.searchHint}>
                <ActionIcon variant="subtle" color="gray" size={44} aria-label={shellTexts.search} onClick={() => setAsked((times) => times + 1)}>
                  <IconSearch size={20} />
                </ActionIcon>
              </Tooltip>
              <Tooltip label={shellTexts.help}>
                <ActionIcon variant="subtle" color="gray" size={44} aria-label={shellTexts.help} visibleFrom="sm" onClick={() => setHelp(true)}>
                  <IconKeyboard size={20} />
                </ActionIcon>
              </Tooltip>
              <LiveSign />
              <Suspense fallback={<Box w={44} />}>
                <DisplayMenu />
                <AccountMenu />
              </Suspense>
            </Group>
          </Group>
        </header>
        <nav className={styles.navbar} aria-label={shellTexts.navigation}>
          <Navigation />
        </nav>
        <main className={styles.main}>
          <Box id="content" tabIndex={-1} className={styles.content}>
            <AwayNotice />
            <OpenSign />
            <Suspense fallback={null}>
              <Notices />
            </Suspense>
            <Outlet />
          </Box>
        </main>
        <footer className={styles.footer}>
          <Suspense fallback={<div className={styles.bar} />}>
            <TaskDrawer open={drawer} toggle={toggle} />
          </Suspense>
          <Box hiddenFrom="sm">
            <BottomBar />
          </Box>
        </footer>
      </div>
      {asked > 0 && (
        <Suspense fallback={null}>
          <Palette asked={asked} />
        </Suspense>
      )}
      <Suspense fallback={null}>
        {help && <ShortcutHelp opened close={() => setHelp(false)} />}
        <Toasts />
      </Suspense>
      <LeaveGuard />
      <ScrollRestoration getKey={({ key, pathname }) => (key === 'default' ? pathname : key)} />
    </>
  );
}
