/** How much a sum of money buys: the sum divided by a year's price, least to most. */
import type { Line } from '#src/domain/answer.ts';
import { divide, exactly, priceUnit, type Quantity } from '#src/domain/measure/figure.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import { about } from '#src/domain/measure/rounding.ts';
import { disagreements } from '#src/domain/topics/disagreement.ts';
import { pricesOf } from '#src/domain/topics/price/prices.ts';
import { newestYear } from '#src/domain/series/series.ts';
import {
  basisOf,
  cite,
  firmness,
  makePart,
  missing,
  moneyInWords,
  show,
  yearsInWords,
  type TopicContext,
  type TopicResult,
} from '#src/domain/topics/topic.ts';

/** Answers "how much for $10,000". Only in the currency of the price: no exchange rate of a year is known. */
export function answerBudget(
  { metal, question, thisYear }: TopicContext,
  money: { value: number; currency: string },
): TopicResult {
  const prices = pricesOf(metal, { source: question.source, form: question.form, perUnit: 'kg' });
  const name = metal.name.toLowerCase();
  const year = question.years.at(-1) ?? (prices.main && newestYear(prices.main, thisYear)) ?? thisYear;
  const figure = prices.main?.at(year);
  const priced = figure && priceUnit(figure.quantity.unit);
  const { currency } = priced ?? { currency: 'USD' as const };
  if (money.currency !== currency) {
    return missing(
      'cost',
      [`I have no exchange rate for ${money.currency}: name a sum in ${moneyInWords(currency)}.`],
      [],
      [{ label: `${metal.name} price`, ask: `${metal.name} price ${year}` }],
    );
  }
  if (figure === undefined || priced?.mass !== 'kg' || figure.quantity.range.low <= 0) {
    const have = prices.main === undefined ? [] : [[`I have prices for ${yearsInWords(prices.main.years)}.`]];
    return missing(
      'cost',
      [`I have no price of ${name} for ${year}, so I can’t say how much that buys.`],
      have,
      [{ label: 'Price history', ask: `${metal.name} price history` }],
    );
  }
  const sum: Quantity = { range: exactly(money.value), unit: currency };
  const mass: Quantity = { range: divide(sum.range, figure.quantity.range), unit: 'kg' };
  const bought = about(mass, figure.quantity.range);
  const basis = basisOf(figure);
  const { lines, figures } = disagreements(figure, prices);
  return {
    found: true,
    part: makePart('cost', {
      headline: [
        {
          strong: [
            { quantity: sum },
            ` buys, at ${figure.year} prices: `,
            { quantity: bought },
            ` of ${name}${basis && ` ${basis}`}`,
          ],
        },
        firmness(figure),
      ],
      body: [['At ', show(figure), '.']],
      cautions: [
        ...productLines(metal, question.product ?? null, bought),
        ...(figure.quantity.firmness === 'projected'
          ? [[`${figure.year} is the source's projection, not a quote.`]]
          : []),
        ...lines,
      ],
      citations: cite([figure, ...figures]),
    }),
    suggestions: [{ label: `Price ${figure.year}`, ask: `${metal.name} price ${figure.year}` }],
  };
}

/** What the money buys is the metal, and not what only holds it. */
function productLines(metal: Metal, id: string | null, { range, unit }: Quantity): Line[] {
  const product = metal.products.find((one) => one.id === id);
  if (product === undefined) return [];
  const mass = about({ range: divide(range, product.metalMassFraction), unit }, product.metalMassFraction);
  return [
    [
      `This is ${metal.name.toLowerCase()} alone, as much as is in `,
      { quantity: mass },
      ` of ${product.name}, assuming ${product.assumption}: I have no price for those.`,
    ],
  ];
}
