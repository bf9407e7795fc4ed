/** Who uses a metal: sector shares of one year, and over years. What the source leaves out is called unstated. */
import type { ChartSubject } from '#src/domain/answer.ts';
import { families, findSeries } from '#src/domain/series/figures.ts';
import { exactly, midpoint, type Range } from '#src/domain/measure/figure.ts';
import type { Metal, Source } from '#src/domain/series/metal.ts';
import type { BarMark, ChartSpec, Firmness, Point } from '#src/charts/spec.ts';
import {
  altTextOf,
  compactText,
  footText,
  listText,
  firmText,
  percentText,
  rangeText,
  yearsText,
} from '#src/charts/words.ts';
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
  const sum = slices.reduce((total, slice) => total + midpoint(slice.share), 0);
  // Shares of overlapping things can pass 100 %; they are no parts of a whole, and no ring may say so.
  if (slices.length === 0 || sum > 100.5) return undefined;
  const firmness = weakest(slices.map((s) => s.firmness));
  const left = Math.max(0, 100 - sum);
  const rest = left < 0.05 ? [] : [{ label: restLabel(runs), share: exactly(left) }];
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
    subtitle: `Share of ${metal.name.toLowerCase()} demand, %, ${year}${firmText(firmness)}${unstatedSectors(metal, runs)}`,
    foot: footText(runs.flatMap((run) => run.sources)),
    altText: altTextOf([
      `Ring chart of ${metal.name.toLowerCase()} demand by sector in ${year}${firmText(firmness)}.`,
      `${slices.map((s) => `${s.label} ${rangeText(s.share)} %`).join(', ')}${rest.length > 0 ? `; ${percentText(left)} % is not stated by the source` : ''}.`,
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

function sharesTitle(
  metal: Metal,
  year: number,
  slices: readonly Slice[],
  firmness: Firmness,
  left: number,
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
  const first = left > top.share.low ? 'has the largest share that is stated' : 'first';
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
  const layers = layersOf(
    runs,
    x.places.map((_, i) => x.first + i),
  );
  // Shares of overlapping things can pass 100 %; they are no parts of a whole.
  if (layers.some(({ points: bars }) => bars.some((bar) => (bar.base ?? 0) + midpoint(bar.range) > 100.5)))
    return undefined;
  const span = yearsText(points.map(({ at }) => at));
  return {
    of: 'sectors-over-time',
    x,
    y: { headroom: 0, zero: true, max: 100, hidden: true },
    key: layers.map(({ label, tone }) => ({ swatch: 'box', tone, text: label })),
    marks: layers,
    title: overTimeTitle(metal, runs),
    subtitle: `Share of ${metal.name.toLowerCase()} demand, %, ${span}${unstatedSectors(metal, runs)}`,
    foot: footText(runs.flatMap((run) => run.sources)),
    altText: altTextOf([
      `Stacked bars of ${metal.name.toLowerCase()} demand by sector, ${span}.`,
      `${overTimeTitle(metal, runs)}.`,
      ...runs.map(runSentence),
      'The rest is not stated by the source.',
    ]),
  };
}

/** Each sector upon the ones before; the rest on top, but in no year that a sector lacks, for then it is not known either. */
function layersOf(runs: readonly SectorRun[], years: readonly number[]): readonly BarMark[] {
  const sums = new Map<number, number>();
  const layers = runs.map((run, tone): BarMark => {
    const points = run.points.map((point) => {
      const base = sums.get(point.at) ?? 0;
      sums.set(point.at, base + midpoint(point.range));
      return { ...point, base, text: rangeText(point.range) };
    });
    return { kind: 'bar', label: run.label, tone, look: 'stack', points };
  });
  const rest = years.flatMap((at) => {
    const here = runs.flatMap((run) => run.points.filter((point) => point.at === at));
    const [base, left] = [sums.get(at) ?? 0, 100 - (sums.get(at) ?? 0)];
    if (here.length < runs.length || left < 0.05) return [];
    const firmness = weakest(here.map((point) => point.firmness));
    return [{ at, base, range: exactly(left), firmness, text: compactText(Number(left.toFixed(1))) }];
  });
  return [
    ...layers,
    ...(rest.length === 0
      ? []
      : [
          {
            kind: 'bar' as const,
            label: restLabel(runs),
            tone: 'rest' as const,
            look: 'stack' as const,
            points: rest,
          },
        ]),
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
