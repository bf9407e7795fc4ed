/** Figures in one unit: of masses and prices, in the mass that is wanted. */
import { type Unit, inMass, isMassUnit, priceUnit, type MassUnit } from '#src/domain/measure/figure.ts';
import type { Figure } from './figures.ts';

/** The mass in a unit: of a price, what it is for; `undefined` for a percentage. */
export function massOf(unit: Unit | undefined): MassUnit | undefined {
  if (unit === undefined) return undefined;
  return isMassUnit(unit) ? unit : priceUnit(unit)?.mass;
}

/** The same figure in another mass unit: a price per it, or a mass in it. Percentages stay. */
export function inUnit(figure: Figure, wanted: MassUnit | undefined): Figure {
  if (wanted === undefined || massOf(figure.quantity.unit) === wanted) return figure;
  return {
    ...figure,
    quantity: inMass(figure.quantity, wanted),
    superseded: figure.superseded.map((f) => inUnit(f, wanted)),
  };
}

/**
 * Figures in the unit of the first, so that they may be compared; `undefined` where they don't measure one thing: a
 * price and a mass, or prices in two currencies.
 */
export function alike(figures: readonly Figure[]): readonly Figure[] | undefined {
  const [first] = figures;
  if (first === undefined) return [];
  const { unit } = first.quantity;
  const converted = figures.map((figure) => inUnit(figure, massOf(unit)));
  return converted.every((figure) => figure.quantity.unit === unit) ? converted : undefined;
}
