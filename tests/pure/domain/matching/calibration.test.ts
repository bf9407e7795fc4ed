import { expect, test } from 'vitest';
import {
  findThreshold,
  fitLogistic,
  predictProbability,
  type Trial,
} from '#src/domain/faq/matching/calibration.ts';
import { createRandom } from '#src/domain/faq/matching/random.ts';

/** Trials whose truth comes true as often as a known curve says. */
function makeTrials(count: number): readonly Trial[] {
  const random = createRandom(4);
  return Array.from({ length: count }, () => {
    const score = random.next() * 4 - 2;
    const right = random.next() < predictProbability([2, -1], [score]);
    return { evidence: [score], right, listed: true, weight: 1 };
  });
}

test('finds the curve that the trials came from', () => {
  const [slope, constant] = fitLogistic(makeTrials(20_000), 'right', [0, 0], 0.01);
  expect(slope).toBeCloseTo(2, 0);
  expect(constant).toBeCloseTo(-1, 0);
});

test('stays at the prior without trials, and near it with few', () => {
  expect(fitLogistic([], 'right', [3, 1], 1)).toEqual([3, 1]);
  const [slope] = fitLogistic(makeTrials(3), 'right', [3, 1], 100);
  expect(slope).toBeCloseTo(3, 0);
});

test('stays finite where all trials are of one kind, or a line parts them', () => {
  const parted = makeTrials(200).map((trial) => ({ ...trial, right: (trial.evidence[0] ?? 0) > 0 }));
  for (const truth of ['right', 'listed'] as const)
    for (const weight of fitLogistic(parted, truth, [0, 0], 1)) expect(weight).toBeLessThan(100);
});

test('the threshold keeps the promised share of right ones, and as many as it can', () => {
  const trials = makeTrials(5000);
  const weights = fitLogistic(trials, 'right', [0, 0], 0.01);
  const threshold = findThreshold(trials, weights, 0.9);
  const kept = trials.filter(({ evidence }) => predictProbability(weights, evidence) >= threshold);
  const right = kept.filter((trial) => trial.right).length;
  expect(right / kept.length).toBeGreaterThanOrEqual(0.9);
  expect(right / kept.length).toBeLessThan(0.92);
  expect(
    findThreshold(
      trials.map((trial) => ({ ...trial, right: false })),
      weights,
      0.9,
    ),
  ).toBe(1);
});
