/** What to beware of in a cost: what the goods hold, what the price is of, and of which year. */
import type { Line } from '#src/domain/answer.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import type { Adjustment } from '#src/domain/reading/amounts/asked-amounts.ts';
import { nameInText } from '#src/domain/series/material.ts';
import { convertMass } from '#src/domain/measure/figure.ts';
import { factorOf, oxideHolding } from '#src/domain/measure/substances.ts';
import { about } from '#src/domain/measure/rounding.ts';
import type { CostLine } from './cost-lines.ts';
import { costOf, madeOf, oxideOf, pricedMass, type Order } from './order.ts';
import { metalIn, typed } from './order-in-words.ts';
import { oxideContent } from '#src/domain/topics/stated.ts';
import { currencyCaution } from '#src/domain/topics/price/price-cautions.ts';
import { yearsInWords, type TopicContext } from '#src/domain/topics/topic.ts';

/** A kilogram of magnets is not a kilogram of neodymium: say so, and show the assumption. */
export function productCautions(order: Order): Line[] {
  const { amount, product, metal } = order;
  if (product === undefined) return [];
  const name = nameInText(metal.name);
  const assumed =
    amount.content === undefined ? `, assuming ${product.assumption}` : ', by the share that you name';
  return [
    [
      typed(amount),
      ` of ${product.name} is not `,
      typed(amount),
      ` of ${name}: it holds `,
      metalIn(order),
      `${assumed}.`,
    ],
    [`This is the ${name} alone, not the price of ${product.name}: I have no price for those.`],
  ];
}

/** What the price is of: unstated, or of oxide where the question does not say what the mass is of. */
export function substanceCautions(order: Order, figure: Figure, form: 'oxide' | 'metal' | null): Line[] {
  if (figure.series.basis === 'unstated')
    return [
      [
        'The source does not say whether its price is for metal or oxide, its purity, or its delivery terms; tax and freight are not in it.',
      ],
    ];
  const oxide = oxideOf(order.metal);
  const isOxide = figure.series.basis === 'oxide' && order.substance === 'unstated' && form === null;
  if (!isOxide || oxide === undefined || order.product !== undefined) return [];
  const kilograms = convertMass(order.amount.value, order.amount.unit, 'kg');
  const metal: Order = { ...order, substance: 'metal', kilograms };
  const cost = costOf(metal, figure);
  if (cost === undefined || pricedMass(metal, figure) === undefined) return [];
  const mass = about({ range: oxideHolding(kilograms, oxide), unit: 'kg' }, factorOf(oxide));
  const name = nameInText(order.metal.name);
  return [
    [
      'This is a price of oxide. If you mean ',
      typed(order.amount),
      ` of ${name} metal: `,
      { quantity: mass, from: [oxideContent(order.metal, oxide)] },
      ` of oxide (${oxide.formula}) hold that much, for `,
      { quantity: cost, from: madeOf(metal, figure) },
      ', before the cost of making metal.',
    ],
  ];
}

/** Of a price of a day or a month: that it is not all that a buyer pays. */
export const goodsAlone = ({ at }: Pick<Figure, 'at'>): Line => [
  `This is the goods at the ${at.length > 7 ? 'quote' : 'price'}: freight, duty and what a seller adds are not in it.`,
];

/** That a move is the asker's own supposition. */
export const supposedCaution = (adjustments: readonly Adjustment[]): Line[] =>
  adjustments.some(({ supposed }) => supposed === true)
    ? [['The price is moved as you suppose it: no source says that it will.']]
    : [];

/** Years without a price, projections, and a newest year that is not this one. */
export function yearCaution(
  { question, thisYear }: Pick<TopicContext, 'question' | 'thisYear'>,
  figure: Figure,
  lines: readonly CostLine[],
): Line[] {
  const said: Line[] = [];
  if (figure.at.length > 4) return [goodsAlone(figure)];
  const lacking = lines.filter((line) => line.figure === undefined).map(({ year }) => year);
  if (lacking.length > 0) said.push([`No price for ${yearsInWords([...new Set(lacking)])}.`]);
  if (figure.quantity.firmness === 'projected')
    said.push([`${figure.year} is the source's projection, not a quote.`]);
  else if ((question.years.length === 0 || question.current) && figure.year < thisYear)
    said.push([`${figure.year} is the newest price I have.`]);
  return [...said, ...currencyCaution(question.currency)];
}
