import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconColumns } from '@tabler/icons-react';
import { choosable, type Column } from './column';
import { listTexts } from './texts';

type Props<Row, Id extends string> = { columns: readonly Column<Row, Id>[]; shown: Id[]; choose: (shown: Id[]) => void };

/** Chooses what the table tells; what always stands in it cannot be left out. */
export function ColumnMenu<Row, Id extends string>({ columns, shown, choose }: Props<Row, Id>) {
  const all = choosable(columns);
  return (
    <Menu position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <Tooltip label={listTexts.columns}>
          <ActionIcon size={44} variant="default" aria-label={listTexts.columns} visibleFrom="sm">
            <IconColumns size={20} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {all.map(({ id, header, table }) => (
          <Menu.CheckboxItem
            key={id}
            checked={shown.includes(id)}
            disabled={table === 'always'}
            onChange={(on) => choose(all.map((each) => each.id).filter((each) => (each === id ? on : shown.includes(each))))}
          >
            {header}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
