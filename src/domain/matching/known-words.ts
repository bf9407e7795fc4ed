/** How much of a question's content the phrasings know at all. */
import { stem } from './stemmer.ts';
import { findGroups } from './synonyms.ts';

/** Words that hold a sentence together and say nothing of its subject. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a about after all also am an and any are as at be because been before but by can could did do does for from get had
  has have he her here him his how i if in into is it its just let like may me more my need no not now of off on one or
  our out over please she should so some still tell than that the their them then there these they this to too under
  until up us very want was we were what when where which while who whom why will with would yes you your`.split(
    /\s+/u,
  ),
);

/** True for words such as "the" and "what", which tell nothing of the subject. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word);
}

/**
 * As many everyday sentences are taken to stand beside the phrasings when a word's rarity is judged: in a small FAQ
 * "the" may be as rare as "neodymium".
 */
const EVERYDAY_SENTENCES = 30;
const EVERYDAY_USES = 12;

/** Rarity of a word: that of one in `frequency` of `total` phrasings, with everyday sentences beside them. */
export function measureWordRarity(total: number, frequency: number, everyday: boolean): number {
  const uses = frequency + (everyday ? EVERYDAY_USES : 0);
  return Math.log((total + EVERYDAY_SENTENCES + 1) / (uses + 1)) + 1;
}

export interface WordCounts {
  readonly total: number;
  /** Phrasings that have a stem, by stem. */
  readonly stems: ReadonlyMap<string, number>;
  /** Synonym groups that the phrasings touch. */
  readonly groups: ReadonlySet<string>;
}

export function countWords(phrasings: readonly (readonly string[])[]): WordCounts {
  const stems = new Map<string, number>();
  const groups = new Set<string>();
  for (const words of phrasings)
    for (const key of new Set(words.map(stem))) {
      stems.set(key, (stems.get(key) ?? 0) + 1);
      for (const group of findGroups(key)) groups.add(group);
    }
  return { total: phrasings.length, stems, groups };
}

/** What an unknown word counts for when a synonym of it is known. */
const SYNONYM_SHARE = 0.6;

/** The share (0 to 1) of the words' rarity that the phrasings know; 0 for no words. */
export function measureKnown(words: readonly string[], counts: WordCounts): number {
  let known = 0;
  let all = 0;
  for (const word of new Set(words)) {
    const key = stem(word);
    const frequency = counts.stems.get(key) ?? 0;
    const rarity = measureWordRarity(counts.total, frequency, FUNCTION_WORDS.has(word));
    all += rarity;
    if (frequency > 0) known += rarity;
    else if (findGroups(key).some((group) => counts.groups.has(group))) known += SYNONYM_SHARE * rarity;
  }
  return all === 0 ? 0 : known / all;
}
