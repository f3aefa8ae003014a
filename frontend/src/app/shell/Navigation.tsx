import { IconExternalLink } from '@tabler/icons-react';
import { Link, useLocation } from 'react-router';
import { useAbout } from './about';
import { docs, isCurrent, usePages } from './pages';
import styles from './Shell.module.css';
import { shellTexts } from './texts';

const ICON = { size: 20, stroke: 1.7, 'aria-hidden': true };

/** The entries of the side navigation. */
export function Navigation() {
  const { pathname } = useLocation();
  const about = useAbout();
  const pages = usePages();
  return (
    <>
      <div className={styles.pages}>
        {pages.map((page) => (
          <Link key={page.to} to={page.to} className={styles.link} aria-current={isCurrent(page, pathname) ? 'page' : undefined}>
            <page.icon {...ICON} />
            {page.label}
          </Link>
        ))}
      </div>
      <a href={docs.href} target="_blank" rel="noreferrer" className={styles.link}>
        <docs.icon {...ICON} />
        <span className={styles.pages}>{docs.label}</span>
        <IconExternalLink size={14} aria-hidden />
      </a>
      {about.data && <div className={styles.version}>{shellTexts.version(about.data.version)}</div>}
    </>
  );
}
