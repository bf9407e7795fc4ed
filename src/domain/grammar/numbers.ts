/** Numbers as people type them: "1,000", "1.000,5", "1 000", "10k", "twenty", "half a", "one and a half". */
import type { Token } from './tokens.ts';

/** The largest number read; more is a slip of the finger, or worse. */
const LARGEST = 1e15;
/** Words in the longest number that is read: "two hundred and fifty thousand" and then some. */
const LONGEST = 12;

/** A number in digits, with English, European, Swiss, French or Indian marks. `undefined` if it is none, or too large. */
export function parseNumber(raw: string): number | undefined {
  const value = Number(unmark(raw.replace(/[ ']/gu, '')));
  return Number.isFinite(value) && value <= LARGEST ? value : undefined;
}

function unmark(digits: string): string {
  const comma = digits.lastIndexOf(',');
  const dot = digits.lastIndexOf('.');
  if (comma >= 0 && dot >= 0) {
    return comma > dot ? digits.replaceAll('.', '').replace(',', '.') : digits.replaceAll(',', '');
  }
  if (comma >= 0) {
    const thousands = /^[1-9]\d{0,2}(?:,\d{2,3})*,\d{3}$/u.test(digits);
    return thousands ? digits.replaceAll(',', '') : digits.replace(',', '.');
  }
  if (dot < 0) return digits;
  // Nobody writes a trailing zero after three decimals, so "1.500" is a European fifteen hundred, and "1.125" is not.
  const thousands = /^[1-9]\d{0,2}(?:\.\d{3}){2,}$/u.test(digits) || /^[1-9]\d{0,2}\.\d\d0$/u.test(digits);
  return thousands ? digits.replaceAll('.', '') : digits;
}

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';
const SMALL: ReadonlyMap<string, number> = new Map([
  ...ONES.split(' ').map((word, value) => [word, value] as const),
  ...TENS.split(' ').map((word, at) => [word, (at + 2) * 10] as const),
]);
const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['k', 1000],
  ['million', 1e6],
  ['mn', 1e6],
  ['mio', 1e6],
  ['mln', 1e6],
  ['m', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
]);
/** Too short to be read as a factor on their own: "5 m" is five metres unless a unit of mass or money follows. */
const GLUED_SCALES = new Set(['k', 'm', 'mn', 'mio', 'mln', 'bn']);

/** What small number a word names: "two", "twenty", "couple" (2), "few" (3), "several" (5), "dozen" (12). */
export function smallNumber(token: Token | undefined): number | undefined {
  if (token === undefined) return undefined;
  return token.value ?? SMALL.get(token.word) ?? LOOSE.get(token.word);
}

const LOOSE: ReadonlyMap<string, number> = new Map([
  ['couple', 2],
  ['few', 3],
  ['several', 5],
  ['dozen', 12],
]);

export interface NumberRead {
  readonly value: number;
  /** Index of the first token after it. */
  readonly next: number;
}

/**
 * The number that starts at a token, in digits or in words, with its scale. `undefined` where none starts there.
 * @example readNumber(tokenize('two hundred and fifty kilos'), 0) // { value: 250, next: 4 }
 */
export function readNumber(tokens: readonly Token[], at: number): NumberRead | undefined {
  const first = tokens[at];
  if (first === undefined) return undefined;
  if (first.value !== undefined) return withScale(tokens, { value: first.value, next: at + 1 });
  return readFraction(tokens, at) ?? readWords(tokens, at);
}

function withScale(tokens: readonly Token[], read: NumberRead): NumberRead {
  const scale = tokens[read.next];
  const factor = scale === undefined ? undefined : SCALES.get(scale.word);
  if (scale === undefined || factor === undefined) return read;
  if (GLUED_SCALES.has(scale.word) && !scale.glued) return read;
  const value = read.value * factor;
  return value <= LARGEST ? { value, next: read.next + 1 } : read;
}

/** "half a", "a half", "half", "quarter of a", "three quarters of a". */
function readFraction(tokens: readonly Token[], at: number): NumberRead | undefined {
  let next = at;
  const article = isArticle(tokens[next]);
  if (article) next += 1;
  const word = tokens[next]?.word;
  const size = word === 'half' ? 0.5 : word === 'quarter' ? 0.25 : undefined;
  if (size === undefined) return undefined;
  next += 1;
  if (tokens[next]?.word === 'of') next += 1;
  if (isArticle(tokens[next])) next += 1;
  return { value: size, next };
}

function readWords(tokens: readonly Token[], at: number): NumberRead | undefined {
  let next = at;
  let total = 0;
  let current: number | undefined;
  if (isArticle(tokens[next])) {
    const after = tokens[next + 1]?.word ?? '';
    if (!SCALES.has(after) && !LOOSE.has(after)) return undefined;
    next += 1;
    if (SCALES.has(after)) current = 1;
  }
  const end = Math.min(tokens.length, at + LONGEST);
  for (; next < end; next += 1) {
    const word = tokens[next]?.word ?? '';
    const small = SMALL.get(word) ?? LOOSE.get(word);
    const scale = GLUED_SCALES.has(word) ? undefined : SCALES.get(word);
    if (small !== undefined) current = (current ?? 0) + small;
    else if (scale === 100 && current !== undefined) current *= 100;
    else if (scale === 100 && at === next) current = 100;
    else if (scale !== undefined && current !== undefined) {
      total += current * scale;
      current = 0;
    } else if (word === 'and' && current !== undefined && continues(tokens, next)) continue;
    else break;
  }
  if (current === undefined || total + current > LARGEST) return undefined;
  const whole = { value: total + current, next };
  if (tokens[next]?.word === 'of' && LOOSE.has(tokens[next - 1]?.word ?? ''))
    return { ...whole, next: next + 1 };
  const fraction = tokens[next]?.word === 'and' ? readFraction(tokens, next + 1) : undefined;
  return fraction === undefined ? whole : { value: whole.value + fraction.value, next: fraction.next };
}

/** "two hundred AND fifty", but not "two AND three". */
function continues(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.word ?? '';
  return SCALES.has(before) && SMALL.has(tokens[at + 1]?.word ?? '');
}

function isArticle(token: Token | undefined): boolean {
  return token?.word === 'a' || token?.word === 'an';
}
