/** Amounts ("250 kg", "3-5 t", "half a tonne") and units wanted ("per lb"); money is read beside them. */
import { exactly, type MassUnit } from '#src/domain/measure/figure.ts';
import {
  afterJoiner,
  isJoined,
  looksLikeYear,
  type AmountsRead,
  type Found,
  type MassRead,
} from './amount-parts.ts';
import { combineMasses } from './amount-sums.ts';
import { withLosses } from '../losses.ts';
import { readCurrency, readMoney, withStatedPrices } from '../money.ts';
import { BEGINS_PERCENT, readPercent } from '../percents.ts';
import { readNumber } from '../numbers.ts';
import { beginsMass, beginsMoney } from '#src/domain/measure/units.ts';
import { beginsNumber } from '#src/domain/measure/numbers/number-words.ts';
import type { Token } from '#src/domain/reading/tokens.ts';
import { isFree, take, wordAt, type Reading } from '#src/domain/reading/reading.ts';
import { isBareUnit, readUnit, type UnitWord } from '../units.ts';

const PER = new Set(['per', 'each', 'every', 'in', 'into', 'as', 'by', 'pr']);
/** After these "a kilo" is the unit of a price, not an amount: "$ a kilo", "price a kilo". */
const PRICE_WORDS = new Set(
  'price prices cost costs much $ usd dollar dollars euro euros € bucks quote'.split(' '),
);
/** Words of a question that may be of the amount before it. */
const MOST_LEANING = 8;
const TON_KINDS = new Set(['metric', 'short', 'long']);

/** Reads masses, money and percentages, in the order of the text, and takes their tokens. */
export function readAmounts(reading: Reading): AmountsRead {
  const { tokens } = reading;
  const found: Found = {
    masses: [],
    moneys: [],
    percents: [],
    codes: new Set(),
    perUnit: null,
    currency: null,
    named: undefined,
    percent: null,
    priced: false,
  };
  for (let at = 0; at < tokens.length; at += 1) {
    if (!isFree(reading, at) || !mayBegin(tokens[at]!)) continue;
    const next =
      readPercent(reading, at, found) ??
      readMoney(reading, at, found) ??
      readAmount(reading, at, found) ??
      readPerUnit(reading, at, found) ??
      readCurrency(reading, at, found);
    if (next !== undefined) at = next - 1;
  }
  const { masses, moneys } = withStatedPrices(reading, found);
  const { amounts, packed } = combineMasses(reading, masses);
  const { perUnit, currency, named, percent, priced, codes } = found;
  const isOrder = amounts.length > 0;
  const percents =
    isOrder || tokens.length <= MOST_LEANING ? withLosses(reading, found.percents, isOrder) : found.percents;
  return {
    amounts,
    amount: amounts[0] ?? null,
    packed,
    moneys,
    money: moneys[0] ?? null,
    perUnit,
    currency,
    named,
    percents,
    percent,
    priced,
    exchange: codes.size > 1,
  };
}

/** Whether any of them may begin with a token: one look tells it of most words. */
const mayBegin = ({ value, word }: Token): boolean =>
  value !== undefined ||
  word === '¥' ||
  PER.has(word) ||
  BEGINS_PERCENT.has(word) ||
  beginsNumber(word) ||
  beginsMass(word) ||
  beginsMoney(word);

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
  let alone: UnitWord | undefined;
  if (isJoined(reading, joinedAt)) {
    const second = readNumber(reading.tokens, afterJoiner(reading, joinedAt));
    const secondUnit = second && readUnit(word, second.next);
    const alike = firstUnit === undefined || secondUnit?.unit === firstUnit.unit;
    const both = word(joinedAt) === 'and' && word(at - 1) !== 'between';
    // "100 kg and 200 kg" are two amounts, "10 and 20 kg" as well; "100 to 200 kg" and "100 or 200 kg" are one range.
    if (second !== undefined && secondUnit !== undefined && both && firstUnit === undefined)
      alone = secondUnit;
    else if (
      second !== undefined &&
      secondUnit !== undefined &&
      alike &&
      !both &&
      second.value >= first.value
    ) {
      high = second.value;
      end = second.next;
    }
  }
  const unit = alone === undefined ? readUnit(word, end) : { ...alone, next: end };
  if (unit === undefined) return undefined;
  if (high === first.value && looksLikeYear(reading, at) && !reading.tokens[end]?.glued) {
    // "renewables 2025 tonnes" asks for a year in tonnes; "2025 kg of it" and "2025 kg in 2023" weigh.
    const weighs = word(unit.next) === 'of' || word(at - 1) === 'of' || hasOtherYear(reading, at);
    if (PRICE_WORDS.has(word(at - 1)) || !isBareUnit(word(end)) || !weighs) return undefined;
  }
  const after = reading.slots[at - 1] === 'amount';
  if (
    reading.tokens[at]?.gap.endsWith('-') === true &&
    reading.tokens[at - 1]?.value === undefined &&
    !after
  ) {
    // A minus sign: no such mass.
    if (reading.tokens[at - 1] === undefined || !reading.tokens[at]?.glued) return undefined;
  }
  let next = unit.next;
  let more = 0;
  if (word(next) === 'and' && word(next + 1) === 'a' && word(next + 2) === 'half') {
    more = 0.5;
    next += 3;
  }
  const massOf = (low: number, top: number) => ({
    low: (low + more) * unit.factor,
    high: (top + more) * unit.factor,
  });
  found.masses.push({
    value: massOf(first.value, high),
    others: high === first.value ? (first.others ?? []).map((other) => massOf(other, other)) : [],
    unit: unit.unit,
    factor: unit.factor,
    single: first.value === 1 && next - at === 2,
    at,
    next,
  });
  take(reading, at, next, 'amount');
  return next;
}

function hasOtherYear(reading: Reading, at: number): boolean {
  return reading.tokens.some((_, other) => other !== at && looksLikeYear(reading, other));
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
  found.masses.push(oneOf(value, unit.unit, at, next));
  take(reading, at, next, 'amount');
  return next;
}

/** A mass that is named without a number: "a kilo". */
function oneOf(value: number, unit: MassUnit, at: number, next: number): MassRead {
  return { value: exactly(value), others: [], unit, factor: value, single: true, at, next };
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
  // "kilogram of magnet in 2023" is one kilogram.
  const single = unitAt === at && !slashed && word(unit.next) === 'of' && !word(at).endsWith('s');
  if (single && isBareUnit(word(at)) && !PRICE_WORDS.has(word(at - 1)) && word(at - 1) !== 'many') {
    found.masses.push(oneOf(unit.factor, unit.unit, at, unit.next));
    take(reading, at, unit.next, 'amount');
    return unit.next;
  }
  if (unitAt === at && !slashed && !isBareUnit(word(at)) && !TON_KINDS.has(word(at))) return undefined;
  // "in pounds sterling" is money.
  if (word(unit.next) === 'sterling') return undefined;
  const priced =
    slashed || word(at) === 'per' || word(at) === 'each' || word(at) === 'by' || unit.next > unitAt + 1;
  if (priced) found.priced = true;
  const per = unit.factor === 1 ? unit.unit : unit.own;
  if (per !== undefined && (unit.factor === 1 || priced)) found.perUnit ??= per;
  else if (priced) {
    found.masses.push(oneOf(unit.factor, unit.unit, at, unit.next));
  } else return undefined;
  take(reading, at, unit.next, 'unit');
  return unit.next;
}
