/** "Which country produces the most minerals": in how many of the commodities each country has the most. */
import type { Line } from '#src/domain/answer.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import { seriesIn } from '#src/domain/series/metal-series.ts';
import { cite, listInWords, makePart, missing, type TopicContext, type TopicResult } from '../topic.ts';
import { rank } from './country-tracks.ts';

const SHOWN = 10;
/** So many of a country's are named in its row. */
const NAMED = 6;

/** @param name What the members are together: "commodities", "base metals" */
export function answerLeaders(
  { question, thisYear }: Pick<TopicContext, 'question' | 'thisYear'>,
  name: string,
  members: readonly Metal[],
): TopicResult {
  const asked = question.current ? undefined : question.years.at(-1);
  const led = members.flatMap((metal) => leaderOf(metal, asked, thisYear) ?? []);
  const countries = [...Map.groupBy(led, ({ country }) => country)].toSorted(
    ([one, a], [other, b]) => b.length - a.length || one.localeCompare(other, 'en'),
  );
  const [[first, own] = [undefined, []], second] = countries;
  if (first === undefined)
    return missing('production', [`I have no production by country of any of the ${name} here.`], [], []);
  const years = [...new Set(led.map(({ figure }) => figure.year))];
  return {
    found: true,
    part: makePart('production', {
      headline: [
        {
          strong: [
            `${first} has the largest output of ${own.length} of ${led.length} ${name} here, ${years.length === 1 ? String(years[0]) : 'newest of each'}`,
          ],
        },
        '.',
      ],
      body: second === undefined ? [] : [[`Then ${second[0]}, of ${second[1].length}.`]],
      table: {
        columns: ['Country', 'First in', 'Which'],
        rows: countries
          .slice(0, SHOWN)
          .map(([country, all]): Line[] => [
            [country],
            [String(all.length)],
            [whichOf(all.map(({ metal }) => metal.name))],
          ]),
      },
      cautions: [
        [
          'Commodities are counted, and not tonnes: one weighs as much as another. Those without output by country are left out.',
        ],
      ],
      citations: cite(led.map(({ figure }) => figure)),
    }),
    leads: first,
    suggestions: [],
  };
}

const whichOf = (names: readonly string[]): string =>
  names.length > NAMED
    ? `${names.slice(0, NAMED).join(', ')} and ${names.length - NAMED} more`
    : listInWords(names);

/** The country that has the most; `undefined` where the source lists fewer than two. */
function leaderOf(
  metal: Metal,
  asked: number | undefined,
  thisYear: number,
): { readonly metal: Metal; readonly country: string; readonly figure: Figure } | undefined {
  const tracks = metal.countries.flatMap(({ name }) => {
    const [track] = seriesIn(metal, { metric: 'production', country: name });
    return track === undefined ? [] : [{ country: name, track }];
  });
  const years = tracks.flatMap(({ track }) => track.years).filter((year) => year <= thisYear);
  const year = asked ?? Math.max(...years);
  const ranked = rank(tracks, year).filter(({ country }) => country !== 'Other');
  const [first] = ranked;
  return first === undefined || ranked.length < 2 || first.figure.quantity.range.high === 0
    ? undefined
    : { metal, ...first };
}
