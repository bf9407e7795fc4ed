/** Reads one table for somebody who wants to see how it was understood before anything is stored. */
import { PriceTable } from '#src/domain/series/quotes/price-table.ts';
import type { ReadQuote } from '#src/domain/series/quote.ts';
import { FeedError, type FeedContent, type RejectedRow } from '#src/quotes/feeds/feed.ts';
import { checkRows } from '#src/quotes/feeds/limits.ts';
import { layoutInWords, likelyInWords } from '#src/quotes/tables/layout-words.ts';
import { NotLaidOut, type ColumnSaid, type Needed, type TableSettings } from '#src/quotes/tables/layout.ts';
import { leapInWords, sameDayInWords, tableRows } from '#src/quotes/tables/read-table.ts';
import type { RowContext } from '#src/quotes/tables/rows/row.ts';

/** How a table was understood. */
export interface TableSaid {
  readonly words: readonly string[];
  /** Of its first sheet of prices. */
  readonly columns: readonly Pick<ColumnSaid, 'at' | 'heading' | 'role'>[];
  readonly left: readonly RejectedRow[];
  /** Why nothing of it is read, and what it does not say. */
  readonly fault?: { readonly reason: string; readonly missing: readonly Needed[] } | undefined;
}

/** @throws FeedError where it is no table at all */
export async function readDropped(
  bytes: Uint8Array,
  settings: TableSettings,
  context: RowContext,
): Promise<FeedContent & { readonly said: TableSaid }> {
  try {
    return await readWhole(bytes, settings, context);
  } catch (error) {
    // Where its columns are known, a person can say what they are.
    if (!(error instanceof NotLaidOut) || error.columns.length === 0) throw error;
    const columns = error.columns.map(({ at, heading, role }) => ({ at, heading, role }));
    const fault = { reason: error.message, missing: error.missing };
    return { quotes: [], rejected: [], said: { words: [], columns, left: [], fault } };
  }
}

async function readWhole(
  bytes: Uint8Array,
  settings: TableSettings,
  context: RowContext,
): Promise<FeedContent & { readonly said: TableSaid }> {
  const table = new PriceTable();
  const rejected: RejectedRow[] = [];
  const left: RejectedRow[] = [];
  const words: string[] = [];
  let columns: TableSaid['columns'] | undefined;
  const likely: { readonly line: number; readonly likely: string }[] = [];
  let rows = 0;
  for await (const row of tableRows(bytes, settings, context)) {
    if ('layout' in row) {
      words.push(...layoutInWords(row));
      columns ??= row.layout.columns.map(({ at, heading, role }) => ({ at, heading, role }));
      continue;
    }
    checkRows((rows += 1));
    if ('quote' in row) {
      table.add(row.quote, row.line, row.isSure);
      if (row.likely !== undefined) likely.push({ line: row.line, likely: row.likely });
    } else if ('reason' in row) rejected.push(row);
    else left.push({ row: row.line, reason: row.left });
  }
  words.push(...likelyInWords(likely));
  for (const day of table.sameDays())
    for (const { line } of day.prices) rejected.push({ row: line, reason: sameDayInWords(day) });
  for (const leap of table.leaps()) rejected.push({ row: leap.line, reason: leapInWords(leap) });
  const quotes: ReadQuote[] = [];
  for (const series of table.takeSeries()) for (const quote of series) quotes.push(quote);
  if (quotes.length === 0 && rejected.length === 0) throw new FeedError('it has no price');
  return { quotes, rejected, said: { words, columns: columns ?? [], left } };
}
