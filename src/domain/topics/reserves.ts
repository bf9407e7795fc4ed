/** What is in the ground and worth mining: the world, or by country. Reserves belong to an edition, not to a year. */
import type { Line, Suggestion } from '#src/domain/answer.ts';
import { shareOfWorld } from './countries/share-of-world.ts';
import { findSeries, type Figure } from '#src/domain/series/figures.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import { holderOf, withGroupCaution } from './group.ts';
import { answerOutside } from './countries/outside.ts';
import { answerRegions, asksRegion, rankedWithin } from './countries/regions.ts';
import { answerRanking } from './countries/ranking.ts';
import { silentFigure } from './supply-chain/silent-figure.ts';
import { seriesIn } from '#src/domain/series/metal-series.ts';
import {
  cite,
  countedAs,
  figureLabel,
  firmness,
  isBound,
  makePart,
  missing,
  show,
  type Topic,
  type TopicContext,
} from './topic.ts';
import { askCountries } from '#src/domain/topics/suggestions.ts';

export const answerReserves: Topic = (context) => {
  const { metal, question } = context;
  if (asksRegion(context))
    return question.allCountries || question.extreme !== null
      ? rankedWithin(context, 'reserves')
      : answerRegions(context, 'reserves');
  if (question.allCountries || question.countries.length > 1 || question.extreme !== null)
    return answerRanking(context, 'reserves');
  if ((question.without ?? []).length > 0) return answerOutside(context, 'reserves');
  const [country] = question.countries;
  const filter = { metric: 'reserves', ...(country === undefined ? {} : { country }) } as const;
  const holder = holderOf(context, (m) => seriesIn(m, filter).length > 0);
  const track = holder && seriesIn(holder, filter, question.perUnit)[0];
  const figure = track?.at(track.years.at(-1) ?? 0);
  const silence = figure === undefined ? silentFigure(context, 'reserves', country) : undefined;
  if (silence !== undefined) return silence;
  if (holder === undefined || track === undefined || figure === undefined) {
    return missing(
      'reserves',
      [`I have no reserves of ${metal.name.toLowerCase()}${country === undefined ? '' : ` in ${country}`}.`],
      [],
      byCountry(reservesHolder(context)),
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
        firmness(figure),
      ],
      body: [
        ...older.map((o): Line => [`${figureLabel(o)}, an older edition, has `, show(o), firmness(o), '.']),
        ...(country === undefined ? [] : partOfWorld(holder, figure)),
      ],
      cautions: [
        [`${countedAs(figure)} Reserves are what can be mined at a profit today, not all there is.`.trim()],
        ...(question.years.length > 0 ? [['Reserves are given by edition, not by year.']] : []),
      ],
      citations: cite([figure, ...older]),
      chartWanted: false,
    }),
    suggestions: byCountry(reservesHolder(context)),
  });
};

/** A country's part of the world's, of one edition. */
function partOfWorld(holder: Metal, figure: Figure): Line[] {
  const share = shareOfWorld(holder, figure);
  if (share === undefined || isBound(figure)) return [];
  const [, world] = share.from;
  return [['That is ', share, ' of the world’s (', show(world), ', same edition).']];
}

/** Who has reserves by country: the metal, or its group. */
function reservesHolder(context: TopicContext): Metal | undefined {
  return holderOf(context, (m) =>
    m.countries.some(({ name }) => findSeries(m, { metric: 'reserves', country: name }).length > 0),
  );
}

function byCountry(holder: Metal | undefined): Suggestion[] {
  return holder === undefined
    ? []
    : [askCountries('Reserves by country', `${holder.name} reserves by country`, 'reserves', holder)];
}
