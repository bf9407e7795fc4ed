/** What is known of quotes when a question is answered: fetched beforehand, so that answering stays pure. */
import type { ConvertContext } from '#src/domain/series/convert.ts';
import type { AgeLimits } from '#src/domain/series/freshness.ts';
import type { LatestQuote, StoredQuote } from './quote-store.ts';

/** What is known of a source, besides its prices. */
export interface QuoteSource {
  /** As it is cited. */
  readonly name: string;
  readonly limits: AgeLimits;
}

export interface QuoteBook {
  /** ISO date in UTC. */
  readonly today: string;
  readonly convert: ConvertContext;
  readonly sourceOf: (source: string) => QuoteSource;
  /** The newest price of each series, newest first: of the materials that a question may be about. */
  readonly latest: readonly LatestQuote[];
  /** Histories by series, ascending: of those series that may answer, as far back as was wanted. */
  readonly histories: ReadonlyMap<string, readonly StoredQuote[]>;
  /** Whether quotes may be drawn: never by somebody else's server, for a paid feed's prices are not for others. */
  readonly charted: boolean;
}
