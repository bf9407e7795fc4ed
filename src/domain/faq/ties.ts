/** Which words of a text tie it to an entry. */
import { stem as stemOf } from './matching/words/stems.ts';

/** Nouns that only look like a plural: news of China is no "new mines outside China". */
const NO_PLURALS: ReadonlySet<string> = new Set(['news']);
const stem = (word: string): string => (NO_PLURALS.has(word) ? word : stemOf(word));

/** A word of the text that an entry's phrasings know. */
export interface Tie {
  /** As typed, in lower case. */
  readonly word: string;
  /** Numbers of the entry's phrasings that have it: words of one phrasing belong together. */
  readonly phrasings: readonly number[];
  /** How many that is, as a share (0 to 1) of the entry's phrasings. */
  readonly share: number;
  /** It was known only after its spelling was mended, so it may be another word. */
  readonly mended: boolean;
}

/** The words of one entry's phrasings. */
export interface EntryVocabulary {
  phrasings: number;
  /** The numbers of the phrasings that have a stem, by stem. */
  readonly stems: Map<string, number[]>;
}

/** Adds a phrasing's words. */
export function learnWords(vocabulary: EntryVocabulary, words: readonly string[]): void {
  const { stems } = vocabulary;
  for (const key of new Set(words.map(stem))) {
    const having = stems.get(key);
    if (having === undefined) stems.set(key, [vocabulary.phrasings]);
    else having.push(vocabulary.phrasings);
  }
  vocabulary.phrasings += 1;
}

/** A typed word, with the stems of what it stands for. */
interface TypedWord {
  readonly word: string;
  readonly stems: readonly string[];
  readonly mended: boolean;
}

/** The typed words; `repaired` has what each stands for. */
export const typedWords = (
  typed: readonly string[],
  repaired: readonly (readonly string[])[],
): readonly TypedWord[] =>
  typed.map((word, at) => {
    const meant = repaired[at] ?? [word];
    return { word, stems: meant.map(stem), mended: meant[0] !== word };
  });

/** The typed words that an entry knows, each once. */
export function tieWords(
  typed: readonly TypedWord[],
  { phrasings, stems: known }: EntryVocabulary,
): readonly Tie[] {
  const ties = new Map<string, Tie>();
  for (const { word, stems, mended } of typed) {
    const having =
      stems.length === 1 ? (known.get(stems[0]!) ?? []) : stems.flatMap((one) => known.get(one) ?? []);
    if (having.length === 0) continue;
    ties.set(word, { word, phrasings: having, share: having.length / phrasings, mended });
  }
  return [...ties.values()];
}
