/** Numbers in a question's tokens, by the one reader of numbers: "1,000", "10k", "twenty", "half a", "one and a half". */
import { readNumber as readings, settled } from '../measure/numbers.ts';
import { GLUED_SCALES, readWords, SCALES, smallNumberOf } from '../measure/number-words.ts';
import type { Token } from './tokens.ts';

/** The largest number read; more is a slip of the finger, or worse. */
const LARGEST = 1e15;

/**
 * A number in digits, with English, European, Swiss, French or Indian marks; `undefined` if it is none, or too large.
 * Of two readings it gives one: `readings` of the token has both.
 */
export function parseNumber(raw: string): number | undefined {
  const read = readings(raw);
  // Nobody writes a trailing zero after three decimals, so "1.500" is a European fifteen hundred, and "1.125" is not.
  const grouped = /^[1-9]\d{0,2}\.\d\d0$/u.test(raw) ? read.at(-1) : undefined;
  return (grouped ?? settled(read) ?? read[0])?.value;
}

/** What small number a word names: "two", "twenty", "couple" (2), "few" (3), "several" (5), "dozen" (12). */
export function smallNumber(token: Token | undefined): number | undefined {
  return token === undefined ? undefined : (token.value ?? smallNumberOf(token.word));
}

export interface NumberRead {
  readonly value: number;
  /** Index of the first token after it. */
  readonly next: number;
  /** What its marks may mean as well: 1.25 beside 1,250 for "1.250". */
  readonly others?: readonly number[];
}

/**
 * The number that starts at a token, in digits or in words, with its scale. `undefined` where none starts there.
 * @example readNumber(tokenize('two hundred and fifty kilos'), 0) // { value: 250, next: 4 }
 */
export function readNumber(tokens: readonly Token[], at: number): NumberRead | undefined {
  const first = tokens[at];
  if (first === undefined) return undefined;
  if (first.value !== undefined) return withScale(tokens, { value: first.value, next: at + 1 });
  return readWords((i) => tokens[i]?.word ?? '', at);
}

function withScale(tokens: readonly Token[], read: NumberRead): NumberRead {
  const scale = tokens[read.next];
  const factor = scale === undefined ? undefined : SCALES.get(scale.word);
  if (scale === undefined || factor === undefined) return read;
  if (GLUED_SCALES.has(scale.word) && !scale.glued) return read;
  const value = read.value * factor;
  return value <= LARGEST ? { value, next: read.next + 1 } : read;
}
