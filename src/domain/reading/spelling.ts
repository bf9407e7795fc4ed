/** Mends misspelt names and market words, and leaves ordinary English alone. */
import { countEdits } from './edits.ts';
import { COMMON_WORDS } from './words/common-words.ts';
import { MARKET_WORDS, STOP_WORDS } from './words/plain-words.ts';
import type { Token } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

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

/** Mends the words of a question. Tokens that need no mending come back as they are. */
type Mender = (tokens: readonly Token[]) => {
  readonly tokens: readonly Token[];
  readonly repairs: readonly Repair[];
};

/** Builds a mender for the vocabulary's mendable words. The index holds each with letters left out. */
export function createMender(vocabulary: Vocabulary): Mender {
  const index = new Map<string, string[]>();
  for (const [word, weight] of vocabulary.mendable) {
    if (word.length > LONGEST) continue;
    for (const key of shortenings(word, allowed(word, weight))) {
      const words = index.get(key);
      if (words === undefined) index.set(key, [word]);
      else words.push(word);
    }
  }
  const isKnown = (word: string) =>
    vocabulary.words.has(word) || STOP_WORDS.has(word) || MARKET_WORDS.has(word) || COMMON_WORDS.has(word);

  const mend = (word: string): string | undefined => {
    let best: string | undefined;
    let bestScore = Infinity;
    for (const key of shortenings(word, word.length >= LONG_NAME - 1 ? 2 : 1)) {
      for (const candidate of index.get(key) ?? []) {
        const weight = vocabulary.mendable.get(candidate) ?? 0;
        if (!startsAlike(word, candidate, weight)) continue;
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

  return (tokens) => {
    const repairs: Repair[] = [];
    let tried = 0;
    const mended = tokens.map((token): Token => {
      const { word } = token;
      const skip =
        word.length < SHORTEST || word.length > LONGEST || !/^[a-z]+$/u.test(word) || isKnown(word);
      if (skip || isKnown(word.replace(/s$/u, '')) || tried >= MOST_WORDS) return token;
      tried += 1;
      const better = mend(word);
      if (better === undefined) return token;
      repairs.push({ from: token.raw, to: better });
      return { ...token, word: better, mended: true };
    });
    return { tokens: mended, repairs };
  };
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

/** A word with up to `depth` letters left out, itself included. */
function shortenings(word: string, depth: number): ReadonlySet<string> {
  const found = new Set([word]);
  let layer: readonly string[] = [word];
  for (let step = 0; step < depth; step += 1) {
    const next: string[] = [];
    for (const current of layer) {
      for (let at = 0; at < current.length; at += 1) {
        const shorter = current.slice(0, at) + current.slice(at + 1);
        if (found.has(shorter)) continue;
        found.add(shorter);
        next.push(shorter);
      }
    }
    layer = next;
  }
  return found;
}
