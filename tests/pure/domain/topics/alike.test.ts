/** The same words are answered alike by figures of years, of months and of days: what each says is a plain count's over its own. */
import { assert, constantFrom, integer, property, tuple } from 'fast-check';
import { expect, it, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import { addDays, dayInWords } from '#src/domain/measure/days.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';
import { BANK, catalogWith, priceSeries } from '../series/monthly-packs.ts';
import { bookOf } from '../quotes/sample-quotes.ts';
import { cases } from '../../../cases.ts';

const FIRST_YEAR = 2019;
const THIS_YEAR = 2026;
const YEARS = Array.from({ length: THIS_YEAR - FIRST_YEAR + 1 }, (_, at) => FIRST_YEAR + at);
/** Goes up and down from year to year, and within each: no two of them are equal. */
const priceOf = (year: number, month: number, day = 0) =>
  200 + ((year * 37) % 11) * 30 + month * 2 + day / 100;

const months = YEARS.flatMap((year) =>
  Array.from({ length: year === THIS_YEAR ? 10 : 12 }, (_, at): readonly [string, number] => [
    `${year}-${String(at + 1).padStart(2, '0')}`,
    priceOf(year, at + 1),
  ]),
);
const days: (readonly [string, number])[] = [];
for (let day = `${FIRST_YEAR}-01-01`; day <= `${THIS_YEAR}-11-27`; day = addDays(day, 1))
  if (new Date(day).getUTCDay() % 6 !== 0)
    days.push([day, priceOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8)))]);
const years = YEARS.map((year): readonly [string, number] => [String(year), priceOf(year, 6)]);

const sources = BANK;
const catalog = await catalogWith(
  {
    dysprosium: {
      sources,
      series: [
        priceSeries(
          'dy',
          { source: 'wb-2026' },
          years.map(([at, price]) => [Number(at), price]),
        ),
      ],
    },
    terbium: { sources, series: [priceSeries('tb', { source: 'wb-2026' }, months)] },
  },
  { only: true },
);
const now = new Date(`${THIS_YEAR}-11-30T12:00:00Z`);
const book = {
  ...bookOf(Object.fromEntries(days), { currency: 'USD', mass: 'kg', vat: 'excluded' }),
  today: `${THIS_YEAR}-11-30`,
};
const say = (text: string) => renderPlainText(ask(text, catalog, { now, book }));

const CADENCES = [
  { cadence: 'years', metal: 'dysprosium oxide', name: 'Dysprosium oxide', prices: years },
  { cadence: 'months', metal: 'terbium oxide', name: 'Terbium oxide', prices: months },
  { cadence: 'days', metal: 'ndpr oxide', name: 'NdPr oxide', prices: days },
] as const;

/** "2024", "Jun 2024", "3 Jun 2024". */
const NAMES = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const named = (at: string) =>
  at.length > 7 ? dayInWords(at) : at.length > 4 ? `${NAMES[Number(at.slice(5)) - 1]} ${at.slice(0, 4)}` : at;
const dollars = (price: number) => `$${price.toFixed(2).replace('.00', '')}/kg`;
const extremeOf = (prices: readonly (readonly [string, number])[], word: string) =>
  prices.reduce((best, one) => ((word === 'highest' ? one[1] > best[1] : one[1] < best[1]) ? one : best));

const anySpan = tuple(
  integer({ min: FIRST_YEAR, max: THIS_YEAR - 1 }),
  integer({ min: FIRST_YEAR, max: THIS_YEAR - 1 }),
)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => (a < b ? ([a, b] as const) : ([b, a] as const)));
/** Ways to say the years from the first to the last, both included. */
const SPANS: readonly ((from: number, to: number) => string)[] = [
  (from, to) => `from ${from} to ${to}`,
  (from, to) => `${from}-${String(to).slice(2)}`,
  (from, to) => `between ${from} and ${to}`,
];
const anySpanSaid = tuple(anySpan, constantFrom(...SPANS)).map(([[from, to], words]) => ({
  from,
  to,
  span: words(from, to),
}));

test.each(CADENCES)('a highest and a lowest over years, by $cadence', ({ metal, name, prices }) => {
  assert(
    property(anySpanSaid, constantFrom('highest', 'lowest'), ({ from, to, span }, word) => {
      const inside = prices.filter(([at]) => at >= `${from}` && at <= `${to}-12-31`);
      const [at, price] = extremeOf(inside, word);
      const [headline = ''] = say(`${word} ${metal} price ${span}`).split('\n');
      expect(headline).toContain(`${name}, ${word}`);
      expect(headline).toContain(`${dollars(price)} ${at.length > 7 ? 'on' : 'in'} ${named(at)}`);
    }),
    { numRuns: cases(15) },
  );
});

test.each(CADENCES)('a mean over years, by $cadence', ({ metal, prices }) => {
  assert(
    property(anySpanSaid, ({ from, to, span }) => {
      const inside = prices.filter(([at]) => at >= `${from}` && at <= `${to}-12-31`);
      const mean = inside.reduce((sum, [, price]) => sum + price, 0) / inside.length;
      const [headline = ''] = say(`average ${metal} price ${span}`).split('\n');
      const [, said] = /: \$([\d.]+)\/kg$/.exec(headline) ?? [];
      expect(Math.abs(Number(said) - mean)).toBeLessThan(0.51);
    }),
    { numRuns: cases(15) },
  );
});

test.each(CADENCES)('a change over years, by $cadence', ({ metal, name, prices }) => {
  assert(
    property(anySpanSaid, ({ from, to, span }) => {
      const inside = prices.filter(([at]) => at >= `${from}` && at <= `${to}-12-31`);
      const [first, last] = [inside[0], inside.at(-1)];
      if (first === undefined || last === undefined) throw new Error('no prices');
      const answer = say(`change in the ${metal} price ${span}`);
      expect(answer).toContain(`${name} price, ${named(first[0])} to ${named(last[0])}: `);
      expect(answer).toContain(`From ${dollars(first[1])} to ${dollars(last[1])}`);
      const percent = (last[1] / first[1] - 1) * 100;
      const [, said] = /: ([+-]?[\d.]+) %$/.exec(answer.split('\n')[0] ?? '') ?? [];
      expect(Math.abs(Number(said) - percent)).toBeLessThan(0.51);
    }),
    { numRuns: cases(15) },
  );
});

test.each(CADENCES)('whether a year has the highest or the lowest, by $cadence', ({ metal, prices }) => {
  assert(
    property(constantFrom(...YEARS), constantFrom('highest', 'lowest'), (year, word) => {
      const [at] = extremeOf(prices, word);
      expect(say(`was ${year} the ${word} ${metal} price?`)).toMatch(
        at.startsWith(`${year}`) ? /^Yes\. / : /^No\. /,
      );
    }),
    { numRuns: cases(12) },
  );
});

it('what a single year or month was is set against the one before it', () => {
  const [before, own] = [priceOf(2023, 6), priceOf(2024, 6)].map(dollars);
  expect(say('change in the dysprosium oxide price 2024')).toContain(`From ${before} to ${own}`);
  const [may, june] = [priceOf(2024, 5), priceOf(2024, 6)].map(dollars);
  expect(say('change in the terbium oxide price in June 2024')).toContain(`From ${may} to ${june}`);
});

test.each([
  ['terbium oxide vs dysprosium oxide 2024', 'Terbium oxide', 'average of 2024', 'an average over months'],
  ['dysprosium oxide vs ndpr oxide 2024', 'NdPr oxide', 'average of 2024', 'an average over days'],
])('years and finer figures stand side by side, and are not divided: “%s”', (text, other, when, what) => {
  const answer = say(text);
  expect(answer).toContain(`Dysprosium oxide ${dollars(priceOf(2024, 6))} (2024)`);
  expect(answer).toMatch(new RegExp(`${other} \\$[\\d.]+/kg \\(${when}\\)`));
  expect(answer).toContain(`One is ${what}, another a figure for a year, so no ratio is worked out.`);
});

it('a cost in a year is at the year’s figure, or at the mean of its months or days', () => {
  expect(say('cost of 10 kg dysprosium oxide in 2023')).toContain(`10 kg at ${dollars(priceOf(2023, 6))}`);
  for (const { metal, prices } of CADENCES) {
    const inside = prices.filter(([at]) => at.startsWith('2023'));
    const mean = inside.reduce((sum, [, price]) => sum + price, 0) / inside.length;
    const [, said] = /10 kg at \$([\d.]+)\/kg/.exec(say(`cost of 10 kg ${metal} in 2023`)) ?? [];
    expect(Math.abs(Number(said) - mean)).toBeLessThan(0.01);
  }
});

it('no change is worked out between editions, whatever their cadence', async () => {
  const two = await catalogWith(
    {
      terbium: {
        sources,
        series: [
          priceSeries('tb', { source: 'wb-2026' }, [
            ['2026-01', 100],
            ['2026-02', 110],
          ]),
          priceSeries('tb', { source: 'wb-2025' }, [
            ['2025-11', 50],
            ['2025-12', 55],
          ]),
        ],
      },
    },
    { only: true },
  );
  for (const text of ['change in the terbium oxide price', 'terbium oxide price']) {
    const answer = renderPlainText(ask(`${text} Nov 2025 to Feb 2026`, two, { now }));
    expect(answer).toContain('$110/kg');
    expect(answer).not.toContain('+120 %');
  }
  expect(
    renderPlainText(ask('change in the terbium oxide price Nov 2025 to Feb 2026', two, { now })),
  ).toContain('The two months are in different editions');
});
