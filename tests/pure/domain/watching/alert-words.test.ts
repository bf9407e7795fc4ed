/** Whatever an alert fires on, however little past its threshold: its words are true of the figures that it prints beside them. */
import { assert, constantFrom, double, integer, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { alertAnswer } from '#src/domain/watching/alert-answer.ts';
import { isPast } from '#src/domain/watching/judge.ts';
import { chooseSeries, lookAtQuotes } from '#src/domain/watching/look-at.ts';
import type { Rule, ThresholdRule } from '#src/domain/watching/rule.ts';
import { citationOf } from '#src/domain/series/figures.ts';
import { exactly, type Range } from '#src/domain/measure/figure.ts';
import { isNumeric } from '#src/domain/series/metal.ts';
import type { QuoteBook } from '#src/domain/series/quotes/quote-book.ts';
import type { Watched } from '#src/domain/watching/watched.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';
import { bookOf, TODAY } from '../quotes/sample-quotes.ts';
import { cases } from '../../../cases.ts';

const catalog = await loadCatalog(readDataOptions({ DATA_DIR: 'tests/pure/packs' }));

function watchedBy(rule: Rule, book: QuoteBook): Watched | undefined {
  const series = chooseSeries(rule, book);
  return series && lookAtQuotes(rule, series, book);
}

const NDPR = { material: 'ndpr', cadence: 'day' } as const;
const priced = (when: 'above' | 'below', price: number, unit: ThresholdRule['at']['unit']): Rule => ({
  of: NDPR,
  when,
  at: { range: exactly(price), unit },
  reach: 'touches',
  repeat: 'each',
});

const fires = ({ rule, reading }: Watched): boolean => isPast(rule, reading);

const say = (fired: Watched, current = fired) =>
  renderPlainText(alertAnswer(catalog, fired, current, new Date(`${TODAY}T09:00:00Z`)));

/** Every figure that follows a mark. */
const numbersAfter = (text: string, mark: RegExp): readonly number[] =>
  [...text.matchAll(new RegExp(`${mark.source}\\D*?([\\d,.]*\\d)`, 'g'))].map((found) =>
    Number(found[1]?.replaceAll(',', '')),
  );

/** From a millionth of a millionth to some per cent, either way. */
const nudge = record({ sign: constantFrom(-1, 0, 1), size: integer({ min: 2, max: 13 }) }).map(
  ({ sign, size }) => 1 + sign * 3 * 10 ** -size,
);
const price = double({ min: 0.01, max: 1e7, noNaN: true }).chain((value) =>
  constantFrom(1, 3, 6, 9).map((digits) => Number(value.toPrecision(digits))),
);
const endsOf = (text: string): Range => {
  const all = numbersAfter(text, /\$/);
  return { low: all[0] ?? 0, high: all.at(-1) ?? 0 };
};
const twelve = (value: number): number => Number(value.toPrecision(12));

test('of a quote above or below a price, in its own unit, another mass and another currency', () => {
  const unit = constantFrom<{ currency: 'CNY' | 'USD'; mass: 't' | 'kg'; is: number }[]>(
    { currency: 'CNY', mass: 't', is: 1 },
    { currency: 'CNY', mass: 'kg', is: 1000 },
    { currency: 'USD', mass: 'kg', is: (7.97 / 1.12) * 1000 },
  );
  assert(
    property(price, nudge, unit, constantFrom('above', 'below'), (at, off, { currency, mass, is }, kind) => {
      const rule = priced(kind, at, `${currency}/${mass}`);
      const watched = watchedBy(rule, bookOf({ '2026-11-20': twelve(at * off * is) }));
      if (watched === undefined) throw new Error('there is a quote');
      const text = say(watched);
      const [threshold = 0] = numbersAfter(text, /Your alert was for a quote (?:above|below)/);
      const [shown = 0] = numbersAfter(text, / (?:is|was) (?:above|below) your threshold:/);
      const past = fires(watched);
      expect({ text, holds: kind === 'above' ? shown > threshold : shown < threshold }).toEqual({
        text,
        holds: past,
      });
      expect(threshold).toBe(at);
    }),
    { numRuns: cases(500) },
  );
});

test('of what is so by now, beside what it fired on', () => {
  assert(
    property(price, nudge, constantFrom('above', 'below'), (at, off, kind) => {
      const rule = priced(kind, at, 'CNY/t');
      const fired = watchedBy(rule, bookOf({ '2026-11-19': twelve(at * 2) }));
      const now = watchedBy(rule, bookOf({ '2026-11-20': twelve(at * off) }));
      if (fired === undefined || now === undefined) throw new Error('there are quotes');
      const text = say(fired, now);
      const [shown = 0] = numbersAfter(text, /Now:/);
      const said = text.includes('That is past it too.');
      expect({ text, holds: kind === 'above' ? shown > at : shown < at }).toEqual({ text, holds: said });
    }),
    { numRuns: cases(300) },
  );
});

test('of a change, by the percentage and by the two prices that it names', () => {
  const percent = integer({ min: 1, max: 30_000 }).map((hundredths) => Math.max(0.1, hundredths / 100));
  assert(
    property(percent, price, nudge, constantFrom(1, -1), (at, before, off, way) => {
      const rule: Rule = { of: NDPR, change: { percent: at }, within: 7, repeat: 'each' };
      const after = twelve(before * (1 + (way * at * off) / 100));
      if (after <= 0) return;
      const watched = watchedBy(rule, bookOf({ '2026-11-16': before, '2026-11-20': after }));
      if (watched === undefined) throw new Error('there is a quote');
      if (!fires(watched)) return;
      const text = say(watched);
      const [head = ''] = text.split('\n');
      const [moved = 0] = numbersAfter(head, /since 16 Nov:/);
      const [now = 0] = numbersAfter(head, /, now/);
      const [from = 1] = numbersAfter(head, /, from/);
      const again = twelve(Math.abs((now / from - 1) * 100));
      expect({ text, holds: moved >= at && again >= twelve(at) }).toEqual({ text, holds: true });
    }),
    { numRuns: cases(500) },
  );
});

test('of a year’s figure and of a band', () => {
  const metal = catalog.metals.find(({ id }) => id === 'neodymium');
  const series = metal?.series.find(({ id }) => id === 'report-price');
  if (metal === undefined || series === undefined || !isNumeric(series)) throw new Error('there is a figure');
  const holds: Readonly<Record<ThresholdRule['when'], (one: Range, at: Range) => boolean>> = {
    above: (one, at) => one.high > at.high,
    below: (one, at) => one.low < at.low,
    leaves: (one, at) => one.high > at.high || one.low < at.low,
    enters: (one, at) => one.high >= at.low && one.low <= at.high,
  };
  const kinds = constantFrom<ThresholdRule['when']>('above', 'below', 'leaves', 'enters');
  assert(
    property(kinds, price, nudge, nudge, constantFrom(1, 1.02), (kind, at, off, other, wide) => {
      const isBand = kind === 'leaves' || kind === 'enters';
      const threshold = isBand ? { low: at, high: twelve(at * 1.01) } : exactly(at);
      const low = twelve((other > 1 ? threshold.high : at) * off);
      const range = { low, high: twelve(low * wide) };
      const rule: Rule = {
        of: { material: 'neodymium' },
        when: kind,
        at: { range: threshold, unit: 'USD/kg' },
        reach: 'touches',
        repeat: 'each',
      };
      const figure = {
        metal,
        series,
        at: '2026',
        year: 2026,
        quantity: { range, unit: 'USD/kg' },
        citation: citationOf(metal, series),
        superseded: [],
      } as const;
      const watched: Watched = { on: 'figure', rule, figure, reading: { now: figure.quantity } };
      const [head = ''] = say(watched).split('\n');
      const [own = '', shown = ''] = head.split(/\/kg: /);
      const past = fires(watched);
      expect({ head, holds: holds[kind](endsOf(shown), endsOf(own)) }).toEqual({ head, holds: past });
    }),
    { numRuns: cases(300) },
  );
});
