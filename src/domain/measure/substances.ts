/**
 * What a mass is of: a metal, its oxide, or what only holds it. Mass never passes from one to the other without the
 * factor, so that a mass of metal is not costed at a price of oxide.
 */
import { exactly, scale, type Range } from './figure.ts';

/** Standard atomic weights (IUPAC 2021, abridged). */
const OXYGEN = 15.999;
const WEIGHTS: Readonly<Record<string, number>> = {
  Sc: 44.956,
  Y: 88.906,
  La: 138.91,
  Ce: 140.12,
  Pr: 140.91,
  Nd: 144.24,
  Sm: 150.36,
  Eu: 151.96,
  Gd: 157.25,
  Tb: 158.93,
  Dy: 162.5,
  Ho: 164.93,
  Er: 167.26,
  Tm: 168.93,
  Yb: 173.05,
  Lu: 174.97,
};
/** The oxides that are traded where they are not of the form X2O3. */
const TRADED: Readonly<Record<string, string>> = { Ce: 'CeO2', Pr: 'Pr6O11', Tb: 'Tb4O7' };

/** An oxide, with the kilograms of metal in a kilogram of it. */
export interface Oxide {
  readonly formula: string;
  readonly metalMassFraction: number;
}

/**
 * The oxide that a rare earth is traded as, with its mass fraction of metal to four digits; `undefined` for any other
 * element.
 * @example tradedOxide('Dy') // { formula: 'Dy2O3', metalMassFraction: 0.8713 }
 */
export function tradedOxide(symbol: string | undefined): Oxide | undefined {
  const weight = WEIGHTS[symbol ?? ''];
  if (symbol === undefined || weight === undefined) return undefined;
  const formula = TRADED[symbol] ?? `${symbol}2O3`;
  const [, metals, oxygens] = /^[A-Z][a-z]?(\d*)O(\d+)$/u.exec(formula) ?? [];
  const metal = weight * Number(metals === '' ? 1 : metals);
  const fraction = metal / (metal + OXYGEN * Number(oxygens));
  return { formula, metalMassFraction: Number(fraction.toFixed(4)) };
}

/** The mass of oxide that holds a mass of metal, in the same unit. */
export function oxideHolding(metal: Range, { metalMassFraction }: Oxide): Range {
  return scale(metal, 1 / metalMassFraction);
}

/** The mass of metal in a mass of oxide, in the same unit. */
export function metalHeld(oxide: Range, { metalMassFraction }: Oxide): Range {
  return scale(oxide, metalMassFraction);
}

/** How exact the factor between the two is. */
export function factorOf({ metalMassFraction }: Oxide): Range {
  return exactly(metalMassFraction);
}
