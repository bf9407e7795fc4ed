/** Mends misspelt names and market words, and leaves ordinary English alone. */
import { MONEY_WORDS } from '#src/domain/measure/units.ts';
import { countEdits, isSwapped, shortenings } from './edits.ts';
import { COMMON_WORDS } from '../words/common-words.ts';
import { MARKET_WORDS, STOP_WORDS } from '../words/plain-words.ts';
import type { Token } from '../tokens.ts';
import type { Vocabulary } from '../vocabulary.ts';
import SENSES from '../words/senses.json' with { type: 'json' };

/** Shorter words are too near to one another. */
const SHORTEST = 4;
const LONGEST = 20;
/** Names of data files from here on may be two slips away. */
const LONG_NAME = 8;
const NAME_WEIGHT = 3;
/** A question has few unknown words; a pasted page has many, and is not mended to its end. */
const MOST_WORDS = 24;

interface Repair {
  readonly from: string;
  readonly to: string;
}

export interface Mender {
  /** Mends the words of a question. Tokens that need no mending come back as they are. */
  readonly mend: (tokens: readonly Token[]) => {
    readonly tokens: readonly Token[];
    readonly repairs: readonly Repair[];
  };
  /** Words of any kind that are one slip away from a word that nobody knows, the likeliest first: "the" of "teh". */
  readonly near: (word: string) => readonly string[];
  /** The name that an ordinary word is one slip away from: "copper" of "cooper". Only what stands beside it can tell that it is meant. */
  readonly nameNear: (word: string) => string | undefined;
}

/** Of them, as many are tried. */
const MOST_NEAR = 2;
const SHORTEST_NEAR = 3;
/** Letters that changed places are a slip in the shortest word; one that is missing or another takes more to be sure. */
const SURE_NEAR = 5;

/** "Telluride", "selenite": a compound, or a place, and no slip in the name of a metal. */
const isCompound = (word: string, name: string): boolean =>
  /(?:ide|ate|ite)s?$/u.test(word) && /(?:um|ic|on|en|el)$/u.test(name);

/** Each word that may be mended to, under itself with letters left out. */
function indexOf({ mendable }: Vocabulary): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const [word, weight] of mendable) {
    if (word.length > LONGEST) continue;
    for (const key of shortenings(word, allowed(word, weight))) {
      const words = index.get(key);
      if (words === undefined) index.set(key, [word]);
      else words.push(word);
    }
  }
  return index;
}

/** Whether a word is one of a language's ordinary words, and so a slip of none. */
export type IsOrdinary = (word: string) => boolean;

/**
 * Builds a mender for the vocabulary's mendable words, and its index when first a word is not known: a start need not wait for it.
 * @param isOrdinary "Born" is no slip of "boron"; where it is not given, only the listed words are such
 */
export function createMender(vocabulary: Vocabulary, isOrdinary: IsOrdinary = () => false): Mender {
  let index: ReadonlyMap<string, readonly string[]> | undefined;
  const isKnown = (word: string) =>
    vocabulary.words.has(word) ||
    STOP_WORDS.has(word) ||
    MARKET_WORDS.has(word) ||
    COMMON_WORDS.has(word) ||
    MONEY_WORDS.has(word);

  const mend = (word: string): string | undefined => {
    let best: string | undefined;
    let bestScore = Infinity;
    index ??= indexOf(vocabulary);
    for (const key of shortenings(word, word.length >= LONG_NAME - 1 ? 2 : 1)) {
      for (const candidate of index.get(key) ?? []) {
        const weight = vocabulary.mendable.get(candidate) ?? 0;
        if (!startsAlike(word, candidate, weight) || isCompound(word, candidate)) continue;
        const edits = countEdits(word, candidate);
        if (edits > allowed(candidate, weight) || (edits > 1 && word.length < LONG_NAME - 2)) continue;
        const score = edits * 10 - weight;
        if (score < bestScore || (score === bestScore && candidate < (best ?? ''))) {
          best = candidate;
          bestScore = score;
        }
      }
    }
    return best;
  };

  const isForm = (word: string) => isOrdinary(word) || isOrdinary(word.replace(/(?:e?s|ed|ing)$/u, ''));
  let places: ReadonlySet<string> | undefined;
  /** "Colombian", "Pakistani": a word that is made of a country's. */
  const isOfPlace = (word: string, name: string): boolean => {
    places ??= new Set(
      [...vocabulary.phrases.values()]
        .flat()
        .filter(({ tags }) => tags.some(({ kind }) => kind === 'country'))
        .flatMap(({ words }) => words),
    );
    return word.startsWith(name) && places.has(name);
  };

  let around: ReadonlyMap<string, readonly string[]> | undefined;
  const near = (word: string): readonly string[] => {
    if (word.length < SHORTEST_NEAR || word.length > LONGEST || !/^[a-z]+$/u.test(word) || isKnown(word))
      return [];
    // Names are mended by themselves.
    const isName = (one: string) => vocabulary.mendable.get(one) === NAME_WEIGHT;
    around ??= neighbourhood([
      ...STOP_WORDS,
      ...MARKET_WORDS,
      ...[...vocabulary.words].filter((one) => !isName(one) && !vocabulary.shortNames.has(one)),
    ]);
    const found = [...new Set([...shortenings(word, 1)].flatMap((key) => around?.get(key) ?? []))];
    const isSlip = (other: string) =>
      countEdits(word, other) === 1 &&
      (Math.min(word.length, other.length) >= SURE_NEAR || isSwapped(word, other)) &&
      word[0] === other[0];
    return found
      .filter(isSlip)
      .toSorted((a, b) => Number(isSwapped(word, b)) - Number(isSwapped(word, a)) || (a < b ? -1 : 1))
      .slice(0, MOST_NEAR);
  };

  const mendAll: Mender['mend'] = (tokens) => {
    const repairs: Repair[] = [];
    let tried = 0;
    const mended = tokens.map((token): Token => {
      const { word } = token;
      const long = vocabulary.words.has(word) || STOP_WORDS.has(word) ? undefined : PHONE.get(word);
      // A letter alone may be a symbol.
      if (long !== undefined && (word.length > 1 || token.raw === word))
        return { ...token, word: long, mended: true };
      const skip =
        word.length < SHORTEST || word.length > LONGEST || !/^[a-z]+$/u.test(word) || isKnown(word);
      if (skip || isKnown(word.replace(/s$/u, '')) || COMMON_WORDS.has(`${word}s`) || tried >= MOST_WORDS)
        return token;
      tried += 1;
      const better = mend(word);
      if (better === undefined || (isForm(word) && !isOfPlace(word, better))) return token;
      repairs.push({ from: token.raw, to: better });
      return { ...token, word: better, mended: true };
    });
    return { tokens: mended, repairs };
  };
  const nameNear = (word: string): string | undefined => {
    if (word.length < SHORTEST || word.length > LONGEST || isKnown(word) || !isForm(word)) return undefined;
    const name = mend(word);
    const isName = name !== undefined && vocabulary.mendable.get(name) === NAME_WEIGHT;
    return isName && countEdits(word, name) === 1 ? name : undefined;
  };
  return { mend: mendAll, near, nameNear };
}

/** Words as they are typed on a phone, where nothing else is meant by them. */
const PHONE: ReadonlyMap<string, string> = new Map(Object.entries(SENSES.phone));

/** Each word under each of itself with a letter left out. */
function neighbourhood(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const word of new Set(words)) {
    if (word.length < SHORTEST_NEAR || word.length > LONGEST) continue;
    for (const key of shortenings(word, 1)) {
      const there = found.get(key);
      if (there === undefined) found.set(key, [word]);
      else there.push(word);
    }
  }
  return found;
}

/** Slips allowed in a word: one, or two in a long name. */
function allowed(word: string, weight: number): number {
  return weight >= NAME_WEIGHT && word.length >= LONG_NAME ? 2 : 1;
}

/** People rarely miss the first letter; where they do, only a long name is still certain. */
function startsAlike(word: string, candidate: string, weight: number): boolean {
  if (word[0] === candidate[0]) return true;
  if (word[0] === candidate[1] && word[1] === candidate[0]) return true;
  return weight >= NAME_WEIGHT && candidate.length >= LONG_NAME;
}
