/** What of a text is compared: words, what they mean, their pairs, and characters, each in a block of its own. */
import { findGroups } from './synonyms.ts';
import { stemmer as stem } from 'stemmer';

/** Counts by feature. */
type Counts = Map<string, number>;

/** A block's say when two texts are compared, and its features. */
export interface Block {
  readonly weight: number;
  readonly counts: ReadonlyMap<string, number>;
}

/** Words as far apart as this make no pair; nearer ones of a long message don't either, for there are too many. */
const WIDEST_PAIR = 8;
const WIDEST_PAIR_OF_MANY = 3;
const MANY_WORDS = 60;
const SHORTEST_RUN = 2;
const LONGEST_RUN = 4;

function count(counts: Counts, feature: string): void {
  counts.set(feature, (counts.get(feature) ?? 0) + 1);
}

/** Pairs of words, one block for neighbours (in order, with the sentence's start and end), one for any order. */
function countPairs(words: readonly string[], mark: string, near: Counts, any: Counts): void {
  const reach = words.length > MANY_WORDS ? WIDEST_PAIR_OF_MANY : WIDEST_PAIR;
  for (const [at, word] of words.entries()) {
    count(near, `${mark}>${words[at - 1] ?? ''} ${word}`);
    const last = Math.min(words.length, at + reach);
    for (let other = at + 1; other < last; other += 1) {
      const second = words[other] ?? '';
      if (word !== second)
        count(any, word < second ? `${mark}&${word} ${second}` : `${mark}&${second} ${word}`);
    }
  }
  count(near, `${mark}>${words.at(-1) ?? ''} `);
}

/**
 * The features of a text's words (as of `splitWords`): stems, and the synonym groups in their place; pairs of both;
 * pairs over one word; and two to four characters within a word's bounds, which still agree where an ending or a letter
 * differs. The weights were chosen on ten random draws of two public sets (docs/benchmarks.md).
 */
export function extractFeatures(words: readonly string[]): readonly Block[] {
  const characters: Counts = new Map();
  for (const word of words) for (const run of extractRuns(word)) count(characters, run);
  return [...extractWordFeatures(words), { weight: CHARACTERS, counts: characters }];
}

/** The same without the characters, which come last. */
export function extractWordFeatures(words: readonly string[]): readonly Block[] {
  const stems: Counts = new Map();
  const meanings: Counts = new Map();
  const near: Counts = new Map();
  const any: Counts = new Map();
  const nearMeanings: Counts = new Map();
  const anyMeanings: Counts = new Map();
  const skips: Counts = new Map();
  const line = words.map(stem);
  const names: string[] = [];
  for (const current of line) {
    count(stems, `w${current}`);
    const groups = findGroups(current);
    for (const group of groups) count(meanings, `=${group}`);
    if (groups.length === 0) count(meanings, `w=${current}`);
    names.push(groups[0] ?? current);
  }
  countPairs(line, '', near, any);
  countPairs(names, '=', nearMeanings, anyMeanings);
  for (let at = -1; at + 2 <= line.length; at += 1) count(skips, `_${line[at] ?? ''} ${line[at + 2] ?? ''}`);
  return [
    { weight: 1, counts: stems },
    { weight: 1, counts: meanings },
    { weight: 0.35, counts: near },
    { weight: 0.4, counts: any },
    { weight: 0.3, counts: nearMeanings },
    { weight: 0.4, counts: anyMeanings },
    { weight: 0.15, counts: skips },
  ];
}

/** The say of the block of characters. */
export const CHARACTERS = 1;

/** The features of a word's characters, in a row. */
export function extractRuns(word: string): readonly string[] {
  const runs: string[] = [];
  const padded = ` ${word} `;
  for (let size = SHORTEST_RUN; size <= LONGEST_RUN; size += 1)
    for (let at = 0; at + size <= padded.length; at += 1) runs.push(`"${padded.slice(at, at + size)}`);
  return runs;
}
