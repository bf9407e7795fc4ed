/** How much metal is in something: an oxide, a product, or a thing that no source has a figure for. */
import type { Line, Span, Stated } from '#src/domain/answer.ts';
import type { Quantity } from '#src/domain/measure/figure.ts';
import type { Amount } from '#src/domain/reading/amounts/asked-amounts.ts';
import { citationOf, type Figure } from '#src/domain/series/figures.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import { newestObserved } from '#src/domain/series/series.ts';
import type { Aside } from '#src/domain/reading/frame.ts';
import { about } from '#src/domain/measure/rounding.ts';
import { factorOf, metalHeld, type Oxide } from '#src/domain/measure/substances.ts';
import { costOf, orderOf, oxideOf } from './cost/order.ts';
import { typed } from './cost/order-in-words.ts';
import { pricesOf } from './price/prices.ts';
import { oxideContent, productContent } from './stated.ts';
import {
  cite,
  firmness,
  makePart,
  missing,
  show,
  uniqueCitations,
  type TopicContext,
  type TopicResult,
} from './topic.ts';
import { askFor } from './suggestions.ts';

/** What the metal that an oxide holds comes to at its price. */
interface Worth {
  readonly figure: Figure;
  readonly cost: Quantity;
  readonly mass: Span;
}

/** By the newest price, or that of the year named; `undefined` where no price is asked for, or there is none of the metal. */
function worthOf(
  metal: Metal,
  { question, thisYear }: Pick<TopicContext, 'question' | 'thisYear'>,
  amount: Amount,
  oxide: Oxide,
): Worth | undefined {
  const { main } = pricesOf(metal, { source: question.source, form: null, perUnit: 'kg' });
  const year = question.years.at(-1) ?? (main && newestObserved(main, thisYear));
  const figure = year === undefined ? undefined : main?.at(year);
  if (figure === undefined || figure.series.basis === 'oxide') return undefined;
  const held: Amount = { value: metalHeld(amount.value, oxide), unit: amount.unit, oxide: false };
  const cost = costOf(orderOf(held, metal, { metals: [] }, null), figure);
  return cost && { figure, cost, mass: typed(held) };
}

function worthLines(worth: Worth | undefined, name: string): readonly Line[] {
  if (worth === undefined) return [];
  const { figure, cost, mass } = worth;
  return [
    [
      `${figure.year}${firmness(figure)}: `,
      mass,
      ` of ${name}: `,
      { quantity: cost, from: [figure] },
      ', at ',
      show(figure),
      '. That is what the metal in it is worth, and not the price of the oxide.',
    ],
  ];
}

/** How much metal is in something, as a percentage. */
const share = (held: Stated): Span => ({ quantity: held.quantity, from: [held] });

/** The share by mass where the data has one; for a thing that only contains it there is none. */
export function answerContent(
  { metal, question, thisYear }: TopicContext,
  { of, thing, priced }: Extract<Aside, { kind: 'content' }>,
): TopicResult {
  const name = metal.name.toLowerCase();
  const [product] = metal.products;
  const oxide = oxideOf(metal);
  if (of === 'oxide' && oxide !== undefined) {
    const fraction = oxideContent(metal, oxide);
    const [amount] = question.amounts;
    const worth =
      amount && priced === true ? worthOf(metal, { question, thisYear }, amount, oxide) : undefined;
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
          ...worthLines(worth, name),
          ['The rest is oxygen. This is of the pure oxide.'],
        ],
        citations: uniqueCitations([fraction.citation, ...cite([worth?.figure])]),
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
