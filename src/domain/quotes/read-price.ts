/** Reads a price with its unit out of a line: "553-557k CNY/t", "$118.5/kg", "55.3万元/吨". */
import type { Currency, MassUnit, Range } from '../figure.ts';
import { take, type Taken } from './read-basis.ts';
import { SCALES } from '../measure/number-words.ts';
import { readNumber } from './numbers.ts';
import { readCurrency, readMass } from './units.ts';

export interface ReadPrice {
  readonly range: Range;
  readonly currency: Currency;
  readonly mass: MassUnit;
}

const NUMBER = String.raw`(\d[\d.,'’\u00a0\u202f]*(?: \d{3}(?!\d))*)\s?(k\b|thousand\b|万)?`;
const CURRENCY = String.raw`(cny|rmb|cnh|yuan|renminbi|usd|us\$|\$|eur|euros?|€|gbp|£|jpy|yen|inr|₹|rs\.?|cn¥|人民币|美元|元|dollars?)`;
const MASS = String.raw`(kgs?|kilos?|kilogram(?:me)?s?|lbs?|pounds?|metric tonn?e?s?|tonnes?|tons?|mt|t|公斤|千克|吨)(?![a-z])`;
const PER = String.raw`\s*(?:\/|per|an?)\s*`;
const SPAN = String.raw`${NUMBER}(?:\s*(?:-|–|—|~|\bto\b)\s*${CURRENCY}?\s*${NUMBER})?`;
const AFTER = new RegExp(`${SPAN}\\s*${CURRENCY}${PER}${MASS}`, 'i');
const BEFORE = new RegExp(`${CURRENCY}\\s*${SPAN}(?:${PER}${MASS})`, 'i');
const UNIT_FIRST = new RegExp(`${CURRENCY}${PER}${MASS}\\s*:?\\s*${SPAN}`, 'i');

/**
 * Takes a price with currency and mass unit out of a line. A multiplier after the higher end holds for both, unless the
 * lower one has its own.
 */
export function takePrice(line: string): Taken<ReadPrice> {
  const unitFirst = take(line, UNIT_FIRST, ([, currency, mass, low, lowTimes, , high, highTimes]) =>
    build({ currency, mass, low, lowTimes, high, highTimes }),
  );
  if (unitFirst.value !== undefined) return unitFirst;
  const after = take(line, AFTER, ([, low, lowTimes, , high, highTimes, currency, mass]) =>
    build({ currency, mass, low, lowTimes, high, highTimes }),
  );
  if (after.value !== undefined) return after;
  return take(line, BEFORE, ([, currency, low, lowTimes, , high, highTimes, mass]) =>
    build({ currency, mass, low, lowTimes, high, highTimes }),
  );
}

type Pieces = Readonly<
  Record<'currency' | 'mass' | 'low' | 'lowTimes' | 'high' | 'highTimes', string | undefined>
>;

function build(pieces: Pieces): ReadPrice | undefined {
  const currency = readCurrency(pieces.currency ?? '');
  const mass = readMass(pieces.mass ?? '');
  const highTimes = times(pieces.highTimes);
  const first = readNumber((pieces.low ?? '').replace(/[.,]$/, ''));
  const second = pieces.high === undefined ? first : readNumber(pieces.high.replace(/[.,]$/, ''));
  if (currency === undefined || mass === undefined || first === undefined || second === undefined)
    return undefined;
  const lowTimes = pieces.lowTimes === undefined ? (highTimes ?? 1) : (times(pieces.lowTimes) ?? 1);
  const high = pieces.high === undefined ? second * lowTimes : second * (highTimes ?? 1);
  return { range: { low: first * lowTimes, high }, currency, mass };
}

const times = (letter: string | undefined) =>
  letter === undefined ? undefined : SCALES.get(letter.toLowerCase());
