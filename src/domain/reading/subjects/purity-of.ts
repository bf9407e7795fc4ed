/** What a percentage of goods is of, by its symbol or formula: "62 % Fe", "44 % Mn", "88.5 % WO3", "Mg 99.9 %". */
import { ELEMENT_SYMBOLS } from '#src/domain/reading/words/things/elements.ts';
import { isFree, take, wordAt, type Reading } from '#src/domain/reading/reading.ts';
import type { Hit } from '#src/domain/reading/vocabulary.ts';

/** An oxide: "wo3", "v2o5", "tio2", "al2o3", "k2o". */
const OXIDE = /^(?=.*\d)[a-z]{1,2}\d{0,2}o\d{0,2}$/u;

/** The hits without what only says how much of a metal is in goods, which it takes: "rutile 95 % TiO2" is of rutile. */
export function withoutPurities(reading: Reading, hits: readonly Hit[]): readonly Hit[] {
  const named = new Set(hits.filter(({ kind }) => kind === 'metal').map(({ id }) => id));
  if (named.size < 2) return hits;
  return hits.filter(({ kind, from, to }) => {
    const isOf =
      kind === 'metal' && to === from + 1 && OXIDE.test(wordAt(reading, from)) && isBeside(reading, from);
    if (isOf) take(reading, from, to, 'percent');
    return !isOf;
  });
}

const isBeside = ({ slots }: Reading, at: number): boolean =>
  slots[at - 1] === 'percent' || (slots[at + 1] === 'percent' && at > 0);

/** Takes them: they are no other metal that is asked about. @param named A metal of ours is named beside them */
export function takePurities(reading: Reading, named: boolean): void {
  if (!named || !reading.slots.includes('percent')) return;
  for (const [at, { word }] of reading.tokens.entries()) {
    if (!isFree(reading, at) || !(isSymbol(word) || OXIDE.test(word))) continue;
    if (isBeside(reading, at)) take(reading, at, at + 1, 'percent');
  }
}

const isSymbol = (word: string): boolean =>
  word.length <= 2 &&
  ELEMENT_SYMBOLS.has(`${word.charAt(0).toUpperCase()}${word.slice(1)}`) &&
  !WORDS.test(word);
/** They are words as well. */
const WORDS = /^(?:in|as|be|i|at|no|he|am|re|us|a|o)$/u;
