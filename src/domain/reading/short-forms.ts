/**
 * Short forms: two digits of a year ("nd 23", "fcst 26") and symbols in small letters ("ga price"). Where all else of a
 * text was read they are sure, and the text is read with them; elsewhere they are a sense that costs something.
 */
import { applied, type Edit, type Replacement } from './edits/edits-of-text.ts';
import type { Token } from './tokens.ts';
import type { TokensRead, TypedTokens } from './understand.ts';
import type { Vocabulary } from './vocabulary.ts';
import { MARKET_WORDS, STOP_WORDS } from './words/plain-words.ts';
import { ELEMENT_SYMBOLS } from './words/things/elements.ts';
import SENSES from './words/senses.json' with { type: 'json' };

type Slots = readonly (string | undefined)[];

const CENTURY = 2000;
/** Years of two digits; smaller numbers are days, counts and sizes. */
const SHORT_YEAR = /^(?:1[5-9]|2\d)$/u;
const MAYBE_YEAR = /^[12]\d$/u;
/** Words before a number that say what it numbers. */
const NUMBERED: ReadonlySet<string> = new Set(SENSES['before a number']);
/** Words behind a number that it may count. */
const COUNTED: ReadonlySet<string> = new Set(SENSES['behind a number']);
/** Slots beside which a number is no year. */
const MEASURING = new Set(
  'amount money percent energy time greeting filler threshold claim grade place follow-up'.split(' '),
);
/** Cues that ask for a figure of whatever is named beside them. */
const BESIDE_SYMBOLS = ['oxide', 'mean', 'forecast', 'usgs', 'facet', 'yearly', 'history'];
/** Small words that are symbols as well: only as they are written are they that. */
const IN_TONNES: ReadonlySet<string> = new Set(['production', 'reserves', 'demand']);
const SMALL_WORDS = new Set('in as at be he no re am i us la eu'.split(' '));

function yearOf({ value = 0 }: Token): Replacement {
  const raw = String(CENTURY + value);
  return { word: raw, raw, value: CENTURY + value, readings: [] };
}

/** "22-24", "22/23": a short number with a larger one joined to it. */
function isPair(tokens: readonly Token[], at: number): boolean {
  const [from, to] = [tokens[at], tokens[at + 1]];
  return /^[-/]$/u.test(to?.gap ?? '') && (from?.value ?? 0) < (to?.value ?? 0);
}

/** "nd 23": a number of two digits that nothing else has use for. */
export function shortYearsIn(tokens: readonly Token[], slots: Slots): readonly Edit[] {
  const isShort = (at: number) => MAYBE_YEAR.test(tokens[at]?.raw ?? '') && slots[at] === undefined;
  return tokens.flatMap((_, at): readonly Edit[] => {
    if (!isShort(at) || (at > 0 && isPair(tokens, at - 1) && isShort(at - 1))) return [];
    const to = isPair(tokens, at) && isShort(at + 1) ? at + 2 : at + 1;
    const other = tokens.slice(at, to).map(yearOf);
    return [{ from: at, to, other, kind: 'renamed', cost: SENSES.year }];
  });
}

/** "Eu, Tb, Dy": a symbol that is a word as well, where it was not read as one. */
export function shortNamesIn(
  tokens: readonly Token[],
  slots: Slots,
  { shortNames, fullNames }: Vocabulary,
): readonly Edit[] {
  return tokens.flatMap((token, at): readonly Edit[] => {
    const name = fullNames.get(shortNames.get(token.word)?.metal ?? '');
    const typed = !STOP_WORDS.has(token.word) || /^\p{Lu}\p{Ll}$/u.test(token.raw);
    if (name === undefined || slots[at] === 'metal' || !typed) return [];
    return [
      { from: at, to: at + 1, other: [{ ...token, word: name }], kind: 'renamed', cost: SENSES.symbol },
    ];
  });
}

/** The tokens with the short forms that can be nothing else in full; `undefined` where there are none. */
export function inFull(
  typed: TypedTokens,
  read: TokensRead,
  vocabulary: Vocabulary,
): TypedTokens | undefined {
  const edits = [...sureYears(typed.tokens, read, vocabulary), ...sureNames(typed, read, vocabulary)];
  return edits.length === 0 ? undefined : { ...typed, tokens: applied(typed.tokens, edits), when: undefined };
}

/** Two digits right beside what has figures of years: "nd 23 avg", "fcst 26", "oxide 21 vs 24", "output 24 t". */
function sureYears(
  tokens: readonly Token[],
  { findings: { reading, words }, question }: TokensRead,
  { shortNames, everyday }: Vocabulary,
): readonly Edit[] {
  const { slots } = reading;
  const isMass = question.intent !== 'cost' && question.metrics.some((metric) => IN_TONNES.has(metric));
  // "Copper 23", "tb 24": names that only count in company, and nothing else.
  const isNamed = (at: number) =>
    everyday.has(words[at] ?? '') || (shortNames.has(words[at] ?? '') && !SMALL_WORDS.has(words[at] ?? ''));
  const isOnlyNamed = tokens.every(
    (token, at) => slots[at] !== undefined || token.value !== undefined || isNamed(at) || isSaidBeside(token),
  );
  const isShort = (at: number) => {
    const isFree =
      slots[at] === undefined || (isMass && slots[at] === 'amount' && tokens[at + 1]?.glued === false);
    return SHORT_YEAR.test(tokens[at]?.raw ?? '') && isFree && !COUNTED.has(tokens[at + 1]?.word ?? '');
  };
  const isOurs = (at: number) =>
    slots[at] === undefined
      ? isOnlyNamed && isNamed(at)
      : !MEASURING.has(slots[at] ?? '') || (isMass && slots[at] === 'amount');
  const isPlain = (at: number) => {
    const word = tokens[at]?.word ?? '';
    return slots[at] === undefined && (STOP_WORDS.has(word) || MARKET_WORDS.has(word));
  };
  const sure = new Set<number>();
  for (const at of tokens.keys()) {
    if (!isShort(at) || NUMBERED.has(tokens[at - 1]?.word ?? '')) continue;
    const before = isPlain(at - 1) && !isOurs(at - 1) ? at - 2 : at - 1;
    const behind = isPlain(at + 1) && !isOurs(at + 1) ? at + 2 : at + 1;
    const opens = at === 0 || isOurs(at - 1) || sure.has(at - 1) || isPlain(at - 1);
    const ends =
      at === tokens.length - 1 ||
      isOurs(at + 1) ||
      isShort(at + 1) ||
      isPlain(at + 1) ||
      isParted(tokens, at + 1);
    const beside =
      isOurs(before) || sure.has(before) || isOurs(at + 1) || (isShort(behind) && at > 0 && isOurs(at - 1));
    if (opens && ends && beside) sure.add(at);
  }
  return [...sure].map((at) => {
    const token = tokens[at];
    return { from: at, to: at + 1, other: token && [yearOf(token)], kind: 'renamed', cost: 0 };
  });
}

const isParted = (tokens: readonly Token[], at: number): boolean => /[,;?!]/u.test(tokens[at]?.gap ?? '');

/** "ga price 2024", "Bi usd/lb": the one symbol in a text of which all else was read, beside what is measured. */
function sureNames(
  { tokens }: TypedTokens,
  { findings, question }: TokensRead,
  vocabulary: Vocabulary,
): readonly Edit[] {
  const { reading, subjects, amounts, has } = findings;
  const isAsked = question.metrics.length > 0 || amounts.priced || BESIDE_SYMBOLS.some((cue) => has(cue));
  if (subjects.ours.length > 0 || !isAsked) return [];
  const free = tokens.flatMap((token, at) => {
    const isRead = reading.slots[at] !== undefined || (token.word.length > 2 && STOP_WORDS.has(token.word));
    return isRead || token.value !== undefined ? [] : [{ token, at }];
  });
  const symbols = free.flatMap(({ token, at }) => {
    // "In the EU".
    const isPlace = /^(?:the|in)$/u.test(tokens[at - 1]?.word ?? '');
    const name = isPlace ? undefined : nameOf(token, vocabulary);
    return name === undefined ? [] : [{ token, at, name }];
  });
  const [only] = symbols;
  const others = free.filter(({ token, at }) => at !== only?.at && !isSaidBeside(token));
  if (only === undefined || symbols.length > 1 || others.length > 0) return [];
  const { token, at, name } = only;
  return [{ from: at, to: at + 1, other: [{ ...token, word: name }], kind: 'renamed', cost: 0 }];
}

const isSaidBeside = ({ word }: Token): boolean => STOP_WORDS.has(word) || MARKET_WORDS.has(word);

/** The full name of the metal that a token is the symbol of, in small letters too where that is no English word. */
function nameOf({ raw, word }: Token, { shortNames, fullNames }: Vocabulary): string | undefined {
  const known = shortNames.get(word);
  const isTyped = /^\p{Lu}\p{Ll}$/u.test(raw) || !SMALL_WORDS.has(word);
  const isSymbol = ELEMENT_SYMBOLS.has(`${word.charAt(0).toUpperCase()}${word.slice(1)}`);
  return word.length === 2 && isTyped && isSymbol && known !== undefined
    ? fullNames.get(known.metal)
    : undefined;
}
