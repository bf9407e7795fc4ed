/** All series that there are of what is traded, whichever cadence they have: quotes of days, and figures of years. */
import type { MassUnit } from '#src/domain/measure/figure.ts';
import { metalOf, outsiderOf, tradedOf, type MetalCatalog } from './figures.ts';
import type { QuoteBook } from './quote-book.ts';
import { bestSeries, isDead, quotedSeries, type QuotesWanted } from './quoted-series.ts';
import { seriesIn, seriesOfQuotes, type Series } from './series.ts';

interface PricesWanted extends QuotesWanted {
  /** Id of a metal or a material. */
  readonly of: string;
  /** The mass that prices of years are to be for. */
  readonly per?: MassUnit | null;
  /** Only what is a price still. */
  readonly live?: boolean;
}

export interface Library {
  /** The series of prices, best first: quotes, then figures of years. */
  prices(wanted: PricesWanted): readonly Series[];
}

/** What is known when a question is answered. @param book The quotes that were fetched for it. */
export function libraryOf(catalog: MetalCatalog, book: QuoteBook | undefined): Library {
  return {
    prices: ({ of, per, live, ...wanted }) => {
      const traded = tradedOf(catalog, of);
      const quoted = book === undefined ? [] : bestSeries(book, of, wanted);
      const days = quoted.flatMap((series) =>
        book === undefined || (live === true && isDead(book, series))
          ? []
          : [seriesOfQuotes(book, traded, quotedSeries(book, series, wanted.target))],
      );
      if (outsiderOf(catalog, of) !== undefined) return days;
      const metal = metalOf(catalog, of);
      const years = (['headline', 'benchmark'] as const).flatMap((role) =>
        seriesIn(metal, { metric: 'price', role }, per),
      );
      return [...days, ...years];
    },
  };
}
