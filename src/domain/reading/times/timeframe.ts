/** When a question asks about: the years named, the years that are meant, and what no yearly series has. */
import type { MetalCatalog } from '#src/domain/series/figures.ts';
import type { Findings } from '#src/domain/reading/findings.ts';
import type { Span } from './times.ts';

export interface Timeframe {
  /** Ascending. */
  readonly years: readonly number[];
  readonly span: Span | null;
  readonly current: boolean;
  readonly finerTime: string | null;
}

/** First and last year of these metals' headline figures; of all metals' where they have none. */
export function yearsOfData(
  { metals }: Pick<MetalCatalog, 'metals'>,
  ids: readonly string[],
): readonly [number, number] {
  const own = metals.filter((metal) => ids.includes(metal.id)).flatMap((metal) => metal.series);
  const headline = own.filter((series) => series.role === 'headline');
  const series = headline.length > 0 ? headline : metals.flatMap((metal) => metal.series);
  const years = series.flatMap(({ points }) => points.map((point) => point.year));
  return [years.reduce((a, b) => Math.min(a, b), 2100), years.reduce((a, b) => Math.max(a, b), 1900)];
}

/**
 * The years named, and those meant without a number: "now", "yesterday", the now in "up on last year", and all of them
 * in "price history", which reaches as far as the metals' figures do.
 */
export function readTimeframe(
  { has, times, subjects }: Findings,
  catalog: Pick<MetalCatalog, 'metals' | 'defaultMetal'>,
  thisYear: number,
): Timeframe {
  const current = has('current');
  const finerTime = times.finer;
  if (times.years.length === 0 && has('history') && finerTime === null) {
    const metals = subjects.metals.length > 0 ? subjects.metals : [catalog.defaultMetal];
    const [from, to] = yearsOfData(catalog, metals);
    const years = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
    return { years, span: from < to ? { from, to } : null, current, finerTime };
  }
  const years = new Set(times.years);
  if (current) years.add(thisYear);
  for (const year of times.finerYears) years.add(year);
  // "More last year, gold or silver": what is set against each other is not held against today.
  const several = Math.max(subjects.metals.length, subjects.countries.length) > 1;
  if (times.relative && !several && (has('compare') || has('than'))) years.add(thisYear);
  return { years: [...years].toSorted((a, b) => a - b), span: times.span, current, finerTime };
}
