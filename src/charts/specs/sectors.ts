/** Who uses a metal: sector shares of one year. What the source leaves out is called unstated. */
import type { ChartSubject } from '#src/domain/series/chart-subject.ts';
import { families, findSeries } from '#src/domain/series/figures.ts';
import { isExact, midpoint, type Range } from '#src/domain/measure/figure.ts';
import type { Metal, Source } from '#src/domain/series/metal.ts';
import type { ChartSpec, Firmness, Point } from '#src/charts/spec.ts';
import { altTextOf, footText, listText, firmText, rangeText } from '#src/charts/words.ts';
import { weakest } from './lines.ts';
import { runOf, type Years } from './series.ts';

export interface SectorRun {
  readonly label: string;
  readonly points: readonly Point[];
  readonly sources: readonly Source[];
}

/** Each sector that has shares in those years, in the order of the data file. */
export function sectorRuns(metal: Metal, years: Years): readonly SectorRun[] {
  return metal.sectors.flatMap((sector) => {
    const [family] = families(findSeries(metal, { metric: 'share', role: 'headline', sector: sector.id }));
    const run = family && runOf(metal, family, years, '%');
    return run === undefined ? [] : [{ label: sector.name, points: run.points, sources: run.sources }];
  });
}

/** "Not stated by Farmonaut": never "other", for nobody says what it is. */
export function restLabel(runs: readonly SectorRun[]): string {
  return `Not stated by ${listText([...new Set(runs.flatMap((run) => run.sources.map((s) => s.publisher)))])}`;
}

export function unstatedSectors(metal: Metal, runs: readonly SectorRun[]): string {
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
export const LEAST_REST = 0.05;

/** What some shares leave of the whole: a range where they are. `undefined` where they are no parts of a whole, for their sum passes it. */
export function restOf(shares: readonly Range[]): Range | undefined {
  const sum = (end: (share: Range) => number) => shares.reduce((total, share) => total + end(share), 0);
  // Shares of overlapping things can pass 100 %; no ring or stack may say that they are parts.
  if (sum(midpoint) > 100.5) return undefined;
  return { low: leftOf(sum(({ high }) => high)), high: leftOf(sum(({ low }) => low)) };
}

const leftOf = (taken: number): number => Math.max(0, Number((100 - taken).toFixed(1)));

/** A part that is a range has one size in the picture, which nobody has given. */
export function midpointsText(runs: readonly SectorRun[]): string {
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
