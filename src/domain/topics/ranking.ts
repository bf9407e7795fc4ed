/** Countries ranked by what they mine or hold. */
import type { Line } from '../answer.ts';
import type { Figure } from '../catalog.ts';
import type { Metal } from '../metal.ts';
import { holderOf, withGroupCaution } from './group.ts';
import { tracksOf, type Track } from './track.ts';
import {
  cite,
  figureLabel,
  firmness,
  makePart,
  missing,
  show,
  yearsInWords,
  type TopicContext,
  type TopicResult,
} from './topic.ts';

interface Ranked {
  readonly country: string;
  readonly figure: Figure;
}

/** All countries, or those named, in the newest year that they have, or the one asked for. */
export function answerRanking(context: TopicContext, metric: 'production' | 'reserves'): TopicResult {
  const { metal, question } = context;
  const holder = holderOf(context, (m) => m.countries.length > 0);
  const tracks = holder === undefined ? [] : countryTracks(holder, metric);
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
      [{ label: 'Top producers', ask: 'top rare earth producing countries' }],
    );
  }
  const world = tracksOf(holder, { metric }).flatMap((t) => t.at(year) ?? []);
  const total = [...world, ...world.flatMap((f) => f.superseded)].find(
    (f) => f.series.source === top.figure.series.source,
  );
  const when = figureLabel(top.figure);
  const rows: Line[][] = ranked.map(({ country, figure }) => [[country], [show(figure)]]);
  const fewest = question.extreme === 'lowest';
  const first = fewest ? (ranked.findLast((r) => r.country !== 'Other') ?? top) : top;
  const result: TopicResult = {
    found: true,
    part: makePart(metric, {
      headline: [
        {
          strong: [
            `${holder.name}, ${metric === 'reserves' ? 'reserves' : 'mine production'}, ${when}: ${first.country} ${fewest ? 'has the least' : 'leads'}, `,
            show(first.figure),
          ],
        },
        firmness(first.figure),
      ],
      body: total === undefined ? [] : [['World total in the same edition: ', show(total), '.']],
      table: { columns: ['Country', 'Tonnes'], rows },
      cautions: [...new Set(ranked.flatMap((r) => r.figure.series.notes))].map((note): Line => [note]),
      citations: cite([...ranked.map((r) => r.figure), total]),
      ...(metric === 'production' ? { chart: { kind: 'countries', metal: holder.id, year } as const } : {}),
      chartWanted: question.chart || (metric === 'production' && ranked.length > 3),
    }),
    suggestions: [],
  };
  return withGroupCaution(context, holder, result);
}

function countryTracks(
  holder: Metal,
  metric: 'production' | 'reserves',
): { country: string; track: Track }[] {
  return holder.countries.flatMap(({ name: country }) =>
    tracksOf(holder, { metric, country }).map((track) => ({ country, track })),
  );
}

/** Largest first; "Other" is no country and stands last. */
function rank(tracks: readonly { country: string; track: Track }[], year: number): Ranked[] {
  return tracks
    .flatMap(({ country, track }) => {
      const figure = track.at(year);
      return figure === undefined ? [] : [{ country, figure }];
    })
    .toSorted(
      (a, b) =>
        Number(a.country === 'Other') - Number(b.country === 'Other') ||
        b.figure.quantity.range.high - a.figure.quantity.range.high,
    );
}
