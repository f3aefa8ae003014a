import { AppShell, Box, Group, Text } from '@mantine/core';
import { Outlet, ScrollRestoration, useNavigation } from 'react-router';
import { texts } from '@/texts/en';
import { BottomBar } from './BottomBar';
import icon from './icon.svg';
import { LiveSign } from './LiveSign';
import { Navigation } from './Navigation';
import styles from './Shell.module.css';
import { SimulatedSign } from './SimulatedSign';
import { ThemeSwitch } from './ThemeSwitch';

/** What stands around every page. */
export function Shell() {
  const loading = useNavigation().state === 'loading';
  return (
    <>
      <a href="#content" className={styles.skip}>
        {texts.shell.skip}
      </a>
      {loading && <div className={styles.loading} role="presentation" />}
      <AppShell
        header={{ height: 56 }}
        navbar={{ width: 216, breakpoint: 'sm', collapsed: { mobile: true } }}
        footer={{ height: { base: 60, sm: 0 } }}
        padding={{ base: 'sm', sm: 'lg' }}
      >
        <AppShell.Header className={styles.header}>
          <Group h="100%" px={{ base: 'sm', sm: 'md' }} justify="space-between" wrap="nowrap" gap="xs">
            <Group gap="sm" wrap="nowrap">
              <img src={icon} alt="" width={28} height={28} />
              <Text fw={700} size="lg" visibleFrom="xs">
                {texts.shell.product}
              </Text>
              <SimulatedSign />
            </Group>
            <Group gap="xs" wrap="nowrap">
              <LiveSign />
              <ThemeSwitch />
            </Group>
          </Group>
        </AppShell.Header>
        <AppShell.Navbar className={styles.navbar} p="sm" aria-label={texts.shell.navigation}>
          <Navigation />
        </AppShell.Navbar>
        <AppShell.Main className={styles.main}>
          <Box id="content" tabIndex={-1} className={styles.content}>
            <Outlet />
          </Box>
        </AppShell.Main>
        <AppShell.Footer hiddenFrom="sm" className={styles.footer}>
          <BottomBar />
        </AppShell.Footer>
      </AppShell>
      <ScrollRestoration />
    </>
  );
}
