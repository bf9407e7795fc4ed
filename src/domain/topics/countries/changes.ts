/** How the output of several countries moved, whoever rose or fell most first. */
import { says } from '#src/domain/reading/asked/manner.ts';
import type { Line } from '#src/domain/answer.ts';
import { uniqueCitations, type Topic, type TopicContext, type TopicResult } from '../topic.ts';

/** One answer of each country's; `undefined` where there are not several. @param ofOne Answers for one */
export function changesOfPlaces(context: TopicContext, ofOne: Topic): TopicResult | undefined {
  const { question } = context;
  if (question.countries.length < 2) return undefined;
  const all = question.countries.map((country) => ({
    country,
    result: ofOne({ ...context, question: { ...question, countries: [country] } }),
  }));
  const way = says(question, 'less mined') ? -1 : 1;
  const found = all
    .filter(({ result }) => result.found)
    .toSorted((a, b) => way * (movedBy(b.result) - movedBy(a.result)));
  const [first, ...others] = found;
  if (first === undefined) return all[0]?.result;
  const lacking = all.filter(({ result }) => !result.found).map(({ country }) => country);
  const { part } = first.result;
  return {
    ...first.result,
    leads: first.country,
    part: {
      ...part,
      body: [
        ...part.body,
        ...others.flatMap(({ result }): Line[] => [result.part.headline, ...result.part.body]),
        ...(lacking.length === 0 ? [] : [[`I have no such change of ${lacking.join(' and ')}.`]]),
      ],
      citations: uniqueCitations(found.flatMap(({ result }) => result.part.citations)),
    },
  };
}

/** Between midpoints, in per cent. */
function movedBy({ part }: TopicResult): number {
  const spans = part.headline.flatMap((span) =>
    typeof span === 'object' && 'strong' in span ? span.strong : [span],
  );
  const change = spans.flatMap((span) => (typeof span === 'object' && 'change' in span ? [span.change] : []));
  return change[0]?.midpoint ?? 0;
}
