/** What is chosen where a request leaves an alert's rule open: which way, at which price, by how much, within which time. */
import type { Quantity } from '#src/domain/measure/figure.ts';
import type { AskedRule } from '#src/domain/watching/requests/request.ts';
import type { Choice, Option } from './draft.ts';
import { fits, levelOfPrice, roundly } from './levels.ts';
import { isBand } from './rule-of-asked.ts';

const KINDS: readonly Option[] = [
  { value: 'above', words: 'Above a price' },
  { value: 'below', words: 'Below a price' },
  { value: 'change', words: 'When it moves by so much' },
  { value: 'newHigh', words: 'At a new high' },
  { value: 'newLow', words: 'At a new low' },
  { value: 'apart', words: 'When its sources lie apart' },
  { value: 'edition', words: 'At a new edition of its source' },
];

/** Which way; where a price is named, from below or from above. */
export function kindChoice({ low }: AskedRule): Choice {
  const options = low === undefined ? KINDS : KINDS.slice(0, 2);
  return {
    slot: 'rule.kind',
    label: low === undefined ? 'When is it to come?' : 'Above or below that price?',
    type: 'one',
    options,
  };
}

export const PERCENT: Choice = {
  slot: 'rule.percent',
  label: 'By how much?',
  type: 'one',
  options: [1, 2, 3, 5, 10, 15, 20, 25, 50].map((value) => ({ value: String(value), words: `${value} %` })),
};

export const DAYS: Choice = {
  slot: 'rule.days',
  label: 'Within which time?',
  type: 'one',
  options: [
    ['1', 'A day'],
    ['7', 'A week'],
    ['14', 'Two weeks'],
    ['30', 'A month'],
    ['90', 'Three months'],
    ['365', 'A year'],
  ].map(([value = '', words = '']) => ({ value, words })),
};

/** Steps from the price that there is now, in percent. */
const STEPS = {
  above: [2, 5, 10, 15, 20],
  below: [-2, -5, -10, -15, -20],
  either: [-10, -5, 5, 10],
} as const;

export function levelChoice(
  rule: AskedRule,
  prices: readonly Quantity[],
  unclear: boolean,
): readonly Choice[] {
  const { low, kind } = rule;
  if (unclear && low !== undefined) {
    const other = low >= 1000 && Number.isInteger(low) ? low / 1000 : low * 1000;
    const values = [low, other].toSorted((a, b) => a - b);
    const options = values.map((value) => ({ value: String(value), words: value.toLocaleString('en') }));
    return [{ slot: 'rule.level', label: 'Which number is meant?', type: 'one', options }];
  }
  if (isBand(rule)) return [];
  const now = prices.flatMap((quantity) => levelOfPrice(quantity) ?? []).find((level) => fits(rule, level));
  if (now === undefined) return [];
  const steps = kind === 'above' || kind === 'below' ? STEPS[kind] : STEPS.either;
  const options = steps.map((step) => {
    const value = roundly(now.value * (1 + step / 100));
    return {
      value: `${value} ${now.currency}/${now.mass}`,
      words: `${value.toLocaleString('en')} ${now.currency}/${now.mass} (${step > 0 ? '+' : '−'}${Math.abs(step)} %)`,
    };
  });
  return [
    {
      slot: 'rule.level',
      label: 'At which price? Another one can be typed with Edit.',
      type: 'one',
      options,
    },
  ];
}
