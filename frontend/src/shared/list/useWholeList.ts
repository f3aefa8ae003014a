import { useCallback, useDeferredValue, useMemo } from 'react';
import * as z from 'zod/mini';
import { useTyped } from '@/shared/url/useTyped';
import { useUrlState } from '@/shared/url/useUrlState';
import { type ListOf, sorted } from './column';
import { columnsUrl, useColumns } from './useColumns';

/** What stands in the address of a list whose rows are all there: filter, order and columns; the list's own order where `first` is empty. */
export function wholeUrl<Row, Id extends string>(columns: ListOf<Row, Id>['columns'], first = '') {
  const sorts = new Set(columns.filter(({ sort }) => sort).flatMap(({ id }): string[] => [id, `-${id}`]));
  return {
    q: z.catch(z.string(), ''),
    sort: z.catch(z.string().check(z.refine((sort) => sorts.has(sort))), first),
    cols: columnsUrl(columns),
  };
}

type Url = ReturnType<typeof wholeUrl>;

/** The rows of a list that its filter lets through, in their order; filter, order and columns stand in the address. */
export function useWholeList<Row, Id extends string>(of: ListOf<Row, Id>, url: Url, rows: Row[] | undefined, filter: (query: string) => (row: Row) => boolean) {
  const [{ q, sort, cols }, setUrl] = useUrlState(url);
  const [typed, setTyped] = useTyped(
    q,
    useCallback((text) => setUrl({ q: text }), [setUrl]),
  );
  const wanted = useDeferredValue(typed);
  const shown = useMemo(() => rows && sorted(rows.filter(filter(wanted)), of.columns, sort), [rows, filter, wanted, of, sort]);
  const chosen = useColumns(of, cols, (ids) => setUrl({ cols: ids }));
  return {
    typed,
    setTyped,
    wanted,
    shown,
    ...chosen,
    sort,
    setSort: (by: string) => setUrl({ sort: by }),
    filtered: wanted.trim() !== '',
    clear: () => setTyped(''),
  };
}
