/** What a history says, how old a price is, and what becomes of an incoming one. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactly, midpoint } from '#src/domain/measure/figure.ts';
import type { DayPrice } from '#src/domain/series/quote.ts';
import { checkQuote } from '#src/domain/series/quotes/check-quote.ts';
import { addDays } from '#src/domain/measure/days.ts';
import { DEFAULT_AGE_LIMITS, freshnessOf } from '#src/domain/series/freshness.ts';
import { screenPrices, type KnownPrice } from '#src/domain/series/quotes/screen.ts';
import {
  lastDays,
  lastMonths,
  percentileOf,
  previousMonth,
  priceAt,
  summarise,
  within,
} from '#src/domain/series/statistics.ts';
import { quote, TODAY } from './sample-quotes.ts';

const price = (date: string, low: number, high = low): DayPrice => ({
  date,
  range: { low, high },
  estimated: false,
});
const known = (date: string, low: number, more: Partial<KnownPrice> = {}): KnownPrice => ({
  ...price(date, low),
  state: 'published',
  edition: 1,
  ...more,
});

describe('windows', () => {
  test('hold as many days as they say', () => {
    expect(lastDays(TODAY, 30)).toMatchObject({ from: '2026-10-25', to: TODAY });
    expect(lastMonths(TODAY, 12)).toMatchObject({ from: '2025-11-24', to: TODAY });
    expect(previousMonth('2026-03-31')).toEqual({ from: '2026-02-01', to: '2026-02-28', label: 'Feb 2026' });
    expect(previousMonth('2026-01-01')).toEqual({ from: '2025-12-01', to: '2025-12-31', label: 'Dec 2025' });
  });
  test('include both ends', () => {
    const prices = ['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01'].map((date) => price(date, 1));
    expect(within(prices, previousMonth('2026-12-05')).map((p) => p.date)).toEqual([
      '2026-11-01',
      '2026-11-30',
    ]);
  });
});

const figure = (at: string, low: number, high = low) => ({
  at,
  quantity: { range: { low, high }, unit: 'USD/kg' as const },
});

describe('statistics', () => {
  test('lowest, highest, average, rank', () => {
    const figures = [figure('2026-11-01', 10, 12), figure('2026-11-02', 8, 14), figure('2026-11-03', 9, 10)];
    expect(summarise(figures)).toEqual({
      lowest: figures[1],
      highest: figures[1],
      average: { ...figure('2026-11-03', 9, 12), over: { from: '2026-11-01', to: '2026-11-03' } },
      count: 3,
    });
    expect(summarise([])).toBeUndefined();
    const hundred = Array.from({ length: 100 }, (_, i) => figure(addDays('2026-01-01', i), i + 1));
    expect(percentileOf(figure(TODAY, 91), hundred)).toBe(90.5);
    expect(percentileOf(figure(TODAY, 500), hundred)).toBe(100);
    expect(percentileOf(figure(TODAY, 5), hundred.slice(0, 19))).toBeUndefined();
    const prices = [1, 2, 3].map((low, i) => price(addDays('2026-01-01', i), low));
    expect(priceAt(prices, '2026-01-02')?.range.low).toBe(2);
    expect(priceAt(prices, '2025-12-31')).toBeUndefined();
  });
  test('an average lies between lowest and highest, whatever the noise of adding', () => {
    const figures = fc.array(
      fc
        .tuple(fc.double({ min: 0.001, max: 1e9, noNaN: true }), fc.double({ min: 1, max: 3, noNaN: true }))
        .map(([low, factor]) => figure('2026-11-01', low, low * factor)),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(figures, (list) => {
        const summary = summarise(list);
        if (summary === undefined) throw new Error('no summary');
        const [average, lowest, highest] = [summary.average, summary.lowest, summary.highest].map(
          ({ quantity }) => quantity.range,
        );
        expect(average?.low).toBeLessThanOrEqual(average?.high ?? 0);
        expect(average?.low).toBeGreaterThanOrEqual(lowest?.low ?? 0);
        expect(average?.high).toBeLessThanOrEqual(highest?.high ?? 0);
      }),
    );
    const same = summarise([figure('a', 0.1), figure('b', 0.1), figure('c', 0.1)]);
    expect(same?.average.quantity.range).toEqual(exactly(0.1));
  });
});

test('age', () => {
  expect(freshnessOf('2026-11-20', TODAY, DEFAULT_AGE_LIMITS)).toEqual({
    state: 'fresh',
    age: 3,
    words: 'as of 20 Nov, 3 days old',
  });
  const states = [0, 7, 8, 45, 46].map(
    (age) => freshnessOf(addDays(TODAY, -age), TODAY, DEFAULT_AGE_LIMITS).state,
  );
  expect(states).toEqual(['fresh', 'fresh', 'stale', 'stale', 'dead']);
  expect(freshnessOf('2025-12-31', TODAY, DEFAULT_AGE_LIMITS).words).toBe('as of 31 Dec 2025, 327 days old');
  expect(freshnessOf('2026-11-24', TODAY, DEFAULT_AGE_LIMITS).age).toBe(0);
});

test.each([
  [{ range: exactly(NaN) }, 'the price is not a number'],
  [{ range: exactly(Infinity) }, 'the price is not a number'],
  [{ range: exactly(-5) }, 'the price is negative (-5)'],
  [{ range: exactly(0) }, 'the price is zero'],
  [{ range: { low: 2, high: 1 } }, 'the low price (2) is above the high one (1)'],
  [{ range: { low: 5, high: 557_000 } }, 'low (5) and high (557000) are too far apart'],
  [{ range: exactly(1e13) }, 'the price is too large (10000000000000)'],
  [{ date: '2026-11-25' }, 'the date is in the future (2026-11-25)'],
  [{ date: '2026-02-30' }, '“2026-02-30” is not a date'],
  [{ date: '1899-12-31' }, 'the date is too long ago (1899-12-31)'],
  [{ date: '2026-11-24' }, undefined],
])('%j: %s', (given, reason) => {
  expect(checkQuote(quote(given), TODAY)).toBe(reason);
});

const DAY = '2026-11-20';
const screen = (incoming: DayPrice[], before: KnownPrice[] = []) => screenPrices(incoming, before, 3);

describe('screening', () => {
  test('a new price is published; the same again changes nothing', () => {
    expect(screen([price(DAY, 10)]).added).toEqual([{ ...price(DAY, 10), state: 'published', edition: 1 }]);
    expect(screen([price(DAY, 10)], [known(DAY, 10)])).toMatchObject({
      added: [],
      superseded: [],
      unchanged: 1,
    });
  });
  test('a corrected price is a new edition, and supersedes', () => {
    const before = [known(DAY, 10, { state: 'superseded' }), known(DAY, 11, { edition: 2 })];
    expect(screen([price(DAY, 10)], before)).toMatchObject({
      added: [{ edition: 3, state: 'published' }],
      superseded: [{ date: DAY, edition: 2 }],
    });
  });
  test('fifty times the day before is held, either way, and says so', () => {
    const before = [known('2026-11-19', 10)];
    for (const value of [500, 0.2])
      expect(screen([price(DAY, value)], before)).toMatchObject({
        added: [{ state: 'held', edition: 1, reason: '50 times apart from 2026-11-19' }],
        superseded: [],
        movedOn: undefined,
      });
    // Nor may a correction by that much take the place of what is published.
    expect(screen([price(DAY, 500)], [known(DAY, 10)])).toMatchObject({
      added: [{ state: 'held' }],
      superseded: [],
    });
  });
  test('a held price is not what the next one is set against', () => {
    const added = screen([price(DAY, 10), price('2026-11-21', 500), price('2026-11-22', 11)]).added;
    expect(added.map(({ state }) => state)).toEqual(['published', 'held', 'published']);
  });
  test('what waits or was rejected is not asked again', () => {
    for (const state of ['held', 'rejected'] as const)
      expect(screen([price(DAY, 500)], [known('2026-11-19', 10), known(DAY, 500, { state })]).added).toEqual(
        [],
      );
  });
  test('a history filled in from behind is set against the day after', () => {
    expect(screen([price('2026-01-02', 500)], [known(DAY, 10)]).added[0]?.state).toBe('held');
  });
  test('says when the price last moved', () => {
    expect(screen([price(DAY, 10), price('2026-11-21', 10)]).movedOn).toBe(DAY);
    expect(screen([price('2026-11-21', 10)], [known(DAY, 10)]).movedOn).toBeUndefined();
  });
  test('the last of several for one day counts', () => {
    expect(screen([price(DAY, 10), price(DAY, 11)]).added).toMatchObject([
      { range: exactly(11), edition: 1 },
    ]);
  });
  test('of any prices in any order, days are published once, and in full', () => {
    const prices = fc.array(
      fc
        .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 40 }))
        .map(([day, value]) => price(addDays(DAY, day), value)),
    );
    fc.assert(
      fc.property(prices, prices, (first, second) => {
        const kept: KnownPrice[] = [];
        for (const batch of [first, second, second]) {
          const { added, superseded, unchanged } = screen(batch, kept);
          expect(added.length + unchanged).toBe(new Set(batch.map((p) => p.date)).size);
          for (const gone of superseded) {
            const i = kept.findIndex((k) => k.date === gone.date && k.edition === gone.edition);
            const old = kept[i];
            if (old !== undefined) kept[i] = { ...old, state: 'superseded' };
          }
          kept.push(...added);
        }
        const published = kept.filter((k) => k.state === 'published');
        expect(new Set(published.map((k) => k.date)).size).toBe(published.length);
        expect(new Set(kept.map((k) => `${k.date} ${k.edition}`)).size).toBe(kept.length);
        // The third time brought nothing new.
        expect(screen(second, kept).added).toEqual([]);
        expect(published.every((k) => midpoint(k.range) > 0)).toBe(true);
      }),
    );
  });
});
