/** An order in the words of an answer: as it was typed, what it is of, and how it came about. */
import type { Line, Span } from '#src/domain/answer.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import { convertMass, exactly, priceUnit, type Quantity } from '#src/domain/measure/figure.ts';
import type { Amount } from '#src/domain/reading/amounts/asked-amounts.ts';
import { about } from '#src/domain/measure/rounding.ts';
import { oftenInWords } from './cost-terms.ts';
import { nameInText } from '#src/domain/series/material.ts';
import { oxideContent } from '#src/domain/topics/stated.ts';
import { basisOf, firmness, show } from '#src/domain/topics/topic.ts';
import { type Order, type Priced, pricedMass, contentsOf } from './order.ts';

/** The metal of an order, as a mass. */
export function metalIn(order: Order): Span {
  const { amount, content, kilograms } = order;
  const mass: Quantity = { range: kilograms, unit: 'kg' };
  if (content === undefined || amount.content !== undefined) return { quantity: mass, given: true };
  return { quantity: about(mass, content), from: contentsOf(order) };
}

const MANY_GRAMS = 10_000;

/** The amount, as it was typed; in kilograms where tonnes would be rounded, and grams are many. */
export function typed({ value, unit }: Pick<Amount, 'value' | 'unit'>): Span {
  const fine =
    (unit === 't' && [value.low, value.high].some((one) => !isWhole(one * 100))) ||
    (unit === 'g' && value.low >= MANY_GRAMS);
  const quantity: Quantity = fine
    ? { range: convertMass(value, unit, 'kg'), unit: 'kg' }
    : { range: value, unit };
  return { quantity, given: true };
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-9;
}

/** What the order is of, in the words of an answer: "10 kg of dysprosium oxide, 99.5 % minimum". */
export function named(order: Order, figure: Figure): Span[] {
  const { amount, metal, product } = order;
  const priced = pricedMass(order, figure);
  const basis = basisOf(figure);
  const name = nameInText(metal.name);
  const often = amount.rate === undefined ? '' : ` ${oftenInWords(amount.rate)}`;
  if (priced?.held !== undefined) {
    const whose = product === undefined ? `${name} metal` : product.name;
    const what = product === undefined ? ', which holds ' : ', which holds the metal in ';
    return [
      { quantity: heldMass(priced), from: contentsOf(order, priced.held) },
      ` of ${name} oxide${what}`,
      typed(amount),
      `${often} of ${whose}`,
    ];
  }
  if (product !== undefined) return [`The ${name} in `, typed(amount), `${often} of ${product.name}`];
  return [typed(amount), `${often} of ${name}${basis && ` ${basis}`}`];
}

/** The mass of oxide that is priced in the place of metal, as exact as the factors. */
function heldMass({ kilograms, shares: [share = exactly(1), ...shares] }: Priced): Quantity {
  return about({ range: kilograms, unit: 'kg' }, share, ...shares);
}

/** "1 troy oz at $1,726/troy oz". */
const isPricedBy = ({ unit }: Amount, { quantity }: Figure): boolean =>
  priceUnit(quantity.unit)?.mass === unit;

/** How an order came about, where it was put together or holds what is priced: "3 x 50 kg is 150 kg." */
export function worked(order: Order, figure: Figure): Line {
  const { amount, metal, product } = order;
  const terms = amount.terms;
  const priced = pricedMass(order, figure);
  const whose = product === undefined ? '' : `${metal.name} in it: `;
  const sum: Span[] = terms === undefined ? [] : [`${terms} = `];
  const put: Span[] = terms === undefined || product === undefined ? sum : [...sum, typed(amount), '; '];
  const basis = figure.basis === undefined ? '' : `: ${figure.basis}`;
  const at: Span[] = [' at ', show(figure), `${basis}.`];
  if (priced?.held === undefined)
    return [
      ...put,
      whose,
      product === undefined && (figure.age !== undefined || isPricedBy(amount, figure))
        ? typed(amount)
        : metalIn(order),
      ...at,
    ];
  const { formula } = priced.held;
  const mass = heldMass(priced);
  const content = oxideContent(metal, priced.held);
  return [
    ...put,
    whose,
    metalIn(order),
    ' of metal is in ',
    { quantity: mass, from: contentsOf(order, priced.held) },
    ` of oxide (${formula} is `,
    { quantity: content.quantity, from: [content] },
    ' metal by mass)',
    ...at,
    ' Making the metal costs more.',
  ];
}

/** What follows an order where its price is a year's: ", 2024"; of a quote its age says it. */
export const ofYear = ({ at, year, over }: Pick<Figure, 'at' | 'year' | 'over'>): string =>
  at.length > 4 ? '' : over === undefined ? `, ${year}` : `, ${over.from} to ${over.to}`;

/** How the price is to be taken: " (estimate)", ", as of 20 Nov, 3 days old". */
export const asIs = (figure: Pick<Figure, 'quantity' | 'age'>): string =>
  `${firmness(figure)}${figure.age === undefined ? '' : `, ${figure.age}`}`;
