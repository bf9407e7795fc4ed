/** Grades of magnets, and what old magnets are: "N52", "scrap magnets". */
import { isPiece } from '#src/domain/reading/amounts/masses/pieces.ts';
import { readUnit } from '#src/domain/reading/amounts/units.ts';
import { take, wordAt, type Reading } from '#src/domain/reading/reading.ts';
import type { Hit, Vocabulary } from '#src/domain/reading/vocabulary.ts';

/** "N52", "n42sh": a grade, as it is written, or where magnets, masses, pieces or neodymium are spoken of. */
export function takeGrades(reading: Reading): void {
  if (!reading.tokens.some(({ word }) => GRADE.test(word))) return;
  const ofTrade = reading.tokens.some(({ word }, at) => OF_MAGNETS.test(word) || isWeighed(reading, at));
  for (const [at, { word, raw }] of reading.tokens.entries())
    if (GRADE.test(word) && (ofTrade || raw.startsWith('N'))) take(reading, at, at + 1, 'grade');
}

const OF_MAGNETS = /^(?:magnets?|ndfeb|nd|neodymium|neo)$/u;

function isWeighed(reading: Reading, at: number): boolean {
  return (
    isPiece(wordAt(reading, at)) ||
    (reading.tokens[at]?.value !== undefined && readUnit((i) => wordAt(reading, i), at + 1) !== undefined)
  );
}

const GRADE = /^n(?:2[5-9]|[34]\d|5[0-8])(?:m|h|sh|uh|eh|ah|th)?$/u;

/** A grade is one of magnets, where nothing else says what the goods are. */
export function gradedGoods(
  { slots }: Reading,
  hits: readonly Hit[],
  { phrases }: Vocabulary,
): readonly Hit[] {
  const at = slots.indexOf('grade');
  if (at < 0) return [];
  const magnet = phrases.get('magnet')?.flatMap(({ words, tags }) => (words.length > 1 ? [] : tags));
  const id = magnet?.find(({ kind }) => kind === 'product')?.id;
  const isKnown = id === undefined || hits.some(({ kind }) => kind === 'product');
  return isKnown ? [] : [{ kind: 'product', id, from: at, to: at + 1 }];
}

/** "Scrap magnets", "old magnets": magnets, and no scrap of steel. */
export function isOfProduct(reading: Reading, { kind, from, to }: Hit, hits: readonly Hit[]): boolean {
  if (kind !== 'metal' || wordAt(reading, to - 1) !== 'scrap') return false;
  // "Magnet scrap" as well.
  return hits.some((other) => other.kind === 'product' && (other.from === to || other.to === from));
}
