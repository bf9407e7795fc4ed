/** Asks a matcher's own phrasings back, with some of them, or their whole entry, held out: how far can it be trusted? */
import type { Trial } from './calibration.ts';
import { trainClassifier, type Classifier, type TrainingSet } from './classifier.ts';
import { createRandom } from './random.ts';
import { createRanker, type Phrasing } from './ranker.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A text of an entry; a passage of its answer is learned from, and never asked. */
export interface Asked extends Phrasing {
  readonly isPassage: boolean;
}

const FOLDS = 5;
/** With more phrasings than this a part of the folds is as good, and takes less time. */
const MANY = 1000;
const FOLDS_OF_MANY = 3;
const VERY_MANY = 4000;
const FOLDS_OF_VERY_MANY = 2;
/** Trials of a fold at most; seven weights need no more. */
const MOST_OF_FOLD = 1000;
const PASSES = 1;

/** Deals numbers 0 to `folds` - 1 to so many items at random, equally often. */
function deal(count: number, folds: number, seed: number): readonly number[] {
  const hands = Array.from({ length: count }, (_, at) => at % folds);
  createRandom(seed).shuffle(hands);
  return hands;
}

/** The trials, those whose entry was held out weighed so that they are `strangers` (a share) of all. */
function weighStrangers(
  trials: readonly (Omit<Trial, 'weight'> & { readonly isStranger: boolean })[],
  strangers: number,
): readonly Trial[] {
  const outside = trials.filter(({ isStranger }) => isStranger).length;
  const odds = strangers / (1 - strangers);
  const weight = outside === 0 ? 0 : (odds * (trials.length - outside)) / outside;
  return trials.map(({ isStranger, ...trial }) => ({ ...trial, weight: isStranger ? weight : 1 }));
}

/**
 * Each fold holds out some entries wholly, whose phrasings are then out of scope, and some phrasings of the others,
 * which are then new questions. So no real out-of-scope question is needed; `strangers` is the share of them to be
 * reckoned with. Deterministic.
 */
export function holdTrials(
  vocabulary: Vocabulary,
  texts: readonly Asked[],
  training: TrainingSet,
  full: Classifier,
  strangers: number,
): readonly Trial[] {
  const { entryCount } = training;
  const entryFold = deal(entryCount, FOLDS, 2);
  const textFold = dealWithin(texts);
  const phrasings = texts.reduce((sum, { isPassage }) => sum + (isPassage ? 0 : 1), 0);
  const trials: (Omit<Trial, 'weight'> & { readonly isStranger: boolean })[] = [];
  const folds = phrasings > VERY_MANY ? FOLDS_OF_VERY_MANY : phrasings > MANY ? FOLDS_OF_MANY : FOLDS;
  for (let fold = 0; fold < folds; fold += 1) {
    const entries = Uint8Array.from(entryFold, (own) => (own === fold ? 1 : 0));
    const out = Uint8Array.from(texts, ({ entry }, at) =>
      entries[entry] === 1 || textFold[at] === fold ? 1 : 0,
    );
    const classifier = trainClassifier(training, PASSES, { phrasings: out, entries, from: full });
    const rest = texts.filter(({ isPassage }, at) => !isPassage && out[at] !== 1);
    if (rest.length === 0) continue;
    const ranker = createRanker(vocabulary, rest, classifier);
    const present = new Set(rest.map(({ entry }) => entry));
    // An entry whose only phrasing is held out is neither in scope nor fairly out of it.
    const asked = texts.filter(
      ({ entry, isPassage }, at) =>
        !isPassage && out[at] === 1 && (entries[entry] === 1 || present.has(entry)),
    );
    const stride = Math.max(1, asked.length / MOST_OF_FOLD);
    for (let next = 0; next < asked.length; next += stride) {
      const { entry, words, vector } = asked[Math.floor(next)]!;
      const { order, evidence } = ranker.rankVector(words, vector);
      trials.push({
        evidence,
        right: order[0] === entry,
        listed: order.slice(0, 3).includes(entry),
        isStranger: entries[entry] === 1,
      });
    }
  }
  return weighStrangers(trials, strangers);
}

/** The fold of each phrasing, dealt within each entry, so that no fold takes all of an entry's; -1 for passages, which stay. */
function dealWithin(texts: readonly Asked[]): readonly number[] {
  const seen = new Map<number, number>();
  const hands = deal(texts.length, FOLDS, 3);
  return texts.map(({ entry, isPassage }, at) => {
    if (isPassage) return -1;
    const times = seen.get(entry) ?? 0;
    seen.set(entry, times + 1);
    return (entry + times + (times < FOLDS ? 0 : (hands[at] ?? 0))) % FOLDS;
  });
}
