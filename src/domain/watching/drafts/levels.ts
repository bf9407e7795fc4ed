/** Prices to choose a threshold from. */
import {
  type Currency,
  type MassUnit,
  midpoint,
  priceUnit,
  type Quantity,
} from '#src/domain/measure/figure.ts';
import type { AskedRule } from '#src/domain/watching/requests/request.ts';

interface Level {
  readonly value: number;
  readonly currency: Currency;
  readonly mass: MassUnit;
}

/** @example roundly(127.4) // 127; roundly(580_912) // 581000 */
export const roundly = (value: number): number => Number(value.toPrecision(3));

const LEVEL = /^(?<value>\d+(?:\.\d+)?(?:e[+-]?\d+)?)(?: (?<unit>\S+))?$/;

/** Of an option: "127 USD/kg", or a number alone. */
export function readLevel(
  text: string,
): { readonly value: number; readonly unit: string | undefined } | undefined {
  const { value, unit } = LEVEL.exec(text)?.groups ?? {};
  return value === undefined ? undefined : { value: Number(value), unit };
}

/** Whether a level is in what a rule names of a unit. */
export const fits = ({ currency, mass }: AskedRule, level: Level): boolean =>
  (currency === undefined || currency === level.currency) && (mass === undefined || mass === level.mass);

/** The middle of a price; `undefined` where it is no money for a mass. */
export function levelOfPrice({ unit, range }: Quantity): Level | undefined {
  const price = priceUnit(unit);
  return price && { value: midpoint(range), ...price };
}
