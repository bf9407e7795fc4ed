/** Sums of money, currencies and percentages. */
import { afterJoiner, isJoined, looksLikeYear, type Found } from './amount-parts.ts';
import { readNumber } from './numbers.ts';
import { take, wordAt, type Reading } from './reading.ts';
import { currencyOf } from './units.ts';

const PERCENT = new Set(['%', 'percent', 'pct', 'prozent', 'procent']);
const MULTIPLES: ReadonlyMap<string, number> = new Map([
  ['doubled', 100],
  ['double', 100],
  ['tripled', 200],
  ['triple', 200],
  ['quadrupled', 300],
  ['halved', 50],
]);

const DOLLARS: ReadonlyMap<string, string> = new Map([
  ['us', 'USD'],
  ['american', 'USD'],
  ['australian', 'AUD'],
  ['aussie', 'AUD'],
  ['canadian', 'CAD'],
  ['singapore', 'SGD'],
]);

/** "80 %", "10-15 percent", "doubled" (100). Returns the index after it. */
export function readPercent(reading: Reading, at: number, found: Found): number | undefined {
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

/** "$10,000", "5000 dollars", "€20k". Returns the index after it. */
export function readMoney(reading: Reading, at: number, found: Found): number | undefined {
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

/** "in euros", "$/kg", "pounds sterling". Returns the index after it. */
export function readCurrency(reading: Reading, at: number, found: Found): number | undefined {
  const word = wordAt(reading, at);
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

function seeCurrency(found: Found, code: string): void {
  found.codes.add(code);
  found.exchange = found.codes.size > 1;
}
