/** Scores as probabilities, and the step of the dual ascent that they need (see `classifier.ts`). */

const NEWTON_STEPS = 4;
/** Longest step of a score; longer ones overshoot where the probabilities are nearly 0 or 1. */
const LONGEST_STEP = 2;

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
export function settle(
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
