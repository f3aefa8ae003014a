import type { Key, ReactNode } from 'react';
import type { CsvColumns } from './csv';

/** One thing that a list tells of each of its rows: in the table, on the cards of a phone and in the file. */
export type Column<Row, Id extends string = string> = {
  id: Id;
  header: string;
  cell: (row: Row) => ReactNode;
  /** What the rows are sorted by; null, which comes last, where it is not known. A list of which only a part is there has none. */
  sort?: (row: Row) => string | number | null;
  /** What the file has of it, each under its name there. */
  csv?: CsvColumns<Row>;
  /** The column's share of the width, as CSS grid says it. */
  width?: string;
  /** Whether it stands at the end of its column, as figures do. */
  end?: boolean;
  /** Where the table has it: `extra` only when it is chosen, `wide` only where there is room, `never` for what cards alone have. */
  table?: 'always' | 'usual' | 'extra' | 'wide' | 'never';
  /** Where a card has it; `line` is the line of small print. */
  card?: 'title' | 'state' | 'line' | 'block' | 'none';
  /** Whether a card says the header before the value, which would not be understood alone. */
  labelled?: boolean;
};

/** A list: what it is called and what it tells. It is the same at every drawing. */
export type ListOf<Row, Id extends string = string> = {
  /** The name under which its views and columns are kept, and of its file. */
  name: string;
  /** What it is called to those who do not see it. */
  label: string;
  /** The same, as it stands in a sentence. */
  what: string;
  columns: readonly Column<Row, Id>[];
  idOf: (row: Row) => Key;
  nothingYet: { title: string; detail?: string };
  nothingMatches?: string;
  /** How high a row and a card are, in px, where there may be so many that only those in sight are drawn. */
  heights?: { row: number; card: number };
  /** What is to be known of a row beside its cells, on hover. */
  note?: (row: Row) => string | null;
  /** How wide the column of actions is. */
  actionsWidth?: string;
};

type Value = string | number | null;

type Plain<Row, Id extends string, V extends Value> = Omit<Column<Row, Id>, 'cell' | 'sort' | 'csv'> & {
  of: (row: Row) => V;
  /** What the value is with its unit, or in words. */
  say?: (value: NonNullable<V>, row: Row) => ReactNode;
  /** What stands for a value that is not there. */
  none: ReactNode;
};

/** A column of one value, by which it is sorted, and as which it stands in the file under its own name. */
export const plain = <Row, Id extends string, V extends Value>({ of, say, none, ...rest }: Plain<Row, Id, V>): Column<Row, Id> => ({
  ...rest,
  cell: (row) => {
    const value = of(row);
    return value === null || value === '' ? none : say ? say(value, row) : value;
  },
  sort: of,
  csv: { [rest.id]: of },
});

const words = new Intl.Collator(undefined, { numeric: true });

function compare(a: Value, b: Value): number {
  return typeof a === 'string' || typeof b === 'string' ? words.compare(String(a), String(b)) : (a ?? 0) - (b ?? 0);
}

/** Rows in the order of a column, backwards with a minus before its id; those that are alike, and what is not known at the end, stay as they were. */
export function sorted<Row>(rows: Row[], columns: readonly Column<Row>[], sort: string): Row[] {
  const back = sort.startsWith('-');
  const by = columns.find(({ id }) => id === (back ? sort.slice(1) : sort))?.sort;
  if (!by) {
    return rows;
  }
  const keyed = rows.map((row) => ({ row, value: by(row) }));
  return keyed
    .sort((a, b) => {
      if (a.value === null || b.value === null) {
        return Number(a.value === null) - Number(b.value === null);
      }
      return (back ? -1 : 1) * compare(a.value, b.value);
    })
    .map(({ row }) => row);
}

/** What the file of a list has of each row. */
export const csvOf = <Row>(columns: readonly Column<Row>[]): CsvColumns<Row> => Object.assign({}, ...columns.map(({ csv }) => csv ?? {})) as CsvColumns<Row>;

/** The columns that can be chosen, and those that are shown unless one chooses. */
export const choosable = <Row, Id extends string>(columns: readonly Column<Row, Id>[]): Column<Row, Id>[] => columns.filter(({ table }) => table !== 'never');
export const usual = <Row, Id extends string>(columns: readonly Column<Row, Id>[]): Id[] =>
  choosable(columns)
    .filter(({ table }) => table !== 'extra')
    .map(({ id }) => id);
