import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Line } from '#src/domain/answer.ts';
import { checkFaqText, resolveFaqText } from '#src/domain/faq/faq-text.ts';
import { metalSchema } from '#src/domain/series/metal.ts';
import { withTables } from '#src/domain/series/packs/with-tables.ts';

const read = (id: string) =>
  withTables(metalSchema.parse(JSON.parse(readFileSync(`tests/pure/packs/${id}.json`, 'utf8'))));
const metal = read('neodymium');
const catalog = { metals: [metal, read('rare-earths')] };
const resolve = (text: string) => resolveFaqText(text, metal, catalog);
const check = (text: string) => checkFaqText(text, metal, catalog);

/** The only span of a text that is one placeholder. */
function spanOf(placeholder: string): Line[number] | undefined {
  return resolve(placeholder)[0]?.[0];
}

function rangeOf(placeholder: string): readonly [number, number] {
  const span = spanOf(placeholder);
  if (span === undefined || typeof span === 'string') throw new Error('no figure');
  if ('quantity' in span) return [span.quantity.range.low, span.quantity.range.high];
  if ('change' in span) return [span.change.percent.low, span.change.percent.high];
  throw new Error('no figure');
}

/** A metal whose two editions overlap in one year only, and never agree. */
const twoEditions = withTables(
  metalSchema.parse({
    id: 'examplium',
    name: 'Examplium',
    kind: 'element',
    description: 'Made up.',
    sectors: [{ id: 'toys', name: 'Toys' }],
    sources: {
      old: { publisher: 'P', title: 'T', edition: 'E1', editionYear: 2024, dated: '2024' },
      new: { publisher: 'P', title: 'T', edition: 'E2', editionYear: 2025, dated: '2025' },
    },
    series: [
      ...(['old', 'new'] as const).flatMap((source, i) =>
        (['part', 'whole'] as const).map((family, j) => ({
          id: `${family}-${source}`,
          family,
          metric: 'price',
          role: family === 'part' ? 'headline' : 'benchmark',
          label: family,
          unit: 'USD/kg',
          basis: 'metal',
          source,
          section: 'Table',
          points: [2022 + i, 2023 + i].map((year) => ({ year, value: 10 * (1 + 4 * j) * (1 + i) })),
        })),
      ),
      {
        id: 'reserves-new',
        family: 'reserves-only-new',
        metric: 'reserves',
        role: 'headline',
        label: 'Reserves',
        unit: 't',
        basis: 'metal',
        source: 'new',
        section: 'Table',
        points: [{ year: 2022, value: 5 }],
      },
    ],
  }),
);
const made = { metals: [twoEditions] };
const checkMade = (text: string) => checkFaqText(text, twoEditions, made);
const resolveMade = (text: string) => resolveFaqText(text, twoEditions, made)[0]?.[0];

describe('a placeholder becomes', () => {
  test('a figure, with unit, range and firmness', () => {
    expect(resolve('In 2025: {{price 2025}}, an estimate.')).toMatchObject([
      [
        'In 2025: ',
        {
          quantity: {
            range: { low: 100, high: 130 },
            printed: { low: 99.5, high: 130.5 },
            unit: 'USD/kg',
            firmness: 'estimated',
            qualifier: undefined,
          },
        },
        ', an estimate.',
      ],
    ]);
    expect(spanOf('{{price 2026}}')).toMatchObject({ quantity: { firmness: 'projected' } });
  });

  test('the newest edition’s figure, or one edition’s where the series is named', () => {
    expect(spanOf('{{usgs-nd-oxide 2024}}')).toMatchObject({ quantity: { firmness: undefined } });
    expect(spanOf('{{usgs-nd-oxide-mcs-2025 2024}}')).toMatchObject({ quantity: { firmness: 'estimated' } });
    expect(rangeOf('{{group:production 2024}}')).toEqual([380000, 380000]);
    expect(resolveMade('{{part 2023}}')).toMatchObject({ quantity: { range: { low: 20, high: 20 } } });
  });

  test('a sector’s share, and the tonnes that it implies', () => {
    expect(rangeOf('{{share electronics 2021}}')).toEqual([41, 41]);
    expect(rangeOf('{{implied-demand renewable-energy 2025}}')).toEqual([22200, 22200]);
    expect(spanOf('{{implied-demand renewable-energy 2026}}')).toMatchObject({
      quantity: { unit: 't', firmness: 'projected' },
    });
    expect(rangeOf('{{implied-change renewable-energy 2025 2026}}')[0]).toBeCloseTo(20.97, 2);
  });

  test('a change between ranges, as an interval', () => {
    const [low, high] = rangeOf('{{change price 2021 2025}}');
    expect(low).toBeCloseTo(33.33, 2);
    expect(high).toBeCloseTo(73.33, 2);
  });

  test('a claim’s percentage with its own qualifier', () => {
    expect(resolve('{{claim china-share}}')).toMatchObject([
      ['over ', { quantity: { range: { low: 60, high: 70 }, unit: '%' } }],
    ]);
    expect(resolve('{{claim demand-growth}}')).toMatchObject([
      [{ quantity: { range: { low: 10, high: 15 }, unit: '%' } }],
    ]);
  });

  test('a ratio of one edition, though a newer one has half of it', () => {
    const text = '{{share-of group:china-production group:world-production 2024}}';
    // 270 of 390 are 69.2 %, and no more exact than the tonnes are printed.
    expect(rangeOf(text)[0]).toBe(69);
    expect(spanOf(text)).toMatchObject({ quantity: { unit: '%', firmness: 'estimated' } });
    expect(resolveMade('{{share-of part whole 2023}}')).toMatchObject({
      quantity: { range: { low: 20, high: 20 } },
    });
  });

  test('the metal in its oxide and its products, and the price of the metal in an oxide', () => {
    expect(rangeOf('{{metal-in oxide}}')[0]).toBeCloseTo(85.7, 9);
    expect(rangeOf('{{metal-in ndfeb-magnet}}')[0]).toBeCloseTo(26.7, 9);
    // 56 / 0.857 is 65.3, and no more exact than the whole dollars of the oxide.
    expect(rangeOf('{{contained usgs-nd-oxide 2024}}')[0]).toBe(65);
  });
});

describe('a bad placeholder is named', () => {
  test.each([
    ['{{prise 2024}}', /unknown series "prise"; there are: price,.*report-price/],
    ['{{price 2019}}', /"price" has no 2019; it has 2021, 2022/],
    ['{{price last-year}}', /"last-year" is not a year/],
    ['{{price}}', /write it as \{\{<series> <year>\}\}/],
    ['{{}}', /write it as/],
    ['{{price 2021 2024}}', /write it as \{\{<series> <year>\}\}/],
    ['{{change price 2021}}', /write it as \{\{change <series> <from> <to>\}\}/],
    ['{{claim no-such}}', /unknown claim "no-such"; there are: surge-2021-2025/],
    ['{{claim report-against-usgs}}', /states no percentage/],
    ['{{share defense 2024}}', /neodymium has no series for "share defense"/],
    ['{{share toys 2024}}', /unknown sector "toys"/],
    ['{{reserves 2025}}', /neodymium has no series for "reserves"/],
    ['{{report-supply-status 2025}}', /unknown series "report-supply-status"/],
    ['{{metal-in sand}}', /unknown oxide or product "sand"; there are: ndfeb-magnet/],
    ['{{contained price 2024}}', /no price of an oxide/],
    ['{{share-of price production 2024}}', /"price" is in USD\/kg, "production" in t/],
    ['{{share-of price usgs-nd-oxide 2024}}', /no one edition has both "price" and "usgs-nd-oxide" for 2024/],
  ])('%s', (text, problem) => {
    expect(check(text).join('\n')).toMatch(problem);
    expect(() => resolve(text)).toThrow(problem);
  });

  test('a group where there is none', () => {
    expect(checkMade('{{group:price 2024}}').join()).toMatch(/examplium has no group/);
  });

  test('a change whose years only different editions have', () => {
    expect(checkMade('{{change part 2022 2024}}')).toEqual([
      '{{change part 2022 2024}}: no one edition of "part" has both 2022 and 2024',
    ]);
  });

  test('a ratio whose halves only different editions have', () => {
    expect(checkMade('{{share-of part-old whole-new 2023}}').join()).toMatch(/no one edition has both/);
  });
});
