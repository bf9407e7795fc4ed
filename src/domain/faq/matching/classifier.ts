/**
 * Multinomial logistic regression, trained by ascent of its dual, one phrasing at a time (Shalev-Shwartz and Zhang,
 * "Accelerated proximal stochastic dual coordinate ascent", 2014, for the idea): no step size to tune, and each phrasing's
 * share in the weights is known, so that it can be taken out again.
 */
import { createRandom } from './random.ts';
import { settle } from './softmax.ts';
import type { SparseVector } from './vocabulary.ts';

export interface Classifier {
  readonly entryCount: number;
  /** A row of `entryCount` for each feature. */
  readonly weights: Float32Array;
  /** A row of `entryCount` for each phrasing: its share in the weights. */
  readonly shares: Float32Array;
}

/** A trained classifier's weights, a byte each. */
export interface CompactWeights {
  readonly entryCount: number;
  /** A row of `entryCount` for each feature. */
  readonly bytes: Int8Array;
  /** What one step of a feature's row is worth. */
  readonly steps: Float32Array;
}

/** What scores texts. */
export type Weights = Classifier | CompactWeights;

export interface TrainingSet {
  readonly vectors: readonly SparseVector[];
  /** The entry (an index) of each vector. */
  readonly entryOf: readonly number[];
  /** True for each vector of an answer's passage, which tells less than a phrasing. */
  readonly isPassage?: readonly boolean[];
  readonly entryCount: number;
  readonly featureCount: number;
}

/** How much large weights cost: lower learns phrasings by heart, higher learns nothing. */
const SMOOTHING = 0.03;
/** What a passage of an answer counts for, beside a phrasing of its entry. */
const PASSAGE = 0.2;
/** The most that a phrasing counts for because its entry has few. */
const MOST_IMPORTANT = 5;
/** Shares that change by less are left as they are, which saves most of the work of the later passes. */
const LEAST_CHANGE = 0.005;

/** Adds a vector's scores for all entries to `scores`. */
export function addScores(by: Weights, { features, values }: SparseVector, scores: Float64Array): void {
  const { entryCount } = by;
  const rows = 'bytes' in by ? by.bytes : by.weights;
  const steps = 'bytes' in by ? by.steps : undefined;
  for (let slot = 0; slot < features.length; slot += 1) {
    const feature = features[slot]!;
    const row = feature * entryCount;
    const value = steps === undefined ? values[slot]! : values[slot]! * steps[feature]!;
    for (let entry = 0; entry < entryCount; entry += 1) scores[entry]! += value * rows[row + entry]!;
  }
}

/** The weights, each rounded to a 127th of its row's largest. */
export function compactWeights({ weights, entryCount }: Classifier): CompactWeights {
  const bytes = new Int8Array(weights.length);
  const steps = new Float32Array(weights.length / entryCount);
  for (let feature = 0; feature < steps.length; feature += 1) {
    const from = feature * entryCount;
    let largest = 0;
    for (let at = from; at < from + entryCount; at += 1) largest = Math.max(largest, Math.abs(weights[at]!));
    const step = Math.fround(largest / 127);
    if (step === 0) continue;
    steps[feature] = step;
    for (let at = from; at < from + entryCount; at += 1) bytes[at] = Math.round(weights[at]! / step);
  }
  return { entryCount, bytes, steps };
}

/** Changes the weights by the vector times `change`, for the first `count` of the entries listed. */
function addToWeights(
  { weights, entryCount }: Pick<Classifier, 'weights' | 'entryCount'>,
  { features, values }: SparseVector,
  change: Float64Array,
  listed: Int32Array,
  count: number,
): void {
  for (let slot = 0; slot < features.length; slot += 1) {
    const row = features[slot]! * entryCount;
    const value = values[slot]!;
    for (let at = 0; at < count; at += 1) weights[row + listed[at]!]! += value * change[at]!;
  }
}

/** What to leave out of a training, by index; and the trained classifier to start from. */
interface Without {
  readonly phrasings: Uint8Array;
  readonly entries: Uint8Array;
  readonly from: Classifier;
}

/** The classifier with the shares of some phrasings taken out of its weights. */
function takeOut(training: TrainingSet, { phrasings, entries, from }: Without): Classifier {
  const { entryCount } = from;
  const left = { entryCount, weights: from.weights.slice(), shares: from.shares.slice() };
  const listed = new Int32Array(entryCount);
  const change = new Float64Array(entryCount);
  for (const [at, vector] of training.vectors.entries()) {
    if (phrasings[at] !== 1) continue;
    let count = 0;
    for (let entry = 0; entry < entryCount; entry += 1) {
      const share = from.shares[at * entryCount + entry] ?? 0;
      if (entries[entry] === 1 || share === 0) continue;
      listed[count] = entry;
      change[count] = -share;
      count += 1;
    }
    addToWeights(left, vector, change, listed, count);
  }
  return left;
}

/**
 * What each vector counts for: less where its entry has many phrasings, so that an entry with one is not shouted down by
 * one with fifty.
 */
function weighVectors({ entryOf, entryCount, isPassage }: TrainingSet): Float64Array {
  const counts = new Float64Array(entryCount);
  let phrasings = 0;
  for (const [at, entry] of entryOf.entries()) {
    if (isPassage?.[at] === true) continue;
    counts[entry]! += 1;
    phrasings += 1;
  }
  const mean = phrasings / entryCount;
  return Float64Array.from(entryOf, (entry, at) => {
    const count = counts[entry]!;
    const importance = count === 0 ? 1 : Math.min(MOST_IMPORTANT, mean / count);
    return isPassage?.[at] === true ? PASSAGE * importance : importance;
  });
}

/** Trains for so many passes over the phrasings. Deterministic. */
export function trainClassifier(training: TrainingSet, passes: number, without?: Without): Classifier {
  const { vectors, entryOf, entryCount, featureCount } = training;
  const classifier: Classifier =
    without === undefined
      ? {
          entryCount,
          weights: new Float32Array(featureCount * entryCount),
          shares: new Float32Array(vectors.length * entryCount),
        }
      : takeOut(training, without);
  const isOut = without?.entries ?? new Uint8Array(entryCount);
  const order = [...vectors.keys()].filter((at) => without?.phrasings[at] !== 1);
  const importance = weighVectors(training);
  const random = createRandom(1);
  const scores = new Float64Array(entryCount);
  const rest = new Float64Array(entryCount);
  const probabilities = new Float64Array(entryCount);
  const change = new Float64Array(entryCount);
  const listed = new Int32Array(entryCount);
  for (let pass = 0; pass < passes; pass += 1) {
    random.shuffle(order);
    for (const at of order) {
      const vector = vectors[at]!;
      const shares = classifier.shares.subarray(at * entryCount, (at + 1) * entryCount);
      const target = entryOf[at]!;
      const reach = importance[at]! / SMOOTHING;
      let length = 0;
      for (const value of vector.values) length += value * value;
      scores.fill(0);
      addScores(classifier, vector, scores);
      for (let entry = 0; entry < entryCount; entry += 1)
        rest[entry] = scores[entry]! - length * shares[entry]!;
      settle(scores, rest, length * reach, target, probabilities, isOut);
      let count = 0;
      for (let entry = 0; entry < entryCount; entry += 1) {
        if (isOut[entry] === 1) continue;
        const share = ((entry === target ? 1 : 0) - probabilities[entry]!) * reach;
        const difference = share - shares[entry]!;
        if (Math.abs(difference) < LEAST_CHANGE) continue;
        shares[entry] = share;
        listed[count] = entry;
        change[count] = difference;
        count += 1;
      }
      addToWeights(classifier, vector, change, listed, count);
    }
  }
  return classifier;
}
