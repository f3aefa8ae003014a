import { Group } from '@mantine/core';
import { ColumnMenu } from './ColumnMenu';
import type { ListOf } from './column';
import { ExportButton } from './ExportButton';
import type { ReadPage } from './pages';
import { SavedViews } from './SavedViews';

type Props<Row, Id extends string> = {
  of: ListOf<Row, Id>;
  /** The rows that are there. */
  rows: Row[] | undefined;
  /** How all are read, where only some are there. */
  read?: ReadPage<Row>;
  columns: Id[];
  choose: (columns: Id[]) => void;
};

/** What every list of a page offers beside its filter: saved views, the choice of columns, and all that is let through as a file. */
export function ListTools<Row, Id extends string>({ of, rows, read, columns, choose }: Props<Row, Id>) {
  return (
    <Group gap="xs" wrap="nowrap">
      <SavedViews of={of.name} />
      <ColumnMenu columns={of.columns} shown={columns} choose={choose} />
      <ExportButton of={of} rows={rows} read={read} />
    </Group>
  );
}
