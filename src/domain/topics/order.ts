/** An order: an amount as it was typed, the metal in it, and what that costs. */
import type { Span } from '../answer.ts';
import type { Figure } from '../catalog.ts';
import { convertMass, multiply, type Quantity, type Range } from '../figure.ts';
import type { Product } from '../metal.ts';
import type { Amount } from '../question.ts';
import { about } from '../rounding.ts';

/** An amount, and the metal in it. */
export interface Order {
  readonly amount: Amount;
  /** What it is an amount of, where that only contains the metal. */
  readonly product: Product | undefined;
  readonly kilograms: Range;
}

/** An order of an amount of the metal or a product. */
export function orderOf(amount: Amount, product: Product | undefined): Order {
  return { amount, product, kilograms: contained(amount, product) };
}

/** The metal in the amount, in kilograms: all of it, or the part of it that a product contains. */
function contained(amount: Amount, product: Product | undefined): Range {
  const kilograms = convertMass(amount.value, amount.unit, 'kg');
  return product === undefined ? kilograms : multiply(kilograms, product.metalMassFraction);
}

/** The metal of an order, as a mass. */
export function metalIn({ product, kilograms }: Order): Span {
  const mass: Quantity = { range: kilograms, unit: 'kg' };
  return { quantity: product === undefined ? mass : about(mass, product.metalMassFraction) };
}

/** The amount, as it was typed. */
export function typed({ value, unit }: Amount): Span {
  return { quantity: { range: value, unit } };
}

/** What a mass costs at a price, no more exact than the price and the share of metal that the mass comes from. */
export function money(kilograms: Range, { quantity }: Figure, share?: Range): Span {
  const sum: Quantity = { range: multiply(kilograms, quantity.range), unit: 'USD' };
  return {
    quantity: share === undefined ? about(sum, quantity.range) : about(sum, quantity.range, share),
  };
}

/** What the metal of an order costs at a price. */
export function costOf({ product, kilograms }: Order, figure: Figure): Span {
  return money(kilograms, figure, product?.metalMassFraction);
}
