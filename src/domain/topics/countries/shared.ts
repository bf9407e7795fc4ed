/** "Which countries produce both cobalt and copper": those that the sources list for each of several commodities. */
import type { Line } from '#src/domain/answer.ts';
import { metalOf, type Figure } from '#src/domain/series/figures.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import { seriesIn } from '#src/domain/series/metal-series.ts';
import {
  capitalised,
  cite,
  countedAs,
  firmness,
  listInWords,
  makePart,
  missing,
  show,
  type TopicContext,
  type TopicResult,
} from '../topic.ts';
import { askCountries } from '#src/domain/topics/suggestions.ts';

/** Countries with more than nothing, in the newest year of each commodity, or in the one that is asked for. */
export function answerShared(context: TopicContext): TopicResult {
  const { question, catalog } = context;
  const metric = question.metrics.includes('reserves') ? 'reserves' : 'production';
  const metals = question.metals.map((id) => metalOf(catalog, id));
  const listed = metals.map((metal) => figuresByCountry(metal, metric, question));
  const names = listInWords(metals.map(({ name }) => name));
  const lacking = metals.filter((_, at) => listed[at]?.size === 0);
  if (lacking.length > 0)
    return missing(
      metric,
      [`I have no ${metric} by country of ${listInWords(lacking.map(({ name }) => name.toLowerCase()))}.`],
      [],
      metals
        .filter((metal) => !lacking.includes(metal))
        .map((metal) =>
          askCountries(
            `${metal.name} by country`,
            `top ${metal.name.toLowerCase()} producing countries`,
            metric,
            metal,
          ),
        ),
    );
  const [first = new Map<string, Figure>(), ...others] = listed;
  const shared = [...first.keys()].filter((country) => others.every((one) => one.has(country)));
  const years = [...new Set(listed.flatMap((one) => [...one.values()].map(({ year }) => year)))].toSorted(
    (a, b) => a - b,
  );
  const figures = shared.flatMap((country) => listed.flatMap((one) => one.get(country) ?? []));
  const rows = shared.map((country): Line[] => [
    [country],
    ...listed.map((one): Line => {
      const figure = one.get(country);
      return figure === undefined ? [''] : [show(figure), firmness(figure)];
    }),
  ]);
  return {
    found: true,
    part: makePart(metric, {
      headline: [
        {
          strong: capitalised([
            `${names}, ${metric}, ${years.join(' and ')}: `,
            shared.length === 0 ? 'no country is listed for all of them' : listInWords(shared),
          ]),
        },
      ],
      body: [
        [
          `${shared.length === 1 ? 'One country is' : `${shared.length} countries are`} listed for ${metals.length === 2 ? 'both' : 'all'} by the sources, which name the larger ones and put the rest together.`,
        ],
      ],
      ...(rows.length === 0
        ? {}
        : { table: { columns: ['Country', ...metals.map(({ name }) => name)], rows } }),
      cautions: [...new Set(figures.map((one) => countedAs(one)))]
        .filter((note) => note !== '')
        .map((note): Line => [note]),
      citations: cite(listed.flatMap((one) => [...one.values()])),
    }),
    suggestions: [],
  };
}

/** By country, largest first: "Other" is none. */
function figuresByCountry(
  metal: Metal,
  metric: 'production' | 'reserves',
  { years, current, perUnit }: TopicContext['question'],
): ReadonlyMap<string, Figure> {
  const tracks = metal.countries.flatMap(({ name: country }) =>
    country === 'Other'
      ? []
      : seriesIn(metal, { metric, country }, perUnit).map((track) => ({ country, track })),
  );
  const newest = Math.max(...tracks.flatMap(({ track }) => track.years));
  const asked = current || metric === 'reserves' ? undefined : years.at(-1);
  const found = tracks.flatMap(({ country, track }): [string, Figure][] => {
    const figure = track.at(asked ?? newest);
    return figure === undefined || figure.quantity.range.high <= 0 ? [] : [[country, figure]];
  });
  return new Map(found.toSorted(([, a], [, b]) => b.quantity.range.high - a.quantity.range.high));
}
