/** Amounts of a rule: "600k yuan a tonne", "$90", "553-557k CNY/t", "1.500,50 €/kg", "140". */
import {
  CURRENCIES,
  MASS_UNITS,
  type Currency,
  type MassUnit,
  type Range,
} from '#src/domain/measure/figure.ts';
import { rangesOf, scanNumbers } from '#src/domain/measure/numbers/number-scan.ts';
import { decide, settled, type NumberContext } from '#src/domain/measure/numbers/numbers.ts';
import { MASS_NAME, MONEY_NAME, readMassUnit, readMoneyUnit } from '#src/domain/measure/units.ts';
import { takePrice } from '#src/domain/reading/quotes/read-price.ts';
import type { AskedRule } from '../request.ts';
import type { Rest } from '../rest.ts';

type Level = Required<Pick<AskedRule, 'low' | 'high'>> & Pick<AskedRule, 'currency' | 'mass'>;

export interface ReadAmount extends Partial<Range> {
  readonly currency?: Currency;
  readonly mass?: MassUnit;
  /** Two ways to read its number are left. */
  readonly unclear?: true;
  readonly from: number;
  readonly to: number;
}

const BEFORE = new RegExp(`(?<money>${MONEY_NAME})\\s?$`, 'iu');
const AFTER = new RegExp(`^\\s?(?<money>${MONEY_NAME})`, 'iu');
const PER = new RegExp(`^\\s*(?:\\/|per|an?|the|each)\\s*(?<mass>${MASS_NAME})`, 'iu');
/** "270 usd kg". */
const SPACED = /^\s(?<mass>kg|lb|t)(?![\p{L}\d])/u;
const JOINT = /^\s*(?:-|to|and|\.\.)\s*(?:[$€£¥]\s?)?$/u;

/** Nobody writes a trailing zero after three decimals: "1.050" is a European thousand and fifty. */
const GROUPED = /^[1-9]\d{0,2}\.\d\d0$/u;
/** "10 500": of a threshold no number stands beside it, unless it is one of a list: "alert 2 600 USD/kg". */
const SPACED_OUT = /^[1-9]\d{0,2}(?: \d{3})+(?:[.,]\d{1,2})?$/u;
const LISTED = /(?:\b(?:alerts?|digests?|alarms?|posts?|number|no\.?|nr\.?|one)|#)\s*$/u;
function grouped<R extends { readonly value: number }>(
  readings: readonly R[],
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): R | undefined {
  const typed = text.slice(start, end).trim();
  const isOne = SPACED_OUT.test(typed) && !LISTED.test(text.slice(0, start));
  return isOne || GROUPED.test(typed) ? readings.toSorted((a, b) => b.value - a.value)[0] : undefined;
}

/** The first amount at or after a place; `undefined` where there is none. */
export function amountFrom(rest: Rest, start = 0, context: NumberContext = {}): ReadAmount | undefined {
  const text = rest.left.slice(start);
  const price = takePrice(text, context);
  const numbers = scanNumbers(text, context).filter(({ kind }) => kind === 'number');
  const [first, second] = numbers;
  if (first === undefined) return undefined;
  if (price?.ok === true && price.start <= first.start) {
    const sure = settled(price.readings) ?? grouped(price.readings, text, price);
    const reading = sure ?? price.readings[0];
    const left = price.rest.length;
    const to = start + Math.max(price.end, endOfPrice(text, price.rest, left));
    if (reading !== undefined)
      return {
        ...reading.range,
        currency: reading.currency,
        mass: reading.mass,
        ...(sure === undefined ? { unclear: true } : {}),
        from: start + price.start,
        to,
      };
  }
  const joined =
    second !== undefined && JOINT.test(text.slice(first.end, second.start))
      ? rangesOf(first, second, text)
      : [];
  const isRange = joined.length > 0;
  const readings = decide(
    isRange ? joined : first.readings.map((one) => ({ ...one, low: one.value, high: one.value })),
    context,
  );
  const sure = settled(readings) ?? grouped(readings, text, first);
  const reading = sure ?? readings[0];
  if (reading === undefined) return undefined;
  const last = isRange && second !== undefined ? second : first;
  const money = BEFORE.exec(text.slice(0, first.start)) ?? AFTER.exec(text.slice(last.end));
  const behind = money !== null && money.index === 0 && AFTER.test(text.slice(last.end));
  const end = last.end + (behind ? (money?.[0].length ?? 0) : 0);
  const per = PER.exec(text.slice(end)) ?? (money === null ? null : SPACED.exec(text.slice(end)));
  const unit = money === null ? undefined : readMoneyUnit(money.groups?.['money'] ?? '');
  const currency = CURRENCIES.find((code) => code === unit?.of);
  const kept = MASS_UNITS.find((id) => id === readMassUnit(per?.groups?.['mass'] ?? '')?.id);
  const factor = unit?.factor ?? 1;
  return {
    low: reading.low * factor,
    high: reading.high * factor,
    ...(currency === undefined ? {} : { currency }),
    ...(kept === undefined ? {} : { mass: kept }),
    ...(sure === undefined ? { unclear: true } : {}),
    from: start + first.start - (money !== null && !behind ? money[0].length : 0),
    to: start + end + (per?.[0].length ?? 0),
  };
}

/** What an amount says of a threshold: both its ends, and its unit as far as it is said. */
export function levelOf(amount: ReadAmount | undefined): Level | undefined {
  if (amount?.low === undefined) return undefined;
  const { low, high = low, currency, mass } = amount;
  return {
    low,
    high,
    ...(currency === undefined ? {} : { currency }),
    ...(mass === undefined ? {} : { mass }),
  };
}

const PER_MASS = new RegExp(
  `(?:\\/|(?<!\\p{L})(?:per|an?|each))\\s*(?<mass>${MASS_NAME})(?![\\p{L}\\d])`,
  'iu',
);
const MONEY = new RegExp(`(?<!\\p{L})(?<money>${MONEY_NAME})(?!\\p{L})`, 'iu');

/** "per kg", "in euros", "CNY/t": a unit without a number, as far as it is said. */
export function takeUnit(rest: Rest): Pick<AskedRule, 'currency' | 'mass'> {
  const per = rest.take(PER_MASS)?.groups?.['mass'] ?? '';
  const money = readMoneyUnit(rest.take(MONEY)?.groups?.['money'] ?? '');
  const currency = CURRENCIES.find((code) => code === money?.of);
  const mass = MASS_UNITS.find((id) => id === readMassUnit(per)?.id);
  return {
    ...(currency === undefined ? {} : { currency }),
    ...(mass === undefined ? {} : { mass }),
  };
}

/** Where a price that was taken out ends: what is left behind it stands at the end of the rest. */
function endOfPrice(text: string, rest: string, left: number): number {
  let same = 0;
  while (same < left && rest.at(-1 - same) === text.at(-1 - same)) same += 1;
  return text.length - same;
}

/** Currency and mass, where they are said. */
export const units = ({ currency, mass }: ReadAmount) => ({
  ...(currency === undefined ? {} : { currency }),
  ...(mass === undefined ? {} : { mass }),
});
