/** The features that the phrasings know, and texts as sparse vectors over them. */
import { extractFeatures, type Block } from './features.ts';

/**
 * A text as a direction of unit length: `features` are indices into the vocabulary, `values` their weights. What the
 * vocabulary lacks is left out but counts in the length, so a text of unknown words is near to nothing.
 */
export interface SparseVector {
  readonly features: Int32Array;
  readonly values: Float32Array;
}

export interface Vocabulary {
  readonly size: number;
  /** Phrasings that it was built from. */
  readonly total: number;
  /** Index by feature. */
  readonly indices: ReadonlyMap<string, number>;
  /** Phrasings that have a feature, by index. */
  readonly frequencies: Int32Array;
}

/** Inverse document frequency of a feature that `frequency` of `total` phrasings have. */
export function measureRarity(total: number, frequency: number): number {
  return Math.log((total + 1) / (frequency + 1)) + 1;
}

/**
 * Builds the vocabulary of the phrasings, and their vectors. It keeps at most `limit` features: beyond that, those that
 * fewest phrasings share go.
 */
export function buildVocabulary(
  phrasings: readonly (readonly string[])[],
  limit: number,
): { readonly vocabulary: Vocabulary; readonly vectors: readonly SparseVector[] } {
  const blocks = phrasings.map(extractFeatures);
  const counts = new Map<string, number>();
  for (const block of blocks.flat())
    for (const feature of block.counts.keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1);

  let fewest = 1;
  let kept = [...counts];
  while (kept.length > limit) {
    fewest += 1;
    const least = fewest;
    kept = kept.filter(([, frequency]) => frequency >= least);
  }
  const vocabulary: Vocabulary = {
    size: kept.length,
    total: phrasings.length,
    indices: new Map(kept.map(([feature], index) => [feature, index])),
    frequencies: Int32Array.from(kept, ([, frequency]) => frequency),
  };
  return { vocabulary, vectors: blocks.map((own) => weighBlocks(own, vocabulary)) };
}

function weighBlocks(blocks: readonly Block[], vocabulary: Vocabulary): SparseVector {
  const { indices, frequencies, total } = vocabulary;
  const unknown = measureRarity(total, 0);
  const features: number[] = [];
  const values: number[] = [];
  const weightOfAll = blocks.reduce((sum, { weight }) => sum + weight, 0);
  for (const { weight, counts } of blocks) {
    const first = values.length;
    let squares = 0;
    for (const [feature, times] of counts) {
      const index = indices.get(feature);
      const rarity = index === undefined ? unknown : measureRarity(total, frequencies[index] ?? 0);
      const value = (1 + Math.log(times)) * rarity;
      squares += value * value;
      if (index === undefined) continue;
      features.push(index);
      values.push(value);
    }
    const scale = squares === 0 ? 0 : Math.sqrt(weight / weightOfAll / squares);
    for (let at = first; at < values.length; at += 1) values[at] = (values[at] ?? 0) * scale;
  }
  return { features: Int32Array.from(features), values: Float32Array.from(values) };
}

/** The vector of a text's words. */
export function vectorise(words: readonly string[], vocabulary: Vocabulary): SparseVector {
  return weighBlocks(extractFeatures(words), vocabulary);
}

/** The likeness (cosine) of a vector and one spread out over the whole vocabulary. */
export function compareTo(spread: Float32Array, { features, values }: SparseVector): number {
  let sum = 0;
  for (let at = 0; at < features.length; at += 1) sum += (values[at] ?? 0) * (spread[features[at] ?? 0] ?? 0);
  return sum;
}
