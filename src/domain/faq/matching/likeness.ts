/** How like a text is to the phrasings of one entry. */
import type { SparseVector } from './vocabulary.ts';

/** How like the phrasings of an entry are (cosines). */
export interface Likeness {
  readonly nearest: number;
  readonly sum: number;
}

/** The vectors of an entry's phrasings. */
export interface Member {
  /** Of each phrasing, without the dimensions of its direction. */
  readonly sparse: readonly SparseVector[];
  /** The directions, one phrasing after the other, all dimensions of each; 0 where there is none. */
  readonly directions: Float32Array;
  /** The length of the sum of the vectors. */
  readonly length: number;
}

/** @param counted How many features the vocabulary counts: what comes after them are dimensions of a direction. */
export function createMember(vectors: readonly SparseVector[], counted: number, size: number): Member {
  const dimensions = size - counted;
  const directions = new Float32Array(dimensions * vectors.length);
  const sparse = vectors.map(({ features, values }, phrasing) => {
    let end = features.length;
    while (end > 0 && features[end - 1]! >= counted) {
      end -= 1;
      directions[phrasing * dimensions + features[end]! - counted] = values[end]!;
    }
    return { features: features.slice(0, end), values: values.slice(0, end) };
  });
  return { sparse, directions, length: measureSum(vectors, new Float32Array(size)) };
}

/** Length of the sum of the vectors. `scratch` is all zeros. */
function measureSum(vectors: readonly SparseVector[], scratch: Float32Array): number {
  for (const { features, values } of vectors)
    for (let at = 0; at < features.length; at += 1) {
      const feature = features[at] ?? 0;
      scratch[feature] = (scratch[feature] ?? 0) + (values[at] ?? 0);
    }
  let squares = 0;
  for (const { features } of vectors)
    for (const feature of features) {
      const value = scratch[feature] ?? 0;
      squares += value * value;
      scratch[feature] = 0;
    }
  return Math.sqrt(squares);
}

/** @param spread The vector that is compared, over the whole vocabulary. @param counted As above */
export function measureLikeness(
  spread: Float32Array,
  { sparse, directions }: Member,
  counted: number,
): Likeness {
  const direction = spread.subarray(counted);
  let nearest = 0;
  let sum = 0;
  for (const [phrasing, { features, values }] of sparse.entries()) {
    let likeness = 0;
    for (let at = 0; at < features.length; at += 1) likeness += values[at]! * spread[features[at]!]!;
    // A direction is met in one run through memory: half of what there is to compare.
    const from = phrasing * direction.length;
    for (let at = 0; at < direction.length; at += 1) likeness += direction[at]! * directions[from + at]!;
    nearest = Math.max(nearest, likeness);
    sum += likeness;
  }
  return { nearest, sum };
}
