/** Turns the evidence of a ranking into the probability that its first entry is right. */

/** One ranking whose truth is known. */
export interface Trial {
  readonly evidence: readonly number[];
  /** The first entry is the right one. */
  readonly right: boolean;
  /** The right one is among the first three. */
  readonly listed: boolean;
  /** How much it counts. */
  readonly weight: number;
}

/** Weights of a logistic regression; the last one is the constant. */
export type LogisticWeights = readonly number[];

const ITERATIONS = 25;

export function predictProbability(weights: LogisticWeights, evidence: readonly number[]): number {
  let sum = weights[evidence.length] ?? 0;
  for (const [at, value] of evidence.entries()) sum += value * (weights[at] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/** Solves a small symmetric positive definite system by elimination; `matrix` and `right` are used up. */
function solve(matrix: number[][], right: number[]): number[] {
  const size = right.length;
  for (let pivot = 0; pivot < size; pivot += 1) {
    const from = matrix[pivot] ?? [];
    for (let row = pivot + 1; row < size; row += 1) {
      const to = matrix[row] ?? [];
      const factor = (to[pivot] ?? 0) / (from[pivot] ?? 1);
      for (let column = pivot; column < size; column += 1)
        to[column] = (to[column] ?? 0) - factor * (from[column] ?? 0);
      right[row] = (right[row] ?? 0) - factor * (right[pivot] ?? 0);
    }
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = right[row] ?? 0;
    for (let column = row + 1; column < size; column += 1)
      sum -= (matrix[row]?.[column] ?? 0) * (right[column] ?? 0);
    right[row] = sum / (matrix[row]?.[row] ?? 1);
  }
  return right;
}

/** The trials as one table, for speed: a row of inputs for each, 1 as the last one. */
interface Table {
  readonly size: number;
  readonly inputs: Float64Array;
  readonly truths: Float64Array;
  readonly importance: Float64Array;
}

function tabulate(trials: readonly Trial[], truth: 'right' | 'listed', size: number): Table {
  const inputs = new Float64Array(trials.length * size).fill(1);
  for (const [at, { evidence }] of trials.entries()) inputs.set(evidence, at * size);
  return {
    size,
    inputs,
    truths: Float64Array.from(trials, (trial) => (trial[truth] ? 1 : 0)),
    importance: Float64Array.from(trials, ({ weight }) => weight),
  };
}

function predictRow({ size, inputs }: Table, row: number, weights: LogisticWeights): number {
  let sum = 0;
  for (let at = 0; at < size; at += 1) sum += (inputs[row * size + at] ?? 0) * (weights[at] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/** What `fitLogistic` makes small: the surprise at the trials, and the distance from the prior. */
function measureLoss(
  table: Table,
  weights: LogisticWeights,
  prior: LogisticWeights,
  strength: number,
): number {
  let loss = 0;
  for (const [at, weight] of weights.entries()) loss += (strength / 2) * (weight - (prior[at] ?? 0)) ** 2;
  for (const [row, truth] of table.truths.entries()) {
    const p = predictRow(table, row, weights);
    loss -= (table.importance[row] ?? 0) * Math.log(Math.max(truth === 1 ? p : 1 - p, 1e-12));
  }
  return loss;
}

/** Newton's step: the slope of the loss, divided by its curvature. */
function findStep(
  table: Table,
  weights: LogisticWeights,
  prior: LogisticWeights,
  strength: number,
): readonly number[] {
  const { size, inputs, truths, importance } = table;
  const slope = weights.map((weight, at) => strength * ((prior[at] ?? 0) - weight));
  const curve = prior.map((_, row) => prior.map((_unused, at) => (row === at ? strength : 0)));
  for (let row = 0; row < truths.length; row += 1) {
    const p = predictRow(table, row, weights);
    const weight = importance[row] ?? 0;
    const pull = weight * ((truths[row] ?? 0) - p);
    const bend = weight * p * (1 - p);
    for (let one = 0; one < size; one += 1) {
      const input = inputs[row * size + one] ?? 0;
      slope[one] = (slope[one] ?? 0) + pull * input;
      const line = curve[one] ?? [];
      for (let other = 0; other < size; other += 1)
        line[other] = (line[other] ?? 0) + bend * input * (inputs[row * size + other] ?? 0);
    }
  }
  return solve(curve, slope);
}

/**
 * Fits the weights that foretell `truth` by Newton's method, drawn towards `prior` with the given strength (in trials),
 * so that a handful of trials moves them little and none leaves them as they are.
 */
export function fitLogistic(
  trials: readonly Trial[],
  truth: 'right' | 'listed',
  prior: LogisticWeights,
  strength: number,
): LogisticWeights {
  const table = tabulate(trials, truth, prior.length);
  let weights: LogisticWeights = prior;
  let loss = measureLoss(table, weights, prior, strength);
  for (let iteration = 0; iteration < ITERATIONS; iteration += 1) {
    const step = findStep(table, weights, prior, strength);
    // A full step can overshoot where the curve is flat; the half of it, or of that, does not.
    let share = 1;
    let next = weights;
    let nextLoss = loss;
    do {
      const part = share;
      next = weights.map((weight, at) => weight + part * (step[at] ?? 0));
      nextLoss = measureLoss(table, next, prior, strength);
      share /= 2;
    } while (nextLoss > loss && share > 1e-4);
    if (!(nextLoss < loss * (1 - 1e-6))) break;
    weights = next;
    loss = nextLoss;
  }
  return weights;
}

/**
 * The lowest probability from which on, taken together, at least `precision` of the trials are right; 1 where no
 * probability will do.
 */
export function findThreshold(trials: readonly Trial[], weights: LogisticWeights, precision: number): number {
  const sorted = trials
    .map(({ evidence, right, weight }) => ({
      probability: predictProbability(weights, evidence),
      right,
      weight,
    }))
    .toSorted((one, other) => other.probability - one.probability);
  let right = 0;
  let all = 0;
  let threshold = 1;
  for (const trial of sorted) {
    all += trial.weight;
    if (trial.right) right += trial.weight;
    if (right / all >= precision) threshold = trial.probability;
  }
  return threshold;
}
