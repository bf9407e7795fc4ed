/** A series of months answers as quotes and figures of years do: never a price of a month's first day, its market said. */
import { describe, expect, it, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import { metalOf } from '#src/domain/series/figures.ts';
import { libraryOf } from '#src/domain/series/library.ts';
import { seriesIn } from '#src/domain/series/metal-series.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';
import { BANK, bankPrices, catalogWith, TEN_MONTHS } from '../series/monthly-packs.ts';
import { bookOf } from '../quotes/sample-quotes.ts';
import { bookFor } from '../quotes/year-of-quotes.ts';

const catalog = await catalogWith({
  terbium: {
    sources: BANK,
    series: [
      bankPrices('wb-2026', [['2025-12', 880], ...TEN_MONTHS]),
      bankPrices('wb-2025', [
        ['2025-11', 860],
        ['2025-12', 879],
      ]),
    ],
  },
});
const now = new Date('2026-11-30T12:00:00Z');
const say = (text: string) => renderPlainText(ask(text, catalog, { now }));

const [series] = seriesIn(metalOf(catalog, 'terbium'), { metric: 'price', cadence: 'month' });
const months = (from: string, to: string) => series?.within({ from, to }).map(({ at }) => at);

describe('the series', () => {
  it('has a figure for each of its months, also where one of its days is asked for, and none for a year', () => {
    expect(series).toMatchObject({ cadence: 'month', unit: 'USD/kg', basis: { market: 'FOB China' } });
    expect(series?.at('2026-06')?.quantity.range).toEqual({ low: 950, high: 950 });
    expect(series?.at('2026-06-17')?.at).toBe('2026-06');
    expect(series?.at(2026)).toBeUndefined();
    expect(series?.newest('2026-07-01')?.at).toBe('2026-07');
  });
  it('has the months that begin in a window', () => {
    expect(months('2026-04-01', '2026-06-30')).toEqual(['2026-04', '2026-05', '2026-06']);
    expect(months('2026-03-02', '2026-05-15')).toEqual(['2026-04', '2026-05']);
    expect(months('2026-05-04', '2026-05-10')).toEqual(['2026-05']);
  });
  it('keeps its editions apart, as figures of years do', () => {
    expect(series?.at('2025-12')).toMatchObject({ superseded: [{ quantity: { range: { low: 879 } } }] });
    expect(series?.ends('2025-11', '2025-12')?.[1].quantity.range.low).toBe(879);
    expect(series?.ends('2025-11', '2026-01')).toBeUndefined();
  });
  it('stands in the library after quotes that have more of the days, and before figures of years', () => {
    const library = libraryOf(catalog, bookFor('ndpr'));
    expect(library.prices({ of: 'terbium', target: {} }).map(({ cadence }) => cadence)).toEqual([
      'month',
      'year',
    ]);
  });
});

test.each([
  [
    'terbium price',
    /^Terbium oxide, Oct 2026: \$990\/kg\nUp 1 % on Sep 2026 \(\$980\/kg\)\. 99\.5 %, FOB China\./,
  ],
  ['terbium price June 2026', /^Terbium oxide, Jun 2026: \$950\/kg\nThe newest monthly figure is \$990/],
  ['terbium price on 17 June 2026', /^Terbium oxide, Jun 2026: \$950\/kg[^]*figure of its whole month/],
  [
    'average terbium price Q2 2026',
    /^Terbium oxide, average of Q2 2026: \$940\/kg[^]*3 months with a figure/,
  ],
  [
    'highest terbium price last 6 months',
    /^Terbium oxide, highest of the last 6 months: \$990\/kg in Oct 2026/,
  ],
  [
    'change in the terbium price since March 2026',
    /^Terbium oxide price, Mar 2026 to Oct 2026: \+7\.6 %\nFrom \$920/,
  ],
  ['change in the terbium price last month', /^Terbium oxide price, Sep 2026 to Oct 2026: \+1 %/],
  ['terbium Q1 vs Q2 2026', /average of Q2 2026: \$940\/kg; the average of Q1 2026: \$910\/kg/],
  ['terbium monthly averages this year', /monthly averages: Oct 2026 \$990\/kg/],
  [
    '10 kg of terbium oxide in June 2026',
    /^10 kg of terbium oxide, 99\.5 %, FOB China: \$9,500, in Jun 2026[^]*goods at the price/,
  ],
  ['how much terbium for $9,900', /^\$9,900 buys 10 kg of Terbium oxide/],
  ['terbium price in EUR', /no exchange rate of a month to EUR/],
  ['terbium price last month', /^Terbium oxide, Oct 2026: \$990\/kg/],
  ['terbium price per tonne June 2026', /\$950,000\/t/],
  ['terbium price 2024', /^Terbium oxide, [^:]*2024: \$810/],
  ['terbium price May 2019', /2019/],
  ['terbium vs ndpr on 15 May 2026', /Terbium oxide \$940\/kg/],
])('“%s”', (text, said) => {
  const book = text.includes('ndpr') ? bookFor('ndpr') : undefined;
  const answer = book === undefined ? say(text) : renderPlainText(ask(text, catalog, { now, book }));
  expect(answer).toMatch(said);
});

/** What a source that quotes by the month has sent: each price is dated by its month's last day. */
const imported = bookOf(
  { '2026-07-31': 540_000, '2026-08-31': 550_000, '2026-09-30': 560_000, '2026-10-31': 570_000 },
  { period: 'month mean' },
);

test.each([
  [
    'ndpr price',
    /^NdPr oxide, Oct 2026: CN¥570,000\/t\nUp 1\.8 % on Sep 2026 .*\. Monthly mean, 99 %, ex works China/,
  ],
  ['ndpr price', /of Oct 2026$/],
  [
    'ndpr price on 17 Sep 2026',
    /^NdPr oxide, Sep 2026: CN¥560,000\/t[^]*figure of its whole month[^]*of Sep 2026$/,
  ],
  ['average ndpr price Q3 2026', /^NdPr oxide, average of Q3 2026: CN¥550,000\/t[^]*3 months with a figure/],
  ['highest ndpr price last 6 months', /CN¥570,000\/t in Oct 2026/],
  ['2 t of ndpr oxide', /^2 t of NdPr oxide: CN¥1,140,000/],
])('prices of months that were imported are of months, too: “%s”', (text, said) => {
  expect(
    renderPlainText(ask(text, catalog, { now: new Date('2026-11-23T12:00:00Z'), book: imported })),
  ).toMatch(said);
});
