/** MiniSearch as it does best here: stemmed, one document an entry, with fuzzy matching for typos. */
import MiniSearch from 'minisearch';
import { stemmer as stem } from 'stemmer';
import { splitWords } from '#src/domain/faq/matching/words/words.ts';
import type { MatchEntry } from '#src/domain/faq/matcher.ts';
import type { Contestant } from '../measure.ts';

export function build(entries: readonly MatchEntry[]): Contestant {
  const index = new MiniSearch<{ readonly id: string; readonly text: string }>({
    fields: ['text'],
    tokenize: (text) => [...splitWords(text)],
    processTerm: stem,
    searchOptions: { fuzzy: 0.2 },
  });
  index.addAll(
    entries.map(({ id, question, examples }) => ({ id, text: [question, ...examples].join(' ') })),
  );
  return (text) => {
    const found = index.search(text);
    const words = splitWords(text).length;
    return {
      ids: found.slice(0, 5).map(({ id }) => String(id)),
      // A score grows with the words that match; their mean can be compared between questions.
      confidence: (found[0]?.score ?? 0) / Math.max(1, words),
      answers: undefined,
    };
  };
}
