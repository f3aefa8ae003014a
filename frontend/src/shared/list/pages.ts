/** A page of a list, and what to ask for the next one by; null after the last. */
export type RowPage<Row> = { rows: Row[]; next: string | null };

/** Reads the page after one, the first where there is none before. */
export type ReadPage<Row> = (after: string | undefined, signal: AbortSignal) => Promise<RowPage<Row>>;

/** How many rows a file has at most: more would be of no use to a spreadsheet, and a burden to everybody else. */
export const MOST_ROWS = 10_000;

/** Every row of a list page by page, up to a bound; `whole` is false when there are more. */
export async function allRows<Row>(read: ReadPage<Row>, signal: AbortSignal, told: (count: number) => void, most = MOST_ROWS) {
  const rows: Row[] = [];
  let after: string | undefined;
  do {
    const page = await read(after, signal);
    rows.push(...page.rows);
    after = page.next ?? undefined;
    told(Math.min(rows.length, most));
  } while (after !== undefined && rows.length < most);
  return { rows: rows.slice(0, most), whole: after === undefined && rows.length <= most };
}
