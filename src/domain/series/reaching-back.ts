/** Years before those of the usual table: they are answered by the source's history, which counts since 1900. */
import { withChosen } from './narrow.ts';
import type { Metal } from './metal.ts';
import type { PackTable } from './packs/pack-table.ts';
import { isMonthly, remembering, seriesOfTable } from './packs/with-tables.ts';
import { seriesIn } from './metal-series.ts';

/** The metal with its history in place of the usual table, metric by metric, where that alone has a year of those asked for. */
export function reachingBack(metal: Metal, years: readonly number[]): Metal {
  if (years.length === 0) return metal;
  const yearly = metal.tables.filter((table) => !isMonthly(table) && table.real === undefined);
  const found = (['production', 'price'] as const).flatMap((metric) => {
    if (seriesIn(metal, { metric }).some((track) => hasAny(track.years, years))) return [];
    const history = yearly.find(
      (table) => table.metric === metric && table.source === HISTORY && hasAny(yearsOf(metal, table), years),
    );
    return history === undefined ? [] : [[metric, [history] as const] as const];
  });
  if (found.length === 0) return metal;
  const key = found.map(([, [table]]) => table.id).join(' ');
  return reached(metal, key, () => withChosen(metal, new Map(found)));
}

const reached = remembering<Metal>();

/** The years of a table's first row. */
const yearsOf = (metal: Metal, table: PackTable): readonly number[] =>
  yearsKnown(
    table,
    '',
    () => seriesIn({ ...metal, series: seriesOfTable(table) }, { metric: table.metric })[0]?.years ?? [],
  );

const yearsKnown = remembering<readonly number[]>();

const HISTORY = 'usgs-ds140';

const hasAny = (known: readonly number[], asked: readonly number[]): boolean =>
  asked.some((year) => known.includes(year));
