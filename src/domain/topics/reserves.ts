/** What is in the ground and worth mining: the world, or by country. Reserves belong to an edition, not to a year. */
import type { Line } from '../answer.ts';
import { holderOf, withGroupCaution } from './group.ts';
import { answerRanking } from './ranking.ts';
import { tracksOf } from './track.ts';
import { cite, figureLabel, makePart, missing, show, type Topic } from './topic.ts';

export const answerReserves: Topic = (context) => {
  const { metal, question } = context;
  if (question.allCountries || question.countries.length > 1 || question.extreme !== null)
    return answerRanking(context, 'reserves');
  const [country] = question.countries;
  const filter = { metric: 'reserves', ...(country === undefined ? {} : { country }) } as const;
  const holder = holderOf(context, (m) => tracksOf(m, filter).length > 0);
  const track = holder && tracksOf(holder, filter, question.perUnit)[0];
  const figure = track?.at(track.years.at(-1) ?? 0);
  if (holder === undefined || track === undefined || figure === undefined) {
    return missing(
      'reserves',
      [`I have no reserves of ${metal.name.toLowerCase()}${country === undefined ? '' : ` in ${country}`}.`],
      [],
      [{ label: 'Reserves by country', ask: 'rare earth reserves by country' }],
    );
  }
  const older = track.years.slice(0, -1).flatMap((y) => track.at(y) ?? []);
  return withGroupCaution(context, holder, {
    found: true,
    part: makePart('reserves', {
      headline: [
        {
          strong: [
            `${holder.name}, reserves${country === undefined ? ', world' : ` in ${country}`}, ${figureLabel(figure)}: `,
            show(figure),
          ],
        },
      ],
      body: older.map((o): Line => [`${figureLabel(o)}, an older edition, has `, show(o), '.']),
      cautions: [
        [
          'Tonnes of rare-earth oxide equivalent. Reserves are what can be mined at a profit today, not all there is.',
        ],
        ...(question.years.length > 0 ? [['Reserves are given by edition, not by year.']] : []),
      ],
      citations: cite([figure, ...older]),
      chartWanted: false,
    }),
    suggestions: [{ label: 'Reserves by country', ask: 'rare earth reserves by country' }],
  });
};
