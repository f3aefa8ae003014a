import { AppShell, NavLink } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { Link, useLocation } from 'react-router';
import { useAbout } from './about';
import { docs, isCurrent, usePages } from './pages';
import styles from './Shell.module.css';
import { shellTexts } from './texts';

/** The entries of the side navigation. */
export function Navigation() {
  const { pathname } = useLocation();
  const about = useAbout();
  const pages = usePages();
  return (
    <>
      <AppShell.Section grow>
        {pages.map((page) => {
          const current = isCurrent(page, pathname);
          return (
            <NavLink
              key={page.to}
              component={Link}
              to={page.to}
              label={page.label}
              leftSection={<page.icon size={20} stroke={1.7} />}
              active={current}
              aria-current={current ? 'page' : undefined}
              className={styles.link}
              mb={4}
            />
          );
        })}
      </AppShell.Section>
      <AppShell.Section>
        <NavLink
          href={docs.href}
          target="_blank"
          rel="noreferrer"
          label={docs.label}
          leftSection={<docs.icon size={20} stroke={1.7} />}
          rightSection={<IconExternalLink size={14} />}
          className={styles.link}
        />
        {about.data && <div className={styles.version}>{shellTexts.version(about.data.version)}</div>}
      </AppShell.Section>
    </>
  );
}
