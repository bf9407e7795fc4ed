/** The countries that a metal has figures of, in the order of one year. */
import type { Suggestion } from '#src/domain/answer.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import { holderOf } from '#src/domain/topics/group.ts';
import type { Ranked } from './rank-lead.ts';
import type { Series } from '#src/domain/series/series.ts';
import { seriesIn } from '#src/domain/series/metal-series.ts';
import { alike } from '#src/domain/series/one-unit.ts';
import type { TopicContext } from '#src/domain/topics/topic.ts';
import { askCountries } from '#src/domain/topics/suggestions.ts';

/** The countries that a metal has figures of: more than one is an order. */
export const countriesCounted = (metal: Metal, metric: 'production' | 'reserves'): readonly string[] =>
  metal.countries.flatMap(({ name: country }) =>
    seriesIn(metal, { metric, country }).length > 0 ? [country] : [],
  );

/** "Top producers": of the metal where it has countries, else of its group. */
export function topProducers(metal: Metal, context: Pick<TopicContext, 'catalog'>): Suggestion[] {
  const holder = holderOf({ ...context, metal }, (m) => countriesCounted(m, 'production').length > 0);
  return holder === undefined
    ? []
    : [
        askCountries(
          'Top producers',
          `top ${holder.name.toLowerCase()} producing countries`,
          'production',
          holder,
        ),
      ];
}

export function countryTracks(
  { question }: TopicContext,
  holder: Metal,
  metric: 'production' | 'reserves',
): { country: string; track: Series }[] {
  return holder.countries.flatMap(({ name: country }) =>
    seriesIn(holder, { metric, country }, question.perUnit).map((track) => ({ country, track })),
  );
}

/** Largest first, all in one unit; "Other" is no country and stands last. What counts something else is left out. */
export function rank(tracks: readonly { country: string; track: Series }[], year: number): Ranked[] {
  const found = tracks.flatMap(({ country, track }) => {
    const figure = track.at(year);
    return figure === undefined ? [] : [{ country, figure }];
  });
  const [first] = found;
  return found
    .flatMap(({ country, figure }) => {
      const [, converted] = first === undefined ? [] : (alike([first.figure, figure]) ?? []);
      return converted === undefined ? [] : [{ country, figure: converted }];
    })
    .toSorted(
      (a, b) =>
        Number(a.country === 'Other') - Number(b.country === 'Other') ||
        b.figure.quantity.range.high - a.figure.quantity.range.high,
    );
}
