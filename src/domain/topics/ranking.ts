/** Countries ranked by what they mine or hold. */
import type { Line, Span, Suggestion } from '#src/domain/answer.ts';
import { metalOf, type Figure } from '#src/domain/series/figures.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import { holderOf, withGroupCaution } from './group.ts';
import { alike, seriesIn, type Series } from '#src/domain/series/series.ts';
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
} from './topic.ts';
import { askCountries } from '#src/domain/topics/suggestions.ts';

interface Ranked {
  readonly country: string;
  readonly figure: Figure;
}

/** All countries, or those named, in the newest year that they have, or the one asked for. */
export function answerRanking(context: TopicContext, metric: 'production' | 'reserves'): TopicResult {
  const { metal, question } = context;
  const holder = holderOf(context, (m) => m.countries.length > 0);
  const tracks = holder === undefined ? [] : countryTracks(context, holder, metric);
  const years = [...new Set(tracks.flatMap((t) => t.track.years))].toSorted((a, b) => a - b);
  const year = metric === 'reserves' ? years.at(-1) : (question.years.at(-1) ?? years.at(-1));
  const chosen =
    question.countries.length > 0 ? tracks.filter((t) => question.countries.includes(t.country)) : tracks;
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
  const rows: Line[][] = ranked.map(({ country, figure }) => [
    [country],
    kinds.size > 1 ? [show(figure), firmness(figure)] : [show(figure)],
  ]);
  const fewest = question.extreme === 'lowest';
  const first = fewest ? (ranked.findLast((r) => r.country !== 'Other') ?? top) : top;
  const result: TopicResult = {
    found: true,
    part: makePart(metric, {
      headline: [
        {
          strong: [
            `${holder.name}, ${metric === 'reserves' ? 'reserves' : `${top.figure.series.stage ?? 'mine'} production`}, ${when}: ${first.country} ${fewest ? 'has the least' : 'leads'}, `,
            show(first.figure),
          ],
        },
        firmness(first.figure),
      ],
      body: [
        ...(fewest ? [] : followers(ranked)),
        ...(total === undefined
          ? []
          : [['World total in the same edition: ', show(total), firmness(total), '.']]),
      ],
      table: { columns: ['Country', metric === 'reserves' ? 'Reserves' : 'Production'], rows },
      cautions: [
        ...(kinds.size === 1 && first.figure.quantity.firmness === 'estimated'
          ? [['All of these are estimates.']]
          : []),
        ...leftBehind(chosen, ranked, year),
        ...[...new Set(ranked.flatMap((r) => [countedAs(r.figure), ...r.figure.series.notes]))]
          .filter((note) => note !== '')
          .map((note): Line => [note]),
      ],
      citations: cite([...ranked.map((r) => r.figure), total]),
      ...(metric === 'production' ? { chart: { kind: 'countries', metal: holder.id, year } as const } : {}),
      chartWanted: question.chart || (metric === 'production' && ranked.length > 3),
    }),
    suggestions: [],
  };
  return withGroupCaution(context, holder, result);
}

/** "Then Peru, 3,600 t, and China, 3,400 t.": who comes next, in order. */
function followers(ranked: readonly Ranked[]): Line[] {
  const [next, after] = ranked.slice(1).filter(({ country }) => country !== 'Other');
  if (next === undefined) return [];
  const second: Span[] = after === undefined ? [] : [`, and ${after.country}, `, show(after.figure)];
  return [[`Then ${next.country}, `, show(next.figure), ...second, '.']];
}

/** "Top producers": of the metal where it has countries, else of its group. */
export function topProducers(metal: Metal, context: Pick<TopicContext, 'catalog'>): Suggestion[] {
  const holder = holderOf({ ...context, metal }, (m) =>
    m.countries.some(({ name }) => seriesIn(m, { metric: 'production', country: name }).length > 0),
  );
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
