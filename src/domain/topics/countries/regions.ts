/** "Gold production in Africa": the sum over the countries of a region that the source lists, each of them named. */
import type { Line, Span } from '#src/domain/answer.ts';
import { changeOf } from '#src/domain/measure/changes.ts';
import { shareOf } from '#src/domain/measure/rounding.ts';
import { COUNTRIES_OF } from '#src/domain/reading/words/things/regions.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import { seriesIn } from '#src/domain/series/metal-series.ts';
import { alike } from '#src/domain/series/one-unit.ts';
import { holderOf, withGroupCaution } from '../group.ts';
import {
  cite,
  countedAs,
  figureLabel,
  firmness,
  isBound,
  listInWords,
  makePart,
  missing,
  show,
  yearsInWords,
  type TopicContext,
  type TopicResult,
} from '../topic.ts';
import { countriesCounted, countryTracks } from './country-tracks.ts';
import { comparable, summed, type Summed } from './region-sums.ts';
import { answerRanking } from './ranking.ts';

type Metric = 'production' | 'reserves';

const isRegion = (place: string): boolean => COUNTRIES_OF.has(place);

/** The countries of its regions in order, where it is asked who is first among them. */
export function rankedWithin(context: TopicContext, metric: Metric): TopicResult {
  const { question } = context;
  const countries = question.countries.flatMap((place) => COUNTRIES_OF.get(place) ?? [place]);
  const result = answerRanking(
    { ...context, question: { ...question, countries, allCountries: true } },
    metric,
  );
  const { part } = result;
  const among: Line = [
    `Among the countries of ${listInWords(question.countries.filter(isRegion))} that the source lists.`,
  ];
  return result.found ? { ...result, part: { ...part, body: [among, ...part.body] } } : result;
}

export const asksRegion = ({ question }: TopicContext): boolean => question.countries.some(isRegion);

/** Of the newest year, or of those asked for. */
export function answerRegions(context: TopicContext, metric: Metric): TopicResult {
  const { metal, question } = context;
  const places = question.countries;
  const holder = holderOf(context, (one) => countriesCounted(one, metric).length > 0) ?? metal;
  const tracks = countryTracks(context, holder, metric);
  const known = [...new Set(tracks.flatMap(({ track }) => track.years))].toSorted((a, b) => a - b);
  const isOfYear = metric === 'production' && question.years.length > 0 && !question.current;
  // How it moved is of all years that there are.
  const moves = metric === 'production' && question.chart && question.years.length === 0;
  const wanted = moves
    ? known
    : isOfYear
      ? known.filter((year) => question.years.includes(year))
      : known.slice(-1);
  const without = question.without ?? [];
  const counted = tracks.filter(({ country }) => !without.includes(country));
  const all = comparable(
    wanted.flatMap((year) => places.flatMap((place) => summed(counted, place, year) ?? [])),
  );
  const [first] = all;
  const what = metric === 'reserves' ? 'reserves' : 'production';
  if (first === undefined)
    return missing(
      metric,
      [
        `I have no ${what} of ${holder.name.toLowerCase()} of any country in ${listInWords(places)}${isOfYear ? ` for ${yearsInWords(question.years)}` : ''}.`,
      ],
      [
        ...(isOfYear && known.length > 0 ? [[`I have countries for ${yearsInWords(known)}.`]] : []),
        ['What a source puts together as “Other” may be of any country.'],
      ],
      [],
    );
  const figures = all.flatMap(({ ranked }) => ranked.map(({ figure }) => figure));
  const newest = all.filter(({ year }) => year === all.at(-1)?.year);
  const lacking = places.filter((place) => !newest.some((one) => one.place === place));
  const [newestFigure] = figures;
  const label = metric === 'reserves' && newestFigure !== undefined ? figureLabel(newestFigure) : undefined;
  const years = [...new Set(all.map(({ year }) => year))];
  const severalYears = years.length > 1;
  const result: TopicResult = {
    found: true,
    part: makePart(metric, {
      headline: [
        {
          strong: [
            `${holder.name}, ${what}, ${places.length === 1 ? `${places[0]}${lacks(without)}, ` : ''}${label ?? (severalYears ? yearsInWords(years) : String(first.year))}: `,
            ...all.flatMap((one, at): Span[] => [
              at > 0 ? '; ' : '',
              ...(places.length > 1 ? [`${one.place} `] : []),
              total(one),
              ...(severalYears ? [` in ${one.year}`] : []),
            ]),
          ],
        },
        firmness({ quantity: all.at(-1)?.sum ?? first.sum }),
        ', as far as the source lists countries',
      ],
      body: [
        ...changed(all, places),
        ...newest.flatMap((one) => partOfWorld(context, holder.id, metric, one, places.length > 1)),
      ],
      table: {
        columns: [
          'Country',
          ...(severalYears ? ['Year'] : []),
          what === 'reserves' ? 'Reserves' : 'Production',
        ],
        rows: all.flatMap(({ year, ranked }) =>
          ranked.map(({ country, figure }): Line[] => [
            [country],
            ...(severalYears ? [[String(year)]] : []),
            [show(figure), firmness(figure)],
          ]),
        ),
      },
      cautions: [
        [
          `Summed over the countries that the source lists by name; what it puts together as “Other” is not in it. Regions are those of the United Nations: Russia is in Europe, Turkey in Asia.`,
        ],
        ...(lacking.length === 0 ? [] : [[`Of ${listInWords(lacking)} it lists no country.`]]),
        ...(isOfYear && question.years.some((year) => !years.includes(year))
          ? [
              [
                `Nothing that may be set beside it for ${yearsInWords(question.years.filter((year) => !years.includes(year)))}.`,
              ],
            ]
          : []),
        ...[...new Set(figures.map((figure) => countedAs(figure)))]
          .filter((note) => note !== '')
          .map((note) => [note]),
      ],
      citations: cite(figures),
    }),
    suggestions: [],
  };
  return withGroupCaution(context, holder, result);
}

const lacks = (without: readonly string[]): string =>
  without.length === 0 ? '' : ` without ${listInWords(without)}`;

/** "Africa, 2024 to 2025: +0.4 %." of each that has several years. */
const changed = (all: readonly Summed[], places: readonly string[]): Line[] =>
  places.flatMap((place): Line[] => {
    const own = all.filter((one) => one.place === place);
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined || first === last) return [];
    const from = [...first.ranked, ...last.ranked].map(({ figure }) => figure);
    return [
      [`${place}, ${first.year} to ${last.year}: `, { change: changeOf(first.sum, last.sum), from }, '.'],
    ];
  });

const total = ({ sum, ranked }: Summed): Span => ({
  quantity: sum,
  from: ranked.map(({ figure }) => figure),
});

/** "That is about 24 % of the world total": of the same edition. */
function partOfWorld(
  { catalog, question }: TopicContext,
  holder: string,
  metric: Metric,
  one: Summed,
  named: boolean,
): Line[] {
  const metal = catalog.metals.find(({ id }) => id === holder);
  const [first] = one.ranked;
  if (metal === undefined || first === undefined) return [];
  const worlds = seriesIn(metal, { metric }, question.perUnit).flatMap((track) => track.at(one.year) ?? []);
  const world = worlds
    .flatMap((figure) => [figure, ...figure.superseded])
    .find(({ series }) => series.source === first.figure.series.source);
  const [, same] = (world && alike([first.figure, world])) ?? [];
  const share = same === undefined || isBound(same) ? undefined : shareOf(one.sum, same.quantity);
  if (same === undefined || share === undefined) return [];
  const from: readonly Figure[] = [...one.ranked.map(({ figure }) => figure), same];
  return [
    [
      named ? `${one.place}: ` : 'That is ',
      { quantity: share, from },
      ' of the world total in the same edition (',
      show(same),
      firmness(same),
      ').',
    ],
  ];
}
