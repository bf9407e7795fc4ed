/** A year in which everything happens to alerts: what is quoted, where each alert comes and may come again, and the steps. */
import { constantFrom, integer, oneof, option, record, type Arbitrary } from 'fast-check';
import { exactly, type Range } from '#src/domain/measure/figure.ts';
import type { ReadQuote } from '#src/domain/series/quote.ts';
import type { PlainAlert } from './plain-alerts.ts';

/** The year's figures change in the midst of it. */
export const FIRST_DAY = '2025-07-01';

/** What is quoted: one in yuan, another of the same material that no alert may jump to, one in dollars, and one in euros. */
export const SERIES = {
  works: {},
  fob: { terms: 'fob', vat: 'excluded' },
  dollar: { metal: 'neodymium', terms: 'fob', vat: 'excluded', currency: 'USD', mass: 'kg' },
  euro: {
    metal: 'terbium',
    terms: 'delivered',
    place: 'Rotterdam',
    vat: 'excluded',
    currency: 'EUR',
    mass: 'kg',
  },
} as const satisfies Record<string, Partial<ReadQuote>>;
export type Name = keyof typeof SERIES;

/** Where each begins, and prices at and beside the thresholds. */
export const FIRST: Readonly<Record<Name, number>> = { works: 592_000, fob: 610_000, dollar: 119, euro: 892 };
export const EDGES: Readonly<Record<Name, readonly number[]>> = {
  works: [
    600_000, 600_000.3, 599_999.8, 588_000, 588_000.4, 585_000, 584_999.7, 602_000, 602_000.03, 589_960,
  ],
  fob: [600_000.4],
  euro: [905, 905.003, 886.9, 886.903, 880, 879.99, 897.6, 897.59, 892],
  dollar: [118, 117.999, 120, 120.004, 119.5, 118.5, 118.499, 121, 121.0004, 124.7501],
};

/** What the report gives for the year, by year; both are ranges. */
export const FIGURES: Readonly<Record<string, Range>> = {
  '2025': { low: 100, high: 130 },
  '2026': { low: 115, high: 140 },
};

const middle = ({ low, high }: Range): number => (low + high) / 2;
const exact = (value: number) => Number(value.toPrecision(12));
const rise = (now: Range, before: Range) => exact((middle(now) / middle(before) - 1) * 100);
const moved = (now: Range, before: Range) => Math.abs(rise(now, before));
const fall = (now: Range, before: Range) => exact(middle(before) - middle(now));
const NDPR = { material: 'ndpr', cadence: 'day' } as const;
const DOLLAR = { material: 'neodymium', cadence: 'day' } as const;
export const ALERTS: readonly PlainAlert[] = [
  {
    name: 'above',
    line: 'above 600000 CNY/t ndpr',
    series: 'works',
    past: ({ high }) => high > 600_000,
    back: ({ high }) => high <= 588_000,
  },
  {
    name: 'below',
    line: 'below 585 CNY/kg ndpr oxide',
    series: 'works',
    past: ({ low }) => low < 585_000,
    back: ({ low }) => low >= 596_700,
  },
  {
    // At 7 yuan a dollar.
    name: 'dollars',
    line: 'above 86 USD/kg ndpr',
    series: 'works',
    past: ({ high }) => high > 602_000,
    back: ({ high }) => high <= 589_960,
  },
  {
    name: 'change',
    line: 'change 3% week ndpr',
    series: 'works',
    days: 7,
    past: (now, before) => before !== undefined && moved(now, before) >= 3,
    back: (now, before) => before !== undefined && moved(now, before) < 2.4,
  },
  {
    // Narrower than 2 % of its thresholds: a quarter of it is the margin.
    name: 'band',
    line: 'range 118-120 leaves',
    series: 'dollar',
    past: ({ low, high }) => low < 118 || high > 120,
    back: ({ low, high }) => low >= 118.5 && high <= 119.5,
  },
  {
    // At 0.8 euros a dollar: the same price as that in dollars.
    name: 'euros',
    line: 'above 68.8 EUR/kg ndpr',
    series: 'works',
    past: ({ high }) => high > 602_000,
    back: ({ high }) => high <= 589_960,
  },
  {
    name: 'within',
    line: 'range 119-120 enters',
    series: 'dollar',
    past: ({ low, high }) => high >= 119 && low <= 120,
    back: ({ low, high }) => high < 118.75 || low > 120.25,
  },
  {
    name: 'rise',
    line: { of: DOLLAR, change: { percent: 3 }, within: 7, direction: 'up', repeat: 'each' },
    series: 'dollar',
    days: 7,
    past: (now, before) => before !== undefined && rise(now, before) >= 3,
    back: (now, before) => before !== undefined && rise(now, before) < 2.4,
  },
  {
    name: 'fall in money',
    line: {
      of: DOLLAR,
      change: { amount: 2, unit: 'USD/kg' },
      within: 30,
      direction: 'down',
      repeat: 'each',
    },
    series: 'dollar',
    days: 30,
    past: (now, before) => before !== undefined && fall(now, before) >= 2,
    back: (now, before) => before !== undefined && fall(now, before) < 1.6,
  },
  {
    name: 'new high',
    line: { of: NDPR, extreme: 'high', within: 30, repeat: 'each' },
    series: 'works',
    days: 30,
    isLevel: true,
    past: ({ high }, _, earlier) => earlier !== undefined && high > earlier.high,
    back: ({ high }, _, earlier) => earlier !== undefined && exact(high / earlier.high - 1) <= -0.02,
  },
  {
    name: 'new low',
    line: { of: DOLLAR, extreme: 'low', within: 14, repeat: 'each' },
    series: 'dollar',
    days: 14,
    isLevel: true,
    past: ({ low }, _, earlier) => earlier !== undefined && low < earlier.low,
    back: ({ low }, _, earlier) => earlier !== undefined && exact(1 - low / earlier.low) <= -0.02,
  },
  {
    name: 'entirely',
    line: 'above 121 entirely',
    series: 'dollar',
    past: ({ low }) => low > 121,
    back: ({ low }) => low <= 118.58,
  },
  {
    name: 'once',
    line: {
      of: NDPR,
      when: 'above',
      at: { range: exactly(600_000), unit: 'CNY/t' },
      reach: 'touches',
      repeat: 'once',
    },
    series: 'works',
    once: true,
    past: ({ high }) => high > 600_000,
    back: () => false,
  },
  {
    name: 'until autumn',
    line: { of: DOLLAR, change: { percent: 2 }, within: 7, repeat: 'each', until: '2025-09-30' },
    series: 'dollar',
    until: '2025-09-30',
    days: 7,
    past: (now, before) => before !== undefined && moved(now, before) >= 2,
    back: (now, before) => before !== undefined && moved(now, before) < 1.6,
  },
  {
    name: 'in euros',
    line: 'above 905 EUR/kg terbium',
    series: 'euro',
    past: ({ high }) => high > 905,
    back: ({ high }) => high <= 886.9,
  },
  {
    name: 'euros in yuan',
    line: 'below 7.7m CNY/t terbium',
    series: 'euro',
    past: ({ low }) => low < 880,
    back: ({ low }) => low >= 897.6,
  },
  {
    name: 'report above',
    line: 'above 135 report',
    series: 'report',
    past: ({ high }) => high > 135,
    back: ({ high }) => high <= 132.3,
  },
  {
    name: 'report below',
    line: 'below 105 report',
    series: 'report',
    past: ({ low }) => low < 105,
    back: ({ low }) => low >= 107.1,
  },
];

export interface Step {
  readonly do:
    | 'quote'
    | 'correct'
    | 'undo'
    | 'undo late'
    | 'check'
    | 'bad answer'
    | 'lost answer'
    | 'deliver'
    | 'snooze'
    | 'wait';
  readonly series: Name;
  /** How the price moves, in thirds of a per cent; or which of the edges it is put at. */
  readonly by: number;
  readonly edge: number | null;
  /** How wide a range it is, in thirds of a per cent. */
  readonly wide: number;
  /** How many days ago, of those that have a price. */
  readonly ago: number;
  readonly hours: number;
  readonly alert: number;
  /** After so many writes the process dies. */
  readonly dies: number | null;
}

export const step: Arbitrary<Step> = record({
  do: oneof(
    { weight: 8, arbitrary: constantFrom('quote' as const) },
    { weight: 2, arbitrary: constantFrom('correct' as const) },
    { weight: 3, arbitrary: constantFrom('undo' as const, 'undo late' as const) },
    { weight: 2, arbitrary: constantFrom('check' as const, 'snooze' as const) },
    { weight: 2, arbitrary: constantFrom('bad answer' as const, 'lost answer' as const) },
    { weight: 4, arbitrary: constantFrom('deliver' as const) },
    { weight: 6, arbitrary: constantFrom('wait' as const) },
  ),
  series: constantFrom<Name[]>('works', 'works', 'works', 'fob', 'dollar', 'dollar', 'euro'),
  by: integer({ min: -9, max: 9 }),
  edge: option(integer({ min: 0, max: 9 }), { freq: 3 }),
  wide: constantFrom(0, 0, 0, 1, 2),
  ago: constantFrom(0, 0, 0, 1, 2, 5),
  // No sum of the short ones is twelve hours, give or take what delivering takes.
  hours: oneof(
    { weight: 30, arbitrary: constantFrom(5 / 6, 24, 24, 24, 72) },
    { weight: 1, arbitrary: constantFrom(24 * 50) },
  ),
  alert: integer({ min: 0, max: ALERTS.length - 1 }),
  dies: option(integer({ min: 0, max: 6 }), { freq: 2 }),
});
