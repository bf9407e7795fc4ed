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

/** What `fitLogistic` makes small: the surprise at the trials, and the distance from the prior. */
function measureLoss(
  weights: LogisticWeights,
  trials: readonly Trial[],
  truth: 'right' | 'listed',
  prior: LogisticWeights,
  strength: number,
): number {
  let loss = 0;
  for (const [at, weight] of weights.entries()) loss += (strength / 2) * (weight - (prior[at] ?? 0)) ** 2;
  for (const { evidence, weight, [truth]: right } of trials) {
    const p = predictProbability(weights, evidence);
    loss -= weight * Math.log(Math.max(right ? p : 1 - p, 1e-12));
  }
  return loss;
}

/**
 * Fits the weights that foretell `truth` by Newton's method, drawn towards `prior` with the given strength (in trials), so that a handful of
 * trials moves them little and none leaves them as they are.
 */
export function fitLogistic(
  trials: readonly Trial[],
  truth: 'right' | 'listed',
  prior: LogisticWeights,
  strength: number,
): LogisticWeights {
  let weights: LogisticWeights = prior;
  let loss = measureLoss(weights, trials, truth, prior, strength);
  for (let iteration = 0; iteration < ITERATIONS; iteration += 1) {
    const slope = weights.map((weight, at) => strength * ((prior[at] ?? 0) - weight));
    const curve = prior.map((_, row) => prior.map((_unused, at) => (row === at ? strength : 0)));
    for (const { evidence, weight, [truth]: right } of trials) {
      const p = predictProbability(weights, evidence);
      const inputs = [...evidence, 1];
      for (const [row, input] of inputs.entries()) {
        const part = input * weight;
        slope[row] = (slope[row] ?? 0) + part * ((right ? 1 : 0) - p);
        const curveRow = curve[row] ?? [];
        for (const [column, other] of inputs.entries())
          curveRow[column] = (curveRow[column] ?? 0) + part * other * p * (1 - p);
      }
    }
    const step = solve(curve, slope);
    // A full step can overshoot where the curve is flat; the half of it, or of that, does not.
    let share = 1;
    let next = weights;
    let nextLoss = loss;
    do {
      const part = share;
      next = weights.map((weight, at) => weight + part * (step[at] ?? 0));
      nextLoss = measureLoss(next, trials, truth, prior, strength);
      share /= 2;
    } while (nextLoss > loss && share > 1e-4);
    if (!(nextLoss < loss - 1e-7)) break;
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
