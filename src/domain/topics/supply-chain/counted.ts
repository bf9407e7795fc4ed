/** What sources count of a commodity beside its price: by country, of the world, or of the United States alone. */
import type { AskedMetric } from '#src/domain/reading/asked-metrics.ts';
import type { Question } from '#src/domain/reading/question.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import { seriesIn, type Series } from '#src/domain/series/series.ts';

const COUNTED = [
  'production',
  'reserves',
  'capacity',
  'consumption',
  'imports',
  'exports',
  'stocks',
  'import-reliance',
] as const satisfies readonly AskedMetric[];
export type Counted = (typeof COUNTED)[number];

/** The first that is asked for; `undefined` where it is a price, a share, or what is no figure. */
export const countedAsked = (metrics: readonly AskedMetric[]): Counted | undefined =>
  COUNTED.find((metric) => metrics.includes(metric));

/** As the sources spell it: of much, they have its figures alone. */
export const US = 'United States';

/** Of the country that is named; else of the world or, where the source has no more, of the United States. */
export function countedIn(
  metal: Metal,
  metric: Counted,
  { countries, perUnit }: Pick<Question, 'countries' | 'perUnit'>,
): Series | undefined {
  const [country] = countries;
  const of = (place: { readonly country?: string }): Series | undefined =>
    seriesIn(metal, { metric, ...place }, perUnit)[0];
  return country === undefined ? (of({}) ?? of({ country: US })) : of({ country });
}

/** @example "world production", "production in Chile", "import reliance of the United States" */
export function countedInWords(metric: Counted, place: string | undefined): string {
  const what = metric.replace('-', ' ');
  if (place === undefined) return `world ${what}`;
  if (place === US) return `${what} of the ${place}`;
  return metric === 'production' || metric === 'reserves' ? `${what} in ${place}` : `${what} of ${place}`;
}
