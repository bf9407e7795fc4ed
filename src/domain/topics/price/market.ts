/** What prices of days and months are looked up in. */
import type { MetalCatalog } from '#src/domain/series/figures.ts';
import type { QuoteBook } from '#src/domain/series/quote-book.ts';

export interface Market {
  readonly catalog: MetalCatalog;
  /** The quotes that were fetched; `undefined` where there are none. */
  readonly book: QuoteBook | undefined;
  /** ISO date. */
  readonly today: string;
}
