/** Scores the entries for a text, and gathers what speaks for the best of them. */
import { addScores, type Weights } from './classifier.ts';
import { countWords, measureKnown } from './known-words.ts';
import { createMember, measureLikeness, type Likeness, type Member } from './likeness.ts';
import { shareOut } from './softmax.ts';
import { vectorise } from './vectorise.ts';
import type { EntryText, SparseVector, Vocabulary } from './vocabulary.ts';

/** A phrasing of an entry (an index), in the forms that the parts of the matcher need. */
export interface Phrasing extends EntryText {
  readonly vector: SparseVector;
}

interface Ranking {
  /** Entries (indices), best first; at most `RANKED`. */
  readonly order: readonly number[];
  readonly scores: Float64Array;
  /** Each entry's share of the competition (0 to 1), not yet calibrated. */
  readonly shares: Float64Array;
  /** What speaks for the first: seven numbers. */
  readonly evidence: readonly number[];
}

interface Ranker {
  rank(words: readonly string[]): Ranking;
  /** The same for words whose vector is at hand. */
  rankVector(words: readonly string[], vector: SparseVector): Ranking;
}

const RANKED = 5;
/**
 * What the nearest phrasing's likeness adds to a score: among the best few, one phrasing that says almost the same tells
 * more than what the entry's phrasings have in common.
 */
const NEAREST_WEIGHT = 1;

/** The best entries by score; those without a phrasing take no part. */
function pickBest(scores: Float64Array, texts: readonly (readonly unknown[])[]): number[] {
  const best: number[] = [];
  for (const [entry, score] of scores.entries()) {
    if (texts[entry]?.length === 0) continue;
    if (best.length === RANKED && score <= (scores[best[RANKED - 1] ?? 0] ?? 0)) continue;
    let place = best.length;
    while (place > 0 && (scores[best[place - 1] ?? 0] ?? 0) < score) place -= 1;
    best.splice(place, 0, entry);
    if (best.length > RANKED) best.pop();
  }
  return best;
}

/**
 * A ranker over the given phrasings, scored by the given weights. Entries without a phrasing are never ranked. A phrasing without a vector gets its
 * vector when its entry is first among the best, so that nobody waits for all of them.
 */
export function createRanker(
  vocabulary: Vocabulary,
  phrasings: readonly (EntryText & Partial<Phrasing>)[],
  classifier: Weights,
): Ranker {
  const { entryCount } = classifier;
  const texts: (EntryText & Partial<Phrasing>)[][] = Array.from({ length: entryCount }, () => []);
  for (const text of phrasings) texts[text.entry]?.push(text);
  const isOut = Uint8Array.from(texts, (own) => (own.length === 0 ? 1 : 0));
  const scratch = new Float32Array(vocabulary.size);
  const counted = vocabulary.indices.size;
  const members: (Member | undefined)[] = texts.map(() => undefined);
  const memberOf = (entry: number): Member => {
    const known = members[entry];
    if (known !== undefined) return known;
    const vectors = (texts[entry] ?? []).map(({ words, vector }) => vector ?? vectorise(words, vocabulary));
    return (members[entry] = createMember(vectors, counted, vocabulary.size));
  };
  const counts = countWords(phrasings, entryCount);

  const rankVector = (words: readonly string[], vector: SparseVector): Ranking => {
    const scores = new Float64Array(entryCount);
    const shares = new Float64Array(entryCount);
    addScores(classifier, vector, scores);
    shareOut(scores, shares, isOut);
    const likenesses = new Map<number, Likeness>();
    let best = -Infinity;
    const { features, values } = vector;
    for (let slot = 0; slot < features.length; slot += 1) scratch[features[slot] ?? 0] = values[slot] ?? 0;
    const picked = pickBest(scores, texts);
    for (const entry of picked) {
      const score = scores[entry] ?? 0;
      // No phrasing could lift it to the first place any more, nor those behind it; comparing is what takes time.
      if (score + NEAREST_WEIGHT <= best) break;
      const likeness = measureLikeness(scratch, memberOf(entry), counted);
      likenesses.set(entry, likeness);
      scores[entry] = score + NEAREST_WEIGHT * likeness.nearest;
      best = Math.max(best, scores[entry] ?? 0);
    }
    for (let slot = 0; slot < features.length; slot += 1) scratch[features[slot] ?? 0] = 0;

    const order = picked.toSorted((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0));
    const first = order[0] ?? 0;
    const top = scores[first] ?? 0;
    const second = Math.max(0, scores[order[1] ?? -1] ?? 0);
    const { nearest, sum } = likenesses.get(first) ?? { nearest: 0, sum: 0 };
    const centroid = sum / Math.max(memberOf(first).length, 1e-9);
    const { byAny, byEntry } = measureKnown(words, counts, first);
    return {
      order,
      scores,
      shares,
      evidence: [top, top - second, nearest, centroid, shares[first] ?? 0, byAny, byEntry],
    };
  };
  return { rankVector, rank: (words) => rankVector(words, vectorise(words, vocabulary)) };
}
