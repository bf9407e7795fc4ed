/** Exchange rates of days, as they were fetched: old prices are converted at their own day's rate. */
import { setImmediate as breathe } from 'node:timers/promises';
import { CURRENCIES } from '#src/domain/measure/figure.ts';
import { isCurrency } from '#src/domain/series/quote.ts';
import type { ExchangeRates, RateDay } from '#src/domain/series/rates/exchange-rates.ts';
import { EVERYBODY } from '#src/domain/series/quotes/quote-store.ts';
import type { ExchangeRateTable } from './quote-schema.ts';
import type { Db } from './database/schema.ts';

/** Rows in one statement, and days that are made rows of at once. */
const [ROWS_AT_ONCE, DAYS_AT_ONCE] = [200, 500];

/** Puts the rates of days, in place of those that were there. Must run in a transaction. */
export async function storeRates(
  db: Db,
  { source, base, days }: Pick<ExchangeRates, 'source' | 'base' | 'days'>,
): Promise<void> {
  for (let at = 0; at < days.length; at += DAYS_AT_ONCE) {
    const some = days.slice(at, at + DAYS_AT_ONCE);
    await putRows(
      db,
      some.flatMap(({ date, perBase }): ExchangeRateTable[] =>
        CURRENCIES.flatMap((currency) => {
          const rate = perBase[currency];
          return rate === undefined
            ? []
            : [{ team: EVERYBODY, source, date, base, currency, per_base: rate }];
        }),
      ),
    );
  }
}

async function putRows(db: Db, rows: readonly ExchangeRateTable[]): Promise<void> {
  for (let i = 0; i < rows.length; i += ROWS_AT_ONCE) {
    await db
      .insertInto('exchange_rates')
      .values(rows.slice(i, i + ROWS_AT_ONCE))
      .onConflict((conflict) =>
        conflict
          .columns(['source', 'date', 'currency'])
          .doUpdateSet((row) => ({ base: row.ref('excluded.base'), per_base: row.ref('excluded.per_base') })),
      )
      .execute();
    // As with prices: decades of rates must not hold up the whole process.
    await breathe();
  }
}

/** The stored days of a source since a day, ascending; for the prices of that time. */
export async function readRateDays(db: Db, source: string, since: string): Promise<readonly RateDay[]> {
  const rows = await db
    .selectFrom('exchange_rates')
    .select(['date', 'currency', 'per_base'])
    .where('source', '=', source)
    .where('date', '>=', since)
    .orderBy('date')
    .execute();
  return [...Map.groupBy(rows, ({ date }) => date)].map(([date, ofDay]) => ({
    date,
    perBase: Object.fromEntries(
      ofDay.flatMap(({ currency, per_base }) => (isCurrency(currency) ? [[currency, per_base]] : [])),
    ),
  }));
}
