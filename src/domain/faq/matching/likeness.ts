/** How like a text is to the phrasings of one entry. */
import type { SparseVector } from './vocabulary.ts';

/** How like the phrasings of an entry are (cosines). */
export interface Likeness {
  readonly nearest: number;
  readonly sum: number;
}

/** The vectors of an entry's phrasings. */
export interface Member {
  /** How many there are. */
  readonly phrasings: number;
  /** The features of all phrasings, one phrasing after the other, without the dimensions of its direction. */
  readonly features: Int32Array;
  readonly values: Float32Array;
  /** Where those of each phrasing begin, and where the last one's end. */
  readonly starts: Int32Array;
  /** The directions, one phrasing after the other, all dimensions of each; 0 where there is none. */
  readonly directions: Float32Array;
  /** The length of the sum of the vectors. */
  readonly length: number;
}

/** @param counted How many features the vocabulary counts: what comes after them are dimensions of a direction. */
export function createMember(vectors: readonly SparseVector[], counted: number, size: number): Member {
  const dimensions = size - counted;
  const directions = new Float32Array(dimensions * vectors.length);
  const starts = new Int32Array(vectors.length + 1);
  const kept = vectors.map(({ features, values }, phrasing) => {
    let end = features.length;
    while (end > 0 && features[end - 1]! >= counted) {
      end -= 1;
      directions[phrasing * dimensions + features[end]! - counted] = values[end]!;
    }
    starts[phrasing + 1] = starts[phrasing]! + end;
    return end;
  });
  const all = { features: new Int32Array(starts.at(-1)!), values: new Float32Array(starts.at(-1)!) };
  for (const [phrasing, { features, values }] of vectors.entries()) {
    all.features.set(features.subarray(0, kept[phrasing]), starts[phrasing]);
    all.values.set(values.subarray(0, kept[phrasing]), starts[phrasing]);
  }
  const length = measureSum(vectors, new Float32Array(size));
  return { phrasings: vectors.length, ...all, starts, directions, length };
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

/** Phrasings that are compared side by side: each sum waits for its last addition, and four wait together. */
const TOGETHER = 4;

/** @param spread The vector that is compared, over the whole vocabulary. @param counted As above */
export function measureLikeness(spread: Float32Array, member: Member, counted: number): Likeness {
  const { phrasings, directions } = member;
  const dimensions = spread.length - counted;
  let nearest = 0;
  let sum = 0;
  let phrasing = 0;
  for (; phrasing + TOGETHER <= phrasings; phrasing += TOGETHER) {
    let first = likenessOfFeatures(spread, member, phrasing);
    let second = likenessOfFeatures(spread, member, phrasing + 1);
    let third = likenessOfFeatures(spread, member, phrasing + 2);
    let fourth = likenessOfFeatures(spread, member, phrasing + 3);
    let from = phrasing * dimensions;
    for (let at = 0; at < dimensions; at += 1) {
      const value = spread[counted + at]!;
      first += value * directions[from]!;
      second += value * directions[from + dimensions]!;
      third += value * directions[from + 2 * dimensions]!;
      fourth += value * directions[from + 3 * dimensions]!;
      from += 1;
    }
    nearest = Math.max(nearest, first, second, third, fourth);
    sum = sum + first + second + third + fourth;
  }
  for (; phrasing < phrasings; phrasing += 1) {
    let likeness = likenessOfFeatures(spread, member, phrasing);
    const from = phrasing * dimensions;
    for (let at = 0; at < dimensions; at += 1) likeness += spread[counted + at]! * directions[from + at]!;
    nearest = Math.max(nearest, likeness);
    sum += likeness;
  }
  return { nearest, sum };
}

/** What the features of one phrasing come to, without its direction. */
function likenessOfFeatures(
  spread: Float32Array,
  { features, values, starts }: Member,
  phrasing: number,
): number {
  const end = starts[phrasing + 1]!;
  let likeness = 0;
  for (let at = starts[phrasing]!; at < end; at += 1) likeness += values[at]! * spread[features[at]!]!;
  return likeness;
}
