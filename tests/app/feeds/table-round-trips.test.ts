/** Tables of any text and either way to mark decimals: read as they were written, or refused; never another value, never a stack. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Quote, ReadQuote } from '#src/domain/series/quote.ts';
import { quotesCsv } from '#src/domain/series/quote-csv.ts';
import { readCsv } from '#src/quotes/tables/csv.ts';
import { FeedError } from '#src/quotes/feeds/feed.ts';
import { ownTable } from '#src/quotes/tables/own-table.ts';
import { inUtf8 } from '#src/quotes/tables/decode.ts';
import { context } from './samples.ts';

const price = fc
  .integer({ min: 1, max: 1e10 })
  .chain((n) => fc.constantFrom(1, 10, 100, 1000, 8000).map((parts) => n / parts));
/** As a place is kept: without blanks around it, and of what a file can hold. */
const place = fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.trim().replaceAll('\0', ''));

const quote = fc
  .record({
    low: price,
    more: fc.constantFrom(1, 1.25, 2),
    place: place.map((text) => text.trim()),
    terms: fc.constantFrom('ex-works', 'fca', 'fob', 'cif', 'delivered', 'in warehouse', 'unstated' as const),
    vat: fc.constantFrom('included', 'excluded', 'unstated'),
    currency: fc.constantFrom('USD', 'CNY', 'EUR', 'GBP', 'JPY', 'INR'),
    mass: fc.constantFrom('kg', 'lb', 't'),
    estimated: fc.boolean(),
  })
  .map(({ low, more, ...rest }): Quote => ({
    ...rest,
    metal: 'ndpr',
    form: 'oxide',
    purity: '',
    source: 'import',
    date: '2026-11-20',
    range: { low, high: low * more },
    receivedAt: 0,
    edition: 1,
  }));

const bare = ({ range, place: where, terms, vat, currency, mass, estimated }: ReadQuote) => ({
  range,
  place: where,
  terms,
  vat,
  currency,
  mass,
  estimated,
});

it('what is exported is read as it was, whatever text stands in it', async () => {
  await fc.assert(
    fc.asyncProperty(quote, async (one) => {
      const { quotes, rejected } = await readCsv(quotesCsv([one]), ownTable, context);
      expect(rejected).toEqual([]);
      expect(quotes.map(bare)).toEqual([bare(one)]);
    }),
  );
});

it('numbers in either style are read as they were meant, or refused as two readings', async () => {
  const style = fc.constantFrom(
    { locale: 'en-US', delimiter: ',', quoted: true },
    { locale: 'de-DE', delimiter: ';', quoted: false },
    { locale: 'de-CH', delimiter: ';', quoted: false },
    { locale: 'fr-FR', delimiter: ';', quoted: false },
    { locale: 'fr-FR', delimiter: '\t', quoted: true },
  );
  const cents = fc.array(fc.integer({ min: 100, max: 1e9 }), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(
      cents,
      style,
      fc.constantFrom(0, 2, 3),
      async (values, { locale, delimiter, quoted }, digits) => {
        const wanted = values.map((value, i) => ({
          date: `2026-11-${String(i + 1).padStart(2, '0')}`,
          price: Number((value / 100).toFixed(digits)),
        }));
        const lines = wanted.map((one) => {
          const said = one.price.toLocaleString(locale, {
            minimumFractionDigits: digits,
            maximumFractionDigits: digits,
          });
          return [one.date, 'ndpr', 'oxide', quoted ? `"${said}"` : said, 'CNY/t'].join(delimiter);
        });
        const table = [['date', 'metal', 'form', 'price', 'unit'].join(delimiter), ...lines].join('\n');
        const { quotes, rejected } = await readCsv(table, ownTable, context);
        for (const { date, range } of quotes)
          expect(range.low).toBe(wanted.find((one) => one.date === date)?.price);
        for (const { reason } of rejected) expect(reason).toContain('has two readings');
        expect(quotes.length + rejected.length).toBe(wanted.length);
      },
    ),
  );
});

it('any bytes are a table, or are refused in words without them', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .string({ unit: 'binary', maxLength: 200 })
      .map((text) => new TextEncoder().encode(`date,metal,form\n${text}`)),
  );
  await fc.assert(
    fc.asyncProperty(bytes, async (given) => {
      async function* pieces() {
        yield given;
      }
      const fault = await readCsv(pieces(), ownTable, context).then(
        () => undefined,
        (error: unknown) => error,
      );
      expect(fault === undefined || fault instanceof FeedError).toBe(true);
    }),
  );
});

it.each([
  ['镨钕,元/吨', 'gb18030', [0xef, 0xe8, 0xee, 0xcf, 0x2c, 0xd4, 0xaa, 0x2f, 0xb6, 0xd6]],
  ['a,£', 'UTF-16 with a mark', [0xff, 0xfe, 0x61, 0, 0x2c, 0, 0xa3, 0]],
  ['date,a', 'UTF-16 without a mark', [...Buffer.from('date,a', 'utf16le')]],
  ['date,a', 'UTF-16 the other way round', [...Buffer.from('date,a', 'utf16le').swap16()]],
  ['a,£', 'UTF-8', [0x61, 0x2c, 0xc2, 0xa3]],
])('%s is read from %s', async (text, _, bytes) => {
  async function* pieces() {
    for (const byte of bytes) yield Uint8Array.of(byte);
  }
  let read = '';
  for await (const piece of inUtf8(pieces())) read += Buffer.from(piece).toString('latin1');
  expect(Buffer.from(read, 'latin1').toString('utf8')).toBe(text);
});

it.each([
  [['553,000 CNY/t'], '553000 CNY/t'],
  [['551.000 CNY/t', '554.500,50 CNY/t'], '551000 CNY/t, 554500.5 CNY/t'],
  [['CNY 553,000-557,000/t'], '553000-557000 CNY/t'],
  [['55.3-55.7万元/吨'], '553000-557000 CNY/t'],
  [['$1,250.50 per kg'], '1250.5 USD/kg'],
  [['61250 GBp/kg'], '612.5 GBP/kg'],
  // Two people wrote the column: by the marks of the one, the other's price is a thousandth.
  [['553,000 CNY/t', '554.500,50 CNY/t'], '554500.5 CNY/t, price “553,000 CNY/t” has two readings'],
  [['553.000 CNY/t'], 'two readings'],
  [['¥553000/t'], 'yuan or yen'],
  [['553000 CNY/t, 2 weeks'], 'not a number'],
  [['553000 CNY/troy oz'], 'kg, lb, t'],
])('a unit in the price’s own cell is read: %j', async (cells, wanted) => {
  const lines = cells.map((cell, i) => `2026-11-${10 + i},ndpr,oxide,"${cell}"`);
  const { quotes, rejected } = await readCsv(
    ['date,metal,form,price', ...lines].join('\n'),
    ownTable,
    context,
  );
  const said = quotes.map(
    ({ range: { low, high }, currency, mass }) =>
      `${low === high ? low : `${low}-${high}`} ${currency}/${mass}`,
  );
  expect([...said, ...rejected.map(({ reason }) => reason)].join(', ')).toContain(wanted);
});

it.each([
  ['USD/kg', 'CNY'],
  ['CNY/kg', 'per t'],
])('a cell’s unit that the row contradicts is refused: %s', async (unit, wanted) => {
  const table = `date,metal,form,price,unit\n2026-11-20,ndpr,oxide,553000 CNY/t,${unit}`;
  const { quotes, rejected } = await readCsv(table, ownTable, context);
  expect(quotes).toEqual([]);
  expect(rejected[0]?.reason).toContain(wanted);
});
