/** What comes in pieces, or in what goods are packed, and what each of them holds: "5 motors with 2 kg each". */
import PIECE_WORDS from '#src/domain/reading/words/pieces.json' with { type: 'json' };
import type { MassRead } from './amount-parts.ts';
import { convertMass, exactly } from '#src/domain/measure/figure.ts';
import { take, wordAt, type Reading } from '#src/domain/reading/reading.ts';

const EACH = new Set(['each', 'apiece']);
/** What comes in pieces, or in what goods are packed: none of it is a metal but tin. */
const PIECES: ReadonlySet<string> = new Set(PIECE_WORDS);

/** "500 kg tin": what is weighed, where nothing is in it: "a 5 kg tin of neodymium". */
export const isOfMetal = (reading: Reading, at: number): boolean =>
  wordAt(reading, at) === 'tin' && wordAt(reading, at + 1) !== 'of';

export function isPiece(word: string): boolean {
  return (
    PIECES.has(word) ||
    (word.endsWith('s') && PIECES.has(word.slice(0, -1))) ||
    /^(?:boxes|pcs|batches|deliveries)$/u.test(word)
  );
}

/** What only carries the goods can be taken; magnets are what the goods are. */
export function takePiece(reading: Reading, at: number): void {
  if (!wordAt(reading, at).startsWith('magnet')) take(reading, at, at + 1, 'amount');
}

/** Words of what the mass is of, between it and "each": "0.9 kg neodymium per car". */
const EACH_REACH = 2;

/** Where "each", "per motor" or "for each motor" stands behind a mass. */
export function eachAfter(
  reading: Reading,
  next: number,
): { readonly from: number; readonly next: number } | undefined {
  const word = (i: number) => wordAt(reading, i);
  for (let from = next; from <= next + EACH_REACH; from += 1) {
    if (EACH.has(word(from))) return { from, next: from + 1 };
    const thing = from + (word(from + 1) === 'each' ? 2 : 1);
    if (/^(?:per|for)$/u.test(word(from)) && isPiece(word(thing))) return { from, next: thing + 1 };
    if (reading.tokens[from]?.value !== undefined || /[.;!?]/u.test(reading.tokens[from]?.gap ?? ''))
      return undefined;
  }
  return undefined;
}

/** "Each 600 kg", "per motor 2 kg". */
export function eachBefore(
  reading: Reading,
  at: number,
): { readonly from: number; readonly next: number } | undefined {
  if (EACH.has(wordAt(reading, at - 1))) return { from: at - 1, next: at };
  return wordAt(reading, at - 2) === 'per' && isPiece(wordAt(reading, at - 1))
    ? { from: at - 2, next: at }
    : undefined;
}

/** Grams, in kilograms; of more it is not said whether it is of one piece or of all. */
const OF_A_PIECE = 0.01;
const singular = (word: string): string => word.replace(/s$/u, '');

/**
 * "120 g of NdFeB, 50k units", "a motor needs 1.5 kg, 10,000 motors": the mass is of one, where it is one of grams or the piece is
 * named beside it; "5 t for 1,000 motors" is of all.
 */
export function isOfEach(
  reading: Reading,
  { factor, unit, at, next }: MassRead,
  count: { readonly from: number; readonly next: number },
): boolean {
  const before = wordAt(reading, count.from - 1);
  const isWhole = reading.tokens.some(({ word }) => /^(?:total|altogether|overall|together)$/u.test(word));
  if (/^(?:for|in|into)$/u.test(before) || isWhole) return false;
  const piece = singular(wordAt(reading, count.next - 1));
  const named = reading.tokens.some(
    ({ word }, i) =>
      word === piece &&
      (i < count.from || i >= count.next) &&
      Math.min(Math.abs(i - at), Math.abs(i - next)) <= NEAR,
  );
  return convertMass(exactly(factor), unit, 'kg').high <= OF_A_PIECE || named;
}

/** Words between a mass and the piece that it is of. */
const NEAR = 6;
