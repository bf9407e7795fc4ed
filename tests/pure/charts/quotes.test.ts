import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { LONGEST_LINK, specLink } from '#src/charts/link.ts';
import { thinQuotes, type DayQuote } from '#src/charts/specs/quote-marks.ts';
import { historySpec } from '#src/charts/specs/quotes.ts';
import { cases } from '../../cases.ts';

const DAY = 86_400_000;

/** One quote a day, ending on 23 November 2026. */
export function dailyQuotes(values: readonly number[]): readonly DayQuote[] {
  const last = Date.UTC(2026, 10, 23);
  return values.map((value, i) => ({
    date: new Date(last - (values.length - 1 - i) * DAY).toISOString().slice(0, 10),
    range: { low: value, high: value },
  }));
}

const described = { name: 'Neodymium oxide', unit: 'USD/kg', basis: '99.5 %', source: 'a feed' } as const;

test('thins five years of days without losing a spike, a day, or the newest quote', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 1830 }), (values) => {
      const quotes = dailyQuotes(values);
      const stretches = thinQuotes(quotes);
      expect(stretches.length).toBeLessThanOrEqual(130);
      expect(stretches.flat()).toEqual(quotes);
      // The line goes through them, so what the picture names lowest and highest is.
      const line = stretches.map((b) => b.at(-1)?.range.low ?? 0);
      expect([line[0], line.at(-1)]).toEqual([values[0], values.at(-1)]);
      expect([Math.min(...line), Math.max(...line)]).toEqual([Math.min(...values), Math.max(...values)]);
    }),
    { numRuns: cases(60) },
  );
});

test('says how it was thinned', () => {
  const spec = historySpec({
    ...described,
    quotes: dailyQuotes(Array.from({ length: 1300 }, (_, i) => 50 + (i % 9))),
  });
  expect(spec?.subtitle).toContain('1,300 quotes in 121 stretches');
  const [line] = spec?.marks.filter((mark) => mark.kind === 'line') ?? [];
  expect(line?.points).toHaveLength(121);
});

test('says since when a threshold is passed', () => {
  const threshold = { value: 60, direction: 'above' } as const;
  const title = (values: readonly number[]) =>
    historySpec({ ...described, quotes: dailyQuotes(values), threshold })?.title;
  expect(title([59, 61, 58, 62, 63])).toBe('Neodymium oxide above $60/kg since 22\u00A0Nov\u00A02026');
  expect(title([59, 60])).toBe('Neodymium oxide at $60/kg: not above $60/kg');
  expect(title([61, 62])).toBe('Neodymium oxide above $60/kg on all days shown');
  expect(historySpec({ ...described, quotes: [] })).toBeUndefined();
});

test('says where a quote that is a range is past a threshold with a part of it only, as an alert fires', () => {
  const quotes = dailyQuotes([1, 2, 3]).map(({ date }, i) => ({
    date,
    range: { low: 57 + i, high: 59 + i },
  }));
  const title = (value: number, direction: 'above' | 'below') =>
    historySpec({ ...described, quotes, threshold: { value, direction } })?.title;
  expect(title(60, 'above')).toBe('Neodymium oxide partly above $60/kg since 23\u00A0Nov\u00A02026');
  expect(title(58.5, 'above')).toBe('Neodymium oxide above $58.5/kg since 23\u00A0Nov\u00A02026');
  expect(title(61, 'above')).toBe('Neodymium oxide at $59–61/kg: not above $61/kg');
  expect(title(60, 'below')).toBe('Neodymium oxide partly below $60/kg on all days shown');
  expect(title(59, 'below')).toBe('Neodymium oxide at $59–61/kg: not below $59/kg');
});

const banded = (values: readonly number[], direction: 'leaves' | 'enters') =>
  historySpec({ ...described, quotes: dailyQuotes(values), threshold: { direction, low: 60, high: 65 } });

test('draws both ends of a band that an alert is on, and says on which side of it a price is', () => {
  expect(banded([61, 64, 66, 67], 'leaves')?.title).toBe(
    'Neodymium oxide outside $60–65/kg since 22\u00A0Nov\u00A02026',
  );
  expect(banded([61, 64], 'leaves')?.title).toBe('Neodymium oxide at $64/kg: not outside $60–65/kg');
  expect(banded([59, 64], 'enters')?.title).toBe(
    'Neodymium oxide within $60–65/kg since 23\u00A0Nov\u00A02026',
  );
  const drawn = banded([61, 66], 'leaves');
  expect(drawn?.marks.filter(({ kind }) => kind === 'rule')).toEqual([
    {
      kind: 'rule',
      label: 'alert outside $60–65/kg',
      lines: [
        { value: 60, text: '60' },
        { value: 65, text: '65' },
      ],
    },
  ]);
  expect(drawn?.altText).toContain('Dashed lines mark the alert outside $60–65/kg.');
});

test('speaks of one quote as of one', () => {
  const spec = historySpec({
    ...described,
    quotes: dailyQuotes([61]),
    threshold: { value: 60, direction: 'above' },
  });
  expect(spec?.title).toBe('Neodymium oxide above $60/kg on 23\u00A0Nov\u00A02026');
  expect(spec?.altText).toMatch(/^Chart of one quote of Neodymium oxide in USD per kg: \$61\/kg on 23/);
  expect(spec?.altText).not.toContain('From');
});

test('fits into a link to an own server, whatever the quotes, and into none to a public one', () => {
  const range = fc
    .tuple(fc.double({ min: 0.01, max: 1e7, noNaN: true }), fc.double({ min: 1, max: 1.5, noNaN: true }))
    .map(([low, factor]) => ({ low, high: low * factor }));
  const threshold = fc.record({
    value: fc.double({ min: 0.01, max: 1e7, noNaN: true }),
    direction: fc.constantFrom('above', 'below'),
  });
  const histories = fc.tuple(
    fc.array(range, { minLength: 1, maxLength: 1830 }),
    fc.option(threshold, { nil: undefined }),
  );
  fc.assert(
    fc.property(histories, ([ranges, past]) => {
      const days = dailyQuotes(ranges.map((r) => r.low));
      const quotes = days.map(({ date }, i) => ({ date, range: ranges[i] ?? { low: 1, high: 1 } }));
      const spec = historySpec({ ...described, quotes, threshold: past });
      if (spec === undefined) throw new Error('no spec');
      const url = specLink(spec, { host: 'charts.internal' })?.url;
      expect(url?.length).toBeLessThan(LONGEST_LINK);
      const { data, options } = JSON.parse(new URL(url ?? '').searchParams.get('c') ?? '');
      expect(data.labels.at(-1)).toBe(quotes.length - 1);
      expect(options.scales.d.labels.at(-1)).toMatch(quotes.length > 151 ? 'Nov 2026' : '23 Nov');
      const drawn: readonly number[] = data.datasets[0].data;
      const middles = quotes.map((q) => (q.range.low + q.range.high) / 2);
      for (const [shown, is] of [
        [drawn[0], middles[0]],
        [drawn.at(-1), middles.at(-1)],
        [Math.min(...drawn), Math.min(...middles)],
        [Math.max(...drawn), Math.max(...middles)],
      ])
        expect((shown ?? 0) / (is ?? 1)).toBeCloseTo(1, 2);
      for (const host of [undefined, 'QuickChart.io', 'quickchart.io.', 'http://me@www.quickchart.io:80/'])
        expect(specLink(spec, { host })).toBeUndefined();
    }),
    { numRuns: cases(60) },
  );
});
