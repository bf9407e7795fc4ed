/** Who uses a metal: sector shares of one year, and over years. What the source leaves out is called unstated. */
import type { ChartSubject } from '#src/domain/answer.ts';
import { families, findSeries } from '#src/domain/series/figures.ts';
import { midpoint, type Range } from '#src/domain/measure/figure.ts';
import type { Metal, Source } from '#src/domain/series/metal.ts';
import type { Mark, SharesSpec, Slice, StackSpec, YearPoint } from '#src/charts/spec.ts';
import {
  altTextOf,
  footText,
  listText,
  markText,
  percentText,
  rangeText,
  yearsText,
} from '#src/charts/words.ts';
import { runOf, type Years } from './series.ts';

interface SectorRun {
  readonly label: string;
  readonly points: readonly YearPoint[];
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
): SharesSpec | undefined {
  const { year } = subject;
  const runs = sectorRuns(metal, { from: year, to: year });
  const shares = runs.flatMap((run) => {
    const [point] = run.points;
    return point === undefined ? [] : [{ label: run.label, share: point.range, mark: point.mark }];
  });
  const slices = shares.toSorted((a, b) => midpoint(b.share) - midpoint(a.share));
  const sum = slices.reduce((total, slice) => total + midpoint(slice.share), 0);
  // Shares of overlapping things can pass 100 %; they are no parts of a whole, and no ring may say so.
  if (slices.length === 0 || sum > 100.5) return undefined;
  const mark = weakest(slices.map((s) => s.mark));
  const left = Math.max(0, 100 - sum);
  const rest = left < 0.05 ? undefined : { label: restLabel(runs), share: { low: left, high: left } };
  return {
    kind: 'shares',
    year,
    mark,
    slices: slices.map(({ label, share }) => ({ label, share })),
    rest,
    title: sharesTitle(metal, year, slices, mark, left),
    subtitle: `Share of ${metal.name.toLowerCase()} demand, %, ${year}${markText(mark)}${unstatedSectors(metal, runs)}`,
    foot: footText(runs.flatMap((run) => run.sources)),
    altText: altTextOf([
      `Ring chart of ${metal.name.toLowerCase()} demand by sector in ${year}${markText(mark)}.`,
      `${slices.map((s) => `${s.label} ${rangeText(s.share)} %`).join(', ')}${rest ? `; ${percentText(left)} % is not stated by the source` : ''}.`,
    ]),
  };
}

/** Of several marks, that of the least firm. */
export function weakest(marks: readonly Mark[]): Mark {
  if (marks.includes('projected')) return 'projected';
  return marks.includes('estimated') ? 'estimated' : 'reported';
}

function sharesTitle(metal: Metal, year: number, slices: readonly Slice[], mark: Mark, left: number): string {
  const [top] = slices;
  const when = `${metal.name} demand, ${year}${mark === 'reported' ? '' : `, ${mark}`}`;
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
): StackSpec | undefined {
  const runs = sectorRuns(metal, subject);
  const years = [...new Set(runs.flatMap((run) => run.points.map((p) => p.year)))].toSorted((a, b) => a - b);
  if (years.length === 0) return undefined;
  const layers = runs.map((run) => ({
    label: run.label,
    shares: years.map((year) => run.points.find((p) => p.year === year)?.range),
  }));
  const sums = years.map((_, i) => layers.reduce((t, l) => t + (l.shares[i] ? midpoint(l.shares[i]) : 0), 0));
  if (sums.some((sum) => sum > 100.5)) return undefined;
  const span = yearsText(years);
  return {
    kind: 'stack',
    years: years.map((year) => ({
      year,
      mark: weakest(runs.flatMap((run) => run.points.filter((p) => p.year === year).map((p) => p.mark))),
    })),
    layers,
    rest: {
      label: restLabel(runs),
      shares: sums.map((sum, i) =>
        layers.some((l) => l.shares[i] === undefined) ? undefined : Math.max(0, 100 - sum),
      ),
    },
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

function runSentence(run: SectorRun): string {
  const [first, last] = [run.points[0], run.points.at(-1)];
  if (first === undefined || last === undefined) return '';
  return first === last
    ? `${run.label}: ${endText(first)}.`
    : `${run.label}: from ${endText(first)} to ${endText(last)}.`;
}

function endText(point: YearPoint): string {
  return `${rangeText(point.range)} % in ${point.year}${markText(point.mark)}`;
}

/** Which sector passes which and when, else which share moves most. */
function overTimeTitle(metal: Metal, runs: readonly SectorRun[]): string {
  const passing = runs.flatMap((a) => runs.flatMap((b) => crossing(a, b) ?? []));
  const first = passing.toSorted((a, b) => b.share - a.share)[0];
  if (first !== undefined)
    return `${first.riser} ${first.mark === 'projected' ? 'to overtake' : 'overtook'} ${first.passed.toLowerCase()} in ${metal.name.toLowerCase()} demand in ${first.year}${first.mark === 'projected' ? ', as projected' : ''}`;
  const moves = runs.flatMap((run) => {
    const stated = run.points.filter((p) => p.mark !== 'projected');
    const [from, to] = [stated[0], stated.at(-1)];
    return from === undefined || to === undefined || from === to ? [] : [{ run, from, to }];
  });
  const most = moves.toSorted((a, b) => moved(b) - moved(a))[0];
  if (most === undefined) return `${metal.name} demand by sector`;
  const { run, from, to } = most;
  return `${run.label}: ${rangeText(from.range)} % of ${metal.name.toLowerCase()} demand in ${from.year}, ${rangeText(to.range)} % in ${to.year}`;
}

function moved({ from, to }: { readonly from: YearPoint; readonly to: YearPoint }): number {
  return Math.abs(midpoint(to.range) - midpoint(from.range));
}

/** The first year in which `a` stands above `b` after having stood below. Ranges that overlap count as level. */
function crossing(
  a: SectorRun,
  b: SectorRun,
): { riser: string; passed: string; year: number; mark: Mark; share: number } | undefined {
  let below = false;
  for (const point of a.points) {
    const other: Range | undefined = b.points.find((p) => p.year === point.year)?.range;
    if (other === undefined) continue;
    if (point.range.high < other.low) below = true;
    if (below && point.range.low > other.high)
      return {
        riser: a.label,
        passed: b.label,
        year: point.year,
        mark: point.mark,
        share: midpoint(point.range),
      };
  }
  return undefined;
}
