/** The years that data and question reach over. */
import type { Catalog } from '../catalog.ts';
import type { YearsRead } from './years.ts';

/** First and last year of these metals' headline figures; of all metals' where they have none. */
export function yearsOfData(
  { metals }: Pick<Catalog, 'metals'>,
  ids: readonly string[],
): readonly [number, number] {
  const own = metals.filter((metal) => ids.includes(metal.id)).flatMap((metal) => metal.series);
  const headline = own.filter((series) => series.role === 'headline');
  const series = headline.length > 0 ? headline : metals.flatMap((metal) => metal.series);
  const years = series.flatMap(({ points }) => points.map((point) => point.year));
  return [years.reduce((a, b) => Math.min(a, b), 2100), years.reduce((a, b) => Math.max(a, b), 1900)];
}

/** All years from one to another, both included. */
export function yearsBetween(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}

/** Adds the years that are meant without a number: "now", "yesterday", and the now in "up on last year". */
export function withPresent(
  times: YearsRead,
  also: {
    readonly current: boolean;
    readonly finer: number | null;
    readonly comparing: boolean;
    readonly thisYear: number;
  },
): readonly number[] {
  const years = new Set(times.years);
  if (also.current) years.add(also.thisYear);
  if (also.finer !== null) years.add(also.finer);
  if (also.comparing && times.relative) years.add(also.thisYear);
  return [...years].toSorted((a, b) => a - b);
}
