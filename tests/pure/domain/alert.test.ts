import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  distance,
  formatAlert,
  isPast,
  judge,
  MARGIN,
  parseAlert,
  priceFor,
  ruleInWords,
  type AlertRule,
} from '#src/domain/watching/alert.ts';
import { alertAnswer } from '#src/domain/watching/alert-answer.ts';
import { exactly } from '#src/domain/measure/figure.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { renderPlainText } from '#src/presentation/plain-text.ts';

const catalog = await loadCatalog(readDataOptions({}));

const price = fc.integer({ min: 1, max: 5_000_000 }).map((mills) => mills / 1000);
const rule: fc.Arbitrary<AlertRule> = fc
  .record({
    kind: fc.constantFrom('above' as const, 'below' as const, 'leaves' as const, 'enters' as const),
    a: price,
    width: price,
    reach: fc.constantFrom('touches' as const, 'entirely' as const),
    source: fc.constantFrom(null, 'usgs' as const, 'report' as const),
  })
  .map(({ kind, a, width, reach, source }) => ({
    kind,
    threshold: { low: a, high: kind === 'above' || kind === 'below' ? a : a + width },
    reach,
    source,
  }));
const range = fc.tuple(price, price).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));

function ruleOf(text: string): AlertRule {
  const parsed = parseAlert(text, catalog);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.rule;
}

describe('reading a rule', () => {
  test('whatever is written is read back the same', () => {
    fc.assert(
      fc.property(rule, (given) => {
        expect(parseAlert(formatAlert(given), catalog)).toEqual({
          ok: true,
          metal: 'neodymium',
          rule: given,
        });
      }),
    );
  });

  test.each([
    ['above 140', 'above 140', 'neodymium'],
    ['below 60 usgs', 'below 60 usgs', 'neodymium'],
    ['range 110-130 leaves', 'range 110-130 leaves', 'neodymium'],
    ['Range 110 to 130 leaves', 'range 110-130 leaves', 'neodymium'],
    ['range $110 – $130 enters entirely', 'range 110-130 enters entirely', 'neodymium'],
    ['terbium above $900.5/kg', 'above 900.5', 'terbium'],
    ['Dy over 300', 'above 300', 'dysprosium'],
    ['110-130', 'range 110-130 leaves', 'neodymium'],
  ])('%s', (typed, meant, metal) => {
    const parsed = parseAlert(typed, catalog);
    expect(parsed.ok && [formatAlert(parsed.rule), parsed.metal]).toEqual([meant, metal]);
  });

  test.each([
    ['above 1,500', 'above 1500'],
    ['above 140,50', 'above 140.5'],
    ['over $1.5k', 'above 1500'],
    ['above 1.250,75', 'above 1250.75'],
    ["above 1'500", 'above 1500'],
    ['above $1,250/kg', 'above 1250'],
    ['range 1,100 to 1,300 leaves', 'range 1100-1300 leaves'],
    ['range $110-$130/kg enters', 'range 110-130 enters'],
  ])('number marks: “%s” is “%s”', (typed, line) => expect(formatAlert(ruleOf(typed))).toBe(line));

  test.each([
    ['above 1.000', ['above 1', 'above 1000'], '1 or 1,000'],
    ['above 60.000 terbium', ['above 60 terbium', 'above 60000 terbium'], '60 or 60,000'],
    ['range 1.100-1.300 leaves', ['range 1.1-1.3 leaves', 'range 1100-1300 leaves'], '1.1-1.3 or 1100-1300'],
  ])('two readings are asked about, each to copy: “%s”', (typed, options, which) => {
    expect(parseAlert(typed, catalog)).toMatchObject({
      ok: false,
      options,
      reason: expect.stringContaining(which),
    });
    for (const option of options) expect(ruleOf(option)).toBeDefined();
  });

  test.each([
    ['', 'Say at which price'],
    ['above', 'Say at which price'],
    ['140', 'Say whether above or below'],
    ['above 140 copper', 'I don’t know “copper”'],
    ['range 130-110 leaves', 'from the lower price to the higher'],
    ['above 110-130', '“above” wants one price'],
    ['below 0', 'A price is more than nothing'],
  ])('“%s” is answered with what to say', (typed, reason) => {
    const parsed = parseAlert(typed, catalog);
    expect(parsed.ok ? '' : parsed.reason).toContain(reason);
    expect(parsed.ok ? '' : parsed.reason).toContain('`above 140`');
  });
});

describe('a price that is a range', () => {
  const at = { low: 115, high: 140 };
  test.each([
    ['above 139', true],
    ['above 140', false],
    ['above 114 entirely', true],
    ['above 115 entirely', false],
    ['below 116', true],
    ['below 115', false],
    ['below 141 entirely', true],
    ['below 140 entirely', false],
    ['range 115-140 leaves', false],
    ['range 116-140 leaves', true],
    ['range 116-140 leaves entirely', false],
    ['range 150-160 leaves entirely', true],
    ['range 140-150 enters', true],
    ['range 141-150 enters', false],
    ['range 115-150 enters entirely', true],
    ['range 116-150 enters entirely', false],
  ])('$115 to $140 is past “%s”: %s', (typed, past) => {
    expect(isPast(ruleOf(typed), at)).toBe(past);
    expect(distance(ruleOf(typed), at) > 0 || past || at.high === 140).toBe(true);
  });

  test('what is entirely past a threshold touches it', () => {
    fc.assert(
      fc.property(rule, range, (given, at_) => {
        fc.pre(isPast({ ...given, reach: 'entirely' }, at_));
        expect(isPast({ ...given, reach: 'touches' }, at_)).toBe(true);
      }),
    );
  });
});

describe('firing', () => {
  const above = ruleOf('above 100');

  test('fires once, and again only after it has come back by the margin', () => {
    let fired = false;
    const verdicts = [99, 101, 105, 101, 99, 100.5, 97.9, 99, 101].map((value) => {
      const verdict = judge(above, fired, exactly(value));
      fired = verdict === 'fire' || (verdict === 'stay' && fired);
      return verdict;
    });
    expect(verdicts).toEqual(['stay', 'fire', 'stay', 'stay', 'stay', 'stay', 'arm', 'stay', 'fire']);
  });

  test('a price that has not moved never fires twice, nor arms what it fired', () => {
    fc.assert(
      fc.property(rule, range, (given, at) => {
        fc.pre(isPast(given, at));
        expect(judge(given, true, at)).toBe('stay');
        expect(judge(given, false, at)).toBe('fire');
      }),
    );
  });

  test('what is far from the threshold is armed again', () => {
    expect(judge(ruleOf('below 60'), true, exactly(60 * (1 + MARGIN)))).toBe('arm');
    expect(judge(ruleOf('range 110-130 leaves'), true, exactly(120))).toBe('arm');
    expect(judge(ruleOf('range 110-130 leaves'), true, exactly(129))).toBe('stay');
    expect(judge(ruleOf('range 110-130 enters'), true, exactly(131))).toBe('stay');
    expect(judge(ruleOf('range 110-130 enters'), true, exactly(133))).toBe('arm');
  });
});

test('the message has the figure, the threshold, the source and a chart', () => {
  const usgs = ruleOf('above 60 usgs');
  const figure = priceFor(catalog, 'neodymium', usgs, 2026);
  const answer = figure && alertAnswer(usgs, figure);
  expect(answer?.parts[0]?.chart).toMatchObject({ kind: 'price', metal: 'neodymium' });
  expect(answer && renderPlainText(answer)).toContain('is above $60/kg: $73/kg in 2025 (estimate)');
  expect(answer && renderPlainText(answer)).toContain('Source: USGS MCS 2026');
  expect(ruleInWords(ruleOf('range 110-130 leaves entirely'))[0]).toBe('entirely outside ');
});

test.each([
  ['above 100', 'all of it is past'],
  ['above 120', 'part of it is past'],
  ['below 150', 'all of it is past'],
  ['range 100-150 enters', 'all of it is past'],
  ['range 120-130 enters', 'part of it is past'],
])('says whether part or all of a range is past: “%s”', (typed, words) => {
  const figure = priceFor(catalog, 'neodymium', { source: 'report' }, 2026);
  if (figure === undefined) throw new Error('the report has no price of 2026');
  const answer = alertAnswer(ruleOf(typed), figure);
  expect(renderPlainText(answer)).toContain(`The figure is a range, and ${words} the threshold.`);
});
