/** Countries ranked by what they mine or hold. */
import type { Line, Span, Suggestion } from '#src/domain/answer.ts';
import { metalOf } from '#src/domain/series/figures.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import { sumOfFigures } from '../combined.ts';
import { holderOf, withGroupCaution } from '../group.ts';
import { stageCaution } from '../supply-chain/stages.ts';
import { besideLead, leadOf, type Ranked } from './rank-lead.ts';
import type { Series } from '#src/domain/series/series.ts';
import { seriesIn } from '#src/domain/series/metal-series.ts';
import { alike } from '#src/domain/series/one-unit.ts';
import {
  cite,
  countedAs,
  figureLabel,
  firmness,
  listInWords,
  makePart,
  missing,
  show,
  sourceName,
  yearsInWords,
  type TopicContext,
  type TopicResult,
} from '../topic.ts';
import { askCountries } from '#src/domain/topics/suggestions.ts';

/** All countries, or those named, in the newest year that they have, or the one asked for. */
export function answerRanking(context: TopicContext, metric: 'production' | 'reserves'): TopicResult {
  const { metal, question } = context;
  const holder = holderOf(context, (m) => countriesCounted(m, metric).length > 0);
  const tracks = holder === undefined ? [] : countryTracks(context, holder, metric);
  const years = [...new Set(tracks.flatMap((t) => t.track.years))].toSorted((a, b) => a - b);
  // "Nowadays" is of the newest year.
  const asked = question.current && question.years.length === 1 ? undefined : question.years.at(-1);
  const year = metric === 'reserves' ? years.at(-1) : (asked ?? years.at(-1));
  const without = question.without ?? [];
  // "Where does Peru rank": among all of them.
  const [placed, ...others] = question.allCountries ? question.countries : [];
  const isPlaced = placed !== undefined && others.length === 0;
  const named =
    question.countries.length > 0 && !isPlaced
      ? tracks.filter((t) => question.countries.includes(t.country))
      : tracks;
  const chosen = named.filter((t) => !without.includes(t.country));
  const ranked = year === undefined ? [] : rank(chosen, year);
  const [top] = ranked;
  if (holder === undefined || top === undefined || year === undefined) {
    const have = years.length > 0 ? [[`I have countries for ${yearsInWords(years)}.`]] : [];
    return missing(
      metric,
      [
        `I have no ${metric} by country of ${metal.name.toLowerCase()}${year === undefined ? '' : ` for ${year}`}.`,
      ],
      have,
      topProducers(holder ?? metalOf(context.catalog, context.catalog.defaultMetal), context),
    );
  }
  const world = seriesIn(holder, { metric }, question.perUnit).flatMap((t) => t.at(year) ?? []);
  const sameEdition = [...world, ...world.flatMap((f) => f.superseded)].find(
    (f) => f.series.source === top.figure.series.source,
  );
  const [, total] = (sameEdition && alike([top.figure, sameEdition])) ?? [];
  const when = figureLabel(top.figure);
  const kinds = new Set(ranked.map((r) => firmness(r.figure)));
  const rows: Line[][] = ranked
    .slice(0, question.listed)
    .map(({ country, figure }) => [
      [country],
      kinds.size > 1 ? [show(figure), firmness(figure)] : [show(figure)],
    ]);
  const lead = leadOf(question, ranked, isPlaced ? placed : undefined) ?? { said: 'leads', first: top };
  const { said, first } = lead;
  const apart = without.length === 0 ? '' : ` without ${listInWords(without)}`;
  const what = metric === 'reserves' ? 'reserves' : `${top.figure.series.stage ?? 'mine'} production`;
  const begins = `${holder.name}, ${what}${apart}, ${when}: `;
  const all = ranked.map(({ figure }) => figure);
  const sum =
    question.combine === 'sum' && question.countries.length > 1 && ranked.length > 1
      ? sumOfFigures(all)
      : undefined;
  const result: TopicResult = {
    found: true,
    part: makePart(metric, {
      headline: [
        {
          strong:
            sum === undefined
              ? [`${begins}${numberOf(question, ranked)}${first.country} ${said}, `, show(first.figure)]
              : [
                  `${begins}${listInWords(ranked.map(({ country }) => country))} together, `,
                  { quantity: sum, from: all },
                ],
        },
        firmness(sum === undefined ? first.figure : { quantity: sum }),
      ],
      body: [
        ...(isPlaced && !ranked.some((one) => one.country === placed)
          ? [[`${placed} is not among the countries that the source lists.`]]
          : []),
        ...(sum === undefined ? besideLead(ranked, lead) : []),
        ...leftOut(tracks, without, year),
        ...(total === undefined
          ? []
          : [['World total in the same edition: ', show(total), firmness(total), '.']]),
      ],
      table: { columns: ['Country', metric === 'reserves' ? 'Reserves' : 'Production'], rows },
      cautions: [
        ...(kinds.size === 1 && first.figure.quantity.firmness === 'estimated'
          ? [['All of these are estimates.']]
          : []),
        ...(metric === 'production' ? stageCaution(context, first.figure) : []),
        ...leftBehind(chosen, ranked, year),
        ...[...new Set(ranked.flatMap((r) => [countedAs(r.figure), ...r.figure.series.notes]))]
          .filter((note) => note !== '')
          .map((note): Line => [note]),
      ],
      citations: cite([...all, total]),
      ...(metric === 'production' ? { chart: { kind: 'countries', metal: holder.id, year } as const } : {}),
      chartWanted: question.chart || (metric === 'production' && ranked.length > 3),
    }),
    suggestions: [],
    leads: sum === undefined ? first.country : undefined,
  };
  return withGroupCaution(context, holder, result);
}

/** "12 countries are listed; ": where their number is asked for. "Other" is none, and neither is one that has nothing. */
function numberOf({ ofCountries }: TopicContext['question'], ranked: readonly Ranked[]): string {
  if (ofCountries !== 'number') return '';
  const listed = ranked.filter(
    ({ country, figure }) => country !== 'Other' && figure.quantity.range.high > 0,
  ).length;
  return listed === 1 ? 'one country is listed; ' : `${listed} countries are listed; `;
}

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

function countryTracks(
  { question }: TopicContext,
  holder: Metal,
  metric: 'production' | 'reserves',
): { country: string; track: Series }[] {
  return holder.countries.flatMap(({ name: country }) =>
    seriesIn(holder, { metric, country }, question.perUnit).map((track) => ({ country, track })),
  );
}

/** Largest first, all in one unit; "Other" is no country and stands last. What counts something else is left out. */
function rank(tracks: readonly { country: string; track: Series }[], year: number): Ranked[] {
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

/** "Left out: China, 67,000 t.": what was not to be counted. */
function leftOut(
  tracks: readonly { country: string; track: Series }[],
  without: readonly string[],
  year: number,
): Line[] {
  const found = without.flatMap((country): Span[][] => {
    const figure = tracks.find((one) => one.country === country)?.track.at(year);
    return figure === undefined ? [[`${country} (no figure)`]] : [[`${country}, `, show(figure)]];
  });
  return found.length === 0
    ? []
    : [['Left out: ', ...found.flatMap((one, at) => (at > 0 ? ['; ', ...one] : one)), '.']];
}

/** Countries that only another year or edition has: "For India this edition has none; USGS MCS 2025 had 6,900,000 t." */
function leftBehind(
  tracks: readonly { country: string; track: Series }[],
  ranked: readonly Ranked[],
  year: number,
): Line[] {
  const lacking = tracks.filter(({ country }) => !ranked.some((r) => r.country === country));
  const older = lacking.flatMap(({ country, track }): Span[][] => {
    const newest = track.years.findLast((y) => y < year);
    const figure = newest === undefined ? undefined : track.at(newest);
    const label = figure && figure.series.metric === 'reserves' ? sourceName(figure) : String(newest);
    return figure === undefined ? [] : [[`${country} `, show(figure), ` (${label})`]];
  });
  const other = lacking.filter(({ track, country }) => {
    const unlike = track.at(year);
    return unlike !== undefined && !ranked.some((r) => r.country === country);
  });
  return [
    ...(older.length === 0
      ? []
      : [
          [
            'Not in it, for there are only older figures: ',
            ...older.flatMap((o, i) => (i > 0 ? ['; ', ...o] : o)),
            '.',
          ],
        ]),
    ...(other.length === 0
      ? []
      : [
          [
            `Left out, for its unit counts something else: ${listInWords(other.map(({ country }) => country))}.`,
          ],
        ]),
  ];
}
