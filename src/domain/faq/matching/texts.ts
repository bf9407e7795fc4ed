/** The texts of entries, as words: their phrasings, and what their answers say. */
import type { EntryText } from './vocabulary.ts';
import { splitWords } from './words/words.ts';

interface EntryTexts {
  readonly question: string;
  readonly examples: readonly string[];
  readonly answer?: string;
}

/** The distinct phrasings of each entry, its question among them, as words. */
export function collectPhrasings(entries: readonly EntryTexts[]): readonly EntryText[] {
  return entries.flatMap(({ question, examples }, entry) => {
    const distinct = new Map(
      [question, ...examples].map((text) => {
        const words = splitWords(text);
        return [words.join(' '), words];
      }),
    );
    distinct.delete('');
    return [...distinct.values()].map((words) => ({ entry, words }));
  });
}

/** Shorter passages are labels. */
const SHORTEST_PASSAGE = 3;

/** The sentences of the answers, as words; of a placeholder, what it stands for ("price" of `{{price 2025}}`). */
export function collectPassages(entries: readonly EntryTexts[]): readonly EntryText[] {
  return entries.flatMap(({ answer = '' }, entry) =>
    answer
      .replaceAll(/\{\{(\w+)[^}]*\}\}/gu, '$1')
      .split(/(?<=[.!?:;])\s+|\n+/u)
      .map((sentence) => ({ entry, words: splitWords(sentence) }))
      .filter(({ words }) => words.length >= SHORTEST_PASSAGE),
  );
}
