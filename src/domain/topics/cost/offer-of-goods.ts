/** An offer for what only holds a metal, such as magnets: there is no price of those, and the metal in them is worth so much. */
import type { Line } from '#src/domain/answer.ts';
import { multiply, type Quantity } from '#src/domain/measure/figure.ts';
import { about } from '#src/domain/measure/rounding.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import type { Metal, Product } from '#src/domain/series/metal.ts';
import { askFor } from '#src/domain/topics/suggestions.ts';
import {
  cite,
  firmness,
  makePart,
  show,
  uniqueCitations,
  type TopicResult,
} from '#src/domain/topics/topic.ts';
import { citationOf } from '#src/domain/series/figures.ts';
import { productContent } from '#src/domain/topics/stated.ts';

/** @param offered The price on the table, in the unit of the figure */
export function answerOfferOfGoods(
  metal: Metal,
  product: Product,
  offered: Quantity,
  figure: Figure,
): TopicResult {
  const name = metal.name.toLowerCase();
  const range = multiply(figure.quantity.range, product.metalMassFraction);
  const worth = about({ range, unit: figure.quantity.unit }, figure.quantity.range);
  const mass = figure.quantity.unit.split('/').at(-1) ?? 'kg';
  const isLess = offered.range.high < worth.range.low;
  const body: Line[] = [
    [
      `The ${name} in 1 ${mass} of them: `,
      { quantity: worth, from: [figure, productContent(metal, product)] },
      `, at `,
      show(figure),
      ` in ${figure.year}${firmness(figure)}, assuming ${product.assumption}.`,
    ],
    isLess
      ? [{ quantity: offered, given: true }, ` is less than the ${name} alone: ask what is in them.`]
      : ['What makes magnets of it, other metals, shaping and coating, is not in that.'],
  ];
  return {
    found: true,
    part: makePart('cost', {
      headline: [
        {
          strong: [
            `I have no price of ${product.name} to set `,
            { quantity: offered, given: true },
            ' against.',
          ],
        },
      ],
      body,
      citations: uniqueCitations([...cite([figure]), citationOf(metal, product)]),
    }),
    suggestions: [askFor(metal, 'price', { year: figure.year })],
  };
}
