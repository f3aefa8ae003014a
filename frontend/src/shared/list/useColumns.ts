import { useCallback, useMemo } from 'react';
import * as z from 'zod/mini';
import { choosable, type Column, type ListOf, usual } from './column';
import { usePersonName } from './person';
import { useStored } from './stored';

const VERSION = 1;

// Those that were there when one chose: what has been added to the list since is shown as it usually is.
const kept = z.object({ version: z.literal(VERSION), shown: z.array(z.string()), known: z.array(z.string()) });
const keptIn = (value: unknown) => kept.safeParse(value).data ?? null;

/** The columns in the address, with those that always stand there; null where it names none. */
export const columnsUrl = <Row, Id extends string>(columns: readonly Column<Row, Id>[]) =>
  z.catch(
    z.nullable(
      z.pipe(
        z.string(),
        z.transform((text: string): string[] | null =>
          choosable(columns)
            .filter(({ id, table }) => table === 'always' || text.split(',').includes(id))
            .map(({ id }) => id as string),
        ),
      ),
    ),
    null,
  );

/** The columns of a list that this person has chosen in this browser, else the usual ones; and how to choose. */
function useKept<Row, Id extends string>(list: string, columns: readonly Column<Row, Id>[]): [Id[], (shown: Id[]) => void] {
  const [chosen, store] = useStored(`direttore.columns.${usePersonName()}.${list}`, keptIn);
  const shown = useMemo(() => {
    const always = new Set<string>(usual(columns));
    const has = ({ id, table }: Column<Row, Id>) => table === 'always' || (chosen?.known.includes(id) === true ? chosen.shown.includes(id) : always.has(id));
    return choosable(columns)
      .filter(has)
      .map(({ id }) => id);
  }, [chosen, columns]);
  const choose = useCallback((ids: Id[]) => store(() => ({ version: VERSION, shown: ids, known: choosable(columns).map(({ id }) => id) })), [store, columns]);
  return [shown, choose];
}

/** The columns that the address names, else those that are kept for this person; what is chosen is kept, and written there, so that a view or a link has it. */
export function useColumns<Row, Id extends string>({ name, columns }: ListOf<Row, Id>, named: string[] | null, write: (ids: Id[]) => void) {
  const [usualOnes, keep] = useKept(name, columns);
  const choose = (ids: Id[]) => {
    keep(ids);
    write(ids);
  };
  return { columns: (named as Id[] | null) ?? usualOnes, choose };
}
