import { Checkbox, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useRef, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react';
import type { Column, ListOf } from './column';
import styles from './List.module.css';
import { listTexts } from './texts';

/** Which rows are ticked, and how that is changed; its functions stay the same while they do the same. */
export type Select<Row> = {
  isChosen: (row: Row) => boolean;
  some: boolean;
  every: boolean;
  toggle: (row: Row, range: boolean) => void;
  all: (on: boolean) => void;
  /** What the box of a row is called, and that of all. */
  label: (row: Row) => string;
  labelAll: string;
};

/** By which column the rows are sorted, backwards with a minus. */
export type Order = { sort: string; setSort: (sort: string) => void };

export type TableProps<Row> = {
  of: ListOf<Row>;
  rows: Row[];
  columns: Column<Row>[];
  order?: Order | undefined;
  select?: Select<Row> | undefined;
  /** What can be done with a row. */
  actions?: ((row: Row) => ReactNode) | undefined;
  /** Whether there are more rows than those. */
  partial?: boolean;
};

const TICK = '28px';
const HEAD = 44;

function templates<Row>({ of, columns, select, actions }: TableProps<Row>): CSSProperties {
  const tracks = (all: Column<Row>[]) =>
    [select && TICK, ...all.map(({ width }) => width ?? 'minmax(0, 1fr)'), actions && (of.actionsWidth ?? '44px')].filter(Boolean).join(' ');
  return { '--wide-columns': tracks(columns), '--narrow-columns': tracks(columns.filter(({ table }) => table !== 'wide')) } as CSSProperties;
}

function Head<Row>({ column: { id, header, sort: by, end, table }, order }: { column: Column<Row>; order: Order | undefined }) {
  const common = { className: styles.cell, role: 'columnheader', 'data-end': end || undefined, 'data-wide': table === 'wide' || undefined };
  if (!order || !by) {
    return <span {...common}>{header}</span>;
  }
  const up = order.sort === id;
  const down = order.sort === `-${id}`;
  return (
    <span {...common} aria-sort={up ? 'ascending' : down ? 'descending' : 'none'}>
      <UnstyledButton className={styles.sort ?? ''} onClick={() => order.setSort(up ? `-${id}` : id)} fz="sm" aria-label={listTexts.sortBy(header)}>
        {header}
        {up && <IconArrowUp size={14} aria-hidden />}
        {down && <IconArrowDown size={14} aria-hidden />}
      </UnstyledButton>
    </span>
  );
}

type RowProps<Row> = Pick<TableProps<Row>, 'of' | 'columns' | 'actions'> & {
  row: Row;
  index: number;
  /** The row's distance from the top of the list and its height, in px; null where it is as high as what is in it. */
  at: { start: number; height: number } | null;
  chosen: boolean;
  toggle: Select<Row>['toggle'] | undefined;
  label: Select<Row>['label'] | undefined;
};

function PlainRow<Row>({ of, row, columns, actions, index, at, chosen, toggle, label }: RowProps<Row>) {
  return (
    <div
      className={[styles.row, styles.item, at ? styles.fixed : styles.free].join(' ')}
      {...(at && { style: { transform: `translateY(${at.start}px)`, height: at.height } })}
      role="row"
      aria-rowindex={index + 2}
      title={of.note?.(row) ?? undefined}
      data-chosen={chosen || undefined}
    >
      {toggle && label && (
        <span role="cell">
          <Checkbox aria-label={label(row)} checked={chosen} onChange={() => undefined} onClick={(event) => toggle(row, event.shiftKey)} />
        </span>
      )}
      {columns.map(({ id, cell, end, table }) => (
        <div key={id} className={styles.cell} role="cell" data-end={end || undefined} data-wide={table === 'wide' || undefined}>
          {cell(row)}
        </div>
      ))}
      {actions && <span role="cell">{actions(row)}</span>}
    </div>
  );
}

/** Drawn again only when something of this row has changed: events come often, and a keystroke leaves many rows as they are. */
const TableRow = memo(PlainRow, ({ at, ...before }, { at: to, ...after }) => {
  const same = at?.start === to?.start && at?.height === to?.height;
  return same && (Object.keys(after) as (keyof typeof after)[]).every((key) => before[key] === after[key]);
}) as typeof PlainRow;

/** The same control of the next row or the one before, by the arrow keys. */
function alongRows(event: KeyboardEvent<HTMLElement>) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const here = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[role=row]') : null;
  if (step === 0 || !here || event.altKey || event.ctrlKey || event.metaKey) {
    return;
  }
  const controls = (row: Element) => [...row.querySelectorAll<HTMLElement>('a[href], button, input')];
  const at = controls(here).indexOf(event.target as HTMLElement);
  const next = event.currentTarget.querySelector(`[aria-rowindex="${Number(here.ariaRowIndex ?? here.getAttribute('aria-rowindex')) + step}"]`);
  const goal = next && at >= 0 ? (controls(next)[at] ?? controls(next)[0]) : undefined;
  if (goal) {
    event.preventDefault();
    goal.focus();
  }
}

/** The list on a desk; of a long one only the rows in sight are there. */
export function ListTable<Row>(props: TableProps<Row>) {
  const { of, rows, columns, order, select, actions, partial = false } = props;
  const box = useRef<HTMLDivElement>(null);
  const height = of.heights?.row;
  const sight = useVirtualizer({
    count: height === undefined ? 0 : rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => height ?? 0,
    overscan: 5,
    scrollPaddingStart: HEAD,
  });
  const places =
    height === undefined
      ? rows.map((_, index) => ({ index, at: null }))
      : sight.getVirtualItems().map(({ index, start }) => ({ index, at: { start, height } }));
  return (
    <div
      ref={box}
      className={[styles.box, height === undefined ? '' : styles.long].join(' ')}
      tabIndex={0}
      role="table"
      aria-label={of.label}
      aria-rowcount={partial ? -1 : rows.length + 1}
      onKeyDown={alongRows}
    >
      <div className={styles.inner} style={templates(props)}>
        <div className={[styles.row, styles.head].join(' ')} role="row" aria-rowindex={1}>
          {select && (
            <span role="columnheader">
              <Checkbox
                aria-label={select.labelAll}
                checked={select.every}
                indeterminate={!select.every && select.some}
                onChange={(event) => select.all(event.currentTarget.checked)}
              />
            </span>
          )}
          {columns.map((column) => (
            <Head key={column.id} column={column} order={order} />
          ))}
          {actions && <span role="columnheader" aria-label={listTexts.actions} />}
        </div>
        <div className={styles.body} style={height === undefined ? {} : { height: sight.getTotalSize() }} role="rowgroup">
          {places.map(({ index, at }) => {
            const row = rows[index];
            return (
              row !== undefined && (
                <TableRow
                  key={of.idOf(row)}
                  of={of}
                  row={row}
                  columns={columns}
                  actions={actions}
                  index={index}
                  at={at}
                  chosen={select?.isChosen(row) ?? false}
                  toggle={select?.toggle}
                  label={select?.label}
                />
              )
            );
          })}
        </div>
      </div>
    </div>
  );
}
