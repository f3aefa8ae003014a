import { Card, Stack, Table } from '@mantine/core';
import { Fragment, type Key, type ReactNode } from 'react';

/** What a column is called, and from which width on it is there. */
export type Column = string | { label: string; from: 'md' };

interface Props<T> {
  label: string;
  columns: Column[];
  items: T[];
  idOf: (item: T) => Key;
  /** A row of the table. */
  row: (item: T) => ReactNode;
  /** The same on a phone. */
  card: (item: T) => ReactNode;
}

function ColumnHead({ column }: { column: Column }) {
  return typeof column === 'string' ? <Table.Th>{column}</Table.Th> : <Table.Th visibleFrom={column.from}>{column.label}</Table.Th>;
}

/** A table, or cards where there is no room for one. */
export function TableOrCards<T>({ label, columns, items, idOf, row, card }: Props<T>) {
  return (
    <>
      <Card p={0} visibleFrom="sm">
        <Table verticalSpacing="sm" horizontalSpacing="md" aria-label={label}>
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <ColumnHead key={typeof column === 'string' ? column : column.label} column={column} />
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((item) => (
              <Fragment key={idOf(item)}>{row(item)}</Fragment>
            ))}
          </Table.Tbody>
        </Table>
      </Card>
      <Stack hiddenFrom="sm" gap="xs">
        {items.map((item) => (
          <Fragment key={idOf(item)}>{card(item)}</Fragment>
        ))}
      </Stack>
    </>
  );
}
