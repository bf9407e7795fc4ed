/** A metal's price over years, with other sources' series beside it. */
import type { ChartSubject } from '#src/domain/series/chart-subject.ts';
import { allSeries, families, findSeries } from '#src/domain/series/figures.ts';
import { isExact, midpoint, type Unit } from '#src/domain/measure/figure.ts';
import type { Metal, NumericSeries } from '#src/domain/series/metal.ts';
import type { ChartSpec, Tone } from '#src/charts/spec.ts';
import {
  altTextOf,
  changeText,
  endsText,
  figureText,
  footText,
  listText,
  firmText,
  pointText,
  unitText,
  yearsText,
} from '#src/charts/words.ts';
import { linesOf } from './lines.ts';
import { basisText, changeWithin, publisherOf, runOf, type Run, type Years } from './series.ts';

type PriceSubject = Extract<ChartSubject, { kind: 'price' }>;

/** A year between the ends is the finding from this many times the higher end. */
const PEAK_FROM = 1.15;

interface NamedRun extends Run {
  readonly name: string;
}

/** The price series that answer, and those beside them, in one unit. */
export function priceRuns(metal: Metal, years: Years): { unit: Unit; runs: readonly NamedRun[] } | undefined {
  const [main, ...more] = families(findSeries(metal, { metric: 'price', role: 'headline' }));
  const found = [
    ...(main === undefined ? [] : [main, ...more]),
    ...families(findSeries(metal, { metric: 'price', role: 'benchmark' })),
    ...(main === undefined ? [] : otherMarkets(metal, main)),
  ];
  const unit = found[0]?.[0]?.unit;
  if (unit === undefined) return undefined;
  const runs = found.flatMap((family) => runOf(metal, family, years, unit) ?? []);
  const publishers = runs.map((run) => publisherOf(metal, run));
  const named = runs.map((run, index): NamedRun => {
    const publisher = publishers[index] ?? '';
    const shared = publishers.filter((p) => p === publisher).length > 1;
    return Object.assign({ name: shared ? (run.newest.market ?? run.newest.label) : publisher }, run);
  });
  return named.length === 0 ? undefined : { unit, runs: named };
}

/** The same sort of goods on another market of the same source: two prices of cobalt metal, in the United States and on the LME. */
function otherMarkets(metal: Metal, [main]: readonly NumericSeries[]): readonly (readonly NumericSeries[])[] {
  return families(allSeries(metal, 'price').filter(({ role }) => role === 'other')).filter(
    ([one]) =>
      one !== undefined &&
      main?.market !== undefined &&
      one.market !== undefined &&
      one.market !== main.market &&
      one.basis === main.basis &&
      one.source === main.source &&
      one.points[0]?.at.length === 4,
  );
}

export function priceSpec(subject: PriceSubject, metal: Metal): ChartSpec | undefined {
  const found = priceRuns(metal, subject);
  if (found === undefined) return undefined;
  const { unit, runs } = found;
  const points = runs.flatMap((run) => run.points);
  const years = yearsText(points.map((p) => p.at));
  const bases = runs.map((run) =>
    runs.length > 1
      ? `${run.name}: ${basisText({ ...run.newest, ...(run.name === run.newest.market ? { market: undefined } : {}) })}`
      : basisText(run.newest),
  );
  const subtitle = `${metal.name} price, ${unitText(unit)}, ${years} · ${bases.join(' · ')}`;
  return {
    of: 'price',
    ...linesOf(runs.map((run, i) => ({ label: run.name, tone: toneOf(i), points: run.points }))),
    title: priceTitle(metal, unit, runs),
    subtitle,
    foot: footText(runs.flatMap((run) => run.sources)),
    altText: altTextOf([
      `Line chart of the ${metal.name.toLowerCase()} price in ${unitText(unit)}, ${years}.`,
      ...runs.map((run) => runText(run, unit)),
    ]),
  };
}

/** The one that answers, another source's beside it, and what else there is. */
function toneOf(index: number): Tone {
  return (['main', 'benchmark'] as const)[index] ?? index;
}

/** The first and last years with figures that are not projections; a projection is never part of the finding. */
export function statedEnds(run: Run): { from: number; to: number } | undefined {
  const stated = run.points.filter((p) => p.firmness !== 'projected');
  const [first, last] = [stated[0], stated.at(-1)];
  return first === undefined || last === undefined || first === last
    ? undefined
    : { from: first.at, to: last.at };
}

function priceTitle(metal: Metal, unit: Unit, runs: readonly NamedRun[]): string {
  const [main] = runs;
  const ends = main === undefined ? undefined : statedEnds(main);
  const changes =
    ends === undefined
      ? []
      : runs.flatMap((run) => {
          const change = changeWithin(run.metal, run.family, ends.from, ends.to);
          return change === undefined ? [] : [{ name: run.name, change }];
        });
  const [first] = changes;
  if (main === undefined || ends === undefined || first === undefined) return singleTitle(metal, unit, main);
  const span = `${ends.from} to ${ends.to}`;
  if (runs.length === 1 && changes.length === 1) {
    const peak = peakTitle(metal, unit, main);
    if (peak !== undefined) return peak;
  }
  if (changes.length === 1)
    return `${metal.name} ${changeText(first.change)} from ${span}${runs.length > 1 ? `, says ${first.name}` : ''}`;
  const directions = new Set(changes.map(({ change }) => Math.sign(change.midpoint)));
  const each = changes.map(({ name, change }) => `${name} ${changeText(change)}`).join(', ');
  return directions.size > 1
    ? `${metal.name}: the sources disagree. ${span}: ${each}`
    : `${metal.name}, ${span}: ${each}`;
}

/** Where the price stood far higher in between than at both ends, its change from end to end is not the finding. */
function peakTitle(metal: Metal, unit: Unit, run: NamedRun): string | undefined {
  const stated = run.points.filter((p) => p.firmness !== 'projected');
  const [first, last] = [stated[0], stated.at(-1)];
  const peak = stated.toSorted((a, b) => midpoint(b.range) - midpoint(a.range))[0];
  if (first === undefined || last === undefined || peak === undefined) return undefined;
  if (peak.range.low < PEAK_FROM * Math.max(first.range.high, last.range.high)) return undefined;
  const end = `${figureText(last.range, unit)} in ${last.at}${firmText(last.firmness)}`;
  return `${metal.name} peaked at ${figureText(peak.range, unit)} in ${peak.at}; ${end}`;
}

export function singleTitle(metal: Metal, unit: Unit, main: NamedRun | undefined): string {
  const last = main?.points.findLast((p) => p.firmness !== 'projected') ?? main?.points.at(-1);
  if (last === undefined) return `${metal.name} price`;
  return `${metal.name}, ${last.at}: ${figureText(last.range, unit)}${firmText(last.firmness)}`;
}

/** A line's ends and its highest and lowest year, for those who can't see it. */
export function runText(run: NamedRun, unit: Unit): string {
  const [first, last] = [run.points[0], run.points.at(-1)];
  const ends = statedEnds(run);
  const change = ends && changeWithin(run.metal, run.family, ends.from, ends.to);
  const trend = ends && change ? `; ${changeText(change)} from ${ends.from} to ${ends.to}` : '';
  const peak = run.points.toSorted((a, b) => midpoint(b.range) - midpoint(a.range))[0];
  const between =
    peak !== undefined && peak !== first && peak !== last ? `, highest at ${pointText(peak, unit)},` : '';
  const ranges = run.points.filter((p) => !isExact(p.range)).map((p) => String(p.at));
  const banded = ranges.length > 0 ? ` A band shows the range given for ${listText(ranges)}.` : '';
  return `${endsText(run.name, run.points, unit, between, trend)}${banded}`;
}
