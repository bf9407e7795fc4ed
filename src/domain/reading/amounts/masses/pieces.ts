/** What comes in pieces, or in what goods are packed, and what each of them holds: "5 motors with 2 kg each". */
import PIECE_WORDS from '#src/domain/reading/words/things/pieces.json' with { type: 'json' };
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

/** That a mass is of one of something: "each", "per motor", "in each motor", "per MW". */
export interface EachRead {
  readonly from: number;
  readonly next: number;
  /** Of what, where that is said. */
  readonly piece: string | undefined;
}

/** Words of what the mass is of, between it and "each": "0.9 kg of N48H magnets in each". */
const EACH_REACH = 5;
/** How large a machine is, and how many of them there are not: "a 15 MW turbine". */
export const POWERS: ReadonlySet<string> = new Set(
  'w kw mw gw megawatt megawatts kilowatt kilowatts hp'.split(' '),
);
const PERIOD = /^(?:days?|weeks?|months?|quarters?|years?)$/u;

/** Where "each", "per motor" or "for each motor" stands behind a mass. */
export function eachAfter(reading: Reading, next: number): EachRead | undefined {
  const word = (i: number) => wordAt(reading, i);
  for (let from = next; from <= next + EACH_REACH; from += 1) {
    if (EACH.has(word(from)) && !PERIOD.test(word(from + 1))) {
      // "Each in every speaker".
      let thing = from + 1;
      while (thing < from + 3 && /^(?:in|per|for|every|each|a)$/u.test(word(thing))) thing += 1;
      return isPiece(word(thing))
        ? { from, next: thing + 1, piece: word(thing) }
        : { from, next: from + 1, piece: undefined };
    }
    const thing = from + (word(from + 1) === 'each' ? 2 : 1);
    const of = /^(?:per|for)$/u.test(word(from)) && (isPiece(word(thing)) || POWERS.has(word(thing)));
    if (of) return { from, next: thing + 1, piece: word(thing) };
    const slashed = reading.tokens[from]?.gap === '/' && (isPiece(word(from)) || POWERS.has(word(from)));
    if (slashed) return { from, next: from + 1, piece: word(from) };
    if (reading.tokens[from]?.value !== undefined || /[.;!?]/u.test(reading.tokens[from]?.gap ?? ''))
      return undefined;
  }
  return undefined;
}

/** "Each 600 kg", "per motor 2 kg". */
export function eachBefore(reading: Reading, at: number): EachRead | undefined {
  const word = (i: number) => wordAt(reading, i);
  if (EACH.has(word(at - 1))) return { from: at - 1, next: at, piece: undefined };
  // "Each needing 1.9 kg".
  const holding = EACH.has(word(at - 2)) && HOLDS.test(word(at - 1));
  if (holding) return { from: at - 2, next: at, piece: undefined };
  const isPer = word(at - 2) === 'per' && (isPiece(word(at - 1)) || POWERS.has(word(at - 1)));
  return isPer ? { from: at - 2, next: at, piece: word(at - 1) } : undefined;
}

const HOLDS =
  /^(?:has|have|having|needs?|needing|requires?|requiring|uses?|using|takes?|taking|contains?|containing|carries|holds?|with|of|weighs?|weighing|weight|mass|is)$/u;
const SMALL = /^(?:a|an|the|about|around|roughly|approx|some|magnet|magnets|weight|mass|of|is|each|just)$/u;

/** "A motor has 1.2 kg", "each rotor needs 2 magnets of 85 g", "magnet weight 1.1 kg": the one that a mass is of. */
export function ownerBefore(reading: Reading, at: number): string | undefined {
  // "Kit: 6 magnets x 12 g".
  if (isOwner(reading, at - 1) && reading.tokens[at]?.gap === ':') return wordAt(reading, at - 1);
  let end = at - 1;
  while (end > 0 && SMALL.test(wordAt(reading, end)) && !isOwner(reading, end)) end -= 1;
  if (isOwner(reading, end) && end < at - 1) return wordAt(reading, end);
  return HOLDS.test(wordAt(reading, end)) && isOwner(reading, end - 1) ? wordAt(reading, end - 1) : undefined;
}

/** One piece, and no count of them. */
function isOwner(reading: Reading, at: number): boolean {
  const word = wordAt(reading, at);
  if (!isPiece(word) || word.endsWith('s')) return false;
  return reading.tokens[at - 1]?.value === undefined && !/^(?:of|for|in)$/u.test(wordAt(reading, at - 1));
}

/** Grams, in kilograms; of more it is not said whether it is of one piece or of all. */
const OF_A_PIECE = 0.01;
export const singular = (word: string): string => word.replace(/s$/u, '');
const ANY_PIECE = /^(?:pc|piece|unit|item)$/u;

/** Whether pieces that are counted are those that a mass is said to be of: "500 pcs" of any. */
export const isSamePiece = (counted: string, owner: string): boolean =>
  singular(counted) === singular(owner) || ANY_PIECE.test(singular(counted));

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
  const isWhole = reading.tokens
    .slice(Math.max(0, at - WHOLE_REACH), next + WHOLE_REACH)
    .some(({ word }) => /^(?:total|altogether|overall|together)$/u.test(word));
  const counted = wordAt(reading, count.next - 1);
  const owner = ownerBefore(reading, at);
  // "Each car uses 1 kg, cost for a million cars".
  if (owner !== undefined && singular(owner) === singular(counted) && !isWhole) return true;
  if (/^(?:for|in|into)$/u.test(before) || isWhole) return false;
  const weighed = /^(?:weight|mass|weighs?|weighing)$/u.test(wordAt(reading, at - 1));
  if (owner !== undefined && (weighed || isSamePiece(counted, owner))) return true;
  const piece = singular(counted);
  const named = reading.tokens.some(
    ({ word }, i) =>
      word === piece &&
      (i < count.from || i >= count.next) &&
      Math.min(Math.abs(i - at), Math.abs(i - next)) <= NEAR,
  );
  return convertMass(exactly(factor), unit, 'kg').high <= OF_A_PIECE || named;
}

/** Words between a mass and what says that it is of all. */
const WHOLE_REACH = 3;
/** Words between a mass and the piece that it is of. */
const NEAR = 6;
