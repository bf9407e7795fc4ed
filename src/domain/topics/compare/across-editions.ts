/** Two years that no one edition of a source has: a change between them would divide figures that may not count alike. */
import { apartInWords } from './changed.ts';
import { cite, makePart, type TopicContext, type TopicResult } from '../topic.ts';
import type { Series } from '#src/domain/series/series.ts';
import { askChange } from '#src/domain/topics/suggestions.ts';

/** Both figures where each is in another edition of the source: they are shown, and never divided. */
export function acrossEditions(
  { question, thisYear }: TopicContext,
  track: Series,
  what: string,
): TopicResult | undefined {
  const [first, last] = [
    question.span?.from ?? question.years[0],
    // "Since 2021" runs to this year, where the track may end before.
    Math.min(question.span?.to ?? question.years.at(-1) ?? 0, track.years.at(-1) ?? Infinity) || undefined,
  ];
  const from = first === undefined ? undefined : track.at(first);
  // "Since 2020" runs to the newest year that there is.
  const newest = last !== undefined && last >= thisYear ? track.years.findLast((y) => y <= last) : last;
  const to = newest === undefined ? undefined : track.at(newest);
  if (from === undefined || to === undefined || from === to) return undefined;
  const [low, high] = [track.years.find((y) => track.ends(y, to.year) !== undefined), to.year];
  return {
    found: true,
    part: makePart('change', {
      ...apartInWords(from, to, { what }),
      citations: cite([from, to]),
      chartWanted: question.chart,
    }),
    suggestions:
      low === undefined || low >= high
        ? []
        : [
            askChange(
              to.metal,
              { from: low, to: high },
              {
                what,
                metrics: [
                  to.series.metric === 'price' || to.series.metric === 'share'
                    ? to.series.metric
                    : 'production',
                ],
                ...(to.citation.source.publisher === 'USGS' ? { source: 'usgs' as const } : {}),
                ...(to.series.sector === undefined ? {} : { sectors: [to.series.sector] }),
                ...(to.series.country === undefined ? {} : { countries: [to.series.country] }),
              },
            ),
          ],
  };
}
