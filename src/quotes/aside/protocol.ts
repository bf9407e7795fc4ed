/** What is said between the process and the thread that reads for it: plain data alone. */
import type { FeedContent, RejectedRow } from '#src/quotes/feeds/feed.ts';
import type { Feed } from '#src/quotes/feeds/kinds.ts';
import type { TableSettings } from '#src/quotes/tables/layout.ts';
import type { RateDay } from '#src/domain/series/rates/exchange-rates.ts';
import type { Material } from '#src/domain/series/material.ts';
import type { ReadQuote } from '#src/domain/series/quote.ts';
import type { TableSaid } from './read-dropped.ts';

/** What is known beforehand, as data. */
export interface PlainContext {
  readonly materials: readonly Material[];
  /** ISO date in UTC. */
  readonly today: string;
  /** The last price of each series, by its name. */
  readonly last: ReadonlyMap<string, number>;
  /** The secrets that the feed names. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly firstWaitMs?: number | undefined;
}

export type Task =
  | { readonly kind: 'feed'; readonly feed: Feed; readonly context: PlainContext }
  | {
      readonly kind: 'table';
      readonly bytes: Uint8Array;
      readonly settings: TableSettings;
      readonly context: PlainContext;
    };

/** What a task came to, but for its long lists: those come before, some at a time, so that taking them holds nobody up. */
export type Done = Omit<FeedContent, 'quotes' | 'rejected'> & {
  readonly said?: Omit<TableSaid, 'left'> | undefined;
};

/** A piece of a long list. The next one is told once the process says that it has taken it. */
export type Piece =
  | { readonly quotes: readonly ReadQuote[] }
  | { readonly rejected: readonly RejectedRow[] }
  | { readonly left: readonly RejectedRow[] }
  | { readonly days: readonly RateDay[] };

export type Told = Piece | { readonly done: Done } | { readonly failed: string; readonly passing: boolean };
