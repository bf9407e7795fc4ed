/** What is learned from the phrasings: it can be kept, so that the same phrasings need not be learned again. */
import { findThreshold, fitLogistic, type LogisticWeights } from './calibration.ts';
import { trainClassifier } from './classifier.ts';
import type { Phrasing } from './ranker.ts';
import { holdTrials } from './trials.ts';
import { buildVocabulary, type SparseVector, type Vocabulary } from './vocabulary.ts';

export interface Model {
  readonly vocabulary: Vocabulary;
  readonly vectors: readonly SparseVector[];
  /** A row for each feature, with a number for each entry. */
  readonly weights: Float32Array;
  /** For the probability that the first entry is right. */
  readonly right: LogisticWeights;
  /** For the probability that the right one is among the first three. */
  readonly listed: LogisticWeights;
  /** The probability from which on an answer is given at once. */
  readonly answerFrom: number;
}

const PASSES = 4;
/** Cells (features times entries) of the classifier's weights at most; four bytes each. */
const MOST_WEIGHTS = 16e6;
const FEWEST_FEATURES = 2000;
/** Weights of the evidence before any trial is seen; the trials of a normal FAQ outvote them. */
const PRIOR = {
  right: [0.5, 0.5, 2, 2, 2, 1, 3, -7],
  listed: [0.5, 0.2, 2, 2, 2, 1, 3, -6],
};
const PRIOR_STRENGTH = 1;
/** With fewer trials than this, the threshold is not taken from them. */
const FEWEST_TRIALS = 20;

/** Learns from the phrasings of so many entries; `precision` is the share of answers that should be right. */
export function learnModel(
  phrasings: readonly Omit<Phrasing, 'vector'>[],
  entryCount: number,
  precision: number,
): Model {
  const limit = Math.max(FEWEST_FEATURES, Math.floor(MOST_WEIGHTS / entryCount));
  const { vocabulary, vectors } = buildVocabulary(
    phrasings.map(({ words }) => words),
    limit,
  );
  const training = {
    vectors,
    entryOf: phrasings.map(({ entry }) => entry),
    entryCount,
    featureCount: vocabulary.size,
  };
  const classifier = trainClassifier(training, PASSES);
  const known = vectors.map((vector, at): Phrasing => ({ ...phrasings[at]!, vector }));
  const trials = entryCount > 1 ? holdTrials(vocabulary, known, training, classifier) : [];
  const right = fitLogistic(trials, 'right', PRIOR.right, PRIOR_STRENGTH);
  return {
    vocabulary,
    vectors,
    weights: classifier.weights,
    right,
    listed: fitLogistic(trials, 'listed', PRIOR.listed, PRIOR_STRENGTH),
    answerFrom: trials.length < FEWEST_TRIALS ? precision : findThreshold(trials, right, precision),
  };
}
