/** Tables of any text and either way to mark decimals: read as they were written, or refused; never another value, never a stack. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { CURRENCIES, QUOTED_MASSES } from '#src/domain/measure/figure.ts';
import { readPurity } from '#src/domain/reading/quotes/read-basis.ts';
import { admit } from '#src/domain/reading/text-door.ts';
import { FORMS, seriesOf, TERMS, VAT_STATES, type Quote, type ReadQuote } from '#src/domain/series/quote.ts';
import { quoteForm } from '#src/presentation/quotes/quote-messages.ts';
import { readQuoteFields } from '#src/quotes/manage-quotes.ts';
import { quotesCsv } from '#src/domain/series/quotes/quote-csv.ts';
import { readTable } from '#src/quotes/tables/read-table.ts';
import { FeedError } from '#src/quotes/feeds/feed.ts';
import { ANY_TABLE } from '#src/quotes/tables/layout.ts';
import { inUtf8 } from '#src/quotes/tables/sheets/decode.ts';
import { context, unpriced } from './samples.ts';
import { anyCharacter } from '../../any-character.ts';
import { cases } from '../../cases.ts';

const options = z.object({ options: z.array(z.object({ value: z.string() })) });
const offered = z.object({
  block_id: z.string(),
  element: z.union([options, z.object({ option_groups: z.array(options) })]),
});

const price = fc
  .integer({ min: 1, max: 1e10 })
  .chain((n) => fc.constantFrom(1, 10, 100, 1000, 8000).map((parts) => n / parts));
/** As a place is kept: without blanks around it, and of what a file can hold. */
const place = fc
  .string({ unit: anyCharacter, maxLength: 12 })
  .map((text) => text.replaceAll('\0', '').trim());

const purity = fc.oneof(
  fc.constantFrom('', '99 %', '99.5 %', '4N'),
  fc.string({ unit: anyCharacter, maxLength: 12 }),
);

const quote = fc
  .record({
    low: fc.oneof(price, fc.double({ min: 1e-4, max: 1e11, noNaN: true })),
    more: fc.constantFrom(1, 1.25, 2, 9.99),
    metal: fc.constantFrom(...context.materials.map(({ id }) => id)),
    // Contained metal is worked out, and never a price that is kept.
    form: fc.constantFrom(...FORMS.filter((form) => form !== 'contained metal')),
    purity: purity.map((text) => readPurity(text.replaceAll('\0', ''))),
    place,
    terms: fc.constantFrom(...TERMS),
    vat: fc.constantFrom(...VAT_STATES),
    currency: fc.constantFrom(...CURRENCIES),
    mass: fc.constantFrom(...QUOTED_MASSES),
    source: fc.constantFrom('import', 'manual', 'smm', 'a-1'),
    date: fc.constantFrom('1999-12-31', '2024-02-29', '2026-11-20'),
    estimated: fc.boolean(),
  })
  .map(({ low, more, ...rest }): Quote => ({
    ...rest,
    range: { low, high: low * more },
    receivedAt: 0,
    edition: 1,
  }));

const bare = (one: ReadQuote): ReadQuote => ({
  ...seriesOf(one),
  date: one.date,
  range: one.range,
  estimated: one.estimated,
});

it('no cell of an export is a formula to a spreadsheet, in wide signs neither', async () => {
  const [one] = fc.sample(quote, { numRuns: 1, seed: 1 });
  for (const sign of ['=', '+', '-', '@', '\t', '＝', '＋', '－', '＠']) {
    const csv = quotesCsv(one === undefined ? [] : [{ ...one, place: `${sign}cmd` }]);
    expect(csv).toContain(`,'${sign}cmd,`);
    const { quotes } = await readTable(csv, ANY_TABLE, context);
    expect(quotes.map((read) => read.place)).toEqual([`${sign}cmd`.trim()]);
  }
});

it('what is exported is read as it was, whatever text stands in it', async () => {
  await fc.assert(
    fc.asyncProperty(quote, async (one) => {
      const { quotes, rejected } = await readTable(quotesCsv([one]), ANY_TABLE, context);
      expect(rejected).toEqual([]);
      expect(quotes.map(bare)).toEqual([bare(one)]);
    }),
    { numRuns: cases(300) },
  );
});

const now = () => Date.parse(`${context.today}T12:00:00Z`);

const valuesOf = (element: z.infer<typeof offered>['element']): readonly string[] =>
  ('options' in element ? [element] : element.option_groups).flatMap((group) =>
    group.options.map(({ value }) => value),
  );

/** What the form offers, by field, as Slack sends it. */
const OFFERED = new Map(
  quoteForm(context.materials, context.today).blocks.flatMap((block) => {
    const parsed = offered.safeParse(block);
    return parsed.success ? [[parsed.data.block_id, valuesOf(parsed.data.element)]] : [];
  }),
);

it('the form reads each value that it offers, and any text, and what it stores goes out and comes back', async () => {
  expect([...OFFERED.keys()]).toEqual(['metal', 'form', 'unit', 'vat', 'terms']);
  const fields = fc.record({
    ...Object.fromEntries([...OFFERED].map(([id, values]) => [id, fc.constantFrom(...values)])),
    low: fc.integer({ min: 1, max: 1e8 }).map((cents) => String(cents / 100)),
    date: fc.constant(context.today),
    place: fc.string({ unit: anyCharacter, maxLength: 12 }).map((text) => admit(text).text),
    purity: purity.map((text) => admit(text).text),
  });
  await fc.assert(
    fc.asyncProperty(fields, async (typed) => {
      const read = readQuoteFields({ materials: context.materials, now }, typed);
      if (!('quote' in read)) throw new Error(`${read.field}: ${read.reason}`);
      expect(read.quote).toMatchObject(pick(typed));
      const again = await readTable(
        quotesCsv([{ ...read.quote, receivedAt: 0, edition: 1 }]),
        ANY_TABLE,
        context,
      );
      expect(again.rejected).toEqual([]);
      expect(again.quotes.map(bare)).toEqual([bare(read.quote)]);
    }),
    { numRuns: cases(300) },
  );
});

/** What must be stored as it was chosen. */
function pick({ metal, form, vat, terms, unit }: Readonly<Record<string, string>>) {
  const [currency, mass] = unit?.split('/') ?? [];
  return { metal, form, vat, terms, currency, mass };
}

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
          // Years apart: what is days apart must be alike.
          date: `${2001 + i}-11-20`,
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
        const { quotes, rejected } = await readTable(table, ANY_TABLE, unpriced);
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
      .string({ unit: anyCharacter, maxLength: 200 })
      .map((text) => new TextEncoder().encode(`date,metal,form\n${text}`)),
  );
  await fc.assert(
    fc.asyncProperty(bytes, async (given) => {
      async function* pieces() {
        yield given;
      }
      const fault = await readTable(pieces(), ANY_TABLE, context).then(
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
  [['553 CNY/troy oz'], '553 CNY/troy oz'],
  [['553000 CNY/oz'], 'kg, lb, t, g, troy oz'],
])('a unit in the price’s own cell is read: %j', async (cells, wanted) => {
  const lines = cells.map((cell, i) => `2026-11-${10 + i},ndpr,oxide,"${cell}"`);
  const { quotes, rejected } = await readTable(
    ['date,metal,form,price', ...lines].join('\n'),
    ANY_TABLE,
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
  const { quotes, rejected } = await readTable(table, ANY_TABLE, context);
  expect(quotes).toEqual([]);
  expect(rejected[0]?.reason).toContain(wanted);
});
