/** fuse.js as it does best here: its token search, stemmed, an entry's phrasings as one key. */
import Fuse from 'fuse.js';
import { stemmer as stem } from 'stemmer';
import { splitWords } from '#src/domain/faq/matching/words/words.ts';
import type { MatchEntry } from '#src/domain/faq/matcher.ts';
import type { Contestant } from '../measure.ts';

const stemAll = (text: string): string => splitWords(text).map(stem).join(' ');

export function build(entries: readonly MatchEntry[]): Contestant {
  const documents = entries.map(({ id, question, examples }) => ({
    id,
    phrasings: [question, ...examples].map(stemAll),
  }));
  const fuse = new Fuse(documents, {
    keys: ['phrasings'],
    useTokenSearch: true,
    threshold: 0.2,
    ignoreLocation: true,
    includeScore: true,
  });
  return (text) => {
    const found = fuse.search(stemAll(text), { limit: 5 });
    return {
      ids: found.map(({ item }) => item.id),
      confidence: 1 - (found[0]?.score ?? 1),
      answers: undefined,
    };
  };
}
