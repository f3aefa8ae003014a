import { Checkbox, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useRef } from 'react';
import { ActionMenu } from '@/features/guests/actions/ActionMenu';
import type { Action } from '@/features/guests/actions/allowed';
import { guestTexts } from '@/features/guests/texts';
import type { Guest, Operation, Owner } from '@/shared/api/types';
import { type ColumnId, columns, type Sort } from './columns';
import styles from './GuestTable.module.css';
import type { Selection } from './selection';

export type ListProps = {
  guests: Guest[];
  active: Map<number, Operation>;
  selection: Selection;
  act: (action: Action, guests: Guest[]) => void;
};

type Props = ListProps & {
  owners: ReadonlyMap<number, Owner>;
  shown: ColumnId[];
  sort: Sort;
  setSort: (sort: Sort) => void;
};

const ROW = 48;
const said = guestTexts;
const gridOf = (shown: ColumnId[]) => ({ gridTemplateColumns: `28px ${shown.map((id) => columns[id].width).join(' ')} 44px` });

/** All guests that the filter lets through, of which only the rows in sight are there. */
export function GuestTable({ guests, active, owners, selection, act, shown, sort, setSort }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({ count: guests.length, getScrollElement: () => box.current, estimateSize: () => ROW, overscan: 5, scrollPaddingStart: 44 });
  const { chosen, toggle, all, every } = selection;
  return (
    <div ref={box} className={styles.box} tabIndex={0} role="table" aria-label={said.title} aria-rowcount={guests.length + 1}>
      <div style={{ minWidth: 'fit-content' }}>
        <div className={[styles.row, styles.head].join(' ')} style={gridOf(shown)} role="row" aria-rowindex={1}>
          <span role="columnheader">
            <Checkbox
              aria-label={said.selectAll}
              checked={every}
              indeterminate={!every && chosen.size > 0}
              onChange={(event) => all(event.currentTarget.checked)}
            />
          </span>
          {shown.map((id) => (
            <SortHead key={id} id={id} sort={sort} setSort={setSort} />
          ))}
          <span role="columnheader" />
        </div>
        <div className={styles.body} style={{ height: rows.getTotalSize() }} role="rowgroup">
          {rows.getVirtualItems().map(({ index, start }) => {
            const guest = guests[index];
            if (!guest) {
              return null;
            }
            return (
              <GuestRow
                key={guest.vmid}
                guest={guest}
                operation={active.get(guest.vmid)}
                owner={owners.get(guest.vmid)}
                index={index}
                start={start}
                shown={shown}
                chosen={chosen.has(guest.vmid)}
                toggle={toggle}
                act={act}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

type RowProps = Pick<Props, 'act' | 'shown'> & {
  guest: Guest;
  operation: Operation | undefined;
  owner: Owner | undefined;
  index: number;
  /** The row's distance from the top of the list, in px. */
  start: number;
  chosen: boolean;
  toggle: Selection['toggle'];
};

/** Drawn again only when something of this guest has changed: events come often, and a keystroke leaves many rows as they are. */
const GuestRow = memo(function GuestRow({ guest, operation, owner, index, start, shown, chosen, toggle, act }: RowProps) {
  return (
    <div
      className={[styles.row, styles.item].join(' ')}
      style={{ ...gridOf(shown), transform: `translateY(${start}px)` }}
      role="row"
      aria-rowindex={index + 2}
      data-chosen={chosen || undefined}
    >
      <span role="cell">
        <Checkbox
          aria-label={said.select(guestTexts.named(guest.vmid, guest.name))}
          checked={chosen}
          onChange={() => undefined}
          onClick={(event) => toggle(guest.vmid, event.shiftKey)}
        />
      </span>
      {shown.map((id) => (
        <span key={id} className={styles.cell} role="cell" data-end={columns[id].end || undefined} title={guest.trouble ?? undefined}>
          {columns[id].cell(guest, operation, owner)}
        </span>
      ))}
      <span role="cell">
        <ActionMenu guest={guest} operation={operation} act={act} />
      </span>
    </div>
  );
});

function SortHead({ id, sort, setSort }: { id: ColumnId; sort: Sort; setSort: (sort: Sort) => void }) {
  const up = sort === id;
  const down = sort === `-${id}`;
  const label = said.columns[id];
  return (
    <span className={styles.cell} role="columnheader" aria-sort={up ? 'ascending' : down ? 'descending' : 'none'} data-end={columns[id].end || undefined}>
      <UnstyledButton className={styles.sort} onClick={() => setSort(up ? `-${id}` : id)} fz="sm" aria-label={said.sortBy(label)}>
        {label}
        {up && <IconArrowUp size={14} aria-hidden />}
        {down && <IconArrowDown size={14} aria-hidden />}
      </UnstyledButton>
    </span>
  );
}
