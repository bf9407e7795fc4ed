/** The currencies and masses that prices are kept in, by their names. */
import { CURRENCIES, MASS_UNITS, type Currency, type MassUnit } from './figure.ts';
import { readMassUnit, readMoneyUnit, type Mass, type Money } from './units.ts';

/** The currency of a name or sign; ¥ alone is refused, for it may be yuan or yen, and so is a hundredth ("GBp"). */
export function readCurrency(text: string): Currency | undefined {
  return currencyOf(readMoneyUnit(text));
}

/** The mass unit of a name, with or without "per" before it. @example readMass('per metric ton') // "t" */
export function readMass(text: string): MassUnit | undefined {
  return massOf(readMassUnit(text.trim().replace(/^(?:per|\/)\s*/i, '')));
}

function currencyOf(money: Money | undefined): Currency | undefined {
  return CURRENCIES.find((code) => money?.of === code && money.factor === 1);
}

function massOf(mass: Mass | undefined): MassUnit | undefined {
  return MASS_UNITS.find((unit) => mass?.id === unit);
}
