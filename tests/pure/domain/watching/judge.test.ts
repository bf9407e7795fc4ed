/** One judge for every rule, whether figures come by the year, the month or the day; held against a slow, plain one. */
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { exactly, type Range } from '#src/domain/measure/figure.ts';
import { distance, isBack, isPast, judge, look, MARGIN, type Seen } from '#src/domain/watching/judge.ts';
import { readRule } from '#src/domain/watching/read-rule.ts';
import type { Rule } from '#src/domain/watching/rule.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { anyRule } from './any-rule.ts';
import { plainly } from './plain-judge.ts';
import { cases } from '../../../cases.ts';

const catalog = await loadCatalog(readDataOptions({ DATA_DIR: 'tests/pure/packs' }));
const TODAY = '2026-11-23';

function ruleOf(text: string): Rule {
  const read = readRule(text, catalog);
  if (!read.ok) throw new Error(read.reason);
  return read.rule;
}

const priced = (range: Range) => ({ now: { range, unit: 'USD/kg' as const } });
const range = fc
  .tuple(fc.integer({ min: 1, max: 5_000_000 }), fc.integer({ min: 1, max: 5_000_000 }))
  .map(([a, b]) => ({ low: Math.min(a, b) / 1000, high: Math.max(a, b) / 1000 }));

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
    const rule = ruleOf(typed);
    expect(isPast(rule, priced(at))).toBe(past);
    expect(distance(rule, priced(at)) > 0 || past || at.high === 140).toBe(true);
  });

  test('the last digit of a conversion is no price past a threshold, and keeps none from coming back', () => {
    // 602,000 and 589,960 yuan a tonne, at 7 yuan and 0.8 euros a dollar.
    const [atIt, back] = [((602_000 / 1000) * 0.8) / 7, ((589_960 / 1000) * 0.8) / 7];
    fc.assert(
      fc.property(fc.integer({ min: -3, max: 3 }), (steps) => {
        const noise = steps * Number.EPSILON * 64;
        expect(isPast(ruleOf('above 68.8 EUR/kg'), priced(exactly(atIt + noise)))).toBe(false);
        expect(isPast(ruleOf('below 68.8 EUR/kg'), priced(exactly(atIt + noise)))).toBe(false);
        expect(isBack(ruleOf('above 68.8 EUR/kg'), priced(exactly(back + noise)))).toBe(true);
      }),
    );
  });

  test('what is entirely past a threshold touches it', () => {
    fc.assert(
      fc.property(anyRule, range, (rule, price) => {
        fc.pre('when' in rule && isPast({ ...rule, reach: 'entirely' }, priced(price)));
        expect('when' in rule && isPast({ ...rule, reach: 'touches' }, priced(price))).toBe(true);
      }),
    );
  });
});

/** What each price does, one after the other. */
function run(rule: Rule, prices: readonly number[], today = TODAY) {
  let fired = false;
  return prices.map((value) => {
    const verdict = judge(rule, fired, priced(exactly(value)), today);
    fired = verdict === 'fire' || (verdict === 'stay' && fired);
    return verdict;
  });
}

const ofFired = (typed: string, price: number) => judge(ruleOf(typed), true, priced(exactly(price)), TODAY);

describe('firing', () => {
  const above = ruleOf('above 100');

  test('fires once, and again only after it has come back by the margin', () => {
    expect(run(above, [99, 101, 105, 101, 99, 100.5, 97.9, 99, 101])).toEqual([
      'stay',
      'fire',
      'stay',
      'stay',
      'stay',
      'stay',
      'arm',
      'stay',
      'fire',
    ]);
  });

  test('of what comes once, one time; and not after its last day', () => {
    expect(run({ ...above, repeat: 'once' }, [101, 90, 101])).toEqual(['fire', 'stay', 'stay']);
    expect(run({ ...above, until: TODAY }, [101])).toEqual(['fire']);
    expect(run({ ...above, until: '2026-11-22' }, [101, 90])).toEqual(['stay', 'stay']);
  });

  test('property: what is past is not back, whatever the rule; and what has not moved neither fires twice nor is armed', () => {
    const reading = fc.record({
      now: fc.record({ range, unit: fc.constant('USD/kg' as const) }),
      before: fc.record({
        at: fc.constant('2026-01-01'),
        quantity: fc.record({ range, unit: fc.constant('USD/kg' as const) }),
      }),
      earlier: range,
      apart: fc.integer({ min: 0, max: 900 }).map((tenths) => tenths / 10),
      edition: fc.integer({ min: 2020, max: 2030 }),
    });
    fc.assert(
      fc.property(anyRule, reading, (rule, seen) => {
        expect(isPast(rule, seen) && isBack(rule, seen)).toBe(false);
        expect(isPast(rule, seen) ? distance(rule, seen) === 0 : distance(rule, seen) >= 0).toBe(true);
        fc.pre(isPast(rule, seen) && rule.until === undefined);
        expect(judge(rule, true, seen, TODAY)).toBe('stay');
        expect(judge(rule, false, seen, TODAY)).toBe('fire');
      }),
      { numRuns: cases(500) },
    );
  });

  test('what is far from the threshold is armed again', () => {
    expect(ofFired('below 60', 60 * (1 + MARGIN))).toBe('arm');
    expect(ofFired('range 110-130 leaves', 120)).toBe('arm');
    expect(ofFired('range 110-130 leaves', 129)).toBe('stay');
    expect(ofFired('range 110-130 enters', 131)).toBe('stay');
    expect(ofFired('range 110-130 enters', 133)).toBe('arm');
  });
});

test('property: by the year, the month or the day, a rule fires where a slow, plain reader says so', () => {
  const periods = fc.constantFrom(
    (i: number) => String(2000 + i),
    (i: number) => `${2020 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
    (i: number) => new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10),
  );
  const steps = fc.array(
    fc.record({
      by: fc.integer({ min: -12, max: 12 }),
      wide: fc.constantFrom(0, 0, 5, 30),
      gap: fc.integer({ min: 1, max: 4 }),
    }),
    { minLength: 1, maxLength: 25 },
  );
  const watching = anyRule.filter((rule) => !('apart' in rule) && !('edition' in rule));
  fc.assert(
    fc.property(
      watching,
      periods,
      steps,
      fc.integer({ min: 900, max: 1100 }),
      (rule, periodOf, walk, start) => {
        // Around the rule's own threshold, or around anything.
        let price = 'when' in rule ? (rule.at.range.low * start) / 1000 : start;
        let at = 0;
        let [fired, plainFired] = [false, false];
        const history: Seen[] = [];
        for (const { by, wide, gap } of walk) {
          at += gap;
          price = Number((price * (1 + by / 100)).toPrecision(6));
          const low = price;
          history.push({
            at: periodOf(at),
            quantity: { range: { low, high: low * (1 + wide / 1000) }, unit: 'USD/kg' },
          });
          const reading = look(rule, history);
          const verdict = reading && judge(rule, fired, reading, '2026-01-01');
          const plain = plainly(rule, history);
          const wanted = plainFired
            ? plain.back && rule.repeat === 'each'
              ? 'arm'
              : 'stay'
            : plain.past
              ? 'fire'
              : 'stay';
          expect({ rule, history, verdict }).toEqual({ rule, history, verdict: wanted });
          fired = verdict === 'fire' || (fired && verdict !== 'arm');
          plainFired = wanted === 'fire' || (plainFired && wanted !== 'arm');
        }
      },
    ),
    { numRuns: cases(2000) },
  );
});

const days = (...prices: readonly (readonly [string, number])[]): readonly Seen[] =>
  prices.map(([at, price]) => ({ at, quantity: { range: exactly(price), unit: 'USD/kg' } }));
const of = { of: { material: 'neodymium' }, repeat: 'each' } as const;
const past = (rule: Rule, figures: readonly Seen[]) => {
  const reading = look(rule, figures);
  return reading && isPast(rule, reading);
};
const ofTwo = (a: number, b: number) => {
  return { ...priced(exactly(a)), apart: (Math.max(a, b) / Math.min(a, b) - 1) * 100 };
};
const ofEdition = (edition: number) => ({ ...priced(exactly(1)), edition });

describe('kinds that compare', () => {
  it('a change one way only, or in money', () => {
    const fell = days(['2026-11-01', 100], ['2026-11-05', 94]);
    expect(past({ ...of, change: { percent: 5 }, within: 7 }, fell)).toBe(true);
    expect(past({ ...of, change: { percent: 5 }, within: 7, direction: 'up' }, fell)).toBe(false);
    expect(past({ ...of, change: { amount: 6, unit: 'USD/kg' }, within: 7, direction: 'down' }, fell)).toBe(
      true,
    );
    expect(past({ ...of, change: { amount: 6.1, unit: 'USD/kg' }, within: 7 }, fell)).toBe(false);
    expect(past({ ...of, change: { percent: 5 }, within: 3 }, fell)).toBe(false);
  });

  it('a new high of months, of years', () => {
    const high: Rule = { ...of, extreme: 'high', within: 366 };
    expect(past(high, days(['2025-12', 100], ['2026-06', 90], ['2026-11', 100.1]))).toBe(true);
    expect(past(high, days(['2025-12', 100], ['2026-06', 90], ['2026-11', 100]))).toBe(false);
    expect(past(high, days(['2023', 200], ['2025', 100], ['2026', 101]))).toBe(true);
    expect(past(high, days(['2026', 101]))).toBe(false);
  });

  it('sources apart, and together again', () => {
    const rule: Rule = { ...of, apart: 20 };
    expect(isPast(rule, ofTwo(100, 120))).toBe(false);
    expect(isPast(rule, ofTwo(120.1, 100))).toBe(true);
    expect(isBack(rule, ofTwo(117, 100))).toBe(false);
    expect(isBack(rule, ofTwo(116, 100))).toBe(true);
  });

  it('a new edition', () => {
    const rule: Rule = { ...of, edition: { publisher: 'USGS', after: 2026 } };
    expect([2026, 2027].map((year) => isPast(rule, ofEdition(year)))).toEqual([false, true]);
    expect([2026, 2027].map((year) => isBack(rule, ofEdition(year)))).toEqual([true, false]);
  });
});
