import { Anchor, Card, Group, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Operation } from '@/shared/api/types';
import { formatTexts } from '@/shared/format/texts';
import { span } from '@/shared/format/time';
import { Ago } from '@/shared/ui/Moment';
import { OperationProgress } from './work/OperationProgress';
import { OperationState } from './work/OperationState';
import { secondsOf, titleOf } from './work/words';

/** An operation as a row of a table. */
export function OperationRow({ operation, now }: { operation: Operation; now: number }) {
  const took = secondsOf(operation.started, operation.finished, now);
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} to={`/operations/${operation.id}`} size="sm" fw={600}>
          {titleOf(operation)}
        </Anchor>
        {operation.error && (
          <Text size="sm" c="var(--bad-text)" lineClamp={2}>
            {operation.error.message}
          </Text>
        )}
        <OperationProgress operation={operation} />
      </Table.Td>
      <Table.Td>
        <OperationState status={operation.status} />
      </Table.Td>
      <Table.Td>{operation.node}</Table.Td>
      <Table.Td visibleFrom="md">{operation.requested_by}</Table.Td>
      <Table.Td>
        <Ago at={operation.created} />
      </Table.Td>
      <Table.Td visibleFrom="md">{took === null ? formatTexts.none : span(took)}</Table.Td>
    </Table.Tr>
  );
}

/** An operation as a card of a phone. */
export function OperationCard({ operation }: { operation: Operation }) {
  return (
    <Card>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Anchor component={Link} to={`/operations/${operation.id}`} fw={600} py={8}>
          {titleOf(operation)}
        </Anchor>
        <OperationState status={operation.status} />
      </Group>
      <OperationProgress operation={operation} />
      <Text size="sm" c="dimmed">
        {operation.node} · <Ago at={operation.created} />
      </Text>
      {operation.error && (
        <Text size="sm" c="var(--bad-text)">
          {operation.error.message}
        </Text>
      )}
    </Card>
  );
}
