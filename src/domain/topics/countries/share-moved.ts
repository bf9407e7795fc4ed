/** How a country's part of the world's output moved: "is it growing" after its share. */
import { divide, scale } from '#src/domain/measure/figure.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import { seriesIn } from '#src/domain/series/metal-series.ts';
import { holderOf } from '../group.ts';
import { cite, makePart, type TopicContext, type TopicResult } from '../topic.ts';
import { changeVerdict } from '../verdicts/change-verdict.ts';
import { shareOfOutput } from './share-of-world.ts';

/**
 * Its share in the two years that are asked about, or the first and last that there are, before how its output moved.
 * @returns `undefined` where there are not two such years @param ofOutput How its tonnes moved
 */
export function answerShareMoved(
  context: TopicContext,
  ofOutput: (context: TopicContext) => TopicResult,
): TopicResult | undefined {
  const { question, catalog } = context;
  const [country, ...others] = question.countries;
  if (country === undefined || others.length > 0) return undefined;
  const holder = holderOf(context, (m) => seriesIn(m, { metric: 'production', country }).length > 0);
  if (holder === undefined) return undefined;
  const years = seriesIn(holder, { metric: 'production', country }).flatMap((track) => track.years);
  const told = [...new Set(years)]
    .toSorted((a, b) => a - b)
    .flatMap((year) => {
      const share = shareOfOutput(catalog, holder.id, country, year);
      return share === undefined ? [] : [{ year, share }];
    });
  const asked = question.span === null ? question.years : [question.span.from, question.span.to];
  const within =
    asked.length < 2
      ? told
      : told.filter(({ year }) => year >= (asked[0] ?? 0) && year <= (asked.at(-1) ?? 0));
  const [from, to] = [within[0], within.at(-1)];
  if (from === undefined || to === undefined || from.year === to.year) return undefined;
  const verdict = changeVerdict(question, [[withDoubt(from.share), withDoubt(to.share)]]);
  const output = ofOutput({
    ...context,
    metal: holder,
    question: { ...question, metrics: ['production'], reason: true },
  });
  return {
    ...output,
    found: true,
    part: makePart('change', {
      headline: [
        {
          strong: [
            verdict,
            `${holder.name}, share of world production, ${country}: `,
            { quantity: from.share.quantity, from: from.share.from },
            ` in ${from.year}, `,
            { quantity: to.share.quantity, from: to.share.from },
            ` in ${to.year}`,
          ],
        },
      ],
      body: output.found ? [output.part.headline, ...output.part.body] : [],
      cautions: output.part.cautions,
      citations: [...cite([...from.share.from, ...to.share.from])],
    }),
  };
}

/** The share with all that the rounding of its two figures leaves open, which is what yes or no rests on. */
function withDoubt({ quantity, from: [part, whole] }: Share): Figure {
  const [of, by] = [part.quantity.printed, whole.quantity.printed];
  const isKnown =
    of !== undefined && by !== undefined && by.low > 0 && part.quantity.unit === whole.quantity.unit;
  const range = isKnown ? scale(divide(of, by), 100) : quantity.range;
  return { ...part, quantity: { range, unit: '%' } };
}

type Share = NonNullable<ReturnType<typeof shareOfOutput>>;
