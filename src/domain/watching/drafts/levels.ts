/** Prices to choose a threshold from. */
import type { Currency, MassUnit } from '#src/domain/measure/figure.ts';

export interface Level {
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
