/** Repairs typed words that no phrasing knows: to the nearest word that one does, or into two where a space is missing. */
import { shortenings } from '#src/domain/reading/edits/edits.ts';
import { countEdits } from '#src/domain/reading/edits/edits.ts';

/** Two letters are too few to tell a slip from an abbreviation. */
const SHORTEST_REPAIRED = 3;
/** From here on two slips are allowed. */
const LONG = 8;
/** A word longer than this is no word (a link, a key); its deletions would cost too much. */
const LONGEST_REPAIRED = 24;

interface Speller {
  /** For each word as typed, the word or two that it stands for; itself if it is known or beyond repair. */
  repair(typed: readonly string[]): readonly (readonly string[])[];
}

const allowedEdits = (word: string): number => (word.length >= LONG ? 2 : 1);

const isRepairable = (word: string): boolean =>
  word.length >= SHORTEST_REPAIRED && word.length <= LONGEST_REPAIRED && !/\p{N}/u.test(word);

/**
 * Three letters with another in place of one are more often another word ("CEO", "REO") than a slip; with two swapped,
 * or one missing, they are a slip.
 */
function isLikely(typed: string, meant: string): boolean {
  if (typed.length > SHORTEST_REPAIRED || meant.length > typed.length) return true;
  return Array.from(typed).toSorted().join('') === Array.from(meant).toSorted().join('');
}

/**
 * A speller for the words of the phrasings, and others that are known but come second (`spare`). What `isWord` says is a word of
 * the language is none misspelt, though no phrasing has it. The index holds each
 * word with letters left out, so a look-up costs the typed word's length, not the vocabulary's.
 */
export function createSpeller(
  phrasings: readonly (readonly string[])[],
  spare: ReadonlySet<string>,
  isWord: (word: string) => boolean,
): Speller {
  const uses = new Map<string, number>([...spare].map((word) => [word, 0]));
  const pairs = new Set<string>();
  for (const words of phrasings)
    for (const [at, word] of words.entries()) {
      uses.set(word, (uses.get(word) ?? 0) + 1);
      pairs.add(`${words[at - 1] ?? ''} ${word}`);
    }
  const index = new Map<string, string[]>();
  for (const word of uses.keys()) {
    if (!isRepairable(word)) continue;
    for (const key of shortenings(word, allowedEdits(word))) {
      const words = index.get(key);
      if (words === undefined) index.set(key, [word]);
      else words.push(word);
    }
  }

  /** The nearest known words, all equally near. */
  const findNearest = (word: string): { readonly words: readonly string[]; readonly edits: number } => {
    let edits = allowedEdits(word);
    let words = new Set<string>();
    for (const key of shortenings(word, edits))
      for (const candidate of index.get(key) ?? []) {
        const needed = countEdits(word, candidate);
        if (needed > edits || !isLikely(word, candidate)) continue;
        if (needed < edits) words = new Set();
        edits = needed;
        words.add(candidate);
      }
    return { words: [...words], edits };
  };

  /** Two words of the phrasings that the typed one is, without the space or with a letter in its place. */
  const splitWord = (word: string): readonly string[] | undefined => {
    let best: readonly string[] | undefined;
    let bestUses = 0;
    for (let at = 1; at < word.length - 1; at += 1)
      for (const skip of [0, 1]) {
        const [left, right] = [word.slice(0, at), word.slice(at + skip)];
        const together = Math.min(uses.get(left) ?? 0, uses.get(right) ?? 0);
        if (!pairs.has(`${left} ${right}`) || together <= bestUses) continue;
        best = [left, right];
        bestUses = together;
      }
    return best;
  };

  const repairOne = (word: string, before: string, after: string): readonly string[] => {
    if (uses.has(word) || !isRepairable(word) || isWord(word)) return [word];
    const { words, edits } = findNearest(word);
    const split = edits > 1 || words.length === 0 ? splitWord(word) : undefined;
    if (split !== undefined) return split;
    const weigh = (candidate: string): number =>
      (pairs.has(`${before} ${candidate}`) ? 1e6 : 0) +
      (pairs.has(`${candidate} ${after}`) ? 1e6 : 0) +
      (uses.get(candidate) ?? 0);
    return [words.toSorted((one, other) => weigh(other) - weigh(one))[0] ?? word];
  };
  return {
    repair: (typed) => typed.map((word, at) => repairOne(word, typed[at - 1] ?? '', typed[at + 1] ?? '')),
  };
}
