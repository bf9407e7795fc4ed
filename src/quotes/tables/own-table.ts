/** A table with the headings that our own export writes: how it is read without a feed's settings. */
import { IMPORTED } from '#src/domain/series/quote.ts';
import type { CsvSettings } from './csv.ts';
import { ROW_FIELDS } from './read-row.ts';

/** What no price can do without; the unit may be in `unit`, or in `currency` and `mass`. */
const NEEDED = ['date', 'metal', 'form'] as const;

/** Settings for a table that has these headings, as far as it has them. A table without `source` is one that was imported. */
export function ownTable(headings: readonly string[]): CsvSettings {
  const known = new Set(headings.map((heading) => heading.trim().toLowerCase()));
  const fields = ROW_FIELDS.filter((field) => known.has(field));
  return {
    id: IMPORTED,
    columns: Object.fromEntries([...NEEDED, ...fields].map((field) => [field, field])),
    decimal: undefined,
    dateOrder: undefined,
    common: {},
    sourceColumn: known.has('source') ? 'source' : undefined,
  };
}
