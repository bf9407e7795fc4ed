/** Who uses a metal: sector shares of one year, and over years. What the source leaves out is called unstated. */
import type { ChartSubject } from '#src/domain/series/chart-subject.ts';
import { families, findSeries } from '#src/domain/series/figures.ts';
import { isExact, midpoint, type Range } from '#src/domain/measure/figure.ts';
import type { Metal, Source } from '#src/domain/series/metal.ts';
import type { BarMark, BarPoint, ChartSpec, Firmness, Point } from '#src/charts/spec.ts';
import { altTextOf, footText, listText, firmText, rangeText, yearsText } from '#src/charts/words.ts';
import { weakest, yearsAxis } from './lines.ts';
import { runOf, type Years } from './series.ts';

interface SectorRun {
  readonly label: string;
  readonly points: readonly Point[];
  readonly sources: readonly Source[];
}

/** Each sector that has shares in those years, in the order of the data file. */
function sectorRuns(metal: Metal, years: Years): readonly SectorRun[] {
  return metal.sectors.flatMap((sector) => {
    const [family] = families(findSeries(metal, { metric: 'share', role: 'headline', sector: sector.id }));
    const run = family && runOf(metal, family, years, '%');
    return run === undefined ? [] : [{ label: sector.name, points: run.points, sources: run.sources }];
  });
}

/** "Not stated by Farmonaut": never "other", for nobody says what it is. */
function restLabel(runs: readonly SectorRun[]): string {
  return `Not stated by ${listText([...new Set(runs.flatMap((run) => run.sources.map((s) => s.publisher)))])}`;
}

function unstatedSectors(metal: Metal, runs: readonly SectorRun[]): string {
  const names = metal.sectors.map((s) => s.name).filter((name) => !runs.some((run) => run.label === name));
  return names.length === 0 ? '' : ` · no share given for ${listText(names.map((n) => n.toLowerCase()))}`;
}

export function sectorsSpec(
  subject: Extract<ChartSubject, { kind: 'sectors' }>,
  metal: Metal,
): ChartSpec | undefined {
  const { year } = subject;
  const runs = sectorRuns(metal, { from: year, to: year });
  const shares = runs.flatMap((run) => {
    const [point] = run.points;
    return point === undefined ? [] : [{ label: run.label, share: point.range, firmness: point.firmness }];
  });
  const slices = shares.toSorted((a, b) => midpoint(b.share) - midpoint(a.share));
  const left = restOf(slices.map(({ share }) => share));
  if (slices.length === 0 || left === undefined) return undefined;
  const firmness = weakest(slices.map((s) => s.firmness));
  const rest = left.high < LEAST_REST ? [] : [{ label: restLabel(runs), share: left }];
  const all = [...slices, ...rest];
  return {
    of: 'sectors',
    x: {
      of: 'ring',
      first: 0,
      middle: { name: String(year), firmness },
      places: all.map(({ label, share }) => ({ name: label, text: `${rangeText(oneDecimal(share))} %` })),
    },
    y: { headroom: 0 },
    key: [],
    marks: [
      {
        kind: 'arc',
        points: all.map(({ share }, i) => ({ range: share, tone: i < slices.length ? i : 'rest' })),
      },
    ],
    title: sharesTitle(metal, year, slices, firmness, left),
    subtitle: `Share of ${metal.name.toLowerCase()} demand, %, ${year}${firmText(firmness)}${unstatedSectors(metal, runs)}${midpointsText(runs)}`,
    foot: footText(runs.flatMap((run) => run.sources)),
    altText: altTextOf([
      `Ring chart of ${metal.name.toLowerCase()} demand by sector in ${year}${firmText(firmness)}.`,
      `${slices.map((s) => `${s.label} ${rangeText(s.share)} %`).join(', ')}${rest.length > 0 ? `; ${rangeText(left)} % is not stated by the source` : ''}.`,
    ]),
  };
}

interface Slice {
  readonly label: string;
  /** Percent of the whole. */
  readonly share: Range;
}

/** Figures of a ring are read at a glance. */
function oneDecimal({ low, high }: Range): Range {
  return { low: Number(low.toFixed(1)), high: Number(high.toFixed(1)) };
}

/** Less than this of the whole is rounding; percent. */
const LEAST_REST = 0.05;

/** What some shares leave of the whole: a range where they are. `undefined` where they are no parts of a whole, for their sum passes it. */
function restOf(shares: readonly Range[]): Range | undefined {
  const sum = (end: (share: Range) => number) => shares.reduce((total, share) => total + end(share), 0);
  // Shares of overlapping things can pass 100 %; no ring or stack may say that they are parts.
  if (sum(midpoint) > 100.5) return undefined;
  return { low: leftOf(sum(({ high }) => high)), high: leftOf(sum(({ low }) => low)) };
}

const leftOf = (taken: number): number => Math.max(0, Number((100 - taken).toFixed(1)));

/** A part that is a range has one size in the picture, which nobody has given. */
function midpointsText(runs: readonly SectorRun[]): string {
  const ranged = runs.some(({ points }) => points.some(({ range }) => !isExact(range)));
  return ranged ? ' · ranges drawn at their midpoints' : '';
}

function sharesTitle(
  metal: Metal,
  year: number,
  slices: readonly Slice[],
  firmness: Firmness,
  left: Range,
): string {
  const [top] = slices;
  const when = `${metal.name} demand, ${year}${firmness === 'reported' ? '' : `, ${firmness}`}`;
  if (top === undefined) return when;
  const share = `${rangeText(top.share)} %`;
  if (slices.length === 1) return `${when}: ${top.label.toLowerCase()} ${share}`;
  const tied = slices.filter((s) => s.share.high >= top.share.low);
  if (tied.length > 1) {
    const same = tied.every((s) => rangeText(s.share) === rangeText(top.share));
    return `${when}: ${listText(tied.map((s) => s.label.toLowerCase()))} level${same ? ` at ${share}` : ''}`;
  }
  // Where more is unstated than the top has, one of the unstated could be larger.
  const first = left.high > top.share.low ? 'has the largest share that is stated' : 'first';
  return `${when}: ${top.label.toLowerCase()} ${first}, ${share}`;
}

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
