/** The features that the phrasings know, and texts as sparse vectors over them. */
import { BLOCK_WEIGHTS, extractFeatures } from './features.ts';

/**
 * A text as a unit-length direction: `features` are indices into the vocabulary, `values` their weights. What the
 * vocabulary lacks is left out, but counts in the length, so a text of unknown words is near to nothing.
 */
export interface SparseVector {
  readonly features: Int32Array;
  readonly values: Float64Array;
}

export interface Vocabulary {
  readonly size: number;
  /** How many of the phrasings have a feature. */
  readonly frequency: (feature: number) => number;
  readonly find: (feature: string) => number | undefined;
  readonly vectorise: (words: readonly string[]) => SparseVector;
  /** Inverse document frequency for a feature that `frequency` phrasings have. */
  readonly rarity: (frequency: number) => number;
}

/** Builds the vocabulary of the phrasings, each given as its words. */
export function buildVocabulary(phrasings: readonly (readonly string[])[]): Vocabulary {
  const indices = new Map<string, number>();
  const frequencies: number[] = [];
  for (const words of phrasings)
    for (const block of extractFeatures(words))
      for (const feature of block.keys()) {
        const index = indices.get(feature);
        if (index === undefined) {
          indices.set(feature, frequencies.length);
          frequencies.push(1);
        } else frequencies[index] = (frequencies[index] ?? 0) + 1;
      }
  const rarity = (frequency: number): number => Math.log((phrasings.length + 1) / (frequency + 1)) + 1;
  const rarities = Float64Array.from(frequencies, rarity);
  const unknown = rarity(0);

  const vectorise = (words: readonly string[]): SparseVector => {
    const features: number[] = [];
    const values: number[] = [];
    for (const [block, counts] of extractFeatures(words).entries()) {
      const first = values.length;
      let squares = 0;
      for (const [feature, times] of counts) {
        const index = indices.get(feature);
        const weight = (1 + Math.log(times)) * (index === undefined ? unknown : (rarities[index] ?? 0));
        squares += weight * weight;
        if (index === undefined) continue;
        features.push(index);
        values.push(weight);
      }
      const scale = squares === 0 ? 0 : Math.sqrt((BLOCK_WEIGHTS[block] ?? 0) / TOTAL / squares);
      for (let at = first; at < values.length; at += 1) values[at] = (values[at] ?? 0) * scale;
    }
    return { features: Int32Array.from(features), values: Float64Array.from(values) };
  };
  return {
    size: frequencies.length,
    frequency: (feature) => frequencies[feature] ?? 0,
    find: (feature) => indices.get(feature),
    vectorise,
    rarity,
  };
}

const TOTAL = BLOCK_WEIGHTS.reduce((sum, weight) => sum + weight, 0);
