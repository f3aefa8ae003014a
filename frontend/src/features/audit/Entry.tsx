import { Anchor, Card, Group, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconBan, IconCircleCheck, IconClock } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { AuditEntry } from '@/shared/api/types';
import { formatTexts } from '@/shared/format/texts';
import { Moment } from '@/shared/ui/Moment';
import { State } from '@/shared/ui/State';
import styles from './Audit.module.css';
import { changes } from './changes';
import { Target } from './Target';
import { auditTexts } from './texts';

const said = auditTexts;
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

/** What an entry changed, value by value. */
function Changes({ before, after }: Pick<AuditEntry, 'before' | 'after'>) {
  const all = changes(before, after);
  return all.length === 0 ? null : (
    <ul className={styles.changes} aria-label={said.changes}>
      {all.map((change) => (
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

/** An entry as a row. */
export function EntryRow({ entry }: { entry: AuditEntry }) {
  return (
    <Table.Tr style={{ verticalAlign: 'top' }}>
      <Table.Td miw={190}>
        <Moment at={entry.at} />
      </Table.Td>
      <Table.Td miw={150}>
        <Who entry={entry} />
      </Table.Td>
      <Table.Td>
        <What entry={entry} />
      </Table.Td>
      <Table.Td>
        <Target target={entry.target} />
      </Table.Td>
      <Table.Td>
        <Outcome entry={entry} />
      </Table.Td>
    </Table.Tr>
  );
}

/** An entry as a card, for phones. */
export function EntryCard({ entry }: { entry: AuditEntry }) {
  return (
    <Card>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Who entry={entry} />
        </div>
        <div>
          <Outcome entry={entry} />
        </div>
      </Group>
      <What entry={entry} />
      <div>
        <Target target={entry.target} />
      </div>
      <Text size="sm" c="dimmed">
        <Moment at={entry.at} />
      </Text>
    </Card>
  );
}
