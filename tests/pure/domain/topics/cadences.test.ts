/** What is looked at for a time is the same whichever cadence answers: years, months or days of one figure. */
import { assert, constantFrom, integer, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#src/domain/measure/days.ts';
import { exactly } from '#src/domain/measure/figure.ts';
import { periodNamed } from '#src/domain/measure/period.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import { seriesOver, type Cadence } from '#src/domain/series/series.ts';
import { figureNear, figureOver } from '#src/domain/series/statistics.ts';
import { cases } from '../../../cases.ts';

const FIRST = '2021-01-01';
const LAST = '2026-12-31';
const days: string[] = [];
for (let day = FIRST; day <= LAST; day = addDays(day, 1)) days.push(day);
const LENGTH = { year: 4, month: 7, day: 10 } as const;
/** A price that says which period it is of. */
const valueOf = (period: string): number => Number(period.replaceAll('-', '').padEnd(8, '0'));

/** A series of each period from the first day to the last, by what its cadence calls it. */
function seriesOf(cadence: Cadence) {
  const periods = [...new Set(days.map((day) => day.slice(0, LENGTH[cadence])))];
  const citation = { id: 's', source: { publisher: 'S', title: 'S', dated: 'undated' }, section: 's' };
  const at = (period: string): Figure | undefined =>
    periods.includes(period)
      ? {
          metal: { id: 'm', name: 'M', symbol: undefined, products: [], sources: {} },
          series: {
            id: 's',
            family: 's',
            label: 's',
            source: 's',
            section: 's',
            notes: [],
            metric: 'price',
            role: 'headline',
            unit: 'USD/kg',
            basis: 'metal',
            missing: [],
            points: [],
          },
          at: period,
          year: Number(period.slice(0, 4)),
          quantity: { range: exactly(valueOf(period)), unit: 'USD/kg' },
          citation,
          superseded: [],
        }
      : undefined;
  const series = seriesOver(
    {
      id: 's',
      of: { material: 'm', metric: 'price' },
      name: 'M',
      label: 's',
      basis: { form: 'metal', taken: '', purity: '', market: '' },
      unit: 'USD/kg',
      cadence,
      source: 's',
      citation: () => citation,
    },
    [{ periods, at }],
  );
  return { series, periods };
}

const ALL = (['year', 'month', 'day'] as const).map((cadence) => seriesOf(cadence));
const anyDay = integer({ min: 0, max: days.length - 1 }).map((at) => days[at] ?? FIRST);
const anyWindow = tuple(anyDay, anyDay).map(([a, b]) => (a <= b ? { from: a, to: b } : { from: b, to: a }));

describe.each(ALL)('$series.cadence', ({ series, periods }) => {
  it('gives each day the figure of the period that it lies in', () => {
    assert(
      property(anyDay, (day) => {
        expect(figureNear(series, day)?.at).toBe(day.slice(0, LENGTH[series.cadence]));
      }),
    );
  });

  it('gives a window the mean of what begins in it, or what it lies in', () => {
    assert(
      property(anyWindow, ({ from, to }) => {
        const begun = periods.filter((period) => {
          const start = periodNamed(period)?.from ?? '';
          return start >= from && start <= to;
        });
        const wanted = begun.length > 0 ? begun : [from.slice(0, LENGTH[series.cadence])];
        const over = figureOver(series, { from, to, label: 'them' });
        expect(series.within({ from, to }).map(({ at }) => at)).toEqual(wanted);
        expect(over?.count).toBe(wanted.length);
        const mean = wanted.map(valueOf).reduce((sum, one) => sum + one, 0) / wanted.length;
        expect((over?.figure.quantity.range.low ?? 0) / mean).toBeCloseTo(1, 9);
      }),
      { numRuns: cases(60) },
    );
  });

  it('has one newest figure for a day, that of the period begun last', () => {
    assert(
      property(constantFrom(...periods), (period) => {
        const start = periodNamed(period)?.from ?? '';
        // A price of tomorrow is known, further east.
        const asOf = series.cadence === 'day' ? addDays(start, -1) : start;
        expect(series.newest(asOf)?.at).toBe(period);
        expect(series.ends(periods[0] ?? '', period)?.map(({ at }) => at)).toEqual([periods[0], period]);
      }),
      { numRuns: cases(60) },
    );
  });
});
