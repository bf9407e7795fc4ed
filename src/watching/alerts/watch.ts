/** An alert, and what it looks at now: a quote or the year's figure. */
import type { Catalog } from '#src/domain/asking/catalog.ts';
import { isoDate } from '#src/domain/measure/days.ts';
import { priceUnit, type Quantity } from '#src/domain/measure/figure.ts';
import { liveSeries } from '#src/domain/series/quotes/choose-quotes.ts';
import { lookAtFigures, whyUnwatchable } from '#src/domain/watching/look-at.ts';
import type { Rule } from '#src/domain/watching/rule.ts';
import { quantityOf } from '#src/domain/series/quote.ts';
import type { Watched } from '#src/domain/watching/watched.ts';
import type { StoredAlert } from '#src/storage/alerts.ts';
import type { QuoteReader } from '#src/quotes/quote-desk.ts';
import { bookOf, type QuotesDeps } from './watched-quotes.ts';
import { type AlertSilence, type Observed, type Observable, observeQuotes } from './observe-quotes.ts';

export interface WatchDeps extends Pick<QuotesDeps, 'now'> {
  readonly catalog: () => Catalog;
  /** Where quotes are; without it, all is by the year. */
  readonly quotes?: QuoteReader | undefined;
}

/** The rule of an alert; `undefined` where it can't be read, or there is nothing known of what it watches. */
export function knownRule(
  deps: Omit<WatchDeps, 'now'>,
  { rule }: Pick<StoredAlert, 'rule'>,
): Rule | undefined {
  if (rule === undefined) return undefined;
  const { material, cadence } = rule.of;
  const figures = deps.catalog().metals.some(({ id }) => id === material);
  const quotes = cadence === 'day' && deps.quotes?.materials.some(({ id }) => id === material) === true;
  return figures || quotes ? rule : undefined;
}

/**
 * What an alert looks at now: the newest quote of its own series, and of no other. One that has none yet is given one here.
 * Until then, a rule that names no unit looks at the year's figure; one that names a source always does.
 */
export async function observe(deps: WatchDeps, alert: Observable): Promise<Observed> {
  const rule = knownRule(deps, alert);
  if (rule === undefined) return { rule, series: alert.series };
  const { quotes } = deps;
  const { source, cadence } = rule.of;
  const observed =
    quotes !== undefined &&
    source === undefined &&
    cadence !== 'year' &&
    cadence !== 'month' &&
    !('edition' in rule)
      ? await observeQuotes({ now: deps.now, quotes }, alert, rule)
      : { rule, series: alert.series };
  if (cadence === 'day' || observed.series !== null || observed.watched !== undefined) return observed;
  const watched = lookAtFigures(rule, deps.catalog(), isoDate(deps.now()));
  return {
    ...observed,
    watched,
    ...(watched === undefined && 'apart' in rule ? { silence: NONE_APART } : {}),
  };
}

/** What an alert looks at now; `undefined` where there is no such quote or figure. */
export async function watch(deps: WatchDeps, alert: Observable): Promise<Watched | undefined> {
  return (await observe(deps, alert)).watched;
}

/**
 * What a material costs now: its newest quotes, each as it is quoted, and the figure of a month or year; what an alert without
 * a unit would look at first.
 */
export async function pricesNow(
  { quotes, now, catalog }: WatchDeps,
  team: string,
  material: string,
): Promise<readonly Quantity[]> {
  const any: Rule = { of: { material }, change: { percent: 1 }, within: 365, repeat: 'each' };
  const book = quotes && (await bookOf({ quotes, now }, team, any));
  const quoted = book === undefined ? [] : liveSeries(book, material).map(({ quote }) => quantityOf(quote));
  const figure = lookAtFigures(any, catalog(), isoDate(now()))?.reading.now;
  const inDollars = quoted.some(({ unit }) => priceUnit(unit)?.currency === 'USD');
  return [...quoted, ...(figure === undefined || inDollars ? [] : [figure])];
}

const NONE_APART: AlertSilence = {
  words: ['No two sources have a price of it on one basis: it comes once they have, and lie apart.'],
};

/** Why a rule could never fire on what is quoted; `undefined` where it can, or where nothing is quoted yet. */
export async function unwatchable(
  { quotes, now }: WatchDeps,
  team: string,
  rule: Rule,
): Promise<ReturnType<typeof whyUnwatchable>> {
  if (quotes === undefined) return undefined;
  return whyUnwatchable(rule, await bookOf({ quotes, now }, team, rule));
}

/** The name of what an alert is of, or its id where that is known no more. */
export const nameOfWatched = ({ catalog, quotes }: Omit<WatchDeps, 'now'>, id: string): string =>
  [...catalog().metals, ...(quotes?.materials ?? [])].find((one) => one.id === id)?.name ?? id;
