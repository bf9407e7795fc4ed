/** What of a text is compared: words, what they mean, their pairs, and characters, each in a block of its own. */
import { findGroups } from './words/synonyms.ts';
import { stem } from './words/stems.ts';

/** Counts by feature. */
type Counts = Map<string, number>;

/** A block's say when two texts are compared, and its features. */
export interface Block {
  readonly weight: number;
  readonly counts: ReadonlyMap<string, number>;
}

/** A block of pairs of words: `one * words.length + other`, by their numbers among the words, stands for `mark`, one, a space and the other. */
export interface PairBlock {
  readonly weight: number;
  readonly mark: string;
  /** Each once, and no word where a sentence starts or ends. */
  readonly words: readonly string[];
  readonly counts: ReadonlyMap<number, number>;
}

/** Words as far apart as this make no pair; nearer ones of a long message don't either, for there are too many. */
const WIDEST_PAIR = 8;
const WIDEST_PAIR_OF_MANY = 3;
const MANY_WORDS = 60;
const SHORTEST_RUN = 2;
const LONGEST_RUN = 4;

function count<Feature>(counts: Map<Feature, number>, feature: Feature): void {
  counts.set(feature, (counts.get(feature) ?? 0) + 1);
}

/** The words of a line by their numbers: pairs of numbers are counted faster than pairs of words. */
interface Numbered {
  /** Each once; the first is none. */
  readonly words: readonly string[];
  readonly line: readonly number[];
}

const NO_WORD = 0;

function numbered(line: readonly string[]): Numbered {
  const numbers = new Map<string, number>([['', NO_WORD]]);
  const read = line.map((word) => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, numbers.size);
    return numbers.size - 1;
  });
  return { words: [...numbers.keys()], line: read };
}

/** Pairs of words, one block for neighbours (in order, with the sentence's start and end), one for any order. */
function countPairs(
  { words, line }: Numbered,
  mark: string,
  weights: { readonly near: number; readonly any: number },
): readonly [PairBlock, PairBlock] {
  const near = new Map<number, number>();
  const any = new Map<number, number>();
  const size = words.length;
  const reach = line.length > MANY_WORDS ? WIDEST_PAIR_OF_MANY : WIDEST_PAIR;
  for (let at = 0; at < line.length; at += 1) {
    const one = line[at]!;
    count(near, (line[at - 1] ?? NO_WORD) * size + one);
    const last = Math.min(line.length, at + reach);
    for (let next = at + 1; next < last; next += 1) {
      const other = line[next]!;
      if (one !== other) count(any, words[one]! < words[other]! ? one * size + other : other * size + one);
    }
  }
  count(near, (line.at(-1) ?? NO_WORD) * size + NO_WORD);
  return [
    { weight: weights.near, mark: `${mark}>`, words, counts: near },
    { weight: weights.any, mark: `${mark}&`, words, counts: any },
  ];
}

/** Pairs over one word. */
function countSkips({ words, line }: Numbered): PairBlock {
  const counts = new Map<number, number>();
  for (let at = -1; at + 2 <= line.length; at += 1)
    count(counts, (line[at] ?? NO_WORD) * words.length + (line[at + 2] ?? NO_WORD));
  return { weight: 0.15, mark: '_', words, counts };
}

/** A pair's feature as it is written. */
const pairFeature = ({ mark, words }: PairBlock, pair: number): string =>
  `${mark}${words[Math.floor(pair / words.length)]} ${words[pair % words.length]}`;

/**
 * The features of a text's words (as of `splitWords`): stems, and the synonym groups in their place; pairs of both;
 * pairs over one word; and two to four characters within a word's bounds, which still agree where an ending or a letter
 * differs. The weights were chosen on ten random draws of two public sets (docs/benchmarks.md).
 */
export function extractFeatures(words: readonly string[]): readonly Block[] {
  const characters: Counts = new Map();
  for (const word of words) for (const run of extractRuns(word)) count(characters, run);
  const { single, pairs } = extractWordFeatures(words);
  const written = pairs.map((block): Block => {
    const features = [...block.counts].map(([pair, times]) => [pairFeature(block, pair), times] as const);
    return { weight: block.weight, counts: new Map(features) };
  });
  return [...single, ...written, { weight: CHARACTERS, counts: characters }];
}

/** The same without the characters, which come last. */
export function extractWordFeatures(words: readonly string[]): {
  readonly single: readonly Block[];
  /** They come after them. */
  readonly pairs: readonly PairBlock[];
} {
  const stems: Counts = new Map();
  const meanings: Counts = new Map();
  const line = words.map(stem);
  const names: string[] = [];
  for (const current of line) {
    count(stems, `w${current}`);
    const groups = findGroups(current);
    for (const group of groups) count(meanings, `=${group}`);
    if (groups.length === 0) count(meanings, `w=${current}`);
    names.push(groups[0] ?? current);
  }
  const typed = numbered(line);
  return {
    single: [
      { weight: 1, counts: stems },
      { weight: 1, counts: meanings },
    ],
    pairs: [
      ...countPairs(typed, '', { near: 0.35, any: 0.4 }),
      ...countPairs(numbered(names), '=', { near: 0.3, any: 0.4 }),
      countSkips(typed),
    ],
  };
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
