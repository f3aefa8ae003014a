import { Button, Stack, Text } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { ago } from '@/shared/format/time';
import { useNow } from '@/shared/format/useNow';
import { NothingMatches, NothingYet } from '@/shared/ui/Empty';
import { Known, useAge } from '@/shared/ui/Known';
import { useMedia } from '@/shared/ui/useMedia';
import type { ListOf } from './column';
import { ListCards } from './ListCards';
import { ListTable, type TableProps } from './ListTable';
import { SortMenu } from './SortMenu';
import { listTexts } from './texts';

const PHONE = '(max-width: 48em)';

type Query = Parameters<typeof useAge>[0] & { errorUpdatedAt: number; refetch: () => Promise<unknown> };

type Props<Row, Id extends string> = Pick<TableProps<Row>, 'order' | 'select' | 'actions'> & {
  of: ListOf<Row, Id>;
  /** Where the rows come from; without it they are known. */
  query?: Query;
  /** What is shown of them; absent until they are known. */
  rows: Row[] | undefined;
  /** Those of the columns that were chosen; all that usually are where nobody can choose. */
  columns?: Id[];
  /** How to show all again, where a filter may have let nothing through. */
  clear?: (() => void) | null;
  /** What there is to do about an empty list. */
  empty?: ReactNode;
  /** How to go on to the rows that are not there yet. */
  more?: { words: string; loading: boolean; go: () => void } | null;
  /** Stands above the rows, and is greyed with them. */
  above?: ReactNode;
  /** Where it stands: as a page's main thing, in a card of a page, or where there is room for cards only. */
  within?: 'page' | 'card' | 'narrow';
  /** Whether the age of the rows stands elsewhere. */
  aged?: boolean;
  height?: number;
};

/** Why there is no row: only what was read lately is said to be empty. */
function None<Row, Id extends string>({ of, query, clear, empty, within }: Pick<Props<Row, Id>, 'of' | 'query' | 'clear' | 'empty' | 'within'>) {
  const { takenAt, old } = useAge(query ?? { data: [], error: null, dataUpdatedAt: 0 });
  const now = useNow();
  const then = query && old ? ago(takenAt, now) : null;
  if (clear && of.nothingMatches !== undefined) {
    return <NothingMatches title={of.nothingMatches} {...(then !== null && { detail: listTexts.noMatchThen(then) })} clear={clear} />;
  }
  if (within !== 'page') {
    return <Text size="sm">{then === null ? of.nothingYet.title : listTexts.noneThen(then)}</Text>;
  }
  if (then !== null) {
    return <NothingYet title={listTexts.noneThen(then)} detail={listTexts.noneThenDetail} />;
  }
  return <NothingYet {...of.nothingYet}>{empty}</NothingYet>;
}

/** A list: a table on a desk, cards on a phone, and what is to be said where there are no rows or no newer ones. */
export function List<Row, Id extends string>({
  of,
  query,
  rows,
  columns,
  clear,
  empty,
  more,
  above,
  within = 'page',
  aged = false,
  height,
  ...rest
}: Props<Row, Id>) {
  const phone = useMedia(PHONE);
  const onTable = useMemo(() => of.columns.filter(({ id, table }) => (columns ? columns.includes(id) : table !== 'extra') && table !== 'never'), [of, columns]);
  const onCards = of.columns.filter(({ card, table }) => card !== 'none' && table !== 'extra');
  const inside = rows && (
    <Stack gap="sm">
      {above}
      {rows.length === 0 ? (
        <None of={of} {...(query && { query })} clear={clear ?? null} empty={empty} within={within} />
      ) : phone || within === 'narrow' ? (
        <>
          {rest.order && rows.length > 1 && <SortMenu columns={of.columns} order={rest.order} />}
          <ListCards of={of} rows={rows} columns={onCards} select={rest.select} actions={rest.actions} />
        </>
      ) : (
        <ListTable of={of} rows={rows} columns={onTable} partial={more !== null && more !== undefined} {...rest} />
      )}
      {more && rows.length > 0 && (
        <Button variant="default" loading={more.loading} onClick={more.go}>
          {more.words}
        </Button>
      )}
    </Stack>
  );
  return query ? (
    <Known query={query} what={of.what} aged={aged} {...(height !== undefined && { height })}>
      {inside}
    </Known>
  ) : (
    inside
  );
}
