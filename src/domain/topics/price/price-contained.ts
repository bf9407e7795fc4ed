/** What the metal in an oxide costs: the oxide's price over the share of metal in it. */
import type { Line } from '#src/domain/answer.ts';
import { divide, exactly, type Quantity } from '#src/domain/measure/figure.ts';
import { about } from '#src/domain/measure/rounding.ts';
import { factorOf } from '#src/domain/measure/substances.ts';
import { citationOf, type Figure } from '#src/domain/series/figures.ts';
import { newestObserved } from '#src/domain/series/series.ts';
import { oxideOf } from '#src/domain/topics/cost/order.ts';
import { oxideContent } from '#src/domain/topics/stated.ts';
import { askPriceOf } from '#src/domain/topics/suggestions.ts';
import {
  cite,
  firmness,
  makePart,
  show,
  sourceName,
  uniqueCitations,
  type TopicContext,
  type TopicResult,
} from '#src/domain/topics/topic.ts';
import type { Prices } from './prices.ts';

/** The price of contained metal; `undefined` where none is asked for, or no price of an oxide is known. */
export function priceContained(context: TopicContext, { main }: Prices): TopicResult | undefined {
  const { metal, question, thisYear } = context;
  const oxide = oxideOf(metal);
  if (question.contained !== true || main === undefined || oxide === undefined) return undefined;
  const newest = newestObserved(main, thisYear);
  const years = question.years.length > 0 ? question.years : newest === undefined ? [] : [newest];
  const figures = years
    .flatMap((year) => main.at(year) ?? [])
    .filter(({ series }) => series.basis === 'oxide');
  const [first, ...others] = figures;
  if (first === undefined) return undefined;
  const held = oxideContent(metal, oxide);
  const inMetal = ({ quantity }: Figure): Quantity => {
    const range = divide(quantity.range, exactly(oxide.metalMassFraction));
    return about({ ...quantity, printed: undefined, range }, quantity.range, factorOf(oxide));
  };
  const lineOf = (figure: Figure): Line => [
    `${figure.year}: `,
    { quantity: inMetal(figure), from: [figure, held] },
    `${firmness(figure)}, from `,
    show(figure),
    ' for the oxide.',
  ];
  const name = metal.name;
  return {
    found: true,
    part: makePart('price', {
      headline: [
        {
          strong: [
            `${name} contained in oxide, ${first.year}: `,
            { quantity: inMetal(first), from: [first, held] },
          ],
        },
        firmness(first),
      ],
      body: [
        [
          'From ',
          show(first),
          ` for the oxide (${sourceName(first)}): ${oxide.formula} is `,
          { quantity: held.quantity, from: [held] },
          ` ${name.toLowerCase()} by mass.`,
        ],
        ...others.map(lineOf),
      ],
      cautions: [['Making metal of the oxide costs more: this is no price of metal.']],
      citations: uniqueCitations([
        ...cite(figures),
        ...(metal.oxide === undefined ? [] : [citationOf(metal, metal.oxide)]),
      ]),
      chartWanted: question.chart,
    }),
    suggestions: [askPriceOf(metal, first.year)],
  };
}
