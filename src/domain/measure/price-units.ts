/** The currencies that prices are kept in, by their names. */
import { CURRENCIES, type Currency } from './figure.ts';
import { readMoneyUnit, type Money } from './units.ts';

/** The currency of a name or sign; ¥ alone is refused, for it may be yuan or yen, and so is a hundredth ("GBp"). */
export function readCurrency(text: string): Currency | undefined {
  return currencyOf(readMoneyUnit(text));
}

function currencyOf(money: Money | undefined): Currency | undefined {
  return CURRENCIES.find((code) => money?.of === code && money.factor === 1);
}
