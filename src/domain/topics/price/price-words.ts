/** The words that answers on prices of days and of months share. */
import type { Line, Span } from '#src/domain/answer.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import { whenOf, type Cadence, type Days, type Series } from '#src/domain/series/series.ts';
import { firmness, show } from '#src/domain/topics/topic.ts';

/** As a sentence begins. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a figure is called: "quote". */
export const NOUN: Readonly<Record<Cadence, string>> = {
  day: 'quote',
  month: 'monthly figure',
  year: 'yearly figure',
};

const COUNTED: Readonly<Record<Cadence, readonly [string, string]>> = {
  day: ['day', 'with a quote'],
  month: ['month', 'with a figure'],
  year: ['year', 'with a figure'],
};

/** @example counted(series, 3) // "3 days with a quote" */
export function counted({ cadence }: Pick<Series, 'cadence'>, count: number, short = false): string {
  const [unit, what] = COUNTED[cadence];
  return `${count} ${unit}${count === 1 ? '' : 's'}${short ? '' : ` ${what}`}`;
}

/** The head of a column with such counts: "Days with a quote". */
export const countedHead = ({ cadence }: Pick<Series, 'cadence'>): string =>
  capital(`${COUNTED[cadence][0]}s ${COUNTED[cadence][1]}`);

/** What a figure is of besides its form: "99 %, ex works China, VAT included"; nothing where its source does not say. */
export const basisWords = ({ basis: { taken, purity, market } }: Pick<Series, 'basis'>): string =>
  [taken, purity, market].filter((one) => one !== '').join(', ');

/** The same as a sentence. */
export function basisLine(series: Pick<Series, 'basis'>): string {
  const said = basisWords(series);
  return said === '' ? '' : `${capital(said)}.`;
}

/** The newest figure and its age, as a headline. */
export function newestHeadline({ name, freshness }: Series, newest: Figure): Line {
  if (freshness?.state === 'dead') return [{ strong: [`${name}: no price for today`] }];
  if (freshness === undefined)
    return [{ strong: [`${name}, ${whenOf(newest)}: `, show(newest)] }, firmness(newest)];
  return [{ strong: [`${name}: `, show(newest)] }, `${firmness(newest)}, ${freshness.words}`];
}

/** The newest figure and its age, beside another one. */
export function newestLine(series: Series, today: string): Line {
  const { freshness, cadence } = series;
  const newest = series.newest(today);
  if (newest === undefined) return [];
  const what =
    freshness?.state === 'dead' ? `The last ${NOUN[cadence]} was ` : `The newest ${NOUN[cadence]} is `;
  return [what, show(newest), `${firmness(newest)}, ${freshness?.words ?? `of ${whenOf(newest)}`}.`];
}

/** Where days are before all figures of a series: since when there are any. @param date The last day asked for */
export function sinceWhen(series: Series, date: string): readonly Line[] {
  return date < series.since ? [[`${goBack(series)}.`]] : [];
}

/** @example goBack(series) // "Quotes on this basis go back to 2 Jan 2026" */
export const goBack = ({ cadence, since }: Series): string =>
  `${capital(NOUN[cadence])}s on this basis go back to ${whenOf({ at: since })}`;

/** How the price was put on another basis, each step on its own; or why it stays on its own. */
export function stepLines(series: Series): readonly Line[] {
  const { conversion } = series;
  if (conversion === undefined || 'reason' in conversion) return [];
  const newest = series.periods.at(-1);
  const figure = newest === undefined ? undefined : series.at(newest);
  const from = figure === undefined ? [] : [figure];
  const steps = conversion.steps.flatMap(({ to, by }): Span[] => [` → ${by}: `, { quantity: to, from }]);
  return [['Quoted as ', { quantity: conversion.from, from }, ...steps, '.']];
}

/** Says which days are not in the figures, for want of a rate of their own. */
export function lostLines(series: Series, days: Days): readonly Line[] {
  const { reasons, of } = series.lost(days);
  const [reason] = reasons;
  if (reason === undefined) return [];
  const which =
    of === 1 ? 'The one day with a quote is' : `${reasons.length} of the ${of} days with a quote are`;
  return [[`${which} left out: ${reason}.`]];
}
