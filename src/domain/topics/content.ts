/** How much metal is in something: an oxide, a product, or a thing that no source has a figure for. */
import type { Line, Span, Stated } from '#src/domain/answer.ts';
import { citationOf } from '#src/domain/series/figures.ts';
import type { Aside } from '#src/domain/reading/frame.ts';
import { about } from '#src/domain/measure/rounding.ts';
import { factorOf, metalHeld } from '#src/domain/measure/substances.ts';
import { typed } from './cost/order-in-words.ts';
import { oxideContent, productContent } from './stated.ts';
import { makePart, missing, uniqueCitations, type TopicContext, type TopicResult } from './topic.ts';
import { askFor } from './suggestions.ts';

/** How much metal is in something, as a percentage. */
const share = (held: Stated): Span => ({ quantity: held.quantity, from: [held] });

/** The share by mass where the data has one; for a thing that only contains it there is none. */
export function answerContent(
  { metal, question }: TopicContext,
  { of, thing }: Extract<Aside, { kind: 'content' }>,
): TopicResult {
  const name = metal.name.toLowerCase();
  const [product] = metal.products;
  const { oxide } = metal;
  if (of === 'oxide' && oxide !== undefined) {
    const fraction = oxideContent(metal, oxide);
    const [amount] = question.amounts;
    const mass =
      amount && about({ range: metalHeld(amount.value, oxide), unit: amount.unit }, factorOf(oxide));
    const held: Line | undefined = amount &&
      mass && [
        {
          strong: [
            typed(amount),
            ` of ${oxide.formula}: `,
            { quantity: mass, from: [fraction] },
            ` of ${name}`,
          ],
        },
      ];
    return {
      found: true,
      part: makePart('summary', {
        headline: held ?? [{ strong: [`${oxide.formula} is `, share(fraction), ` ${name} by mass`] }],
        body: [
          ...(held === undefined ? [] : [[`${oxide.formula} is `, share(fraction), ` ${name} by mass.`]]),
          ['The rest is oxygen. This is of the pure oxide.'],
        ],
        citations: uniqueCitations([citationOf(metal, oxide)]),
      }),
      suggestions: [askFor(metal, 'price')],
    };
  }
  const magnets: Line[] =
    product === undefined
      ? []
      : [
          [
            `${product.name} are `,
            share(productContent(metal, product)),
            ` ${name}, assuming ${product.assumption}.`,
          ],
        ];
  if (of === 'product' && product !== undefined) {
    return {
      found: true,
      part: makePart('summary', {
        headline: [
          {
            strong: [`${product.name}: `, share(productContent(metal, product)), ` ${name} by mass`],
          },
        ],
        body: [[`This assumes ${product.assumption}.`]],
        citations: uniqueCitations([citationOf(metal, product)]),
      }),
      suggestions: [
        {
          label: `In 100 kg of ${product.name}`,
          ask: `what does the ${name} in 100 kg of ${product.name} cost`,
          need: {
            intent: 'cost',
            metals: [metal.id],
            metrics: ['price'],
            product: product.id,
            amounts: [{ value: { low: 100, high: 100 }, unit: 'kg', product: product.id }],
          },
        },
      ],
    };
  }
  const what = thing === '' ? 'that' : `one ${thing.toLowerCase()}`;
  return missing(
    'unknown',
    [`I have no figure for how much ${name} is in ${what}.`],
    [['No source that I have gives it.'], ...magnets],
    product === undefined
      ? [askFor(metal, 'price')]
      : [
          {
            label: `${name} in magnets`,
            ask: `what percent of a magnet is ${name}`,
            need: { metals: [metal.id], metrics: ['share'], product: product.id, content: 'product' },
          },
        ],
    product === undefined ? [] : [citationOf(metal, product)],
  );
}
