/** The words that answers from quotes share. */
import type { Line, Span } from '#src/domain/answer.ts';
import { dayInWords } from '#src/domain/measure/days.ts';
import { quantityOf, type ReadQuote } from '#src/domain/series/quote.ts';
import type { QuotedSeries } from '#src/domain/series/quoted-series.ts';
import type { Window } from '#src/domain/series/statistics.ts';

export const estimate = ({ estimated }: Pick<ReadQuote, 'estimated'>): string =>
  estimated ? ' (estimate)' : '';

/** As a sentence begins. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The newest quote and its age, as a headline. */
export function newestHeadline({ name, shown, freshness }: QuotedSeries): Line {
  if (freshness.state === 'dead') return [{ strong: [`${name}: no price for today`] }];
  return [
    { strong: [`${name}: `, { quantity: quantityOf(shown) }] },
    `${estimate(shown)}, ${freshness.words}`,
  ];
}

/** The newest quote and its age, beside another figure. */
export function newestLine({ shown, freshness }: QuotedSeries): Line {
  const what = freshness.state === 'dead' ? 'The last quote was ' : 'The newest quote is ';
  return [what, { quantity: quantityOf(shown) }, `${estimate(shown)}, ${freshness.words}.`];
}

/** Where days are before all quotes of a series: since when there are any. @param date The last day asked for. */
export function sinceWhen({ series: { first } }: QuotedSeries, date: string): readonly Line[] {
  return date < first ? [[`Quotes on this basis go back to ${dayInWords(first)}.`]] : [];
}

/** How the price was put on another basis, each step on its own. */
export function stepLines({ converted, series }: QuotedSeries): readonly Line[] {
  if (!converted.ok || converted.steps.length === 0) return [];
  const steps = converted.steps.flatMap(({ to, by }): Span[] => [` → ${by}: `, { quantity: to }]);
  return [['Quoted as ', { quantity: quantityOf(series.quote) }, ...steps, '.']];
}

/** Says which days are not in the figures, for want of a rate of their own. */
export function lostLines({ lost }: QuotedSeries, days: Pick<Window, 'from' | 'to'>): readonly Line[] {
  const { reasons, of } = lost(days);
  const [reason] = reasons;
  if (reason === undefined) return [];
  const which =
    of === 1 ? 'The one day with a quote is' : `${reasons.length} of the ${of} days with a quote are`;
  return [[`${which} left out: ${reason}.`]];
}
