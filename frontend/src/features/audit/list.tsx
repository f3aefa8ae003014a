import { Anchor, Text, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconBan, IconCircleCheck, IconClock } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { AuditEntry } from '@/shared/api/types';
import { formatTexts } from '@/shared/format/texts';
import type { Column, ListOf } from '@/shared/list/column';
import { Moment } from '@/shared/ui/Moment';
import { State } from '@/shared/ui/State';
import styles from './Audit.module.css';
import { type Change, changes } from './changes';
import { Target } from './Target';
import { auditTexts } from './texts';

const said = auditTexts;
const MOST = 15;
const looks = {
  accepted: { tone: 'calm', Icon: IconClock },
  done: { tone: 'good', Icon: IconCircleCheck },
  refused: { tone: 'warn', Icon: IconBan },
  failed: { tone: 'bad', Icon: IconAlertTriangle },
  cancelled: { tone: 'calm', Icon: IconBan },
} as const;

/** How an entry ended; that of an order as its operation did. */
function Outcome({ entry: { outcome, operation, ended } }: { entry: AuditEntry }) {
  const { tone, Icon } = looks[outcome];
  return (
    <>
      <State tone={tone} icon={<Icon />}>
        {outcome === 'accepted' && operation ? said.underWay : said.outcomes[outcome]}
      </State>
      {ended && (
        <Text size="xs" c="dimmed">
          <Moment at={ended} />
        </Text>
      )}
      {operation && (
        <Anchor component={Link} to={`/operations/${operation}`} size="xs">
          {said.operation}
        </Anchor>
      )}
    </>
  );
}

function ChangeList({ of }: { of: Change[] }) {
  return (
    <ul className={styles.changes} aria-label={said.changes}>
      {of.map((change) => (
        <li key={change.path}>
          {change.path && `${change.path}: `}
          {change.before !== null && (
            <>
              <VisuallyHidden>{said.was} </VisuallyHidden>
              <del className={styles.was}>{change.before}</del>{' '}
            </>
          )}
          {change.after !== null && (
            <>
              <VisuallyHidden>{said.is} </VisuallyHidden>
              <ins className={styles.is}>{change.after}</ins>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What an entry changed, value by value; the order of a group has hundreds. */
function Changes({ before, after }: Pick<AuditEntry, 'before' | 'after'>) {
  const all = changes(before, after);
  const more = all.slice(MOST);
  return all.length === 0 ? null : (
    <>
      <ChangeList of={all.slice(0, MOST)} />
      {more.length > 0 && (
        <details>
          <Text component="summary" size="sm">
            {said.more(more.length)}
          </Text>
          <ChangeList of={more} />
        </details>
      )}
    </>
  );
}

function Who({ entry }: { entry: AuditEntry }) {
  return (
    <>
      <Text size="sm" fw={600}>
        {entry.who || formatTexts.none}
      </Text>
      <Text size="xs" c="dimmed">
        {said.from(said.via[entry.via], entry.address)}
      </Text>
    </>
  );
}

function What({ entry }: { entry: AuditEntry }) {
  return (
    <>
      <Text size="sm" title={`${said.request} ${entry.request}`}>
        {entry.action}
      </Text>
      {entry.detail && (
        <Text size="sm" c="var(--bad-text)">
          {entry.detail}
        </Text>
      )}
      <Changes before={entry.before} after={entry.after} />
    </>
  );
}

const columns: Column<AuditEntry>[] = [
  { id: 'at', header: said.columns.at, table: 'always', width: '190px', csv: { id: ({ id }) => id, at: ({ at }) => at }, cell: ({ at }) => <Moment at={at} /> },
  {
    id: 'who',
    header: said.columns.who,
    card: 'title',
    width: 'minmax(150px, 1fr)',
    csv: { who: ({ who }) => who, via: ({ via }) => via, address: ({ address }) => address },
    cell: (entry) => <Who entry={entry} />,
  },
  {
    id: 'action',
    header: said.columns.action,
    table: 'always',
    card: 'block',
    width: 'minmax(160px, 2fr)',
    csv: { action: ({ action }) => action, detail: ({ detail }) => detail, request: ({ request }) => request },
    cell: (entry) => <What entry={entry} />,
  },
  {
    id: 'target',
    header: said.columns.target,
    width: 'minmax(110px, 1fr)',
    csv: { target: ({ target }) => target },
    cell: ({ target }) => <Target target={target} />,
  },
  {
    id: 'outcome',
    header: said.columns.outcome,
    card: 'state',
    width: '190px',
    csv: { outcome: ({ outcome }) => outcome, operation: ({ operation }) => operation, ended: ({ ended }) => ended },
    cell: (entry) => <Outcome entry={entry} />,
  },
];

/** Who did what, the latest first. */
export const auditList: ListOf<AuditEntry> = {
  name: 'audit',
  label: said.title,
  what: said.what,
  columns,
  idOf: ({ id }) => id,
  nothingYet: { title: said.nothingYet, detail: said.nothingYetDetail },
  nothingMatches: said.nothingMatches,
};
