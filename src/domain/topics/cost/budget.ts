/** How much a sum of money buys: the sum divided by a price, least to most. */
import type { Line, Part } from '#src/domain/answer.ts';
import {
  convertMass,
  divide,
  exactly,
  priceUnit,
  type MassUnit,
  type Quantity,
} from '#src/domain/measure/figure.ts';
import { readCurrency } from '#src/domain/measure/price-units.ts';
import { about } from '#src/domain/measure/rounding.ts';
import type { Question } from '#src/domain/reading/question.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import type { Library, PricesWanted } from '#src/domain/series/library.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import { newestObserved, newestYear, type Series } from '#src/domain/series/series.ts';
import { figureOver, type Window } from '#src/domain/series/statistics.ts';
import { disagreements } from '#src/domain/topics/disagreement.ts';
import { pricesOf } from '#src/domain/topics/price/prices.ts';
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
import { productContent } from '#src/domain/topics/stated.ts';
import { goodsAlone } from './cost-cautions.ts';
import { extremePrice } from './cost-extreme.ts';
import { asIs, ofYear } from './order-in-words.ts';
import { askFor, askHistory, askPriceOf } from '#src/domain/topics/suggestions.ts';

type Money = NonNullable<Question['money']>;

/** What a sum buys at a price, which is money of the sum's for a kilogram; `undefined` where it is not. */
function bought(
  { value, currency }: Money,
  price: Figure | undefined,
  mass: MassUnit = 'kg',
  exactness = price?.quantity.range,
) {
  const unit = price && priceUnit(price.quantity.unit);
  const isFit = unit?.currency === currency && unit.mass === 'kg';
  if (price === undefined || exactness === undefined || !isFit || price.quantity.range.low <= 0)
    return undefined;
  const sum: Quantity = { range: exactly(value), unit: unit.currency };
  const kilograms = divide(sum.range, price.quantity.range);
  return { sum, mass: about({ range: convertMass(kilograms, 'kg', mass), unit: mass }, exactness) };
}

/** Answers "how much for $10,000" by figures of years. Only in the currency of the price: no exchange rate of a year is known. */
export function answerBudget({ metal, question, thisYear }: TopicContext, money: Money): TopicResult {
  const prices = pricesOf(metal, { source: question.source, form: question.form, perUnit: 'kg' });
  const name = metal.name.toLowerCase();
  const { main } = prices;
  const newest = main && newestYear(main, thisYear);
  const picked = extremePrice(main, question)?.figure;
  const isSeveral = picked === undefined && question.years.length > 1;
  const several = isSeveral ? question.years.slice(0, MOST_YEARS) : [];
  const year =
    picked?.year ??
    several[0] ??
    question.years.at(-1) ??
    (main && newestObserved(main, thisYear)) ??
    newest ??
    thisYear;
  const figure = picked ?? main?.at(year);
  // A projection stands behind what was observed, and not in its place.
  const isLater =
    picked === undefined && question.years.length === 0 && newest !== undefined && newest > year;
  const later = isLater ? main?.at(newest) : undefined;
  const others = several.slice(1).flatMap((one) => main?.at(one) ?? []);
  const { currency } = (figure && priceUnit(figure.quantity.unit)) ?? { currency: 'USD' as const };
  if (money.currency !== currency) {
    return missing(
      'cost',
      [`I have no exchange rate for ${money.currency}: name a sum in ${moneyInWords(currency)}.`],
      [],
      [askFor(metal, 'price', { year })],
    );
  }
  const mass = question.perUnit ?? 'kg';
  const buys = bought(money, figure, mass);
  if (figure === undefined || buys === undefined) {
    const have = prices.main === undefined ? [] : [[`I have prices for ${yearsInWords(prices.main.years)}.`]];
    return missing(
      'cost',
      [`I have no price of ${name} for ${year}, so I can’t say how much that buys.`],
      have,
      [askHistory(metal, 'Price history')],
    );
  }
  const basis = basisOf(figure);
  const { lines, figures } = disagreements(figure, prices);
  return {
    found: true,
    part: makePart('cost', {
      headline: [
        {
          strong: [
            { quantity: buys.sum, given: true },
            picked === undefined
              ? ` buys, at ${figure.year} prices: `
              : ` buys${boughtAt(figure, question)}: `,
            { quantity: buys.mass, from: [figure] },
            ` of ${name}${basis && ` ${basis}`}`,
          ],
        },
        firmness(figure),
      ],
      body: [
        ['At ', show(figure), '.'],
        ...laterLines(money, later, mass),
        ...others.flatMap((one) => laterLines(money, one, mass)),
      ],
      cautions: [
        ...(money.assumed === true ? [['No currency was named: the sum is taken as US dollars.']] : []),
        ...productLines(metal, question.product ?? null, buys.mass, figure),
        ...(figure.quantity.firmness === 'projected'
          ? [[`${figure.year} is the source's projection, not a quote.`]]
          : []),
        ...lines,
      ],
      citations: cite([figure, later, ...others, ...figures]),
    }),
    suggestions: [askPriceOf(metal, figure.year)],
  };
}

/** Years that a sum is told for. */
const MOST_YEARS = 8;

/** "at the lowest price, 2021". */
const boughtAt = (figure: Figure, { extreme }: Question): string =>
  ` at the ${extreme} price${ofYear(figure)}`;

/** "2026: about 428 to 521 kg (projection), at $115 to $140/kg." */
function laterLines(money: Money, later: Figure | undefined, unit: MassUnit): Line[] {
  const buys = bought(money, later, unit);
  if (later === undefined || buys === undefined) return [];
  const mass = { quantity: buys.mass, from: [later] };
  return [[`${later.year}: `, mass, firmness(later), ', at ', show(later), '.']];
}

/** What the money buys is the metal, and not what only holds it. */
function productLines(metal: Metal, id: string | null, { range, unit }: Quantity, price: Figure): Line[] {
  const product = metal.products.find((one) => one.id === id);
  if (product === undefined) return [];
  const mass = about({ range: divide(range, product.metalMassFraction), unit }, product.metalMassFraction);
  return [
    [
      `This is ${metal.name.toLowerCase()} alone, as much as is in `,
      { quantity: mass, from: [price, productContent(metal, product)] },
      ` of ${product.name}, assuming ${product.assumption}: I have no price for those.`,
    ],
  ];
}

/** A price of days or months in the money of a sum, a kilogram, and how it got there; or why it can't be put in it. */
function priceFor({ chosen, figure, library, wanted, days }: Spent, money: Money) {
  const currency = readCurrency(money.currency);
  if (currency === undefined) return { reason: `no exchange rate to ${money.currency} is set up` };
  const all = library.dated({ ...wanted, target: { ...wanted.target, currency, mass: 'kg' } });
  const series = all.find(({ id }) => id === chosen.id);
  const how = series?.conversion ?? { steps: [] };
  if ('reason' in how) return how;
  const price = days === undefined ? series?.at(figure.at) : series && figureOver(series, days)?.figure;
  if (price === undefined) return { reason: 'there is no rate of those days' };
  const rates = how.steps.flatMap(({ kind, by }) => (kind === 'currency' ? [by] : []));
  return { price, rates: days === undefined ? rates : rates.map(() => 'each day at its own rate') };
}

/** What a sum is spent at: a price of days or months, the newest or that of the days asked for. */
interface Spent {
  readonly chosen: Series;
  readonly figure: Figure;
  readonly library: Library;
  readonly wanted: PricesWanted;
  readonly days: string | Window | undefined;
  /** The mass that it is to be told in. */
  readonly mass: MassUnit | null;
}

/** What a sum buys at such a price. */
export function budgetAt(spent: Spent, money: Money): Part {
  const { chosen: series, figure } = spent;
  const isDead = series.freshness?.state === 'dead' && figure.age === series.freshness.words;
  const per = priceFor(spent, money);
  const buys = 'price' in per ? bought(money, per.price, spent.mass ?? 'kg', figure.quoted) : undefined;
  if (isDead || buys === undefined || !('price' in per)) {
    const why = isDead ? 'it is no price of today' : 'reason' in per ? per.reason : 'it is in no such unit';
    return makePart('cost', {
      headline: [{ strong: [`${series.name}: how much that sum buys is not known`] }],
      body: [['The price is ', show(figure), `${asIs(figure)}: ${why}.`]],
    });
  }
  return makePart('cost', {
    headline: [
      {
        strong: [
          { quantity: buys.sum, given: true },
          ' buys ',
          { quantity: buys.mass, from: [per.price] },
          ` of ${series.name}`,
        ],
      },
      asIs(figure),
    ],
    body: [
      [
        'At ',
        show(figure),
        `${figure.basis === undefined ? '' : `: ${figure.basis}`}.`,
        ...per.rates.map((by) => ` ${by.charAt(0).toUpperCase()}${by.slice(1)}.`),
      ],
    ],
    cautions: [goodsAlone(figure)],
  });
}
