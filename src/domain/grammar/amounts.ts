/** Amounts ("250 kg", "3-5 t", "half a tonne"), units wanted ("per lb"), sums of money, currencies and percentages. */
import type { MassUnit, Range } from '../figure.ts';
import { readNumber } from './numbers.ts';
import { isFree, take, wordAt, type Reading } from './reading.ts';
import { currencyOf, isBareUnit, readUnit } from './units.ts';

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

const JOINERS = new Set(['to', 'or', 'and', 'till', 'until']);
const PER = new Set(['per', 'each', 'every', 'in', 'into', 'as', 'by', 'pr']);
/** After these "a kilo" is the unit of a price, not an amount: "$ a kilo", "price a kilo". */
const PRICE_WORDS = new Set(
  'price prices cost costs much $ usd dollar dollars euro euros € bucks quote'.split(' '),
);
const PERCENT = new Set(['%', 'percent', 'pct', 'prozent', 'procent']);
const TON_KINDS = new Set(['metric', 'short', 'long']);
const MULTIPLES: ReadonlyMap<string, number> = new Map([
  ['doubled', 100],
  ['double', 100],
  ['tripled', 200],
  ['triple', 200],
  ['quadrupled', 300],
  ['halved', 50],
]);

/** Reads masses, money and percentages, and takes their tokens. The first of each kind counts. */
export function readAmounts(reading: Reading): AmountsRead {
  const { tokens } = reading;
  const word = (at: number) => wordAt(reading, at);
  const found: Found = {
    amount: null,
    perUnit: null,
    money: null,
    currency: null,
    percent: null,
    priced: false,
    exchange: false,
    codes: new Set(),
  };
  for (let at = 0; at < tokens.length; at += 1) {
    if (!isFree(reading, at)) continue;
    const next =
      readPercent(reading, at, found) ??
      readMoney(reading, at, found) ??
      readAmount(reading, at, found) ??
      readPerUnit(reading, at, found) ??
      readCurrency(word(at), at, reading, found);
    if (next !== undefined) at = next - 1;
  }
  return found;
}

type Found = { -readonly [K in keyof AmountsRead]: AmountsRead[K] } & { readonly codes: Set<string> };

function seeCurrency(found: Found, code: string): void {
  found.codes.add(code);
  found.exchange = found.codes.size > 1;
}

function readPercent(reading: Reading, at: number, found: Found): number | undefined {
  const multiple = MULTIPLES.get(wordAt(reading, at));
  if (multiple !== undefined) {
    // The word also says that something changed, so it is left for the vocabulary to take.
    found.percent ??= multiple;
    return undefined;
  }
  const number = readNumber(reading.tokens, at);
  if (number === undefined) return undefined;
  if (looksLikeYear(reading, at) && reading.tokens[at + 1]?.glued !== true) return undefined;
  let next = number.next;
  const second = isJoined(reading, next) ? readNumber(reading.tokens, afterJoiner(reading, next)) : undefined;
  if (second !== undefined && percentAt(reading, second.next) > 0) next = second.next;
  const length = percentAt(reading, next);
  if (length === 0) return undefined;
  found.percent ??= number.value;
  take(reading, at, next + length, 'percent');
  return next + length;
}

function percentAt(reading: Reading, at: number): number {
  if (PERCENT.has(wordAt(reading, at))) return 1;
  return wordAt(reading, at) === 'per' && wordAt(reading, at + 1) === 'cent' ? 2 : 0;
}

function readMoney(reading: Reading, at: number, found: Found): number | undefined {
  const before = currencyOf(wordAt(reading, at));
  const isSign = /^\p{Sc}$/u.test(wordAt(reading, at)) || reading.tokens[at + 1]?.value !== undefined;
  if (before !== undefined && isSign) {
    const number = readNumber(reading.tokens, at + 1);
    // "USD 2024" is a currency and a year.
    const isYear =
      number !== undefined && !/^\p{Sc}$/u.test(wordAt(reading, at)) && looksLikeYear(reading, at + 1);
    if (number === undefined || isYear) return undefined;
    found.money ??= { value: number.value, currency: before };
    seeCurrency(found, before);
    take(reading, at, number.next, 'money');
    return number.next;
  }
  const number = looksLikeYear(reading, at) ? undefined : readNumber(reading.tokens, at);
  const after = number && currencyOf(wordAt(reading, number.next));
  if (number === undefined || after === undefined) return undefined;
  found.money ??= { value: number.value, currency: after };
  seeCurrency(found, after);
  take(reading, at, number.next + 1, 'money');
  return number.next + 1;
}

/** A bare number of these days: "price 2024 t" asks for a year. */
function looksLikeYear(reading: Reading, at: number): boolean {
  return /^20[1-3]\d$/u.test(reading.tokens[at]?.raw ?? '');
}

function readAmount(reading: Reading, at: number, found: Found): number | undefined {
  const word = (i: number) => wordAt(reading, i);
  if ((word(at) === 'a' || word(at) === 'one' || word(at) === 'an') && readUnit(word, at + 1) !== undefined) {
    return readSingle(reading, at, found);
  }
  const first = readNumber(reading.tokens, at);
  if (first === undefined || first.value < 0) return undefined;
  let end = first.next;
  let high = first.value;
  const firstUnit = readUnit(word, end);
  const joinedAt = firstUnit?.next ?? end;
  if (isJoined(reading, joinedAt)) {
    const second = readNumber(reading.tokens, afterJoiner(reading, joinedAt));
    const secondUnit = second && readUnit(word, second.next);
    const alike = firstUnit === undefined || secondUnit?.unit === firstUnit.unit;
    // "100 kg and 200 kg" are two amounts; "100 to 200 kg" and "100 or 200 kg" are one range.
    if (second !== undefined && secondUnit !== undefined && alike && second.value >= first.value) {
      high = second.value;
      end = second.next;
    }
  }
  const unit = readUnit(word, end);
  if (unit === undefined) return undefined;
  if (high === first.value && looksLikeYear(reading, at) && !reading.tokens[end]?.glued) {
    if (PRICE_WORDS.has(word(at - 1)) || !isBareUnit(word(end))) return undefined;
  }
  if (reading.tokens[at]?.gap.endsWith('-') === true && reading.tokens[at - 1]?.value === undefined) {
    // A minus sign: no such mass.
    if (reading.tokens[at - 1] === undefined || !reading.tokens[at]?.glued) return undefined;
  }
  let next = unit.next;
  let more = 0;
  if (word(next) === 'and' && word(next + 1) === 'a' && word(next + 2) === 'half') {
    more = 0.5;
    next += 3;
  }
  if (found.amount === null) {
    const value = { low: (first.value + more) * unit.factor, high: (high + more) * unit.factor };
    found.amount = { value, unit: unit.unit, at, next };
  }
  take(reading, at, next, 'amount');
  return next;
}

/** "a kilo": an amount ("what does a kilo cost"), or the unit of a price ("price a kilo"). */
function readSingle(reading: Reading, at: number, found: Found): number | undefined {
  const word = (i: number) => wordAt(reading, i);
  const unit = readUnit(word, at + 1);
  if (unit === undefined) return undefined;
  const before = word(at - 1);
  const afterNumber = reading.tokens[at - 1]?.value !== undefined || reading.slots[at - 1] === 'money';
  const per =
    word(at) !== 'one' &&
    (PRICE_WORDS.has(before) || afterNumber || (before === 'for' && word(at - 2) === '$'));
  if (per && unit.factor === 1) {
    found.perUnit ??= unit.unit;
    take(reading, at, unit.next, 'unit');
    return unit.next;
  }
  let next = unit.next;
  let value = unit.factor;
  if (word(next) === 'and' && word(next + 1) === 'a' && word(next + 2) === 'half') {
    value *= 1.5;
    next += 3;
  }
  found.amount ??= { value: { low: value, high: value }, unit: unit.unit, at, next };
  take(reading, at, next, 'amount');
  return next;
}

function isJoined(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  if (token === undefined) return false;
  if (token.value !== undefined) return /^(?:-|\.\.+|…)$/u.test(token.gap);
  return JOINERS.has(token.word) && reading.tokens[at + 1]?.value !== undefined;
}

function afterJoiner(reading: Reading, at: number): number {
  return reading.tokens[at]?.value === undefined ? at + 1 : at;
}

function readPerUnit(reading: Reading, at: number, found: Found): number | undefined {
  const word = (i: number) => wordAt(reading, i);
  let unitAt = at;
  if (PER.has(word(at))) {
    unitAt = at + 1;
    const one = word(unitAt) === 'the' || word(unitAt) === 'a' || word(unitAt) === '1';
    if (one && word(at) !== 'in' && word(at) !== 'into' && word(at) !== 'as') unitAt += 1;
  }
  const unit = readUnit(word, unitAt);
  if (unit === undefined) return undefined;
  const slashed = reading.tokens[at]?.gap.endsWith('/') === true;
  if (unitAt === at && !slashed && !isBareUnit(word(at)) && !TON_KINDS.has(word(at))) return undefined;
  // "in pounds sterling" is money.
  if (word(unit.next) === 'sterling') return undefined;
  const priced =
    slashed || word(at) === 'per' || word(at) === 'each' || word(at) === 'by' || unit.next > unitAt + 1;
  if (priced) found.priced = true;
  if (unit.factor === 1) found.perUnit ??= unit.unit;
  else if (priced) {
    const value = { low: unit.factor, high: unit.factor };
    found.amount ??= { value, unit: unit.unit, at, next: unit.next };
  } else return undefined;
  take(reading, at, unit.next, 'unit');
  return unit.next;
}

function readCurrency(word: string, at: number, reading: Reading, found: Found): number | undefined {
  const pounds = (word === 'pounds' || word === 'pound') && wordAt(reading, at + 1) === 'sterling';
  const dollars = DOLLARS.get(word);
  const named = dollars !== undefined && /^dollars?$/u.test(wordAt(reading, at + 1));
  const code = pounds ? 'GBP' : named ? dollars : currencyOf(word);
  if (code === undefined) return undefined;
  found.priced = true;
  seeCurrency(found, code);
  if (code !== 'USD') found.currency ??= code;
  const next = at + (pounds || named ? 2 : 1);
  take(reading, at, next, 'currency');
  return next;
}

const DOLLARS: ReadonlyMap<string, string> = new Map([
  ['us', 'USD'],
  ['american', 'USD'],
  ['australian', 'AUD'],
  ['aussie', 'AUD'],
  ['canadian', 'CAD'],
  ['singapore', 'SGD'],
]);
