/** A history of quotes, and an alert's threshold. Such charts are drawn by ourselves, or by a server that the operator has set. */
import { exactly, type Range, type Unit } from '#src/domain/measure/figure.ts';
import { isPastLimit } from '#src/domain/watching/judge.ts';
import type { Threshold } from '#src/domain/series/chart-subject.ts';
import type { ChartSpec, RuleMark } from '#src/charts/spec.ts';
import { altTextOf, figureText, numberText, unitText } from '#src/charts/words.ts';
import { dayText } from '#src/charts/days.ts';
import { gapsOf, marksOf, thinQuotes, type DayQuote } from './quote-marks.ts';
import { tellHistory } from './told-history.ts';

export interface QuoteHistory {
  /** What is quoted: "Neodymium oxide". */
  readonly name: string;
  readonly unit: Unit;
  /** "99.5 %, FOB China". */
  readonly basis: string;
  /** Feed and its day, as the foot says it. */
  readonly source: string;
  /** In any order, at most one a day. */
  readonly quotes: readonly DayQuote[];
  readonly threshold?: Threshold | undefined;
}

/** @returns `undefined` without a quote. */
export function historySpec(history: QuoteHistory): ChartSpec | undefined {
  const quotes = history.quotes.toSorted((a, b) => a.date.localeCompare(b.date));
  const { unit, name, threshold } = history;
  const stretches = thinQuotes(quotes);
  const told = tellHistory(quotes, stretches.length, {
    name,
    unit,
    noun: 'quote',
    at: ({ date }) => dayText(date),
    in: 'on',
  });
  if (told === undefined) return undefined;
  const label = threshold && `alert ${WHERE[threshold.direction]} ${figureText(limitsOf(threshold), unit)}`;
  return {
    of: 'quotes',
    ...marksOf(stretches, gapsOf(quotes), threshold && label ? [ruleMark(threshold, label)] : []),
    title: threshold ? thresholdTitle(name, unit, quotes, threshold) : `${name}: ${told.now}${told.moved}`,
    subtitle: `${name} quotes, ${unitText(unit)}, ${history.basis} · ${told.span}${told.beside}`,
    foot: `Source: ${history.source}`,
    altText: altTextOf([
      ...told.sentences,
      ...(threshold === undefined
        ? []
        : [`${'value' in threshold ? 'A dashed line marks' : 'Dashed lines mark'} the ${label}.`]),
    ]),
  };
}

const WHERE = { above: 'above', below: 'below', leaves: 'outside', enters: 'within' } as const;

function limitsOf(threshold: Threshold): Range {
  return 'value' in threshold ? exactly(threshold.value) : threshold;
}

function ruleMark(threshold: Threshold, label: string): RuleMark {
  const values = 'value' in threshold ? [threshold.value] : [threshold.low, threshold.high];
  return { kind: 'rule', label, lines: values.map((value) => ({ value, text: numberText(value) })) };
}

function thresholdTitle(name: string, unit: Unit, quotes: readonly DayQuote[], threshold: Threshold): string {
  const last = quotes.at(-1);
  if (last === undefined) return name;
  const limits = limitsOf(threshold);
  const where = `${WHERE[threshold.direction]} ${figureText(limits, unit)}`;
  // All of it, or a part: a quote that is a range may be past a threshold with one end only.
  const limit = { when: threshold.direction, range: limits };
  const whole = ({ range }: DayQuote) => isPastLimit({ ...limit, reach: 'entirely' }, range);
  const part = ({ range }: DayQuote) => isPastLimit({ ...limit, reach: 'touches' }, range);
  if (!part(last)) return `${name} at ${figureText(last.range, unit)}: not ${where}`;
  const past = whole(last) ? whole : part;
  const what = `${name} ${whole(last) ? '' : 'partly '}${where}`;
  if (quotes.length === 1) return `${what} on ${dayText(last.date)}`;
  const before = quotes.findLastIndex((quote) => !past(quote));
  const since = quotes[before + 1];
  return before < 0 || since === undefined
    ? `${what} on all days shown`
    : `${what} since ${dayText(since.date)}`;
}
