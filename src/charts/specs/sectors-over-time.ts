/** Who uses a metal, over years: each sector upon the ones before, and what the source leaves out on top. */
import type { ChartSubject } from '#src/domain/series/chart-subject.ts';
import { midpoint, type Range } from '#src/domain/measure/figure.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import type { BarMark, BarPoint, ChartSpec, Firmness, Point } from '#src/charts/spec.ts';
import { altTextOf, firmText, footText, rangeText, yearsText } from '#src/charts/words.ts';
import { weakest, yearsAxis } from './lines.ts';
import {
  LEAST_REST,
  midpointsText,
  restLabel,
  restOf,
  sectorRuns,
  unstatedSectors,
  type SectorRun,
} from './sectors.ts';

export function sectorsOverTimeSpec(
  subject: Extract<ChartSubject, { kind: 'sectors-over-time' }>,
  metal: Metal,
): ChartSpec | undefined {
  const runs = sectorRuns(metal, subject);
  const points = runs.flatMap((run) => run.points);
  if (points.length === 0) return undefined;
  const sharesOf = (year: number) => runs.map((run) => run.points.find(({ at }) => at === year)?.range);
  const x = yearsAxis(points, (year) =>
    sharesOf(year)
      .map((share) => (share === undefined ? '?' : rangeText(share)))
      .join(' / '),
  );
  const layers = layersOf(runs, x);
  if (layers === undefined) return undefined;
  const span = yearsText(points.map(({ at }) => at));
  return {
    of: 'sectors-over-time',
    x,
    y: { headroom: 0, zero: true, max: 100, hidden: true },
    key: layers.map(({ label, tone }) => ({ swatch: 'box', tone, text: label })),
    marks: layers,
    title: overTimeTitle(metal, runs),
    subtitle: `Share of ${metal.name.toLowerCase()} demand, %, ${span}${unstatedSectors(metal, runs)}${midpointsText(runs)}`,
    foot: footText(runs.flatMap((run) => run.sources)),
    altText: altTextOf([
      `Stacked bars of ${metal.name.toLowerCase()} demand by sector, ${span}.`,
      `${overTimeTitle(metal, runs)}.`,
      ...runs.map(runSentence),
      'The rest is not stated by the source.',
    ]),
  };
}

/**
 * Each sector upon the ones before; the rest on top, but in no year that a sector lacks, for then it is not known either.
 * @returns `undefined` where they are no parts of a whole.
 */
function layersOf(
  runs: readonly SectorRun[],
  { first, places }: ReturnType<typeof yearsAxis>,
): readonly BarMark[] | undefined {
  const bars = runs.map((): BarPoint[] => []);
  const rests: BarPoint[] = [];
  for (const at of places.map((_, i) => first + i)) {
    const here = runs.map((run) => run.points.find((point) => point.at === at));
    let base = 0;
    for (const [i, point] of here.entries()) {
      if (point === undefined) continue;
      bars[i]?.push({ ...point, base, text: rangeText(point.range) });
      base += midpoint(point.range);
    }
    const stated = here.filter((point) => point !== undefined);
    const left = restOf(stated.map(({ range }) => range));
    if (left === undefined) return undefined;
    const firmness = weakest(stated.map((point) => point.firmness));
    if (stated.length === runs.length && left.high >= LEAST_REST)
      rests.push({ at, base, range: left, firmness, text: rangeText(left) });
  }
  const look = { kind: 'bar', look: 'stack' } as const;
  return [
    ...runs.map(({ label }, tone) => ({ ...look, label, tone, points: bars[tone] ?? [] })),
    ...(rests.length === 0
      ? []
      : [{ ...look, label: restLabel(runs), tone: 'rest' as const, points: rests }]),
  ];
}

function runSentence(run: SectorRun): string {
  const [first, last] = [run.points[0], run.points.at(-1)];
  if (first === undefined || last === undefined) return '';
  return first === last
    ? `${run.label}: ${endText(first)}.`
    : `${run.label}: from ${endText(first)} to ${endText(last)}.`;
}

function endText(point: Point): string {
  return `${rangeText(point.range)} % in ${point.at}${firmText(point.firmness)}`;
}

/** Which sector passes which and when, else which share moves most. */
function overTimeTitle(metal: Metal, runs: readonly SectorRun[]): string {
  const passing = runs.flatMap((a) => runs.flatMap((b) => crossing(a, b) ?? []));
  const first = passing.toSorted((a, b) => b.share - a.share)[0];
  if (first !== undefined)
    return `${first.riser} ${first.firmness === 'projected' ? 'to overtake' : 'overtook'} ${first.passed.toLowerCase()} in ${metal.name.toLowerCase()} demand in ${first.year}${first.firmness === 'projected' ? ', as projected' : ''}`;
  const moves = runs.flatMap((run) => {
    const stated = run.points.filter((p) => p.firmness !== 'projected');
    const [from, to] = [stated[0], stated.at(-1)];
    return from === undefined || to === undefined || from === to ? [] : [{ run, from, to }];
  });
  const most = moves.toSorted((a, b) => moved(b) - moved(a))[0];
  if (most === undefined) return `${metal.name} demand by sector`;
  const { run, from, to } = most;
  return `${run.label}: ${rangeText(from.range)} % of ${metal.name.toLowerCase()} demand in ${from.at}, ${rangeText(to.range)} % in ${to.at}`;
}

function moved({ from, to }: { readonly from: Point; readonly to: Point }): number {
  return Math.abs(midpoint(to.range) - midpoint(from.range));
}

/** The first year in which `a` stands above `b` after having stood below. Ranges that overlap count as level. */
function crossing(
  a: SectorRun,
  b: SectorRun,
): { riser: string; passed: string; year: number; firmness: Firmness; share: number } | undefined {
  let below = false;
  for (const point of a.points) {
    const other: Range | undefined = b.points.find((p) => p.at === point.at)?.range;
    if (other === undefined) continue;
    if (point.range.high < other.low) below = true;
    if (below && point.range.low > other.high)
      return {
        riser: a.label,
        passed: b.label,
        year: point.at,
        firmness: point.firmness,
        share: midpoint(point.range),
      };
  }
  return undefined;
}
