/** What a cell of a table holds; several words are joined by commas. */
export type Cell = string | number | boolean | string[] | null | undefined;

/** The columns of a table by name, each with what it holds of a row. */
export type CsvColumns<Row> = Record<string, (row: Row) => Cell>;

// A spreadsheet would run what begins like a formula.
const plain = (text: string) => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text);
const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const written = (cell: Cell) => quoted(typeof cell === 'number' ? String(cell) : plain(String(cell ?? '')));

/** Rows as comma-separated values (RFC 4180). */
export function csv<Row>(columns: CsvColumns<Row>, rows: Row[]): string {
  const lines = rows.map((row) => Object.values(columns).map((cell) => written(cell(row))));
  return [Object.keys(columns), ...lines].map((cells) => cells.join(',')).join('\r\n') + '\r\n';
}
