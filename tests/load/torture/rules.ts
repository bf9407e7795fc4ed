/** What alerts in the torture are told of: rules of each kind that the market's rounds fire and end, and one that comes once and one with a last day. */
import { exactly } from '#src/domain/measure/figure.ts';
import type { Rule } from '#src/domain/watching/rule.ts';

const of = { material: 'neodymium', cadence: 'day' } as const;
const past = (low: number, high: number, unit: 'USD/kg' | 'USD/lb' = 'USD/kg') => ({
  at: { range: low === high ? exactly(low) : { low, high }, unit },
});
const touches = { reach: 'touches' } as const;

interface Watch {
  readonly rule: Rule;
  /** In how many rounds it fires, from the first on; in all of them unless given. */
  readonly rounds?: number;
}

/** In turn. The price is 80 dollars a kilogram, each round goes up by 70 and more, to a new high, and comes back. */
const WATCHES: readonly Watch[] = [
  { rule: { of, when: 'above', ...past(120, 120), ...touches, repeat: 'each' } },
  { rule: { of, when: 'above', ...past(120, 120), ...touches, repeat: 'once' }, rounds: 1 },
  { rule: { of, change: { percent: 20 }, within: 1, direction: 'up', repeat: 'each' } },
  { rule: { of, extreme: 'high', repeat: 'each' } },
  {
    rule: { of, when: 'leaves', ...past(60, 100), ...touches, repeat: 'each', until: '2026-06-03' },
    rounds: 3,
  },
  { rule: { of, when: 'enters', ...past(120, 100_000), reach: 'entirely', repeat: 'each' } },
  { rule: { of, when: 'above', ...past(60, 60, 'USD/lb'), reach: 'entirely', repeat: 'each' } },
  { rule: { of, change: { amount: 50, unit: 'USD/kg' }, within: 1, direction: 'up', repeat: 'each' } },
  { rule: { of, extreme: 'high', within: 300, repeat: 'each' } },
  { rule: { of, change: { percent: 20 }, within: 1, direction: 'up', repeat: 'once' }, rounds: 1 },
];

function watchOf(i: number): Watch {
  const watch = WATCHES[i % WATCHES.length];
  if (watch === undefined) throw new RangeError(`alert ${i}`);
  return watch;
}

/** The rule of the alert of this number. */
export const ruleOf = (i: number): Rule => watchOf(i).rule;

/** How often it has fired once a round is over. */
export const firingsOf = (i: number, round: number): number => Math.min(round, watchOf(i).rounds ?? round);
