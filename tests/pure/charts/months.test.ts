/** Prices of months as pictures: what is drawn is what the source prints, or that in percent of a month that all have. */
import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { monthsSpec } from '#src/charts/specs/months.ts';
import type { ChartSpec, LineMark } from '#src/charts/spec.ts';
import { dayNumber } from '#src/charts/days.ts';
import { ask } from '#src/domain/asking/ask.ts';
import type { Catalog } from '#src/domain/asking/catalog.ts';
import { BANK, catalogWith, priceSeries } from '../domain/series/monthly-packs.ts';
import { allFigures, chartLink } from './figures.ts';
import { cases } from '../../cases.ts';

const now = new Date('2026-11-24T10:00:00Z');
const MONTHS = Array.from(
  { length: 72 },
  (_, at) => `${2021 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
).filter((month) => month <= '2026-10');
const priceOf = (metal: string, at: number): number =>
  (metal === 'terbium' ? 20_000 : 200) + ((at * 37) % 11) * 5 + at;

const pack = (metal: string) => ({
  sources: BANK,
  series: [
    priceSeries(
      metal,
      { source: 'wb-2026' },
      MONTHS.map((month, at) => [month, priceOf(metal, at)] as const),
    ),
  ],
});

let catalog: Catalog;
beforeAll(async () => {
  catalog = await catalogWith(
    { dysprosium: pack('dysprosium'), terbium: pack('terbium'), cerium: pack('cerium') },
    { only: true },
  );
});

const lines = (spec: ChartSpec | undefined): readonly LineMark[] =>
  (spec?.marks ?? []).filter((mark) => mark.kind === 'line');

test('one metal is drawn in its unit, from the first month asked for to the last', () => {
  const spec = monthsSpec(
    { kind: 'months', metals: ['dysprosium'], from: '2022-01', to: '2022-12' },
    catalog,
  );
  expect(spec?.title).toMatch(/^Dysprosium: \$\d+\/kg in Dec.2022, /u);
  expect(lines(spec).map(({ points }) => points.map(({ range }) => range.high))).toEqual([
    MONTHS.flatMap((month, at) => (month.startsWith('2022') ? [priceOf('dysprosium', at)] : [])),
  ]);
});

test('two that are near each other share an axis; two that are far apart start from 100, and it is said', () => {
  const over = { from: '2021-01', to: '2026-10' };
  const near = monthsSpec({ kind: 'months', metals: ['dysprosium', 'cerium'], ...over }, catalog);
  expect(near?.subtitle).toContain('USD per kg');
  const far = monthsSpec({ kind: 'months', metals: ['dysprosium', 'terbium'], ...over }, catalog);
  expect(far?.subtitle).toMatch(/Jan.2021 = 100: Dysprosium \$200\/kg, Terbium \$20,000\/kg/u);
  expect(lines(far).map(({ points }) => points[0]?.range.high)).toEqual([100, 100]);
});

test('whatever months are asked for, each point is a printed price, or that in percent of the first that all have', () => {
  const month = fc.constantFrom(...MONTHS, '2019-05', '2030-01');
  fc.assert(
    fc.property(fc.constantFrom('cerium', 'terbium'), month, month, (other, from, to) => {
      const spec = monthsSpec({ kind: 'months', metals: ['dysprosium', other], from, to }, catalog);
      const [first = '', last = ''] = [from, to].toSorted();
      const inside = MONTHS.filter((one) => one >= first && one <= last);
      expect(spec === undefined).toBe(inside.length === 0);
      const indexed = spec?.subtitle.includes('= 100') ?? false;
      for (const [i, { points }] of lines(spec).entries()) {
        const metal = i === 0 ? 'dysprosium' : other;
        const base = indexed ? priceOf(metal, MONTHS.indexOf(inside[0] ?? '')) / 100 : 1;
        for (const { at, range } of points) {
          const printed = MONTHS.findIndex((one) => dayNumber(`${one}-15`) === at);
          expect(range.high).toBeCloseTo(priceOf(metal, printed) / base, 6);
        }
      }
    }),
    { numRuns: cases(100) },
  );
});

test.each([
  ['dysprosium price in 2025 by month chart', ['dysprosium'], '2025-01', '2025-12'],
  ['chart dysprosium price since 2024', ['dysprosium'], '2024-01', '2026-10'],
  ['dysprosium vs terbium chart', ['dysprosium', 'terbium'], '2021-11', '2026-10'],
])('%s', (question, metals, from, to) => {
  const [part] = ask(question, catalog, { now }).parts;
  expect(part?.chart).toEqual({ kind: 'months', metals, from, to });
  expect(part?.chartWanted).toBe(true);
});

test('sixty years of six metals fit into a link', () => {
  const metals = ['gold', 'copper', 'nickel', 'zinc', 'tin', 'lead'];
  for (const of of [metals, metals.slice(0, 2), metals.slice(0, 1)])
    expect(
      chartLink({ kind: 'months', metals: of, from: '1960-01', to: '2026-06' }, allFigures())?.url.length,
    ).toBeLessThan(3000);
});
