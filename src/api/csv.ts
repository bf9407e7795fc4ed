/** Rows as CSV for spreadsheets: one heading, one line a row, and nothing that a spreadsheet would take for a formula. */
import { csvCell } from '#src/domain/series/quotes/quote-csv.ts';

type CsvValue = string | number | boolean | null | readonly string[];
export type CsvRow = Readonly<Record<string, CsvValue>>;

/** A table with its heading. */
export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
}

/** @returns lines that end with a line feed; numbers with a point, lists with semicolons between, null as nothing */
export function csvOf({ columns, rows }: CsvTable): string {
  const lines = rows.map((row) => columns.map((column) => cell(row[column] ?? null)).join(','));
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}

function cell(value: CsvValue): string {
  // A negative number is a number.
  if (typeof value === 'number') return String(value);
  if (value === null) return '';
  return csvCell(Array.isArray(value) ? value.join('; ') : String(value));
}
