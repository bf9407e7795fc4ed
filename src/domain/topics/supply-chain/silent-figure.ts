/** The answer where a source has a place in its table and prints no number there: withheld, not available, none. */
import { silenceInWords, silencesIn } from '#src/domain/series/packs/silence.ts';
import { isOfStage, type AskedStage } from './stages.ts';
import { holderOf, withGroupCaution } from '#src/domain/topics/group.ts';
import { makePart, type TopicContext, type TopicResult } from '#src/domain/topics/topic.ts';
import { askCountries, askProducers } from '#src/domain/topics/suggestions.ts';

/** `undefined` where there is no such cell for the years asked for, or for any where none is. */
export function silentFigure(
  context: TopicContext,
  metric: 'production' | 'reserves',
  country: string | undefined,
  stage?: AskedStage,
): TopicResult | undefined {
  const { question } = context;
  const sought = {
    metric,
    country,
    isOfStage: stage === undefined ? undefined : (of: string | undefined) => isOfStage(of, stage),
  };
  const holder = holderOf(context, (metal) => silencesIn(metal, sought).length > 0);
  const all = holder === undefined ? [] : silencesIn(holder, sought);
  const wanted = metric === 'reserves' ? [] : question.years;
  const found = all.findLast(({ at }) => wanted.length === 0 || wanted.includes(Number(at)));
  if (holder === undefined || found === undefined) return undefined;
  const where = country === undefined ? 'world' : country;
  const when = metric === 'reserves' ? (found.citation.source.edition ?? found.at) : found.at;
  return withGroupCaution(context, holder, {
    found: true,
    part: makePart(metric, {
      headline: [
        {
          strong: [
            `${holder.name}, ${metric === 'reserves' ? 'reserves' : (found.series.stage ?? '')}${metric === 'reserves' ? '' : ' production'}, ${where}, ${when}: ${silenceInWords(found, found.citation.source.publisher)}`.replace(
              ',  ',
              ', ',
            ),
          ],
        },
      ],
      cautions: found.series.notes.slice(0, 3).map((note) => [note]),
      citations: [found.citation],
    }),
    suggestions: [
      metric === 'reserves'
        ? askCountries('Reserves by country', `${holder.name} reserves by country`, 'reserves', holder)
        : askProducers(holder),
    ],
  });
}
