import { ActionIcon, Group, NativeSelect, Tooltip } from '@mantine/core';
import { IconSortAscending, IconSortDescending } from '@tabler/icons-react';
import { choosable, type Column } from './column';
import type { Order } from './ListTable';
import { listTexts } from './texts';

const said = listTexts.sort;

/** By what the cards are sorted, as a table's heads say it. */
export function SortMenu<Row>({ columns, order: { sort, setSort } }: { columns: readonly Column<Row>[]; order: Order }) {
  const back = sort.startsWith('-');
  const by = back ? sort.slice(1) : sort;
  const sortable = choosable(columns).filter((column) => column.sort);
  const label = back ? said.down : said.up;
  return (
    <Group gap="xs" wrap="nowrap">
      <NativeSelect
        flex={1}
        aria-label={said.by}
        value={by}
        onChange={(event) => setSort(`${back ? '-' : ''}${event.currentTarget.value}`)}
        data={[...(by === '' ? [{ value: '', label: said.none }] : []), ...sortable.map(({ id, header }) => ({ value: id, label: said.byColumn(header) }))]}
      />
      <Tooltip label={label}>
        <ActionIcon size={44} variant="default" aria-label={label} disabled={by === ''} onClick={() => setSort(back ? by : `-${by}`)}>
          {back ? <IconSortDescending size={20} /> : <IconSortAscending size={20} />}
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
