/** Years before those of the usual table: they are answered by the source's history, which counts since 1900. */
import { withChosen } from './narrow.ts';
import type { Metal } from './metal.ts';
import { isMonthly, seriesOfTable } from './packs/with-tables.ts';
import { seriesIn } from './metal-series.ts';

/** The metal with its history in place of the usual table, metric by metric, where that alone has a year of those asked for. */
export function reachingBack(metal: Metal, years: readonly number[]): Metal {
  if (years.length === 0) return metal;
  const yearly = metal.tables.filter((table) => !isMonthly(table) && table.real === undefined);
  const found = (['production', 'price'] as const).flatMap((metric) => {
    if (seriesIn(metal, { metric }).some((track) => hasAny(track.years, years))) return [];
    const history = yearly.find(
      (table) =>
        table.metric === metric &&
        table.source === HISTORY &&
        hasAny(seriesIn({ ...metal, series: seriesOfTable(table) }, { metric })[0]?.years ?? [], years),
    );
    return history === undefined ? [] : [[metric, [history]] as const];
  });
  return found.length === 0 ? metal : withChosen(metal, new Map(found));
}

const HISTORY = 'usgs-ds140';

const hasAny = (known: readonly number[], asked: readonly number[]): boolean =>
  asked.some((year) => known.includes(year));
