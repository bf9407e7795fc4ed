/** What of a text is compared: stemmed words, their pairs, and characters, each in a block of its own. */
import { stem } from './stemmer.ts';

/** A block's say in the comparison of two texts that agree in it fully. */
export const BLOCK_WEIGHTS: readonly number[] = [1, 0.36, 0.16, 1];

/** Counts by feature, one map a block, in the order of `BLOCK_WEIGHTS`. */
export type FeatureCounts = readonly ReadonlyMap<string, number>[];

const SHORTEST = 2;
const LONGEST = 4;

function count(counts: Map<string, number>, feature: string): void {
  counts.set(feature, (counts.get(feature) ?? 0) + 1);
}

/**
 * The features of a text's words (as of `splitWords`): stems; pairs of neighbours, with the sentence's start and end,
 * which tell "price of" from "of price"; pairs over one word; and two to four characters within a word's bounds, which
 * still agree where an ending or a letter differs.
 */
export function extractFeatures(words: readonly string[]): FeatureCounts {
  const stems = new Map<string, number>();
  const pairs = new Map<string, number>();
  const skips = new Map<string, number>();
  const characters = new Map<string, number>();
  const line = ['^', ...words.map(stem), '$'];
  for (const [at, current] of line.entries()) {
    const next = line[at + 1];
    const second = line[at + 2];
    if (at > 0 && next !== undefined) count(stems, `w${current}`);
    if (next !== undefined) count(pairs, `p${current} ${next}`);
    if (second !== undefined) count(skips, `s${current} ${second}`);
  }
  for (const word of words) {
    const padded = ` ${word} `;
    for (let size = SHORTEST; size <= LONGEST; size += 1)
      for (let at = 0; at + size <= padded.length; at += 1)
        count(characters, `c${padded.slice(at, at + size)}`);
  }
  return [stems, pairs, skips, characters];
}
