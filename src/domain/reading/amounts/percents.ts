/** Percentages: "80 %", "10-15 percent", "doubled". */
import { afterJoiner, isJoined, looksLikeYear, type Found } from './masses/amount-parts.ts';
import { readNumber } from './numbers.ts';
import { isFree, take, wordAt, type Reading } from '#src/domain/reading/reading.ts';
import { FALLS, RISES } from '#src/domain/reading/words/move-words.ts';
import MOVES from '#src/domain/reading/words/moves.json' with { type: 'json' };

const PERCENT = new Set(['%', 'percent', 'pct', 'prozent', 'procent']);
const MULTIPLES: ReadonlyMap<string, number> = new Map([
  ['doubled', 100],
  ['double', 100],
  ['tripled', 200],
  ['triple', 200],
  ['quadrupled', 300],
  ['halved', 50],
]);
/** How a percentage may begin: "doubled", or the part of "by a third". */
export const BEGINS_PERCENT: ReadonlySet<string> = new Set([
  ...MULTIPLES.keys(),
  'a',
  'one',
  'two',
  'three',
  'half',
]);

/** "80 %", "10-15 percent", "doubled" (100). Returns the index after it. */
export function readPercent(reading: Reading, at: number, found: Found): number | undefined {
  const multiple = MULTIPLES.get(wordAt(reading, at));
  if (multiple !== undefined) {
    // The word also says that something changed, so it is left for the vocabulary to take.
    found.percent ??= multiple;
    return undefined;
  }
  const part = readPart(reading, at);
  if (part !== undefined) {
    found.percent ??= part.percent;
    found.percents.push({ value: { low: part.percent, high: part.percent }, at, next: part.next });
    take(reading, at, part.next, 'percent');
    return part.next;
  }
  const number = readNumber(reading.tokens, at);
  if (number === undefined || isEndOfYears(reading, at)) return undefined;
  if (looksLikeYear(reading, at) && reading.tokens[at + 1]?.glued !== true) return undefined;
  let next = number.next;
  const second = isJoined(reading, next) ? readNumber(reading.tokens, afterJoiner(reading, next)) : undefined;
  if (second !== undefined && percentAt(reading, second.next) > 0) next = second.next;
  const length = percentAt(reading, next);
  if (length === 0) return undefined;
  found.percent ??= number.value;
  const ends = [number.value, second === undefined || next === number.next ? number.value : second.value];
  const value = { low: Math.min(...ends), high: Math.max(...ends) };
  found.percents.push({ value, at, next: next + length });
  const noun = BESIDE_PERCENT.test(wordAt(reading, next + length)) ? 1 : 0;
  const sign = /^(?:plus|minus|less)$/u.test(wordAt(reading, at - 1)) && isFree(reading, at - 1) ? 1 : 0;
  take(reading, at - sign, next + length + noun, 'percent');
  return next + length;
}

const PARTS: ReadonlyMap<string, number> = new Map(Object.entries(MOVES.parts));
const MOVE_REACH = 3;

/** The share that begins at a token, as a number: "a third" (1/3), "two thirds", "half". */
export function shareAt(
  word: (at: number) => string,
  at: number,
): { readonly share: number; readonly next: number } | undefined {
  const many = { a: 1, one: 1, two: 2, three: 3 }[word(at)];
  const part = PARTS.get(word(at + (many === undefined ? 0 : 1)));
  if (part === undefined || (many === undefined && word(at) !== 'half')) return undefined;
  return { share: (many ?? 1) * part, next: at + (many === undefined ? 1 : 2) };
}

/** "Falls by a third", "up by a quarter", "drops two thirds": by how much something moves, in percent. */
function readPart(
  reading: Reading,
  at: number,
): { readonly percent: number; readonly next: number } | undefined {
  const word = (i: number) => wordAt(reading, i);
  const part = shareAt(word, at);
  if (part === undefined) return undefined;
  const before = [1, 2, 3].slice(0, MOVE_REACH).map((back) => word(at - back));
  const moves = before.some(
    (one) => RISES.has(one) || FALLS.has(one) || /^(?:up|down|cut|cuts|minus|less|plus)$/u.test(one),
  );
  // "Up half a tonne".
  if (!moves || /^(?:of|an?)$/u.test(word(part.next))) return undefined;
  return { percent: Number((part.share * 100).toFixed(6)), next: part.next };
}

/** What a percentage is put on a price for, or taken off it. */
export const BESIDE_PERCENT =
  /^(?:vat|tax|taxes|mwst|gst|duty|duties|tariff|tariffs|customs|premium|markup|margin|surcharge|freight|commission|fee|discount|rebate|off|scrap|waste|loss|losses|yield)$/u;

/** "Change 2022-23 %": the years that it is wanted over. */
function isEndOfYears({ tokens }: Reading, at: number): boolean {
  const [year, short] = [tokens[at - 1], tokens[at]];
  const joined = /^[-/]$/u.test(short?.gap ?? '') && /^\d\d$/u.test(short?.raw ?? '');
  return joined && /^(?:19|20)\d\d$/u.test(year?.raw ?? '') && (year?.value ?? 0) % 100 < (short?.value ?? 0);
}

export function percentAt(reading: Reading, at: number): number {
  if (PERCENT.has(wordAt(reading, at))) return 1;
  return wordAt(reading, at) === 'per' && wordAt(reading, at + 1) === 'cent' ? 2 : 0;
}
