/** What is read of amounts and money, and what both kinds of reading share. */
import type { MassUnit, Range } from '../figure.ts';
import type { Reading } from './reading.ts';

export interface AmountsRead {
  readonly amount: {
    readonly value: Range;
    readonly unit: MassUnit;
    readonly at: number;
    readonly next: number;
  } | null;
  readonly perUnit: MassUnit | null;
  readonly money: { readonly value: number; readonly currency: string } | null;
  readonly currency: string | null;
  readonly percent: number | null;
  /** A currency or a "per kilo" was named, so what is wanted is a price. */
  readonly priced: boolean;
  /** Two currencies are named: what is wanted may be an exchange rate. */
  readonly exchange: boolean;
}

/** While it is being read. */
export type Found = { -readonly [K in keyof AmountsRead]: AmountsRead[K] } & { readonly codes: Set<string> };

const JOINERS = new Set(['to', 'or', 'and', 'till', 'until']);

/** Whether a second number is joined here: "3-5 t", "2 or 3 tonnes". */
export function isJoined(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  if (token === undefined) return false;
  if (token.value !== undefined) return /^(?:-|\.\.+|…)$/u.test(token.gap);
  return JOINERS.has(token.word) && reading.tokens[at + 1]?.value !== undefined;
}

/** Where that second number starts. */
export function afterJoiner(reading: Reading, at: number): number {
  return reading.tokens[at]?.value === undefined ? at + 1 : at;
}

/** A bare number of these days: "price 2024 t" asks for a year. */
export function looksLikeYear(reading: Reading, at: number): boolean {
  return /^20[1-3]\d$/u.test(reading.tokens[at]?.raw ?? '');
}
