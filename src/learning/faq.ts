/** What the matcher learns of an FAQ, as plain data. */
import { createMatcher, type MatchEntry, type MatcherState } from '#src/domain/faq/matcher.ts';
import type { WordVectors } from '#src/domain/faq/matching/word-vectors.ts';

/** Learns with the default settings; the same entries give the same, to the last digit. @throws RangeError for entries without words */
export function learnFaq(entries: readonly MatchEntry[], wordVectors: WordVectors): MatcherState {
  const state = createMatcher(entries, { wordVectors }).exportState();
  if (state === undefined) throw new RangeError('there is nothing to learn from');
  return state;
}
