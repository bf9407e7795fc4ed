/** What the tools are given of whoever asks: what they may be answered from, and nothing of who they are. */
import type { DrawnChart } from '#src/charts/drawn.ts';
import type { ReadText } from '#src/domain/asking/read-text.ts';
import type { ChartSubject } from '#src/domain/series/chart-subject.ts';
import type { ConvertContext } from '#src/domain/series/convert.ts';
import type { QuoteBook } from '#src/domain/series/quotes/quote-book.ts';

export interface Asker {
  /** Where they are: their "today" is of this time zone. */
  readonly zone: string;
  /** The quotes that they may be answered from, fetched for a question; `undefined` where there are none. */
  bookFor(read: ReadText, now: Date): Promise<QuoteBook | undefined>;
  /** All series of a material's quotes that they may have, with their histories. @param since ISO date */
  wholeBook(material: string, since: string): Promise<QuoteBook | undefined>;
  /** Ids of the materials that they may see quotes of. */
  quoted(): Promise<ReadonlySet<string>>;
  /** Exchange rates since a day, rates of VAT, and oxides. @param since ISO date */
  ratesSince(since: string): Promise<ConvertContext>;
  /** Draws what one of their answers is of; `undefined` where charts are off, or there is nothing to draw. */
  draw(subject: ChartSubject): Promise<DrawnChart | undefined>;
}
