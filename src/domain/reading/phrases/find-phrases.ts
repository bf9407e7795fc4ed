/** Phrases of the vocabulary in a question, the longest at each place. */
import { isFree, wordAt, type Reading } from '#src/domain/reading/reading.ts';
import type { Hit, Phrase, Vocabulary } from '#src/domain/reading/vocabulary.ts';

/** "Nd, Pr" are two. */
const isParted = ({ tokens }: Reading, from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ gap }) => /[,;]/u.test(gap));

/** Whether a phrase stands at a token, all of it free. Its first word does. */
function isAt(reading: Reading, at: number, { words, tags }: Phrase): boolean {
  for (let next = 1; next < words.length; next += 1)
    if (wordAt(reading, at + next) !== words[next]) return false;
  const to = at + words.length;
  return (
    isFree(reading, at, to) && !(tags.some(({ kind }) => kind === 'metal') && isParted(reading, at + 1, to))
  );
}

/** All phrases in the free part of a reading, left to right, the longest at each place. Takes nothing. */
export function findPhrases(vocabulary: Vocabulary, reading: Reading): readonly Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at < reading.tokens.length; at += 1) {
    if (!isFree(reading, at)) continue;
    const phrase = vocabulary.phrases.get(wordAt(reading, at))?.find((one) => isAt(reading, at, one));
    if (phrase === undefined) continue;
    const to = at + phrase.words.length;
    for (const tag of phrase.tags) hits.push({ ...tag, from: at, to });
    at = to - 1;
  }
  return hits;
}
