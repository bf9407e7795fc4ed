/** What is learned from the phrasings: it can be kept, so that the same phrasings need not be learned again. */
import { findThreshold, fitLogistic, type LogisticWeights } from './calibration.ts';
import { compactWeights, trainClassifier, type CompactWeights } from './classifier.ts';
import { holdTrials, type Asked } from './trials.ts';
import { buildVocabulary, learnMeaning, type EntryText, type Vocabulary } from './vocabulary.ts';
import type { WordVectors } from './word-vectors.ts';

export interface Model {
  readonly vocabulary: Vocabulary;
  readonly weights: CompactWeights;
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
/** Features of FAQs with so many phrasings an entry: more tell hardly more, and make the kept model large. */
const ENOUGH_FEATURES = 45_000;
const MANY_PHRASINGS = 40;
/**
 * Weights of the evidence before any trial is seen: about what FAQs of 100 to 1,500 phrasings give. The trials of a
 * normal FAQ outvote them; those of a tiny one are too few to tell luck from truth.
 */
const PRIOR = {
  right: [0.9, 1, 2, 1.5, 1.8, 0.5, 2.7, -5.5],
  listed: [1.1, 0.3, 1.8, 1.5, 1.9, 0.6, 2.3, -4.9],
};
const PRIOR_STRENGTH = 2;
/** With fewer trials than this, none is looked at. */
const FEWEST_TRIALS = 40;
/** With fewer trials than this, the threshold leans towards the precision itself. */
const ENOUGH_TRIALS = 200;

/** What a model is learned from. */
export interface Lesson {
  /** All of an entry in a row. */
  readonly phrasings: readonly EntryText[];
  /** What the entries' answers say, sentence by sentence. */
  readonly passages: readonly EntryText[];
  readonly entryCount: number;
  /** The share of answers that should be right. */
  readonly precision: number;
  /** The share (0 up to 1) of questions that no entry answers. */
  readonly strangers: number;
  readonly table?: WordVectors | undefined;
}

export function learnModel(lesson: Lesson): Model {
  const { phrasings, passages, entryCount, precision, strangers, table } = lesson;
  const meaning = table && learnMeaning(phrasings, entryCount, table);
  const most = Math.max(FEWEST_FEATURES, Math.floor(MOST_WEIGHTS / entryCount));
  const limit = phrasings.length / entryCount < MANY_PHRASINGS ? most : Math.min(most, ENOUGH_FEATURES);
  const texts = [
    ...phrasings.map((text) => ({ ...text, isPassage: false })),
    ...passages.map((text) => ({ ...text, isPassage: true })),
  ].toSorted((one, other) => one.entry - other.entry);
  const { vocabulary, vectors } = buildVocabulary(texts, { entryCount, limit, meaning });
  const training = {
    vectors,
    entryOf: texts.map(({ entry }) => entry),
    isPassage: texts.map(({ isPassage }) => isPassage),
    entryCount,
    featureCount: vocabulary.size,
  };
  const classifier = trainClassifier(training, PASSES);
  const asked = texts.map((text, at): Asked => ({ ...text, vector: vectors[at]! }));
  const held = entryCount > 1 ? holdTrials(vocabulary, asked, training, classifier, strangers) : [];
  const trials = held.length < FEWEST_TRIALS ? [] : held;
  const right = fitLogistic(trials, 'right', PRIOR.right, PRIOR_STRENGTH);
  const trust = Math.min(1, trials.length / ENOUGH_TRIALS);
  return {
    vocabulary,
    weights: compactWeights(classifier),
    right,
    listed: fitLogistic(trials, 'listed', PRIOR.listed, PRIOR_STRENGTH),
    answerFrom: trust * findThreshold(trials, right, precision) + (1 - trust) * precision,
  };
}
