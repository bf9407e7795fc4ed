/** An order: an amount as it was typed, what it is of, the mass of what is priced in it, and what that costs. */
import type { Origin } from '#src/domain/answer.ts';
import type { Figure, MetalCatalog, Traded } from '#src/domain/series/figures.ts';
import {
  convertMass,
  inMass,
  multiply,
  priceUnit,
  type Currency,
  type Quantity,
  type Range,
} from '#src/domain/measure/figure.ts';
import {
  factorOf,
  metalHeld,
  oxideHolding,
  tradedOxide,
  type Oxide,
} from '#src/domain/measure/substances.ts';
import type { Product } from '#src/domain/series/metal.ts';
import type { Amount } from '#src/domain/reading/amounts/asked-amounts.ts';
import { about } from '#src/domain/measure/rounding.ts';
import { oxideContent, productContent } from '#src/domain/topics/stated.ts';

/** What holds a metal where no product is named, and only the share is known. */
const GOODS: Product = {
  id: 'goods',
  name: 'goods',
  aliases: [],
  metalMassFraction: { low: 0, high: 1 },
  assumption: 'the share that you name',
  source: '',
  section: '',
};

/** An amount, and what it is of. */
export interface Order {
  readonly amount: Amount;
  readonly metal: Traded;
  /** What it is an amount of, where that only contains the metal. */
  readonly product: Product | undefined;
  /** The share of the metal in the product: the one named, else the data's; `undefined` where neither is known. */
  readonly content: Range | undefined;
  /** What the kilograms are of; `unstated` where the question does not say. */
  readonly substance: 'metal' | 'oxide' | 'unstated';
  readonly kilograms: Range;
}

/** An order of an amount of a metal, its oxide, or a product that holds it. */
export function orderOf(
  amount: Amount,
  metal: Traded,
  { metals }: Pick<MetalCatalog, 'metals'>,
  form: 'oxide' | 'metal' | null,
): Order {
  const kilograms = convertMass(amount.value, amount.unit, 'kg');
  const productId = amount.product;
  if (productId === undefined && amount.content === undefined) {
    const said = amount.oxide === undefined ? form : amount.oxide ? 'oxide' : 'metal';
    const substance = said ?? 'unstated';
    return { amount, metal, product: undefined, content: undefined, substance, kilograms };
  }
  const own = metal.products.find(({ id }) => id === productId);
  const other = metals.flatMap(({ products }) => products).find(({ id }) => id === productId);
  const product = own ?? other ?? (amount.content === undefined ? undefined : GOODS);
  const content = amount.content ?? own?.metalMassFraction;
  const held = content === undefined ? kilograms : multiply(kilograms, content);
  return { amount, metal, product, content, substance: 'metal', kilograms: held };
}

/** How much metal the oxide of a metal holds: by its data file, else by chemistry. */
export function oxideOf({ oxide, symbol }: Traded): Oxide | undefined {
  return oxide ?? tradedOxide(symbol);
}

/** What of an order a price is of, and how exact the factors are that it was worked out by. */
export interface Priced {
  readonly kilograms: Range;
  readonly shares: readonly Range[];
  /** The oxide that holds the metal is priced in its place. */
  readonly held: Oxide | undefined;
}

/** The mass that a price is a price of; `undefined` where the order is of something else. */
export function pricedMass(order: Order, { series }: Pick<Figure, 'series'>): Priced | undefined {
  const { metal, product, substance, kilograms, content } = order;
  if (product !== undefined && content === undefined) return undefined;
  // A share that the question names is as exact as the amount.
  const shares = content === undefined || order.amount.content !== undefined ? [] : [content];
  const asIs = { kilograms, shares, held: undefined };
  if (series.basis === 'unstated') return substance === 'oxide' ? undefined : asIs;
  if (series.basis === 'metal' || series.basis === 'alloy') return substance === 'oxide' ? undefined : asIs;
  const oxide = oxideOf(metal);
  if (series.basis === 'contained metal' && substance === 'oxide')
    return oxide && { kilograms: metalHeld(kilograms, oxide), shares: [factorOf(oxide)], held: undefined };
  if (substance !== 'metal' || series.basis === 'contained metal') return asIs;
  if (oxide === undefined) return undefined;
  return { kilograms: oxideHolding(kilograms, oxide), shares: [...shares, factorOf(oxide)], held: oxide };
}

/** What an order costs at a price, no more exact than the price and the factors; `undefined` where it is of something else. */
export function costOf(order: Order, figure: Figure, kilograms?: Range): Quantity | undefined {
  const priced = pricedMass(order, figure);
  if (priced === undefined) return undefined;
  const price = inMass(figure.quantity, 'kg').range;
  const range = multiply(kilograms ?? priced.kilograms, price);
  // A converted quote is no more exact than the quote was.
  return about({ range, unit: currencyOf(figure) }, figure.quoted ?? price, ...priced.shares);
}

/** What a cost is made of: the price, and how much metal is in what was ordered or in the oxide that holds it. */
export function madeOf(order: Order, figure: Figure): readonly Origin[] {
  return [figure, ...contentsOf(order, pricedMass(order, figure)?.held)];
}

/** The shares of metal that a mass was worked out by, where they are not the asker's own. */
export function contentsOf({ amount, metal, product, content }: Order, held?: Oxide): readonly Origin[] {
  const isOwn = product === undefined || content === undefined || amount.content !== undefined;
  return [
    ...(isOwn ? [] : [productContent(metal, product)]),
    ...(held === undefined ? [] : [oxideContent(metal, held)]),
  ];
}

/** The money that a price is in. */
function currencyOf({ quantity }: Pick<Figure, 'quantity'>): Currency {
  return priceUnit(quantity.unit)?.currency ?? 'USD';
}
