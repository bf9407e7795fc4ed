/** Prices as a file, for whoever may be answered from them: what is exported can be imported again. */
import type { Actor } from '#src/access/actor.ts';
import type { Refused } from '#src/access/owned.ts';
import { whyNot } from '#src/access/refusals.ts';
import { quotesCsv } from '#src/domain/series/quotes/quote-csv.ts';
import type { Quote } from '#src/domain/series/quote.ts';
import { latestQuotes, quoteHistory } from '#src/storage/quotes.ts';
import type { QuoteDesk } from './quote-desk.ts';

export const EXPORT_FORMATS = ['csv', 'xlsx'] as const;
type ExportFormat = (typeof EXPORT_FORMATS)[number];

interface Wanted {
  /** Ids; all there are where it is empty. */
  readonly metals: readonly string[];
  /** ISO dates, both included. */
  readonly from: string;
  readonly to: string;
  readonly format: ExportFormat;
}

/** @returns the file, with how many prices are in it */
export async function exportQuotes(
  { store, materials, house }: Pick<QuoteDesk, 'store' | 'materials' | 'house'>,
  actor: Actor,
  { metals, from, to, format }: Wanted,
): Promise<{ readonly bytes: Uint8Array; readonly prices: number } | Refused> {
  const why = whyNot(actor, 'ask', 'files', house);
  if (why !== undefined) return { why };
  const latest = await latestQuotes(store.db, actor.team, metals.length === 0 ? undefined : metals);
  const quotes: Quote[] = [];
  for (const { series } of latest) quotes.push(...(await quoteHistory(store.db, series, from, to)));
  const bytes =
    format === 'xlsx' ? await workbookOf(quotes, materials) : new TextEncoder().encode(quotesCsv(quotes));
  return { bytes, prices: quotes.length };
}

// What writes workbooks is loaded with the first one.
async function workbookOf(quotes: readonly Quote[], materials: QuoteDesk['materials']): Promise<Uint8Array> {
  const { quotesWorkbook } = await import('./export-workbook.ts');
  return await quotesWorkbook(quotes, materials);
}
