import { Anchor, Card, Title } from '@mantine/core';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { useOperations } from '@/features/operations/api';
import { operationTexts } from '@/features/operations/texts';
import { OperationState } from '@/features/operations/work/OperationState';
import { titleOf } from '@/features/operations/work/words';
import type { Operation } from '@/shared/api/types';
import type { ListOf } from '@/shared/list/column';
import { List } from '@/shared/list/List';
import { Ago } from '@/shared/ui/Moment';

const listOf = (label: string, name: string): ListOf<Operation> => ({
  name: 'guest-operations',
  label,
  what: operationTexts.what,
  idOf: ({ id }) => id,
  nothingYet: { title: operationTexts.nothingYet },
  columns: [
    {
      id: 'operation',
      header: operationTexts.columns.operation,
      card: 'title',
      cell: (operation) => (
        <Anchor component={Link} size="sm" to={`/operations/${operation.id}`}>
          {titleOf(operation, name)}
        </Anchor>
      ),
    },
    { id: 'created', header: operationTexts.columns.created, cell: ({ created }) => <Ago at={created} /> },
    { id: 'status', header: operationTexts.columns.status, card: 'state', cell: ({ status }) => <OperationState status={status} /> },
  ],
});

/** What was ordered for a guest, the latest first. */
export function GuestOperations({ title, vmid, name, limit }: { title: string; vmid: number; name: string; limit: number }) {
  const query = useOperations({ vmid, limit });
  const list = useMemo(() => listOf(title, name), [title, name]);
  return (
    <Card>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      <List of={list} query={query} rows={query.data?.operations} within="narrow" height={60} />
    </Card>
  );
}
