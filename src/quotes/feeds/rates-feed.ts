/** Feeds of exchange rates from any table: currencies in columns, as central banks' histories have them, or one rate a row. */
import { z } from 'zod';
import { CURRENCIES, type Currency } from '#src/domain/measure/figure.ts';
import { readNumber, settled } from '#src/domain/measure/numbers/numbers.ts';
import { readPeriodCell } from '#src/domain/reading/times/read-period.ts';
import type { RateDay } from '#src/domain/series/rates/exchange-rates.ts';
import { isCurrency } from '#src/domain/series/quote.ts';
import { shorten } from '#src/domain/measure/days.ts';
import { isNoValue } from '#src/quotes/tables/no-value.ts';
import { openSheets } from '#src/quotes/tables/sheets/open-sheets.ts';
import { marksOf } from '#src/quotes/tables/columns/column-clues.ts';
import { textOf, type Sheet, type TableRecord } from '#src/quotes/tables/sheets/sheet.ts';
import { bytesFrom } from './bring.ts';
import { FeedError, type FeedContent, type FeedKind, type RejectedRow } from './feed.ts';
import { currency, every, place } from './feed-schema.ts';
import { checkRows } from './limits.ts';
import { createTurns } from './turns.ts';

const heading = z.string();
const schema = z.strictObject({
  kind: z.literal('rates'),
  ...every,
  from: place,
  /** The currency that rates are of one unit of. */
  base: currency,
  /** The heading of the day, and of each currency, or of the column of currencies and the one of rates. */
  columns: z.union([
    z.strictObject({ date: heading, currency: heading, rate: heading }),
    z.strictObject({ date: heading, perCurrency: z.partialRecord(currency, heading) }),
  ]),
  /** Currencies that are quoted the other way: so much of the base for one of them. */
  inverted: z.array(currency).default([]),
  delimiter: z.string().length(1).optional(),
  decimal: z.enum(['.', ',']).optional(),
  dateOrder: z.enum(['dmy', 'mdy']).optional(),
});
type RatesFeed = z.output<typeof schema>;

export const RATES_FEED: FeedKind<typeof schema> = {
  schema,
  read: async (feed, context) => {
    for await (const { bytes } of bytesFrom(feed.from, feed, context)) {
      const sheets = await openSheets(bytes, feed.delimiter);
      return await readRates(sheets, feed, context.today);
    }
    throw new FeedError('there is no file');
  },
};

/** How many rows may stand above the heading. */
const MOST_ABOVE = 40;

async function readRates(sheets: readonly Sheet[], feed: RatesFeed, today: string): Promise<FeedContent> {
  const { columns, base, inverted, decimal, dateOrder } = feed;
  const wanted =
    'perCurrency' in columns ? [columns.date, ...Object.values(columns.perCurrency)] : Object.values(columns);
  for (const { records } of sheets) {
    const rows: TableRecord[] = [];
    for await (const record of records) {
      rows.push(record);
      checkRows(rows.length);
    }
    const at = rows
      .slice(0, MOST_ABOVE)
      .findIndex(({ cells }) => wanted.every((name) => placeOf(cells, name) >= 0));
    const head = rows[at]?.cells;
    if (head === undefined) continue;
    const all = rows.slice(at + 1);
    const find = (name: string) => placeOf(head, name);
    const rateColumns =
      'perCurrency' in columns ? Object.values(columns.perCurrency).map(find) : [find(columns.rate)];
    const { style } = await marksOf(
      decimal,
      all.flatMap(({ cells }) => rateColumns.map((column) => textOf(cells[column]))),
      ',',
    );
    const days = new Map<string, Partial<Record<Currency, number>>>();
    const rejected: RejectedRow[] = [];
    const turn = createTurns();
    for (const { cells, line } of all) {
      await turn();
      const day = readPeriodCell(textOf(cells[find(columns.date)]), today, { order: dateOrder });
      // Notes above and below the rates have no day.
      if (!day.ok || day.period.grain !== 'day') continue;
      for (const [code, cell] of ratesIn(columns, cells, find)) {
        if (cell === '' || isNoValue(cell)) continue;
        const value = settled(readNumber(cell, { style }))?.value;
        if (value === undefined || value <= 0)
          rejected.push({ row: line, reason: `the rate “${shorten(cell)}” is no number` });
        else if (code !== base)
          days.set(day.period.from, {
            ...days.get(day.period.from),
            [code]: inverted.includes(code) ? 1 / value : value,
          });
      }
    }
    if (days.size === 0) throw new FeedError('it holds no rates where its settings look for them');
    const inOrder = [...days]
      .map(([date, perBase]): RateDay => ({ date, perBase }))
      .toSorted((a, b) => a.date.localeCompare(b.date));
    return { quotes: [], rejected, rates: { source: feed.name ?? feed.id, base, days: inOrder } };
  }
  throw new FeedError(
    `it has no row with the headings ${wanted.map((name) => `“${shorten(name)}”`).join(', ')}`,
  );
}

const plain = (text: string) => text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
const placeOf = (cells: TableRecord['cells'], name: string) =>
  cells.findIndex((cell) => plain(textOf(cell)) === plain(name));

function ratesIn(
  columns: RatesFeed['columns'],
  cells: TableRecord['cells'],
  find: (name: string) => number,
): readonly (readonly [Currency, string])[] {
  if ('perCurrency' in columns)
    return CURRENCIES.flatMap((code) => {
      const name = columns.perCurrency[code];
      return name === undefined ? [] : [[code, textOf(cells[find(name)])] as const];
    });
  const code = textOf(cells[find(columns.currency)]).toUpperCase();
  return isCurrency(code) ? [[code, textOf(cells[find(columns.rate)])]] : [];
}
