import { Checkbox, Group, Text } from '@mantine/core';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { Fragment, useLayoutEffect, useRef, useState, type CSSProperties } from 'react';
import type { Column } from './column';
import styles from './List.module.css';
import type { TableProps } from './ListTable';

type CardProps<Row> = Omit<TableProps<Row>, 'rows' | 'order'> & { row: Row };

const placed = <Row,>(columns: Column<Row>[], place: NonNullable<Column<Row>['card']>) => columns.filter(({ card = 'line' }) => card === place);

function Inside<Row>({ row, of, columns, select, actions }: CardProps<Row>) {
  const cells = (place: NonNullable<Column<Row>['card']>) =>
    placed(columns, place).map(({ id, header, labelled, cell }) => (
      <Fragment key={id}>
        {labelled && `${header} `}
        {cell(row)}
      </Fragment>
    ));
  const lines = cells('line');
  const small = lines.length > 0 && (
    <Text size="sm" c="dimmed" component="div" truncate={of.heights !== undefined} style={of.heights ? {} : { overflowWrap: 'anywhere' }}>
      {lines.map((line, index) => (
        <Fragment key={line.key}>
          {index > 0 && ' · '}
          {line}
        </Fragment>
      ))}
    </Text>
  );
  const state = cells('state');
  return (
    <>
      <Group justify="space-between" wrap="nowrap" gap="xs" align={of.heights ? 'center' : 'flex-start'}>
        <Group wrap="nowrap" gap="sm" miw={0}>
          {select && <Checkbox size="md" aria-label={select.label(row)} checked={select.isChosen(row)} onChange={() => select.toggle(row, false)} />}
          <div style={{ minWidth: 0 }}>{cells('title')}</div>
        </Group>
        {actions ? actions(row) : <div>{state}</div>}
      </Group>
      {actions && state.length > 0 ? (
        <Group gap="xs" justify="space-between" wrap={of.heights ? 'nowrap' : 'wrap'}>
          {state}
          {small}
        </Group>
      ) : (
        small
      )}
      {cells('block')}
    </>
  );
}

/** The list on a phone, a card for each row; of a long one only those in sight are there. */
export function ListCards<Row>(props: Omit<TableProps<Row>, 'order'>) {
  const { of, rows, select } = props;
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0), []);
  const height = of.heights?.card;
  const sight = useWindowVirtualizer({ count: height === undefined ? 0 : rows.length, estimateSize: () => height ?? 0, overscan: 6, scrollMargin: top });
  const places: { index: number; style?: CSSProperties }[] =
    height === undefined
      ? rows.map((_, index) => ({ index }))
      : sight.getVirtualItems().map(({ index, start }) => ({ index, style: { transform: `translateY(${start - top}px)`, height } }));
  return (
    <ul ref={list} className={styles.cards} style={height === undefined ? {} : { height: sight.getTotalSize() }} aria-label={of.label}>
      {places.map(({ index, style }) => {
        const row = rows[index];
        return (
          row !== undefined && (
            <li
              key={of.idOf(row)}
              className={[styles.card, height === undefined ? '' : styles.fixed].join(' ')}
              style={style}
              data-chosen={select?.isChosen(row) || undefined}
            >
              <Inside {...props} row={row} />
            </li>
          )
        );
      })}
    </ul>
  );
}
