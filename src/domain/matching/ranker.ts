/** Scores every entry for a text, and tells from phrasings held out in turn how far such scores can be trusted. */
import { invertSymmetric } from './ridge.ts';
import type { Trial } from './calibration.ts';
import { buildVocabulary, type SparseVector } from './vocabulary.ts';

/** How much the regression smooths: with 0 it would learn each phrasing by heart. */
const SMOOTHING = 0.3;
/** The centroid's say beside the regression's. */
const CENTROID_WEIGHT = 0.5;
/** Softness of the competition between entries. */
const TEMPERATURE = 0.1;

/** Phrasings as words, and the entry (an index) that each belongs to. */
export interface TrainingSet {
  readonly phrasings: readonly (readonly string[])[];
  readonly entryOf: readonly number[];
  readonly entryCount: number;
}

export interface Ranking {
  readonly scores: Float64Array;
  /** What speaks for the first entry, for `predictProbability`. */
  readonly evidence: readonly number[];
}

export interface Ranker {
  rank(words: readonly string[]): Ranking;
  /** Rankings of each phrasing as if it (right), or its whole entry (out of scope), weren't there. */
  readonly trials: readonly Trial[];
}

/** Length of `evidence`. */
export const EVIDENCE_COUNT = 6;

export function createRanker({ phrasings, entryOf, entryCount }: TrainingSet): Ranker {
  const size = phrasings.length;
  const vocabulary = buildVocabulary(phrasings);
  const vectors = phrasings.map((words) => vocabulary.vectorise(words));
  const members: number[][] = Array.from({ length: entryCount }, () => []);
  for (const [at, entry] of entryOf.entries()) members[entry]?.push(at);

  const postings = Array.from({ length: vocabulary.size }, () => ({
    phrasings: [] as number[],
    values: [] as number[],
  }));
  for (const [at, { features, values }] of vectors.entries())
    for (const [slot, feature] of features.entries()) {
      postings[feature]?.phrasings.push(at);
      postings[feature]?.values.push(values[slot] ?? 0);
    }

  const compare = ({ features, values }: SparseVector): Float64Array => {
    const likeness = new Float64Array(size);
    for (const [slot, feature] of features.entries()) {
      const posting = postings[feature];
      if (posting === undefined) continue;
      const value = values[slot] ?? 0;
      for (let at = 0; at < posting.phrasings.length; at += 1) {
        const phrasing = posting.phrasings[at] ?? 0;
        likeness[phrasing] = (likeness[phrasing] ?? 0) + value * (posting.values[at] ?? 0);
      }
    }
    return likeness;
  };

  const gram = vectors.map(compare);
  const matrix = new Float64Array(size * size);
  for (const [row, likeness] of gram.entries()) {
    matrix.set(likeness, row * size);
    matrix[row * size + row] = (likeness[row] ?? 0) + SMOOTHING;
  }
  const inverse = invertSymmetric(matrix, size);
  // alpha = inverse * targets, where a phrasing's target is 1 for its entry and 0 for the others.
  const alpha = new Float64Array(size * entryCount);
  for (let row = 0; row < size; row += 1)
    for (const [column, entry] of entryOf.entries())
      alpha[row * entryCount + entry] =
        (alpha[row * entryCount + entry] ?? 0) + (inverse[row * size + column] ?? 0);

  const centroidLength = members.map((own) => {
    let sum = 0;
    for (const one of own) for (const other of own) sum += gram[one]?.[other] ?? 0;
    return Math.sqrt(Math.max(sum, 1e-9));
  });

  const idf = (words: readonly string[], isOut: (phrasing: number) => boolean): number => {
    let known = 0;
    let all = 0;
    for (const word of new Set(words)) {
      const feature = vocabulary.find(`c ${word}`.slice(0, 5)) ?? -1;
      const holders = postings[feature]?.phrasings ?? [];
      const stays = holders.some((holder) => !isOut(holder));
      const rarity = vocabulary.rarity(stays ? holders.length : 0);
      all += rarity;
      if (stays) known += rarity;
    }
    return all === 0 ? 0 : known / all;
  };

  const weigh = (
    likeness: Float64Array,
    regression: Float64Array,
    words: readonly string[],
    isOut: (phrasing: number) => boolean,
  ): Ranking => {
    const scores = new Float64Array(entryCount);
    const centroids = new Float64Array(entryCount);
    for (let entry = 0; entry < entryCount; entry += 1) {
      const own = members[entry] ?? [];
      const rest = own.filter((at) => !isOut(at));
      if (rest.length === 0) {
        scores[entry] = -1;
        continue;
      }
      let length = centroidLength[entry] ?? 1;
      if (rest.length < own.length) {
        let sum = 0;
        for (const one of rest) for (const other of rest) sum += gram[one]?.[other] ?? 0;
        length = Math.sqrt(Math.max(sum, 1e-9));
      }
      let sum = 0;
      for (const at of rest) sum += likeness[at] ?? 0;
      centroids[entry] = sum / length;
      scores[entry] = (regression[entry] ?? 0) + CENTROID_WEIGHT * (sum / length);
    }
    let first = 0;
    for (let entry = 1; entry < entryCount; entry += 1)
      if ((scores[entry] ?? 0) > (scores[first] ?? 0)) first = entry;
    const top = scores[first] ?? 0;
    let second = 0;
    let mass = 0;
    for (const [entry, score] of scores.entries()) {
      if (entry !== first && score > second) second = score;
      mass += Math.exp((score - top) / TEMPERATURE);
    }
    let nearest = 0;
    for (const at of members[first] ?? []) if (!isOut(at)) nearest = Math.max(nearest, likeness[at] ?? 0);
    const share = idf(words, isOut);
    return {
      scores,
      evidence: [top, top - second, nearest, centroids[first] ?? 0, share, 1 / mass],
    };
  };

  const rank = (words: readonly string[]): Ranking => {
    const likeness = compare(vocabulary.vectorise(words));
    const regression = new Float64Array(entryCount);
    for (const [at, value] of likeness.entries()) {
      if (value === 0) continue;
      const row = at * entryCount;
      for (let entry = 0; entry < entryCount; entry += 1)
        regression[entry] = (regression[entry] ?? 0) + value * (alpha[row + entry] ?? 0);
    }
    return weigh(likeness, regression, words, () => false);
  };

  const trials: Trial[] = [];
  for (const [at, words] of phrasings.entries()) {
    const entry = entryOf[at] ?? 0;
    if ((members[entry]?.length ?? 0) < 2) continue;
    const regression = new Float64Array(entryCount);
    const own = inverse[at * size + at] ?? 1;
    for (let other = 0; other < entryCount; other += 1)
      regression[other] = (other === entry ? 1 : 0) - (alpha[at * entryCount + other] ?? 0) / own;
    const { scores, evidence } = weigh(
      gram[at] ?? new Float64Array(size),
      regression,
      words,
      (phrasing) => phrasing === at,
    );
    trials.push({ evidence, right: scores.indexOf(Math.max(...scores)) === entry, weight: 1 });
  }
  if (entryCount > 1)
    for (const [entry, own] of members.entries()) {
      const block = new Float64Array(own.length * own.length);
      for (const [row, one] of own.entries())
        for (const [column, other] of own.entries())
          block[row * own.length + column] = inverse[one * size + other] ?? 0;
      const blockInverse = invertSymmetric(block, own.length);
      const isOut = (phrasing: number): boolean => entryOf[phrasing] === entry;
      for (const [row, at] of own.entries()) {
        const regression = new Float64Array(entryCount);
        for (const [column, other] of own.entries()) {
          const factor = blockInverse[row * own.length + column] ?? 0;
          for (let slot = 0; slot < entryCount; slot += 1)
            regression[slot] = (regression[slot] ?? 0) - factor * (alpha[other * entryCount + slot] ?? 0);
        }
        const { evidence } = weigh(
          gram[at] ?? new Float64Array(size),
          regression,
          phrasings[at] ?? [],
          isOut,
        );
        trials.push({ evidence, right: false, weight: 1 });
      }
    }
  return { rank, trials };
}
