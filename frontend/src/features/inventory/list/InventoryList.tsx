import { Group, Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import * as z from 'zod/mini';
import { ageOf, type CopyPage, filtersQuery } from '@/features/inventory/api';
import { inventoryKeys } from '@/features/inventory/keys';
import type { HeldKind } from '@/features/inventory/held/api';
import { HeldOfPages } from '@/features/inventory/held/OfPage';
import { inventoryTexts as said } from '@/features/inventory/texts';
import type { InventoryFilters } from '@/shared/api/types';
import { number } from '@/shared/format/percent';
import type { Column, ListOf } from '@/shared/list/column';
import { FilterInput } from '@/shared/list/FilterInput';
import { List } from '@/shared/list/List';
import { ListTools } from '@/shared/list/ListTools';
import { columnsUrl, useColumns } from '@/shared/list/useColumns';
import { usePages } from '@/shared/list/usePages';
import { useTyped } from '@/shared/url/useTyped';
import { useUrlState } from '@/shared/url/useUrlState';

const PAGE = 200;
const MOST_ON_A_PAGE = 500;
const word = z.catch(z.string(), '');

type Choose = (known: InventoryFilters) => { slug: string; name: string }[];

/** What a list can be filtered by beside a text: the name in the address, as the API has it, and its choices. */
export type Choices = { [name in keyof typeof said.filter]?: Choose };

/** What stands in the address of a list of the inventory; `more` are filters that only links set. */
export const inventoryUrl = <Row, Id extends string>(columns: readonly Column<Row, Id>[], names: Choices, more: string[] = []) => ({
  q: word,
  ...Object.fromEntries([...Object.keys(names), ...more].map((name) => [name, word])),
  cols: columnsUrl(columns),
});

type Props<Row, Id extends string> = {
  of: ListOf<Row, Id>;
  /** The constant that `inventoryUrl` made. */
  url: ReturnType<typeof inventoryUrl<Row, Id>>;
  choices: Choices;
  hint: string;
  /** As what somebody can have its objects. */
  held?: HeldKind;
  read: (filter: Record<string, string>, limit: number) => (after: string | undefined, signal: AbortSignal) => Promise<CopyPage<Row>>;
  /** Chooses among the rows, and puts them as they are shown. */
  arrange?: (rows: Row[]) => Row[];
};

/** A choice of the filter; what the address names though nothing has it is among them. */
function Choice({ name, choose, value, set }: { name: keyof typeof said.filter; choose: Choose; value: string; set: (value: string) => void }) {
  const { data } = useQuery(filtersQuery);
  const choices = (data ? choose(data) : []).map(({ slug, name: label }) => ({ value: slug, label }));
  return (
    <Select
      aria-label={said.filter[name]}
      placeholder={said.filter[name]}
      data={value === '' || choices.some((each) => each.value === value) ? choices : [...choices, { value, label: value }]}
      value={value || null}
      onChange={(chosen) => set(chosen ?? '')}
      searchable
      clearable
      w={{ base: 'calc(50% - 6px)', xs: 150 }}
    />
  );
}

/** A list of the inventory, read page by page from the copy; its filter stands in the address. */
export function InventoryList<Row, Id extends string>({ of, url, choices, hint, held, read, arrange }: Props<Row, Id>) {
  const [values, setUrl] = useUrlState(url as Record<string, z.ZodMiniType>) as unknown as [
    Record<string, string> & { cols: string[] | null },
    (change: object) => void,
  ];
  const { cols, ...words } = values;
  const filter = Object.fromEntries(Object.entries(words).filter(([, value]) => value !== ''));
  const [typed, type] = useTyped(
    words.q ?? '',
    useCallback((text) => setUrl({ q: text.trim() }), [setUrl]),
  );
  const pages = usePages(inventoryKeys.list(of.name, filter), read(filter, PAGE), said.more);
  const columns = useColumns(of, cols, (ids) => setUrl({ cols: ids }));
  const { data, error, errorUpdatedAt, dataUpdatedAt, refetch } = pages.query;
  const query = { data: data && ageOf(data.pages), error, errorUpdatedAt, dataUpdatedAt, refetch };
  const rows = useMemo(() => pages.rows && (arrange?.(pages.rows) ?? pages.rows), [pages.rows, arrange]);
  const total = data?.pages.at(-1)?.total;
  const clear = () => {
    type('');
    setUrl(Object.fromEntries(Object.keys(words).map((name) => [name, ''])));
  };
  const ids = useMemo(() => data?.pages.map((page) => page.rows.map((row) => Number(of.idOf(row)))) ?? [], [data, of]);
  const list = (
    <List of={of} query={query} aged rows={rows} columns={columns.columns} clear={Object.keys(filter).length > 0 ? clear : null} more={pages.more} />
  );
  return (
    <>
      <Group mb="sm" gap="xs">
        <FilterInput flex="1 1 200px" label={said.filterHint} hint={hint} typed={typed} setTyped={type} />
        <ListTools of={of} rows={rows} read={read(filter, MOST_ON_A_PAGE)} {...columns} />
      </Group>
      <Group mb="sm" gap="xs">
        {(Object.keys(choices) as (keyof Choices)[]).map((name) => {
          const choose = choices[name];
          return choose && <Choice key={name} name={name} choose={choose} value={words[name] ?? ''} set={(value) => setUrl({ [name]: value })} />;
        })}
        {total !== undefined && pages.rows && (
          <Text size="sm" c="dimmed" role="status">
            {said.count(number(pages.rows.length), number(total))}
          </Text>
        )}
      </Group>
      {held ? (
        <HeldOfPages kind={held} pages={ids}>
          {list}
        </HeldOfPages>
      ) : (
        list
      )}
    </>
  );
}
