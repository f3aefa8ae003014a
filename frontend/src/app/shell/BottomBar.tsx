import { Group } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import { isCurrent, usePages } from './pages';
import styles from './Shell.module.css';
import { shellTexts } from './texts';

/** The navigation of a phone; what only some may open stands in their account's menu. */
export function BottomBar() {
  const { pathname } = useLocation();
  const pages = usePages().filter(({ right }) => right === undefined);
  return (
    <Group component="nav" aria-label={shellTexts.navigation} gap={0} h={60} wrap="nowrap">
      {pages.map((page) => (
        <Link key={page.to} to={page.to} className={styles.tab} aria-current={isCurrent(page, pathname) ? 'page' : undefined}>
          <page.icon size={22} stroke={1.7} aria-hidden />
          {page.short ?? page.label}
        </Link>
      ))}
    </Group>
  );
}
