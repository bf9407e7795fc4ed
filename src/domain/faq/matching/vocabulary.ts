/** The features that the phrasings know, and texts as sparse vectors over them. */
import { extractFeatures } from './features.ts';
import { fitSentenceSpace, placeSentence, type SentenceSpace } from './sentence-space.ts';
import type { WordVectors } from './word-vectors.ts';

/**
 * A text as a direction of unit length: `features` are indices into the vocabulary, `values` their weights. What the
 * vocabulary lacks is left out but counts in the length, so a text of unknown words is near to nothing.
 */
export interface SparseVector {
  readonly features: Int32Array;
  readonly values: Float32Array;
}

export interface Vocabulary {
  /** The features that are counted, and after them the dimensions of a sentence's direction. */
  readonly size: number;
  /** Index by feature. */
  readonly indices: ReadonlyMap<string, number>;
  /** How telling a feature is, by index; past the last one, for a feature that no phrasing has. */
  readonly rarities: Float32Array;
  /** Where sentences lie; undefined without a table of word vectors. */
  readonly meaning: Meaning | undefined;
}

/** The dense block: where a sentence lies by the vectors of its words. */
interface Meaning {
  readonly table: WordVectors;
  readonly space: SentenceSpace;
  /** Its say beside the other blocks'. */
  readonly weight: number;
}

/** A text of an entry (an index). */
export interface EntryText {
  readonly entry: number;
  readonly words: readonly string[];
}

/** How much more a feature tells that no phrasing has: one that could have been met and wasn't. */
const UNKNOWN = 1.8;
/** The say of where a sentence lies, beside the 4.6 of all other blocks, for entries of up to so many phrasings. */
const MEANING = 2;
const MANY_PHRASINGS = 20;

/**
 * How telling a feature is that so many entries have: the fewer, the more. That all phrasings of an entry have it is no
 * fault, so phrasings are not counted, as the usual inverse document frequency does.
 */
function measureRarity(entryCount: number, spread: number): number {
  return Math.log((entryCount + 1) / (spread + 1)) + 1;
}

/** What a vocabulary is built with. */
interface VocabularyOptions {
  readonly entryCount: number;
  /** The most features: beyond that, those that fewest texts share go. */
  readonly limit: number;
  /** Where the phrasings lie by their words' vectors; without it there is no dense block. */
  readonly meaning?: Meaning | undefined;
}

/** The dense block for phrasings: the more an entry has, the less is left for it to tell. */
export function learnMeaning(
  phrasings: readonly EntryText[],
  entryCount: number,
  table: WordVectors,
): Meaning {
  const each = Math.max(1, phrasings.length / entryCount);
  const weight = MEANING * Math.min(1, Math.sqrt(MANY_PHRASINGS / each));
  return { table, space: fitSentenceSpace(phrasings, table), weight };
}

/** Builds the vocabulary of texts (all of an entry in a row), and their vectors. */
export function buildVocabulary(
  texts: readonly EntryText[],
  { entryCount, limit, meaning }: VocabularyOptions,
): { readonly vocabulary: Vocabulary; readonly vectors: readonly SparseVector[] } {
  const everything = new Map<string, number>();
  const frequencies: number[] = [];
  /** Entries that have a feature, and the last of them, by index; texts come entry by entry. */
  const spreads: number[] = [];
  const lastEntry: number[] = [];
  const counted = texts.map(({ entry, words }) =>
    extractFeatures(words).map(({ weight, counts }) => {
      const features = new Int32Array(counts.size);
      const times = new Int32Array(counts.size);
      let slot = 0;
      for (const [feature, count] of counts) {
        const index = everything.get(feature) ?? everything.size;
        if (index === everything.size) everything.set(feature, index);
        frequencies[index] = (frequencies[index] ?? 0) + 1;
        if (lastEntry[index] !== entry) {
          lastEntry[index] = entry;
          spreads[index] = (spreads[index] ?? 0) + 1;
        }
        features[slot] = index;
        times[slot] = count;
        slot += 1;
      }
      return { weight, features, times };
    }),
  );

  const fewest = findFewest(frequencies, limit);
  const indices = new Map<string, number>();
  const rarities: number[] = [];
  const renumbered = new Int32Array(frequencies.length).fill(-1);
  for (const [feature, index] of everything) {
    const frequency = frequencies[index] ?? 0;
    if (frequency < fewest) continue;
    renumbered[index] = rarities.length;
    indices.set(feature, rarities.length);
    rarities.push(measureRarity(entryCount, spreads[index] ?? 0));
  }
  rarities.push(UNKNOWN * measureRarity(entryCount, 0));
  const vocabulary: Vocabulary = {
    size: indices.size + (meaning?.table.dimensions ?? 0),
    indices,
    rarities: Float32Array.from(rarities),
    meaning,
  };
  const vectors = counted.map((blocks, at) =>
    weighBlocks(
      blocks.map(({ weight, features, times }) => ({
        weight,
        features: features.map((index) => renumbered[index] ?? -1),
        times,
      })),
      texts[at]?.words ?? [],
      vocabulary,
    ),
  );
  return { vocabulary, vectors };
}

/** The least frequency at which no more than `limit` features are left. */
function findFewest(frequencies: readonly number[], limit: number): number {
  let fewest = 1;
  let left = frequencies.length;
  while (left > limit) {
    fewest += 1;
    left = 0;
    for (const frequency of frequencies) if (frequency >= fewest) left += 1;
  }
  return fewest;
}

/** A block whose features are indices, -1 for an unknown one. */
export interface IndexedBlock {
  readonly weight: number;
  readonly features: ArrayLike<number>;
  readonly times: ArrayLike<number>;
}

/** Term frequency (its logarithm) times rarity, each block scaled to its weight; and where the words lie, as the last of the features. */
export function weighBlocks(
  blocks: readonly IndexedBlock[],
  words: readonly string[],
  { indices, rarities, meaning }: Vocabulary,
): SparseVector {
  const direction = meaning && placeSentence(words, meaning.table, meaning.space);
  let most = direction?.length ?? 0;
  let weightOfAll = meaning?.weight ?? 0;
  for (const { weight, features } of blocks) {
    most += features.length;
    weightOfAll += weight;
  }
  const found = new Int32Array(most);
  const values = new Float32Array(most);
  let count = 0;
  for (const { weight, features, times } of blocks) {
    const first = count;
    let squares = 0;
    for (let slot = 0; slot < features.length; slot += 1) {
      const feature = features[slot] ?? -1;
      const repeated = times[slot] ?? 1;
      const value =
        (repeated === 1 ? 1 : 1 + Math.log(repeated)) *
        (rarities[feature === -1 ? rarities.length - 1 : feature] ?? 0);
      squares += value * value;
      if (feature === -1) continue;
      found[count] = feature;
      values[count] = value;
      count += 1;
    }
    const scale = squares === 0 ? 0 : Math.sqrt(weight / weightOfAll / squares);
    for (let at = first; at < count; at += 1) values[at] = (values[at] ?? 0) * scale;
  }
  if (direction !== undefined) {
    const scale = Math.sqrt(meaning!.weight / weightOfAll);
    for (let dimension = 0; dimension < direction.length; dimension += 1) {
      found[count] = indices.size + dimension;
      values[count] = direction[dimension]! * scale;
      count += 1;
    }
  }
  return { features: found.slice(0, count), values: values.slice(0, count) };
}
