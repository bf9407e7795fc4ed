/** A year of quotes of two materials, as a desk's file has them, and books of them as fetched for a question. */
import { readFileSync } from 'node:fs';
import type { QuoteBook } from '#src/domain/series/quotes/quote-book.ts';
import type { StoredQuote } from '#src/domain/series/quotes/quote-store.ts';
import { bookOf, quote } from './sample-quotes.ts';

/** The day on which the file is looked at. */
export const LAST_DAY = '2026-11-30';

export interface Row {
  readonly date: string;
  readonly metal: string;
  readonly low: number;
  readonly high: number;
}
export const rows = readFileSync('tests/app/faults/files/ndpr-2026.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line): Row => {
    const [date = '', metal = '', , low = '', high = ''] = line.split(',');
    return { date, metal, low: Number(low), high: Number(high) };
  });

/** A book with all quotes of the materials, the first one's first. */
export function bookFor(...metals: readonly string[]): QuoteBook {
  const histories = metals.map((metal) => [metal, historyOf(metal)] as const);
  return {
    ...bookOf({}),
    today: LAST_DAY,
    latest: histories.map(([metal, history]) => {
      const [first, newest] = [history[0], history.at(-1)];
      if (first === undefined || newest === undefined) throw new Error(`no rows of ${metal}`);
      return { series: metal, key: newest, first: first.date, quote: newest };
    }),
    histories: new Map(histories),
  };
}

const historyOf = (metal: string): readonly StoredQuote[] =>
  rows
    .filter((row) => row.metal === metal)
    .map(({ date, low, high }) => ({
      ...quote({ metal, date, range: { low, high }, source: 'desk', terms: 'unstated', purity: '' }),
      series: metal,
      edition: 1,
      state: 'published',
      reason: null,
      enteredBy: null,
      receivedAt: 0,
    }));
