import { MantineProvider } from '@mantine/core';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, onTestFinished, test, vi } from 'vitest';
import { noteSilence } from '@/shared/api/availability';
import { noAnswer } from '@/shared/api/problem';
import { type ListOf, plain } from './column';
import { List } from './List';

type Row = { name: string; size: number | null; note: string };
const list: ListOf<Row> = {
  name: 'things',
  label: 'Things',
  what: 'the things',
  idOf: ({ name }) => name,
  nothingYet: { title: 'No things yet' },
  nothingMatches: 'Nothing matches',
  columns: [
    plain({ id: 'name', header: 'Name', of: ({ name }: Row) => name, none: '–', table: 'always', card: 'title' }),
    plain({ id: 'size', header: 'Size', of: ({ size }: Row) => size, say: (size) => `${size} B`, none: 'unknown', labelled: true }),
    plain({ id: 'note', header: 'Note', of: ({ note }: Row) => note, none: '–', table: 'extra', card: 'block' }),
  ],
};
const rows: Row[] = [
  { name: 'one', size: 1, note: 'first' },
  { name: 'two', size: null, note: 'second' },
];
const read = { data: rows, error: null, errorUpdatedAt: 0, dataUpdatedAt: Date.now() - 125_000, refetch: () => Promise.resolve() };

const show = (props: Partial<Parameters<typeof List<Row, string>>[0]> = {}) =>
  render(
    <MantineProvider env="test">
      <List of={list} rows={rows} query={read} {...props} />
    </MantineProvider>,
  );

function onPhone() {
  const before = window.matchMedia.bind(window);
  vi.stubGlobal('matchMedia', (media: string) => Object.assign(before(media), { matches: true }));
  onTestFinished(() => void vi.stubGlobal('matchMedia', before));
}

test('is a table on a desk, with the columns that are usual or chosen', () => {
  const { unmount } = show();
  expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual(['Name', 'Size']);
  expect(screen.getByRole('row', { name: 'two unknown' })).toBeVisible();
  unmount();

  show({ columns: ['name', 'note'] });
  expect(screen.getByRole('row', { name: 'two second' })).toBeVisible();
});

test('is cards on a phone, by the same columns', () => {
  onPhone();
  show();

  const cards = within(screen.getByRole('list', { name: 'Things' })).getAllByRole('listitem');
  expect(cards.map(({ textContent }) => textContent)).toEqual(['oneSize 1 B', 'twoSize unknown']);
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
});

test('says by which column it is sorted, and turns the order round', async () => {
  const setSort = vi.fn();
  show({ order: { sort: 'name', setSort } });

  expect(screen.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending');
  expect(screen.getByRole('columnheader', { name: 'Size' })).toHaveAttribute('aria-sort', 'none');
  await userEvent.click(screen.getByRole('button', { name: 'Sort by Name' }));
  expect(setSort).toHaveBeenCalledWith('-name');
});

test('is sorted on a phone as on a desk, by a list in place of the heads', async () => {
  onPhone();
  const setSort = vi.fn();
  show({ order: { sort: '-name', setSort } });

  const by = screen.getByRole('combobox', { name: 'Sort by' });
  expect(
    within(by)
      .getAllByRole('option')
      .map(({ textContent }) => textContent),
  ).toEqual(['Sort by: Name', 'Sort by: Size', 'Sort by: Note']);
  await userEvent.selectOptions(by, 'Sort by: Size');
  expect(setSort).toHaveBeenLastCalledWith('-size');
  await userEvent.click(screen.getByRole('button', { name: 'Sorted downwards; turn round' }));
  expect(setSort).toHaveBeenLastCalledWith('name');
});

test('tells nothing at all from nothing that matches, and either from what is not known now', () => {
  const { unmount } = show({ rows: [] });
  expect(screen.getByText('No things yet')).toBeVisible();
  unmount();
  const { unmount: end } = show({ rows: [], clear: () => undefined });
  expect(screen.getByText('Nothing matches')).toBeVisible();
  end();

  noteSilence('/api/things', noAnswer());
  const { unmount: close } = show({ rows: [] });
  expect(screen.getByText('There were none when this was read 2 min ago')).toBeVisible();
  close();
  show({ rows: [], clear: () => undefined });
  expect(screen.getByText('Of what was read 2 min ago. What is there now may differ.')).toBeVisible();
});

test('what is not read yet is neither empty nor a table', () => {
  show({ rows: undefined, query: { ...read, data: undefined as unknown as Row[] } });

  expect(screen.getByRole('status', { name: 'Loading the things' })).toBeVisible();
  expect(screen.queryByText('No things yet')).not.toBeInTheDocument();
});
