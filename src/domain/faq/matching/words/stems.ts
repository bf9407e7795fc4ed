/** The stem of a word, remembered: a text's words are asked for theirs several times, and most are words of many texts. */
import { stemmer } from 'stemmer';

/** People type whatever they like: no more is kept than this. */
const REMEMBERED = 5000;
const LONGEST_REMEMBERED = 24;

const known = new Map<string, string>();

/** What its forms have in common: "prices" and "priced" are "price". */
export function stem(word: string): string {
  const found = known.get(word);
  if (found !== undefined) return found;
  const made = stemmer(word);
  if (word.length > LONGEST_REMEMBERED) return made;
  if (known.size >= REMEMBERED) known.clear();
  known.set(word, made);
  return made;
}
