/**
 * Multinomial logistic regression, trained by ascent of its dual, one phrasing at a time (Shalev-Shwartz and Zhang,
 * "Accelerated proximal stochastic dual coordinate ascent", 2014, for the idea): no step size to tune, and each phrasing's
 * share in the weights is known, so that it can be taken out again.
 */
import { createRandom } from './random.ts';
import type { SparseVector } from './vocabulary.ts';

export interface Classifier {
  readonly entryCount: number;
  /** A row of `entryCount` for each feature. */
  readonly weights: Float32Array;
  /** A row of `entryCount` for each phrasing: its share in the weights. */
  readonly shares: Float32Array;
}

export interface TrainingSet {
  readonly vectors: readonly SparseVector[];
  /** The entry (an index) of each vector. */
  readonly entryOf: readonly number[];
  readonly entryCount: number;
  readonly featureCount: number;
}

/** How much large weights cost: lower learns phrasings by heart, higher learns nothing. */
const SMOOTHING = 0.07;
const NEWTON_STEPS = 4;
/** Longest step of a score; longer ones overshoot where the probabilities are nearly 0 or 1. */
const LONGEST_STEP = 2;

/** Adds a vector's scores for all entries to `scores`. */
export function addScores(
  { weights, entryCount }: Pick<Classifier, 'weights' | 'entryCount'>,
  { features, values }: SparseVector,
  scores: Float64Array,
): void {
  for (let slot = 0; slot < features.length; slot += 1) {
    const row = (features[slot] ?? 0) * entryCount;
    const value = values[slot] ?? 0;
    for (let entry = 0; entry < entryCount; entry += 1)
      scores[entry] = (scores[entry] ?? 0) + value * (weights[row + entry] ?? 0);
  }
}

function addToWeights(weights: Float32Array, { features, values }: SparseVector, change: Float64Array): void {
  const entryCount = change.length;
  for (let slot = 0; slot < features.length; slot += 1) {
    const row = (features[slot] ?? 0) * entryCount;
    const value = values[slot] ?? 0;
    for (let entry = 0; entry < entryCount; entry += 1)
      weights[row + entry] = (weights[row + entry] ?? 0) + value * (change[entry] ?? 0);
  }
}

/**
 * Probabilities of the scores (softmax) over the entries that take part, into `into`. "None of them" takes part with a
 * score of 0, so they add up to less than 1, and a single entry still has something to win against.
 */
export function shareOut(scores: Float64Array, into: Float64Array, isOut?: Uint8Array): void {
  let top = 0;
  for (let entry = 0; entry < scores.length; entry += 1)
    if (isOut?.[entry] !== 1) top = Math.max(top, scores[entry] ?? 0);
  let sum = Math.exp(-top);
  for (let entry = 0; entry < scores.length; entry += 1) {
    const mass = isOut?.[entry] === 1 ? 0 : Math.exp((scores[entry] ?? 0) - top);
    into[entry] = mass;
    sum += mass;
  }
  for (let entry = 0; entry < scores.length; entry += 1) into[entry] = (into[entry] ?? 0) / sum;
}

/**
 * Moves `scores` to where they would be if this phrasing's share were the best one, given all others': the solution u of
 * u = rest + reach * (target - softmax(u)), by Newton's method, whose matrix (a diagonal less a product) is inverted in
 * one pass.
 */
function settle(
  scores: Float64Array,
  rest: Float64Array,
  reach: number,
  target: number,
  probabilities: Float64Array,
  isOut: Uint8Array,
): void {
  const size = scores.length;
  for (let iteration = 0; iteration < NEWTON_STEPS; iteration += 1) {
    shareOut(scores, probabilities, isOut);
    let along = 0;
    let across = 0;
    for (let entry = 0; entry < size; entry += 1) {
      const p = probabilities[entry] ?? 0;
      const gap = (scores[entry] ?? 0) - (rest[entry] ?? 0) - reach * ((entry === target ? 1 : 0) - p);
      const scale = 1 / (1 + reach * p);
      along += p * gap * scale;
      across += p * p * scale;
    }
    const factor = (reach * along) / (1 - reach * across);
    let longest = 0;
    for (let pass = 0; pass < 2; pass += 1) {
      const shrink = longest > LONGEST_STEP ? LONGEST_STEP / longest : 1;
      for (let entry = 0; entry < size; entry += 1) {
        const p = probabilities[entry] ?? 0;
        const gap = (scores[entry] ?? 0) - (rest[entry] ?? 0) - reach * ((entry === target ? 1 : 0) - p);
        const step = (gap + p * factor) / (1 + reach * p);
        if (pass === 0) longest = Math.max(longest, Math.abs(step));
        else scores[entry] = (scores[entry] ?? 0) - shrink * step;
      }
    }
    if (longest < 1e-3) break;
  }
  shareOut(scores, probabilities, isOut);
}

/** What to leave out of a training, by index; and the trained classifier to start from. */
export interface Without {
  readonly phrasings: Uint8Array;
  readonly entries: Uint8Array;
  readonly from: Classifier;
}

/** Trains for so many passes over the phrasings. Deterministic. */
export function trainClassifier(
  { vectors, entryOf, entryCount, featureCount }: TrainingSet,
  passes: number,
  without?: Without,
): Classifier {
  const weights = new Float32Array(featureCount * entryCount);
  const shares = new Float32Array(vectors.length * entryCount);
  const isOut = without?.entries ?? new Uint8Array(entryCount);
  const order: number[] = [];
  const change = new Float64Array(entryCount);
  for (const [at, vector] of vectors.entries()) {
    if (without === undefined) order.push(at);
    else if (without.phrasings[at] !== 1) {
      order.push(at);
      const row = at * entryCount;
      for (let entry = 0; entry < entryCount; entry += 1) {
        const share = isOut[entry] === 1 ? 0 : (without.from.shares[row + entry] ?? 0);
        shares[row + entry] = share;
        change[entry] = share;
      }
      addToWeights(weights, vector, change);
    }
  }
  const classifier = { entryCount, weights, shares };
  const random = createRandom(1);
  const scores = new Float64Array(entryCount);
  const rest = new Float64Array(entryCount);
  const probabilities = new Float64Array(entryCount);
  for (let pass = 0; pass < passes; pass += 1) {
    random.shuffle(order);
    for (const at of order) {
      const vector = vectors[at];
      if (vector === undefined) continue;
      let length = 0;
      for (const value of vector.values) length += value * value;
      scores.fill(0);
      addScores(classifier, vector, scores);
      const row = at * entryCount;
      const target = entryOf[at] ?? 0;
      for (let entry = 0; entry < entryCount; entry += 1)
        rest[entry] = (scores[entry] ?? 0) - length * (shares[row + entry] ?? 0);
      settle(scores, rest, length / SMOOTHING, target, probabilities, isOut);
      for (let entry = 0; entry < entryCount; entry += 1) {
        const share = ((entry === target ? 1 : 0) - (probabilities[entry] ?? 0)) / SMOOTHING;
        change[entry] = share - (shares[row + entry] ?? 0);
        shares[row + entry] = share;
      }
      addToWeights(weights, vector, change);
    }
  }
  return classifier;
}
