/** The stem of a word; those of everyday words are remembered: a text's words are asked for theirs several times. */
import { stemmer } from 'stemmer';
import { COMMON_WORDS } from '#src/domain/reading/words/common-words.ts';
import { MARKET_WORDS, STOP_WORDS } from '#src/domain/reading/words/plain-words.ts';

/** By word. Of words of these lists alone: what else people type is kept nowhere, and a company that leaves is forgotten. */
const known = new Map<string, string>();
const isEveryday = (word: string): boolean =>
  COMMON_WORDS.has(word) || MARKET_WORDS.has(word) || STOP_WORDS.has(word);

/** What its forms have in common: "prices" and "priced" are "price". */
export function stem(word: string): string {
  const found = known.get(word);
  if (found !== undefined) return found;
  const made = stemmer(word);
  if (isEveryday(word)) known.set(word, made);
  return made;
}
