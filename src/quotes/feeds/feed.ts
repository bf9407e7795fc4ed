/** What a feed is to those who run it: read as a whole, or failed with a reason that an admin can act on. */
import type { z } from 'zod';
import type { ReadQuote, SeriesKey } from '#src/domain/series/quote.ts';
import type { ExchangeRates } from '#src/domain/series/rates/exchange-rates.ts';
import type { Material } from '#src/domain/series/material.ts';

/** Whether a feed is of exchange rates, not of prices. */
export const isOfRates = <F extends { readonly kind: string }>(
  feed: F,
): feed is Extract<F, { readonly kind: 'ecb' | 'rates' }> => feed.kind === 'ecb' || feed.kind === 'rates';

/** A row that is no price, and why. */
export interface RejectedRow {
  /** The line of a file, or the number of a row, counted from 1. */
  readonly row: number;
  readonly reason: string;
  /** The file, where a feed has several. */
  readonly file?: string | undefined;
}

/** What came of reading a feed. Quotes are checked; none is stored yet. */
export interface FeedContent {
  readonly quotes: readonly ReadQuote[];
  readonly rejected: readonly RejectedRow[];
  /** Of a feed of exchange rates. */
  readonly rates?: Pick<ExchangeRates, 'source' | 'base' | 'days'> | undefined;
}

export interface FeedContext {
  readonly materials: readonly Material[];
  /** ISO date in UTC. */
  readonly today: string;
  /** The last price that a series has, in its own unit. */
  readonly near?: ((key: SeriesKey) => number | undefined) | undefined;
  /** Reads a secret by the name of its environment variable. */
  readonly secret: (name: string) => string | undefined;
  /** The wait before the first retry, in milliseconds; each next one is twice as long. */
  readonly firstWaitMs?: number | undefined;
}

/** The feeds file can't be used. Each fault is "file: field: reason". */
export class FeedsFileError extends Error {
  override readonly name = 'FeedsFileError';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.faults = faults;
  }
}

/** A feed could not be read. The message is for admins: one line, without addresses' queries and without secrets. */
export class FeedError extends Error {
  override readonly name = 'FeedError';
  /** Whether another try may help. */
  readonly passing: boolean;

  constructor(message: string, options: { readonly passing?: boolean; readonly cause?: unknown } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.passing = options.passing ?? false;
  }
}

/** A kind of feed: what its settings hold, and how one is read. A new kind is one file and a line in `kinds.ts`. */
export interface FeedKind<S extends z.ZodObject> {
  /** With its `kind` as a literal, and a feed's `id`, `name`, `schedule`, `timeoutSeconds`, `maxMegabytes`, `retries` and `from`. */
  readonly schema: S;
  /** The whole content, checked; stores nothing. @throws FeedError with the reason in one line */
  readonly read: (feed: z.output<S>, context: FeedContext) => Promise<FeedContent>;
}
