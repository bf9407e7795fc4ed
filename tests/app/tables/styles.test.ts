/** What is exported is read back to the same prices: as text and as a workbook, in each style of number, date, separator and encoding. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { CURRENCIES, QUOTED_MASSES } from '#src/domain/measure/figure.ts';
import { CSV_HEADING, quoteCells } from '#src/domain/series/quotes/quote-csv.ts';
import { seriesOf, TERMS, VAT_STATES, type Quote, type ReadQuote } from '#src/domain/series/quote.ts';
import { quotesWorkbook } from '#src/quotes/export-workbook.ts';
import { ANY_TABLE } from '#src/quotes/tables/layout.ts';
import { readTable } from '#src/quotes/tables/read-table.ts';
import { context, unpriced } from '../feeds/samples.ts';
import { cases } from '../../cases.ts';

const quote = fc
  .record({
    price: fc.integer({ min: 1000, max: 9_999_999_99 }),
    metal: fc.constantFrom('ndpr', 'neodymium', 'dysprosium', 'terbium'),
    form: fc.constantFrom('oxide' as const, 'metal' as const),
    terms: fc.constantFrom(...TERMS),
    place: fc.constantFrom('', 'China', 'Zürich', '=1+1', '-', '@here'),
    vat: fc.constantFrom(...VAT_STATES),
    currency: fc.constantFrom(...CURRENCIES),
    mass: fc.constantFrom(...QUOTED_MASSES),
    date: fc
      .integer({ min: 0, max: 9000 })
      .map((days) => new Date(Date.UTC(2001, 0, 31) + days * 86_400_000).toISOString().slice(0, 10)),
    period: fc.constantFrom(undefined, 'day fixing' as const),
    payment: fc.constantFrom(undefined, 'D/A' as const),
  })
  .map(({ price, period, payment, ...rest }): Quote => ({
    ...rest,
    ...(period === undefined ? {} : { period }),
    ...(payment === undefined ? {} : { payment }),
    purity: '99.5 %',
    source: 'import',
    estimated: false,
    range: { low: price / 100, high: price / 100 },
    receivedAt: 0,
    edition: 1,
  }));
const quotes = fc.uniqueArray(quote, { minLength: 1, maxLength: 8, selector: ({ date }) => date });

const bare = ({ date, range, ...rest }: ReadQuote) => ({ ...seriesOf(rest), date, range });
const sorted = (all: readonly ReadQuote[]) => all.map(bare).toSorted((a, b) => a.date.localeCompare(b.date));

const NUMBERS: Readonly<Record<string, (value: number) => string>> = {
  plain: (value) => String(value),
  english: (value) => value.toLocaleString('en', { minimumFractionDigits: 2 }),
  german: (value) => value.toLocaleString('de', { minimumFractionDigits: 2 }),
  swiss: (value) => value.toLocaleString('en', { minimumFractionDigits: 2 }).replaceAll(',', '’'),
};
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const parts = (iso: string) => iso.split('-').map(Number);
const DATES: Readonly<Record<string, (iso: string) => string>> = {
  iso: (iso) => iso,
  german: (iso) => iso.split('-').toReversed().join('.'),
  chinese: (iso) => `${parts(iso)[0]}年${parts(iso)[1]}月${parts(iso)[2]}日`,
  english: (iso) => `${parts(iso)[2]}-${MONTHS[(parts(iso)[1] ?? 1) - 1]}-${parts(iso)[0]}`,
  american: (iso) => `${MONTHS[(parts(iso)[1] ?? 1) - 1]} ${parts(iso)[2]}, ${parts(iso)[0]}`,
  serial: (iso) => String(Math.round(Date.parse(iso) / 86_400_000) + 25_569),
};
const ENCODINGS: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with a mark': (text) => Buffer.from(`\uFEFF${text}`),
  'UTF-16': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
};

const style = fc.record({
  number: fc.constantFrom(...Object.keys(NUMBERS)),
  date: fc.constantFrom(...Object.keys(DATES)),
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  encoding: fc.constantFrom(...Object.keys(ENCODINGS)),
  end: fc.constantFrom('\n', '\r\n'),
});

it('reads what is exported as text, in each style', async () => {
  await fc.assert(
    fc.asyncProperty(quotes, style, async (all, { number, date, delimiter, encoding, end }) => {
      const cells = all.map((one) =>
        quoteCells(one).map((cell, at) => {
          const name = CSV_HEADING[at];
          if (name === 'low' || name === 'high') return NUMBERS[number]?.(Number(cell)) ?? '';
          const text = name === 'date' ? (DATES[date]?.(String(cell)) ?? '') : String(cell);
          return /^[=+@-]/.test(text) ? `'${text}` : text;
        }),
      );
      const line = (row: readonly string[]) => row.map((cell) => `"${cell}"`).join(delimiter);
      const text = [line(CSV_HEADING), ...cells.map(line)].join(end);
      const bytes = ENCODINGS[encoding]?.(text) ?? '';
      const { quotes: read, rejected } = await readTable(bytes, ANY_TABLE, unpriced);
      expect(rejected).toEqual([]);
      expect(sorted(read)).toEqual(sorted(all));
    }),
    { numRuns: cases(150) },
  );
});

it('reads what is exported as a workbook, and no cell of it is a formula', async () => {
  await fc.assert(
    fc.asyncProperty(quotes, async (all) => {
      const { quotes: read, rejected } = await readTable(
        await quotesWorkbook(all, context.materials),
        ANY_TABLE,
        unpriced,
      );
      expect(rejected).toEqual([]);
      expect(sorted(read)).toEqual(sorted(all));
    }),
    { numRuns: cases(30) },
  );
});
