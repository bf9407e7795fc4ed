/** What the countries of a region come to in a year, and which years may be set beside each other. */
import type { Quantity, Range } from '#src/domain/measure/figure.ts';
import { COUNTRIES_OF } from '#src/domain/reading/words/things/regions.ts';
import type { Series } from '#src/domain/series/series.ts';
import { sumOfFigures } from '../combined.ts';
import { isBound } from '../topic.ts';
import { rank } from './country-tracks.ts';
import type { Ranked } from './rank-lead.ts';

/** A place with what its countries come to in a year. */
export interface Summed {
  readonly place: string;
  readonly year: number;
  readonly ranked: readonly Ranked[];
  readonly sum: Quantity;
}

/** `undefined` where the source lists none of its countries, or they can't be added. */
export function summed(
  tracks: readonly { country: string; track: Series }[],
  place: string,
  year: number,
): Summed | undefined {
  const within = COUNTRIES_OF.get(place) ?? [place];
  const ranked = rank(
    tracks.filter(({ country }) => within.includes(country)),
    year,
  ).filter(({ figure }) => figure.quantity.range.high > 0 && !isBound(figure));
  const sum = sumOfFigures(ranked.map(({ figure }) => figure));
  return sum === undefined
    ? undefined
    : { place, year, ranked, sum: { ...sum, printed: printedSum(ranked) } };
}

/** What rounding leaves open of a sum: that of all of its parts. */
function printedSum(ranked: readonly Ranked[]): Range {
  const all = ranked.map(({ figure }) => figure.quantity.printed ?? figure.quantity.range);
  return {
    low: all.reduce((sum, { low }) => sum + low, 0),
    high: all.reduce((sum, { high }) => sum + high, 0),
  };
}

/** Years in which the same countries are listed as in the newest: a sum of fewer would be no change of it. */
export function comparable(all: readonly Summed[]): readonly Summed[] {
  const listed = ({ ranked }: Summed): string =>
    ranked
      .map(({ country }) => country)
      .toSorted()
      .join();
  return all.filter((one) => listed(one) === listed(all.findLast(({ place }) => place === one.place) ?? one));
}
