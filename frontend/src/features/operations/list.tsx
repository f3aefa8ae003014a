import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { api, body } from '@/shared/api/client';
import type { Operation, OperationFilter } from '@/shared/api/types';
import { formatTexts } from '@/shared/format/texts';
import { span } from '@/shared/format/time';
import { useNow } from '@/shared/format/useNow';
import type { Column, ListOf } from '@/shared/list/column';
import type { ReadPage } from '@/shared/list/pages';
import { Ago } from '@/shared/ui/Moment';
import { operationTexts } from './texts';
import { OperationProgress } from './work/OperationProgress';
import { OperationState } from './work/OperationState';
import { secondsOf, titleOf } from './work/words';

const said = operationTexts;

function Took({ operation: { started, finished } }: { operation: Operation }) {
  const took = secondsOf(started, finished, useNow());
  return took === null ? formatTexts.none : span(took);
}

const columns: Column<Operation>[] = [
  {
    id: 'operation',
    header: said.columns.operation,
    table: 'always',
    card: 'title',
    width: 'minmax(240px, 3fr)',
    csv: { id: ({ id }) => id, kind: ({ kind }) => kind, vmid: ({ vmid }) => vmid },
    cell: (operation) => (
      <>
        <Anchor component={Link} to={`/operations/${operation.id}`} size="sm" fw={600} display="inline-block" py={4}>
          {titleOf(operation)}
        </Anchor>
        {operation.error && (
          <Text size="sm" c="var(--bad-text)" lineClamp={2}>
            {operation.error.message}
          </Text>
        )}
        <OperationProgress operation={operation} />
      </>
    ),
  },
  {
    id: 'status',
    header: said.columns.status,
    card: 'state',
    width: '130px',
    csv: { status: ({ status }) => status, error: ({ error }) => error?.message },
    cell: ({ status }) => <OperationState status={status} />,
  },
  { id: 'node', header: said.columns.node, width: 'minmax(70px, 1fr)', csv: { node: ({ node }) => node }, cell: ({ node }) => node ?? formatTexts.none },
  {
    id: 'by',
    header: said.columns.by,
    table: 'wide',
    card: 'none',
    width: 'minmax(90px, 1fr)',
    csv: { requested_by: ({ requested_by }) => requested_by },
    cell: ({ requested_by }) => requested_by,
  },
  {
    id: 'created',
    header: said.columns.created,
    width: '120px',
    csv: { created: ({ created }) => created, started: ({ started }) => started },
    cell: ({ created }) => <Ago at={created} />,
  },
  {
    id: 'took',
    header: said.columns.took,
    table: 'wide',
    card: 'none',
    width: '110px',
    csv: { finished: ({ finished }) => finished },
    cell: (operation) => <Took operation={operation} />,
  },
];

/** What was ordered, newest first. */
export const operationList: ListOf<Operation> = {
  name: 'operations',
  label: said.title,
  what: said.what,
  columns,
  idOf: ({ id }) => id,
  nothingYet: { title: said.nothingYet, detail: said.nothingYetDetail },
  nothingMatches: said.nothingMatches,
};

/** The operations that a filter lets through, so many at a time. */
export const operationPages =
  (filter: OperationFilter, limit: number): ReadPage<Operation> =>
  async (after, signal) => {
    const { operations, next } = await body(api.GET('/api/operations', { params: { query: { ...filter, limit, after } }, signal }));
    return { rows: operations, next };
  };
