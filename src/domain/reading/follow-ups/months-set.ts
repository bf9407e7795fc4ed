/** What is done with months that were spoken of: set side by side, averaged, the dearest of them found, or how the price moved between two. */
import type { Period } from '#src/domain/measure/period.ts';
import type { When } from '#src/domain/measure/times/when.ts';
import type { Operator } from '#src/domain/reading/frame.ts';
import type { Question } from '#src/domain/reading/question.ts';
import type { PastDays } from '#src/domain/reading/times/wanted-days.ts';

/** @param base The question that is of them, with what it says itself. */
export function ofMonths(base: Question, when: readonly When[], operator: Operator): Question | undefined {
  const periods = when
    .flatMap((time) => ('period' in time ? [time.period] : []))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined || first === last || operator === 'sum') return undefined;
  const same: Question = {
    ...base,
    metrics: ['price'],
    years: [],
    span: null,
    current: false,
    when,
    finerTime: last.label,
    extreme: null,
    amounts: [],
    money: null,
    comparative: undefined,
  };
  if (operator === 'change') {
    const window = { from: first.from, to: last.to, label: `${first.label} to ${last.label}` };
    return { ...same, intent: 'change', wanted: { ...same.wanted, days: { kind: 'window', window } } };
  }
  const statistic = operator === 'mean' ? 'average' : operator === 'compare' ? undefined : operator;
  const days = { kind: 'several', each: periods.map(windowOf) } as const;
  return { ...same, intent: 'compare', wanted: { ...same.wanted, days, statistic } };
}

const windowOf = ({ from, to, label }: Period): PastDays => ({ kind: 'window', window: { from, to, label } });
