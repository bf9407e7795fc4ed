/** Cuts a question into words, numbers and the few signs that mean something ($, %), and keeps what stood between. */
import { LABEL_WORD } from '#src/domain/measure/numbers/number-scan.ts';
import { readNumber, settled, type NumberReading } from '#src/domain/measure/numbers/numbers.ts';

/** Characters of a message that are read. */
export const MAX_TEXT = 3000;
/** Words that are read: a question has a few dozen; of a pasted page the first ones must do. */
export const MAX_TOKENS = 400;

export interface Token {
  /** Lower case, without accents or a possessive "'s". */
  readonly word: string;
  /** As typed, up to compatibility forms. */
  readonly raw: string;
  /** For numbers. */
  readonly value: number | undefined;
  /** All that the digits may mean, `value` among them: "1.500" has two. None for what is no number. */
  readonly readings: readonly NumberReading[];
  /** A date in digits: "2024-05-12", "12/05/2024". */
  readonly date: boolean;
  /** What stood between the token before and this one, without spaces: "-", "/", ",", "'". */
  readonly gap: string;
  /** The same as it was typed, with its spaces; what is skipped is a sign that nobody types. */
  readonly between: string;
  /** Nothing at all stood between the token before and this one: "250kg". */
  readonly glued: boolean;
  readonly possessive: boolean;
  /** `word` is another one than was typed. */
  readonly mended?: true;
}

const SKIP = '<[^<>]{1,200}>|https?://\\S+|:[a-z0-9_+-]{2,40}:';
const DATE =
  '\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}(?!\\d)|\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{4}|\\d{2})(?!\\d)|(?:0?[1-9]|1[0-2])/(?:19|20)\\d\\d(?!\\d)|(?:19|20)\\d\\d[-/]0[1-9](?!\\d)';
const NUMBER = [
  // A label's number is its own: "lot 12 500 kg" is 500 kg.
  `(?<!(?<!\\p{L})${LABEL_WORD}[.:]? )\\d{1,3}(?:[ ']\\d{3})+(?:[.,]\\d{1,2})?(?!\\d)`,
  '\\d{1,3}(?:,\\d{2,3})*,\\d{3}(?:\\.\\d+)?(?!\\d)',
  '\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?(?!\\d)',
  '\\d+(?:\\.\\d+(?!\\d)|,\\d{1,3}(?!\\d))?',
  '(?<![\\p{L}\\p{N}.])\\.\\d+',
].join('|');
const INITIALS = '(?<![\\p{L}\\p{N}])(?:\\p{L}\\.){2,}\\p{L}?(?![\\p{L}\\p{N}])';
/** Letters, then digits that are not a year of their own: "q2", "nd2o3", but "nd2024" is two tokens. */
const WORD = "[\\p{L}\\p{M}]+(?:(?!(?:19|20)\\d\\d(?!\\d))\\d[\\p{L}\\p{M}\\p{N}]*)?(?:'[\\p{L}\\p{M}]+)*";
const SIGN = '[%$€£¥₹₿]';
const TOKEN = new RegExp(
  // What is skipped, dates, numbers, words: by their places, for a look-up by name takes its time.
  `(${SKIP})|(${DATE})|(${NUMBER})|(${INITIALS}|${WORD})|${SIGN}`,
  'giu',
);

const QUOTES = /[\u2018\u2019\u02bc\u0060\u00b4]/gu;
const WITHOUT = /\bw\/o\b/giu;
/** "3x50kg": a sign between numbers is no letter of a word. */
const TIMES = /(?<=\d)\s*[x×](?=\s*\d)/giu;
const DASHES = /[\u2010-\u2015\u2212]/gu;
/** Stands for what no reader may join with its neighbours. */
export const OPAQUE = '\uE000';
const FRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/½/gu, '.5'],
  [/¼/gu, '.25'],
  [/¾/gu, '.75'],
];
const ORDINAL = /^(?:st|nd|rd|th)$/u;
/** Words as they are typed on a phone, where the word itself tells how others are read. */
const SHORTHAND: ReadonlyMap<string, string> = new Map([['btwn', 'between']]);
const ACCENTS = /\p{M}/gu;

/**
 * A number in digits, with English, European, Swiss, French or Indian marks; `undefined` if it is none, or too large.
 * Of two readings it gives one: `readings` of the token has both.
 */
export function parseNumber(raw: string): number | undefined {
  const read = readNumber(raw);
  // Nobody writes a trailing zero after three decimals, so "1.500" is a European fifteen hundred, and "1.125" is not.
  const grouped = /^[1-9]\d{0,2}\.\d\d0$/u.test(raw) ? read.at(-1) : undefined;
  return (grouped ?? settled(read) ?? read[0])?.value;
}

/** The words and numbers of a text, capped at `MAX_TEXT` characters. Never throws; linear in its length. */
export function tokenize(text: string): readonly Token[] {
  const plain = plainText(text.slice(0, MAX_TEXT));
  const tokens: Token[] = [];
  let end = 0;
  let skipped = 0;
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(plain); match !== null; match = TOKEN.exec(plain)) {
    if (tokens.length >= MAX_TOKENS) break;
    const [raw, skip, date, number, typed] = match;
    const between = plain.slice(end, match.index);
    if (skip !== undefined) {
      skipped = match.index + raw.length;
      continue;
    }
    const glued = between === '' && tokens.length > 0;
    const isPlain = between === ' ' || between === '';
    const gap = isPlain ? '' : between.replace(/\s+/gu, '').slice(0, 8);
    const spaced = skipped > end ? ` ${OPAQUE} ` : isPlain ? between : between.replace(/\s+/gu, ' ');
    end = match.index + raw.length;
    const last = tokens.at(-1);
    if (glued && last?.value !== undefined && ORDINAL.test(raw.toLowerCase())) {
      tokens[tokens.length - 1] = {
        ...last,
        raw: last.raw + raw,
        word: last.word + raw.toLowerCase(),
        value: undefined,
        readings: [],
      };
      continue;
    }
    const isWord = typed !== undefined;
    const isNumber = number !== undefined;
    tokens.push({
      raw,
      word: isWord ? fold(raw) : raw,
      value: isNumber ? parseNumber(raw) : undefined,
      readings: isNumber ? readNumber(raw) : [],
      date: date !== undefined,
      gap,
      between: spaced,
      glued,
      possessive: isWord && raw.includes("'") && /'s$/iu.test(raw),
      ...(isWord && SHORTHAND.has(raw.toLowerCase()) ? { mended: true } : {}),
    });
  }
  return tokens;
}

/** Most texts have no other characters: there is nothing to fold in them. */
const BEYOND_ASCII = /[^\0-\x7f]/;

/** A text in the signs that are read. */
function plainText(text: string): string {
  let plain = text;
  const isPlain = !BEYOND_ASCII.test(text);
  if (!isPlain) for (const [sign, decimal] of FRACTIONS) plain = plain.replace(sign, decimal);
  plain = plain.replace(TIMES, ' x ');
  if (!isPlain) plain = plain.normalize('NFKC').replace(DASHES, '-');
  return plain.replace(QUOTES, "'").replace(WITHOUT, 'without');
}

/** Lower case without accents, possessives, apostrophes and the points of initials: "China's" is "china". */
export function fold(raw: string): string {
  const lower = raw.toLowerCase();
  const folded = BEYOND_ASCII.test(lower)
    ? lower.normalize('NFD').replace(ACCENTS, '').normalize('NFC')
    : lower;
  if (!folded.includes("'") && !folded.includes('.')) return SHORTHAND.get(folded) ?? folded;
  const word = folded.replace(/'s$/u, '').replace(/['.]/gu, '');
  return SHORTHAND.get(word) ?? word;
}
