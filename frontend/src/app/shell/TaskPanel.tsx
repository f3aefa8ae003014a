import { Anchor, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useOperation } from '@/features/operations/api';
import { operationTexts } from '@/features/operations/texts';
import { CancelButton } from '@/features/operations/work/CancelButton';
import { OperationProgress } from '@/features/operations/work/OperationProgress';
import { OperationState } from '@/features/operations/work/OperationState';
import { phaseName, titleOf, waitingWords } from '@/features/operations/work/words';
import type { Operation } from '@/shared/api/types';
import { useNow } from '@/shared/format/useNow';
import { Ago } from '@/shared/ui/Moment';
import styles from './TaskDrawer.module.css';

const said = operationTexts.drawer;
// Each that is shown is read by itself.
const MOST = 20;

/** One operation under way; being looked at, it has the end of its log. */
function Running({ listed }: { listed: Operation }) {
  const operation = useOperation(listed.id).data ?? listed;
  const now = useNow();
  return (
    <li className={styles.row}>
      <div>
        <Anchor component={Link} to={`/operations/${operation.id}`} size="sm" fw={600}>
          {titleOf(operation)}
        </Anchor>
        <Text size="xs" c="dimmed">
          {operation.waiting ? waitingWords(operation, now) : phaseName(operation.phase)}
        </Text>
      </div>
      <OperationProgress operation={operation} />
      <span className={styles.line}>{operation.log.at(-1) ?? ''}</span>
      <CancelButton operation={operation} small />
    </li>
  );
}

function Ended({ operation }: { operation: Operation }) {
  return (
    <li className={styles.row}>
      <Anchor component={Link} to={`/operations/${operation.id}`} size="sm">
        {titleOf(operation)}
      </Anchor>
      <span>
        <OperationState status={operation.status} />
      </span>
      <Text size="sm" c="dimmed" truncate>
        {operation.error?.message ?? ''}
      </Text>
      <Text size="sm" c="dimmed">
        {operation.finished && <Ago at={operation.finished} />}
      </Text>
    </li>
  );
}

/** The operations in the open drawer. */
export function TaskPanel({ running, ended }: { running: Operation[]; ended: Operation[] }) {
  return (
    <div className={styles.panel} tabIndex={0} role="region" aria-label={said.title}>
      <ul className={styles.list} aria-label={said.title}>
        {running.slice(0, MOST).map((operation) => (
          <Running key={operation.id} listed={operation} />
        ))}
      </ul>
      {running.length > MOST && (
        <Text size="sm" c="dimmed">
          {said.more(running.length - MOST)}
        </Text>
      )}
      <Group justify="space-between" mt="xs">
        <Text size="xs" fw={650} c="dimmed">
          {said.lately}
        </Text>
        <Anchor component={Link} to="/operations" size="xs">
          {said.all}
        </Anchor>
      </Group>
      <ul className={styles.list} aria-label={said.lately}>
        {ended.map((operation) => (
          <Ended key={operation.id} operation={operation} />
        ))}
      </ul>
    </div>
  );
}
