/** What an alert fired on, as it was then, and whether that still stands. */
import { citationOf, type Figure } from '#src/domain/series/figures.ts';
import { isNumeric } from '#src/domain/series/metal.ts';
import { unitOf } from '#src/domain/watching/look-at.ts';
import type { KeptFigure, KeptReading } from '#src/domain/watching/kept-reading.ts';
import { isOnQuotes } from '#src/domain/watching/rule.ts';
import { quantityOf } from '#src/domain/series/quote.ts';
import type { Watched } from '#src/domain/watching/watched.ts';
import { stillStands } from '#src/storage/quotes.ts';
import { bookOf, withHistory } from './watched-quotes.ts';
import type { Observable } from './observe-quotes.ts';
import { type WatchDeps, knownRule } from './watch.ts';

/** What an alert fired on, as it was then; `undefined` where its figures are known no more. */
export async function restore(
  deps: WatchDeps,
  alert: Observable,
  kept: KeptReading,
): Promise<Watched | undefined> {
  const rule = knownRule(deps, alert);
  if (rule === undefined) return undefined;
  if (kept.on === 'quote') {
    if (deps.quotes === undefined) return undefined;
    const quotesDeps = { now: deps.now, quotes: deps.quotes };
    const { series, range, rate, before } = kept;
    const book = await withHistory(quotesDeps, await bookOf(quotesDeps, alert.team, rule), series, rule);
    const quoted = quantityOf(series.quote);
    const unit = unitOf(rule);
    const now = unit === undefined ? quoted : { range, unit, firmness: quoted.firmness };
    const reading = {
      now,
      before: before && { at: before.date, quantity: quantityOf(before) },
      apart: kept.apart,
    };
    return { on: 'quote', rule, book, reading, series, rate, before, beside: kept.beside };
  }
  if (isOnQuotes(rule)) return undefined;
  const metal = deps.catalog().metals.find(({ id }) => id === rule.of.material);
  const figureOf = ({ series: id, year, at = String(year), quantity }: KeptFigure): Figure | undefined => {
    const series = metal?.series.filter(isNumeric).find((one) => one.id === id);
    if (metal === undefined || series === undefined) return undefined;
    return { metal, series, at, year, quantity, citation: citationOf(metal, series), superseded: [] };
  };
  const figure = figureOf(kept);
  if (figure === undefined) return undefined;
  const { quantity, before, apart, edition } = kept;
  const beside = kept.beside?.flatMap((one) => figureOf(one) ?? []);
  return { on: 'figure', rule, figure, beside, reading: { now: quantity, before, apart, edition } };
}

/** Whether what an alert fired on is neither corrected nor taken back. A year's figure stands in its edition. */
export async function stands({ quotes }: WatchDeps, kept: KeptReading): Promise<boolean> {
  if (kept.on === 'figure' || quotes === undefined) return true;
  const { db } = quotes.store;
  for (const { quote } of [kept.series, ...(kept.beside ?? [])])
    if (!(await stillStands(db, quote))) return false;
  return kept.before === undefined || (await stillStands(db, kept.before));
}
