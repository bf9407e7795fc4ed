/** How much of a question's content the phrasings know at all. */
import { stem } from './words/stems.ts';
import { findGroups } from './words/synonyms.ts';

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
 * As many everyday sentences are taken to stand beside the phrasings when a word's rarity is judged: in a small FAQ a
 * word may be rare by chance.
 */
const EVERYDAY_SENTENCES = 30;
/** What a function word counts for, beside another of the same rarity. */
const FUNCTION_WORD_SHARE = 0.3;
/** What a word counts for when only a synonym of it is known. */
const SYNONYM_SHARE = 0.6;

/** The words of all phrasings, and of each entry. */
interface WordCounts {
  readonly total: number;
  /** Phrasings that have a stem, by stem. */
  readonly stems: ReadonlyMap<string, number>;
  /** Synonym groups that the phrasings touch. */
  readonly groups: ReadonlySet<string>;
  /** Stems and groups of each entry. */
  readonly entries: readonly { readonly stems: ReadonlySet<string>; readonly groups: ReadonlySet<string> }[];
}

/** Counts the words of phrasings, each with the entry (an index) that it is of. */
export function countWords(
  phrasings: readonly { readonly entry: number; readonly words: readonly string[] }[],
  entryCount: number,
): WordCounts {
  const stems = new Map<string, number>();
  const groups = new Set<string>();
  const entries = Array.from({ length: entryCount }, () => ({
    stems: new Set<string>(),
    groups: new Set<string>(),
  }));
  for (const { entry, words } of phrasings)
    for (const key of new Set(words.map(stem))) {
      stems.set(key, (stems.get(key) ?? 0) + 1);
      entries[entry]?.stems.add(key);
      for (const group of findGroups(key)) {
        groups.add(group);
        entries[entry]?.groups.add(group);
      }
    }
  return { total: phrasings.length, stems, groups, entries };
}

/**
 * The share (0 to 1) of the words' rarity that the phrasings know at all, and that those of one entry know; 0 for no
 * words.
 */
export function measureKnown(
  words: readonly string[],
  { total, stems, groups, entries }: WordCounts,
  entry: number,
): { readonly byAny: number; readonly byEntry: number } {
  const own = entries[entry];
  let all = 0;
  let any = 0;
  let one = 0;
  for (const word of new Set(words)) {
    const key = stem(word);
    const frequency = stems.get(key) ?? 0;
    const rarity =
      (Math.log((total + EVERYDAY_SENTENCES + 1) / (frequency + 1)) + 1) *
      (FUNCTION_WORDS.has(word) ? FUNCTION_WORD_SHARE : 1);
    const names = findGroups(key);
    all += rarity;
    if (frequency > 0) any += rarity;
    else if (names.some((name) => groups.has(name))) any += SYNONYM_SHARE * rarity;
    if (own?.stems.has(key) === true) one += rarity;
    else if (names.some((name) => own?.groups.has(name) === true)) one += SYNONYM_SHARE * rarity;
  }
  return all === 0 ? { byAny: 0, byEntry: 0 } : { byAny: any / all, byEntry: one / all };
}
