/** Rules in words for people: what an alert is for, and when it comes again. */
import type { Line } from '#src/domain/answer.ts';
import { exactly, isExact, type Quantity, type Range } from '#src/domain/measure/figure.ts';
import type { Change } from '#src/domain/measure/changes.ts';
import { isNarrow, isPast, MARGIN } from './judge.ts';
import { isOnQuotes, type Rule, type ThresholdRule } from './rule.ts';

/** @example "above $140/kg", "entirely outside $110 to $130/kg", "a quote above CN¥600,000/t (oxide)", "a change of 5 % or more within 7 days" */
export function ruleInWords(rule: Rule): Line {
  const form = rule.basis === undefined ? '' : ` (${rule.basis.form})`;
  if ('when' in rule) return [isOnQuotes(rule) ? 'a quote ' : '', ...thresholdInWords(rule), form];
  if ('change' in rule) {
    const what = rule.direction === undefined ? 'a change' : rule.direction === 'up' ? 'a rise' : 'a fall';
    const by: Line =
      'percent' in rule.change
        ? [`${rule.change.percent} %`]
        : [{ quantity: held(exactly(rule.change.amount), rule.change.unit), given: true }];
    return [`${what} of `, ...by, ` or more within ${daysInWords(rule.within)}${form}`];
  }
  if ('extreme' in rule) {
    const { extreme, within } = rule;
    return [
      within === undefined
        ? `an all-time ${extreme}${form}`
        : `a new ${extreme} of ${daysInWords(within)}${form}`,
    ];
  }
  if ('apart' in rule) return [`sources more than ${rule.apart} % apart${form}`];
  return [`a new edition of ${rule.edition.publisher}`];
}

/** Between what it is of and the rule: "Neodymium above $140/kg", "NdPr: a quote above …", "Tin: an all-time high". */
export const joint = (rule: Rule): string => ('when' in rule && !isOnQuotes(rule) ? ' ' : ': ');

const daysInWords = (days: number): string => (days === 1 ? '1 day' : `${days} days`);

const held = (range: Range, unit: Quantity['unit']): Quantity => ({
  range,
  unit,
  against: [range.low, range.high],
});

const SIDES = { above: 'above ', below: 'below ', leaves: 'outside ', enters: 'within ' } as const;

/** @example "entirely outside $110 to $130/kg" */
function thresholdInWords({ when, at, reach }: ThresholdRule): Line {
  const all = reach === 'entirely' ? 'entirely ' : '';
  return [`${all}${SIDES[when]}`, { quantity: held(at.range, at.unit), given: true }];
}

/** What must be so before the alert comes again. @example "the price has been back by 2 %" */
export function backInWords(rule: Rule): string {
  if ('when' in rule)
    return `the price has been back by ${isNarrow({ when: rule.when, range: rule.at.range }) ? 'a quarter of the range' : `${MARGIN * 100} %`}`;
  if ('change' in rule) return 'the price has calmed down';
  if ('extreme' in rule) return `the price has been ${MARGIN * 100} % away from it`;
  return 'apart' in rule ? 'they have come together again' : 'there is another';
}

/** What is said beside a price that is a range; nothing of one that is not. */
export function partInWords(rule: Rule, now: Quantity): readonly Line[] {
  if (!('when' in rule) || isExact(now.range)) return [];
  const part = isPast({ ...rule, reach: 'entirely' }, { now }) ? 'all' : 'part';
  return [[`The figure is a range, and ${part} of it is past the threshold.`]];
}

/** A change with what a rule on changes holds it against. */
export function changeAgainst(rule: Rule, change: Change): Change {
  return 'change' in rule && 'percent' in rule.change ? { ...change, against: rule.change.percent } : change;
}
