import { expect, test } from 'vitest';
import { type Column, csvOf, plain, sorted, usual } from './column';

type Row = { name: string; size: number | null };
const columns: Column<Row>[] = [
  plain({ id: 'name', header: 'Name', of: ({ name }: Row) => name, none: '–', table: 'always' }),
  plain({ id: 'size', header: 'Size', of: ({ size }: Row) => size, say: (size) => `${size} B`, none: '–', table: 'extra' }),
];
const rows: Row[] = [
  { name: 'web-10', size: 3 },
  { name: 'web-9', size: null },
  { name: 'db', size: 10 },
];
const names = (sort: string) => sorted(rows, columns, sort).map(({ name }) => name);

test('rows are sorted as people count, and as they were where no column says otherwise', () => {
  expect(names('name')).toEqual(['db', 'web-9', 'web-10']);
  expect(names('-name')).toEqual(['web-10', 'web-9', 'db']);
  expect(names('nothing')).toEqual(['web-10', 'web-9', 'db']);
});

test('what is not known comes last whichever way one sorts', () => {
  expect(names('size')).toEqual(['web-10', 'db', 'web-9']);
  expect(names('-size')).toEqual(['db', 'web-10', 'web-9']);
});

test('one declaration makes the cell, the order and the file', () => {
  expect(rows.map((row) => columns[1]?.cell(row))).toEqual(['3 B', '–', '10 B']);
  expect(Object.keys(csvOf(columns))).toEqual(['name', 'size']);
  expect(usual(columns)).toEqual(['name']);
});
