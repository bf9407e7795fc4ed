/** Numbers in a question's tokens, by the one reader of numbers: "1,000", "10k", "twenty", "half a", "one and a half". */
import { settled } from '#src/domain/measure/numbers/numbers.ts';
import {
  beginsNumber,
  GLUED_SCALES,
  readWords,
  SCALES,
  smallNumberOf,
} from '#src/domain/measure/numbers/number-words.ts';
import type { Token } from '#src/domain/reading/tokens.ts';

/** The largest number read; more is a slip of the finger, or worse. */
const LARGEST = 1e15;

/** What small number a word names: "two", "twenty", "couple" (2), "few" (3), "several" (5), "dozen" (12). */
export function smallNumber(token: Token | undefined): number | undefined {
  return token === undefined ? undefined : (token.value ?? smallNumberOf(token.word));
}

interface NumberRead {
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
  if (first.value !== undefined) {
    const others = settled(first.readings) === undefined ? first.readings.map(({ value }) => value) : [];
    const digits = { value: first.value, next: at + 1, others: others.filter((one) => one !== first.value) };
    return readFraction(tokens, at) ?? withScale(tokens, digits);
  }
  return beginsNumber(first.word) ? readWords((i) => tokens[i]?.word ?? '', at) : undefined;
}

function withScale(tokens: readonly Token[], read: NumberRead): NumberRead {
  const scale = tokens[read.next];
  const factor = scale === undefined ? undefined : SCALES.get(scale.word);
  if (scale === undefined || factor === undefined) return read;
  if (GLUED_SCALES.has(scale.word) && !scale.glued) return read;
  const value = read.value * factor;
  const others = read.others?.map((other) => other * factor) ?? [];
  return value <= LARGEST ? { value, others, next: read.next + 1 } : read;
}

/** "1/2", "2 1/2": only what people write as a part of one, so no date and no season. */
function readFraction(tokens: readonly Token[], at: number): NumberRead | undefined {
  const part = partAt(tokens, at);
  if (part !== undefined) return { value: part, next: at + 2 };
  const whole = tokens[at];
  const after = tokens[at + 1]?.gap === '' ? partAt(tokens, at + 1) : undefined;
  if (whole?.value === undefined || after === undefined || !/^\d{1,4}$/u.test(whole.raw)) return undefined;
  return { value: whole.value + after, next: at + 3 };
}

function partAt(tokens: readonly Token[], at: number): number | undefined {
  const [above, below, after] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  const slashed = below?.gap === '/' && after?.gap !== '/';
  if (!slashed || !/^[1-9]\d?$/u.test(above?.raw ?? '') || !/^(?:[2-9]|10|16)$/u.test(below.raw))
    return undefined;
  return Number(above?.raw) / Number(below.raw);
}
