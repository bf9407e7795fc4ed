/** Several metals' prices side by side, like for like where the data can. */
import type { ChartSubject } from '#src/domain/series/chart-subject.ts';
import { families, findSeries } from '#src/domain/series/figures.ts';
import { midpoint, type Unit } from '#src/domain/measure/figure.ts';
import type { Metal, NumericSeries } from '#src/domain/series/metal.ts';
import { endsOf, type ChartSpec, type Figures, type Point } from '#src/charts/spec.ts';
import {
  altTextOf,
  capital,
  endsText,
  figureText,
  footText,
  listText,
  firmText,
  rangeText,
  unitText,
  yearsText,
} from '#src/charts/words.ts';
import { linesOf } from './lines.ts';
import { basesText, runOf, type Run } from './series.ts';

type MetalsSubject = Extract<ChartSubject, { kind: 'compare-metals' }>;

/** Past this ratio of the highest to the lowest figure, the lower lines lie flat on a linear axis. */
const LOG_FROM_RATIO = 12;

export function metalsSpec(subject: MetalsSubject, catalog: Figures): ChartSpec | undefined {
  const metals = [...new Set(subject.metals)].flatMap((id) => catalog.metals.find((m) => m.id === id) ?? []);
  const chosen = alike(metals);
  const unit: Unit | undefined = chosen[0]?.family[0]?.unit;
  if (unit === undefined) return undefined;
  const runs = chosen.flatMap(({ metal, family }) => runOf(metal, family, subject, unit) ?? []);
  if (runs.length === 0) return undefined;
  const points = runs.flatMap((run) => run.points);
  const values = endsOf(points);
  const lowest = Math.min(...values);
  const log = lowest > 0 && Math.max(...values) / lowest > LOG_FROM_RATIO;
  const years = yearsText(points.map((p) => p.at));
  const left = metals
    .filter((metal) => !runs.some((run) => run.metal === metal))
    .map((metal) => metal.name.toLowerCase());
  const how = log ? ' · log scale' : '';
  const missing = left.length > 0 ? ` · no figures for ${listText(left)}` : '';
  return {
    of: 'compare-metals',
    ...linesOf(
      runs.map(({ metal, points: own }, tone) => ({ label: metal.name, tone, points: own })),
      log,
    ),
    title: metalsTitle(runs, unit),
    subtitle: `Price, ${unitText(unit)}, ${years} · ${basesText(runs.map(({ metal, newest }) => ({ name: metal.name, series: newest })))}${how}${missing}`,
    foot: footText(runs.flatMap((run) => run.sources)),
    altText: altTextOf([
      `Line chart of prices in ${unitText(unit)}, ${years}${log ? ', on a log scale' : ''}.`,
      ...runs.map((run) => endsText(run.metal.name, run.points, unit)),
    ]),
  };
}

/** For each metal the price series to compare: those of one publisher and basis if all metals have them, else the headline. */
function alike(metals: readonly Metal[]): { metal: Metal; family: readonly NumericSeries[] }[] {
  const all = metals.map((metal) => ({
    metal,
    found: families(
      findSeries(metal, { metric: 'price' })
        .filter((s) => s.role !== 'prose')
        .toSorted((a, b) => Number(a.role === 'benchmark') - Number(b.role === 'benchmark')),
    ),
  }));
  const withPrices = all.filter(({ found }) => found.length > 0);
  const common = withPrices
    .flatMap(({ metal, found }) => found.map((family) => sortOf(metal, family)))
    .find((sort) =>
      withPrices.every(({ metal, found }) => found.some((family) => sortOf(metal, family) === sort)),
    );
  return withPrices.flatMap(({ metal, found }) => {
    const family = found.find((f) => sortOf(metal, f) === common) ?? found[0];
    return family === undefined ? [] : [{ metal, family }];
  });
}

/** Prices of one sort may stand side by side. */
function sortOf(metal: Metal, family: readonly NumericSeries[]): string {
  return `${metal.sources[family[0]?.source ?? '']?.publisher} ${family[0]?.basis}`;
}

/** The dearest and the cheapest in the last year that all have; no ratio, for editions and purities may differ. */
function metalsTitle(runs: readonly Run[], unit: Unit): string {
  const years = runs.map(
    (run) => new Set(run.points.filter((p) => p.firmness !== 'projected').map((p) => p.at)),
  );
  const shared = [...(years[0] ?? [])].filter((year) => years.every((set) => set.has(year)));
  const year = Math.max(...shared);
  const names = capital(listText(runs.map((run) => run.metal.name.toLowerCase())));
  if (runs.length === 1 && runs[0]) {
    const last = runs[0].points.findLast((p) => p.firmness !== 'projected') ?? runs[0].points.at(-1);
    if (last !== undefined)
      return `${names}, ${last.at}: ${figureText(last.range, unit)}${firmText(last.firmness)}`;
  }
  if (shared.length === 0) return runs.length <= 3 ? `${names}: prices side by side` : 'Prices side by side';
  const ranked = runs
    .flatMap((run) => {
      const point = run.points.find((p) => p.at === year);
      return point === undefined ? [] : [{ name: run.metal.name, point }];
    })
    .toSorted((a, b) => midpoint(b.point.range) - midpoint(a.point.range));
  const [top, bottom] = [ranked[0], ranked.at(-1)];
  if (top === undefined || bottom === undefined) return names;
  if (top === bottom) return `${top.name}, ${year}: ${figureText(top.point.range, unit)}`;
  if (top.point.range.low <= bottom.point.range.high)
    return `${runs.length <= 3 ? names : 'All'} stand level in ${year}`;
  const overlap = ranked.filter(({ point }) => point.range.high >= top.point.range.low).length > 1;
  if (overlap) return `${top.name} among the dearest in ${year}, ${bottom.name} the cheaper`;
  const lowest = ranked.filter(({ point }) => point.range.low <= bottom.point.range.high);
  // Said once where it holds for all that the title names.
  const all = new Set([top, ...lowest].map(({ point }) => point.firmness));
  const marked = ({ firmness }: Point) => (all.size > 1 ? firmText(firmness) : '');
  const when = all.size > 1 ? year : `${year}${firmText(top.point.firmness)}`;
  const dearest = `${when}: ${top.name} dearest at ${figureText(top.point.range, unit)}${marked(top.point)}`;
  // Ranges that overlap without being the same leave it open which is the cheapest.
  if (lowest.some(({ point }) => rangeText(point.range) !== rangeText(bottom.point.range))) return dearest;
  const low = listText(lowest.map(({ name }) => name.toLowerCase()));
  const word = ranked.length > 2 ? 'cheapest' : 'cheaper';
  const same = new Set(lowest.map(({ point }) => point.firmness)).size === 1;
  return `${dearest}, ${low} ${word} at ${figureText(bottom.point.range, unit)}${same ? marked(bottom.point) : ''}`;
}
