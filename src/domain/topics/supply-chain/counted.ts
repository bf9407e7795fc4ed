/** What sources count of a commodity beside its price: by country, of the world, or of the United States alone. */
import { says } from '#src/domain/reading/asked/manner.ts';
import type { AskedMetric } from '#src/domain/reading/asked-metrics.ts';
import type { Question } from '#src/domain/reading/question.ts';
import type { Metal, NumericSeries } from '#src/domain/series/metal.ts';
import type { Series } from '#src/domain/series/series.ts';
import { seriesIn } from '#src/domain/series/metal-series.ts';
import { alike } from '#src/domain/series/one-unit.ts';

const COUNTED = [
  'production',
  'reserves',
  'capacity',
  'consumption',
  'imports',
  'exports',
  'stocks',
  'employment',
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
  const of = (place: string | undefined): Series | undefined =>
    countedOf(metal, metric, place, perUnit ?? null)[0];
  return country === undefined ? (of(undefined) ?? of(US)) : of(country);
}

/** Said before the figure of the United States, where that of the world is asked for. */
export const noWorld = (
  { countries, text }: Pick<Question, 'countries' | 'text'>,
  country: string | undefined,
  what: string,
): string =>
  country === US && countries.length === 0 && says({ text }, 'world')
    ? `No source here has ${what} for the world. `
    : '';

const IN_ALL = /\btotal\b/iu;

const TRADED: ReadonlySet<string> = new Set(['imports', 'exports', 'stocks']);

/**
 * What a source counts of one place, form by form: the total first. Of what is traded or stocked the largest is first, for its ore
 * may be a few tonnes where its metal is all that is meant.
 */
export function countedOf(
  metal: Metal,
  metric: NumericSeries['metric'],
  country: string | undefined,
  perUnit: Question['perUnit'],
): readonly Series[] {
  const tracks = seriesIn(metal, { metric, ...(country === undefined ? {} : { country }) }, perUnit);
  if (tracks.length < 2) return tracks;
  const size = (track: Series): number => {
    const figure = track.at(track.years.at(-1) ?? 0);
    const [, same] = (first && figure && alike([first, figure])) ?? [];
    return same?.quantity.range.high ?? 0;
  };
  const first = tracks[0]?.at(tracks[0].years.at(-1) ?? 0);
  return tracks.toSorted(
    (a, b) =>
      Number(IN_ALL.test(b.label)) - Number(IN_ALL.test(a.label)) ||
      (TRADED.has(metric) ? size(b) - size(a) : 0),
  );
}

/** @example "world production", "production in Chile", "import reliance of the United States" */
export function countedInWords(metric: Counted, place: string | undefined): string {
  const what = metric.replace('-', ' ');
  if (place === undefined) return `world ${what}`;
  if (place === US) return `${what} of the ${place}`;
  return metric === 'production' || metric === 'reserves' ? `${what} in ${place}` : `${what} of ${place}`;
}
