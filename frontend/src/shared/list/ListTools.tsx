import { ActionIcon, Group, Tooltip } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { saveText } from '@/shared/ui/saveText';
import { csv, type CsvColumns } from './csv';
import { SavedViews } from './SavedViews';
import { listTexts } from './texts';

// By it a spreadsheet knows UTF-8.
const BOM = '\ufeff';

type Props<Row> = {
  /** What the list is of, as its file and its views are called. */
  name: string;
  /** The rows that are shown. */
  rows: Row[];
  columns: CsvColumns<Row>;
  /** What else a list offers, between its views and its export. */
  children?: ReactNode;
};

/** What every list offers beside its filter: saved views, and what is shown as a file. */
export function ListTools<Row>({ name, rows, columns, children }: Props<Row>) {
  return (
    <Group gap="xs" wrap="nowrap">
      <SavedViews of={name} />
      {children}
      <Tooltip label={listTexts.export}>
        <ActionIcon
          size={44}
          variant="default"
          aria-label={listTexts.export}
          visibleFrom="sm"
          disabled={rows.length === 0}
          onClick={() => saveText(`${name}.csv`, BOM + csv(columns, rows))}
        >
          <IconDownload size={20} />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
