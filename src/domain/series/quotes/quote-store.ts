/** What storing prices takes and tells: the words that feeds and storage share. */
import type { Quote, ReadQuote, SeriesKey } from '#src/domain/series/quote.ts';
import type { QuoteState } from './screen.ts';

/** The team of what feeds bring: every workspace sees it. */
export const EVERYBODY = '';

export interface StoreRequest {
  /** Checked ones only. */
  readonly quotes: readonly ReadQuote[];
  /** The workspace that the prices are of, or `EVERYBODY`. */
  readonly team: string;
  /** A price that is this many times its neighbour's is held for a person; `Infinity` holds none. */
  readonly holdFactor: number;
  /** Who entered them; `null` for a feed. */
  readonly enteredBy: string | null;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Names one edition of one day's price. */
export interface QuoteId {
  /** The series' id. */
  readonly series: string;
  readonly date: string;
  readonly edition: number;
}

/** A price with all that is kept of it. */
export interface StoredQuote extends Quote, QuoteId {
  readonly state: QuoteState;
  /** Why it is held, in words. */
  readonly reason: string | null;
  readonly enteredBy: string | null;
}

export interface StoreOutcome {
  /** Days that had no price before. */
  readonly added: number;
  /** Days whose price was another; the old one is kept. */
  readonly corrected: number;
  readonly unchanged: number;
  /** What waits for a person. */
  readonly held: readonly (QuoteId & { readonly quote: ReadQuote; readonly reason: string })[];
  /** What is published now; for undoing it. */
  readonly published: readonly QuoteId[];
  /** The newest day on which a price was not that of the day before. */
  readonly movedOn: string | undefined;
}

/** A series, with its id and its newest published price. */
export interface LatestQuote {
  readonly series: string;
  readonly key: SeriesKey;
  /** The day of its oldest published price, an ISO date. */
  readonly first: string;
  readonly quote: StoredQuote;
}
