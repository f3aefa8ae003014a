import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import styles from './PageTabs.module.css';

type Tab = { to: string; label: ReactNode };

/** The tabs of a page; each is an address. */
export function PageTabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {tabs.map((tab) => (
        <NavLink key={tab.to} end className={styles.tab ?? ''} to={tab.to}>
          {tab.label}
        </NavLink>
      ))}
    </nav>
  );
}
