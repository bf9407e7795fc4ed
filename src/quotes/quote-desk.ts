/** What everything that has to do with quotes is given: the store, what the feeds file says, and what is known of materials. */
import type { House } from '#src/access/may.ts';
import type { ConvertContext, VatRate } from '#src/domain/series/convert.ts';
import { addDays } from '#src/domain/measure/days.ts';
import type { Currency } from '#src/domain/measure/figure.ts';
import { RATE_MAX_AGE_DAYS, type ExchangeRates } from '#src/domain/series/rates/exchange-rates.ts';
import type { Material } from '#src/domain/series/material.ts';
import type { QuoteSource } from '#src/domain/series/quotes/quote-book.ts';
import { IMPORTED, MANUAL } from '#src/domain/series/quote.ts';
import { isOfRates } from './feeds/feed.ts';
import type { FeedSettings } from './feeds/feed-settings.ts';
import type { QuoteId } from '#src/domain/series/quotes/quote-store.ts';
import type { Store } from '#src/storage/database/database.ts';
import type { Db } from '#src/storage/database/schema.ts';
import { readRateDays } from '#src/storage/exchange-rates.ts';

/** What is set up, and but for what tables are read by does not change while it runs. */
export interface Quoted {
  readonly settings: FeedSettings;
  readonly materials: readonly Material[];
  /** The same as their files say now, for whoever reads a table; where they can't be read, `told` hears why, and the last hold. */
  readonly materialsNow: (told?: (fault: unknown) => void) => Promise<readonly Material[]>;
  readonly vat: readonly VatRate[];
  /** Reads a secret by the name of its environment variable. */
  readonly secret: (name: string) => string | undefined;
}

export interface QuoteDesk extends Quoted {
  readonly store: Store;
  /** What the settings let people do. */
  readonly house: House;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Whether histories of quotes are drawn: not by a server that is somebody else's. */
  readonly charted: boolean;
  /** Called in the transaction in which a price of a team is taken back: what else keeps it lets go of it. */
  readonly takenBack: (db: Db, team: string, quote: QuoteId) => Promise<void>;
  /** To be told that a price of a series was taken back. */
  readonly withdrawn: (series: string) => void;
  /** To be told that prices have changed. */
  readonly changed: () => void;
}

/** What quotes are read by. */
export type QuoteReader = Pick<QuoteDesk, 'store' | 'settings' | 'materials' | 'vat' | 'charted'>;

const OTHER_NAMES: Readonly<Record<string, string>> = {
  [MANUAL]: 'Entered by hand',
  [IMPORTED]: 'Imported table',
};

/** As a source is cited, and when its prices are too old. */
export function sourceOf({ settings }: Pick<Quoted, 'settings'>, source: string): QuoteSource {
  const feed = settings.feeds.find(({ id }) => id === source);
  const ages = feed === undefined || isOfRates(feed) ? settings.manual : feed;
  const name = OTHER_NAMES[source] ?? feed?.name ?? source;
  return { name, limits: { staleAfter: ages.staleAfterDays, deadAfter: ages.deadAfterDays } };
}

/**
 * Exchange rates of the prices since a day: from the feed of them or, where there is none, the fixed ones.
 * @param desk Without a store, what a feed brought is not known.
 */
export async function convertContext(
  {
    settings,
    materials,
    vat,
    store,
  }: Pick<QuoteDesk, 'settings' | 'materials' | 'vat'> & { readonly store: Store | undefined },
  since: string,
): Promise<ConvertContext> {
  const feed = settings.feeds.find(isOfRates);
  const rates =
    feed === undefined
      ? fixedRates(settings)
      : await storedRates(
          feed.kind === 'ecb' ? (feed.name ?? 'ECB') : (feed.name ?? feed.id),
          feed.kind === 'ecb' ? 'EUR' : feed.base,
        );
  return { rates, vat: [...vat, ...settings.vat], materials };

  async function storedRates(source: string, base: Currency): Promise<ExchangeRates | undefined> {
    if (store === undefined) return undefined;
    const days = await readRateDays(store.db, source, addDays(since, -RATE_MAX_AGE_DAYS));
    return { source, base, days, maxAgeDays: RATE_MAX_AGE_DAYS };
  }
}

function fixedRates({ fixedRates: fixed }: FeedSettings): ExchangeRates | undefined {
  if (fixed === undefined) return undefined;
  const { source, base, date, perBase, maxAgeDays } = fixed;
  return { source, base, days: [{ date, perBase }], maxAgeDays };
}
