/** How many of a mass there are: "3 x 50 kg", "two 50 kg drums", "5 motors with 2 kg each", "half of 50 kg". */
import { asTyped, looksLikeYear, type MassRead } from './amount-parts.ts';
import { convertMass, exactly, scale } from '#src/domain/measure/figure.ts';
import { readNumber } from './numbers.ts';
import { isFree, take, wordAt, type Reading } from '#src/domain/reading/reading.ts';
import { readUnit } from './units.ts';

/** A mass with its count, wider in the text than the mass alone. */
export interface Counted extends MassRead {
  readonly terms: string | null;
  /** "In 50 kg bags": how the goods are packed, and no amount. */
  readonly packaging: boolean;
}

const TIMES = new Set(['x', 'times']);
const HOLDS = new Set('of with at a containing holding weighing à with:'.split(' '));
const EACH = new Set(['each', 'apiece']);
/** What comes in pieces, or in what goods are packed: none of it is a metal but tin. */
const PIECES = new Set(
  `drum bag big-bag box barrel pallet crate sack can bottle pail bucket tub container truckload lot batch shipment consignment
   order unit piece pc part block ingot bar rod coil motor generator turbine car vehicle ev phone smartphone speaker headphone
   rotor stator drive actuator servo machine robot drone engine set kit pack package parcel delivery load sample person sheet tin
   magnet customer client plant site factory line cell item loudspeaker pump compressor bike scooter pod tranche call-off`.split(
    /\s+/u,
  ),
);
const LONGEST_NUMBER = 6;

/** "500 kg tin": what is weighed, where nothing is in it: "a 5 kg tin of neodymium". */
const isOfMetal = (reading: Reading, at: number): boolean =>
  wordAt(reading, at) === 'tin' && wordAt(reading, at + 1) !== 'of';

function isPiece(word: string): boolean {
  return (
    PIECES.has(word) ||
    (word.endsWith('s') && PIECES.has(word.slice(0, -1))) ||
    /^(?:boxes|pcs|batches|deliveries)$/u.test(word)
  );
}

/** What only carries the goods can be taken; magnets are what the goods are. */
function takePiece(reading: Reading, at: number): void {
  if (!wordAt(reading, at).startsWith('magnet')) take(reading, at, at + 1, 'amount');
}

interface CountRead {
  readonly value: number;
  readonly from: number;
  readonly next: number;
}

/** The number that ends right before a token, none of it taken, and no year. */
function numberBefore(reading: Reading, end: number): CountRead | undefined {
  for (let from = Math.max(0, end - LONGEST_NUMBER); from < end; from += 1) {
    if (!isFree(reading, from, end)) continue;
    const read = readNumber(reading.tokens, from);
    if (read?.next !== end || read.value <= 0 || looksLikeYear(reading, from)) continue;
    return { value: read.value, from, next: end };
  }
  return undefined;
}

/** The number that begins at a token, none of it taken, and no year. */
function numberAfter(reading: Reading, at: number): CountRead | undefined {
  const read = readNumber(reading.tokens, at);
  if (read === undefined || read.value <= 0 || looksLikeYear(reading, at)) return undefined;
  const unit = readUnit((i) => wordAt(reading, i), read.next);
  return unit === undefined && isFree(reading, at, read.next)
    ? { value: read.value, from: at, next: read.next }
    : undefined;
}

const signOf = (reading: Reading, at: number): string =>
  /[+*×/]$/u.exec(reading.tokens[at]?.gap ?? '')?.[0] ?? '';

/** Words of what the mass is of, between it and "each": "0.9 kg neodymium per car". */
const EACH_REACH = 2;

/** Where "each", "per motor" or "for each motor" stands behind a mass. */
function eachAfter(
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

/** The mass with what is counted or added beside it. Takes the words of the count. */
export function countMass(reading: Reading, mass: MassRead): Counted {
  let { at, next } = mass;
  let times = 1;
  let more = 0;
  const word = (i: number) => wordAt(reading, i);
  const add = (count: CountRead, factor: number) => {
    times *= factor;
    at = Math.min(at, count.from);
    next = Math.max(next, count.next);
    for (let i = count.from; i < count.next; i += 1) takePiece(reading, i);
  };
  // "10 + 20 kg".
  while (signOf(reading, at) === '+') {
    const count = numberBefore(reading, at);
    if (count === undefined) break;
    more += count.value * mass.factor;
    add(count, 1);
  }
  // What it comes in: "50 kg drums".
  const piece = isPiece(word(next)) && !isOfMetal(reading, next) ? next : undefined;
  if (piece !== undefined) {
    takePiece(reading, piece);
    next = piece + 1;
  }
  const each = eachAfter(reading, next) ?? eachBefore(reading, at);
  if (each !== undefined) {
    take(reading, each.from, each.next, 'amount');
    next = Math.max(next, each.next);
    at = Math.min(at, each.from);
  }
  const before = countBefore(reading, at, piece !== undefined, each !== undefined);
  if (before !== undefined) add(before, before.value);
  const after = TIMES.has(word(next)) ? numberAfter(reading, next + 1) : undefined;
  const signed = signOf(reading, next);
  const byAfter =
    after ?? (signed === '*' || signed === '×' || signed === '/' ? numberAfter(reading, next) : undefined);
  if (byAfter !== undefined) {
    take(reading, next, byAfter.next, 'amount');
    add(byAfter, after === undefined && signed === '/' ? 1 / byAfter.value : byAfter.value);
  } else if (/^(?:twice|thrice)$/u.test(word(next)))
    add({ value: 0, from: next, next: next + 1 }, word(next) === 'twice' ? 2 : 3);
  else {
    const often = numberAfter(reading, next);
    if (often !== undefined && word(often.next) === 'times') {
      take(reading, often.next, often.next + 1, 'amount');
      add({ ...often, next: often.next + 1 }, often.value);
    }
  }
  if (times === 1) {
    const spare = spareCount(reading);
    if (spare !== undefined && (each !== undefined || isOfEach(reading, mass, spare))) {
      takePiece(reading, spare.next - 1);
      add(spare, spare.value);
    }
  }
  const packaging = piece !== undefined && times === 1 && more === 0 && word(at - 1) === 'in';
  // "10 250 kg drums" may be ten of them.
  const [, tens, hundreds] =
    (piece === undefined ? null : /^(\d{1,2}) (\d{3})$/u.exec(reading.tokens[mass.at]?.raw ?? '')) ?? [];
  const parted = tens === undefined ? [] : [exactly(Number(tens) * Number(hundreds) * mass.factor)];
  const put = (range: MassRead['value']) => scale({ low: range.low + more, high: range.high + more }, times);
  const changed = times !== 1 || more !== 0;
  return {
    ...mass,
    value: put(mass.value),
    others: [...mass.others, ...parted].map(put),
    single: mass.single && !changed,
    terms: changed ? asTyped(reading, at, next) : null,
    packaging,
    at,
    next,
  };
}

/** "3 x", "3 *", "half of", "two [50 kg drums]", "5 motors with". Takes what stands between. */
function countBefore(reading: Reading, at: number, packed: boolean, each: boolean): CountRead | undefined {
  const word = (i: number) => wordAt(reading, i);
  const sign = signOf(reading, at);
  if (sign === '*' || sign === '×') return numberBefore(reading, at);
  if (TIMES.has(word(at - 1))) {
    // "12 turbines x 600 kg".
    const pieces = isPiece(word(at - 2)) ? numberBefore(reading, at - 2) : undefined;
    if (pieces !== undefined) {
      take(reading, at - 2, at, 'amount');
      return { ...pieces, next: at };
    }
    const count = numberBefore(reading, at - 1);
    if (count !== undefined) take(reading, at - 1, at, 'amount');
    return count;
  }
  const touching = numberBefore(reading, at);
  // "Half of 50 kg"; a whole number before a mass counts what the mass is packed in.
  // "3 dozen kg".
  const dozen = word(at) === 'dozen';
  if (touching !== undefined) return touching.value < 1 || packed || each || dozen ? touching : undefined;
  if (!HOLDS.has(word(at - 1)) && reading.tokens[at]?.gap !== '@') return undefined;
  const end = HOLDS.has(word(at - 1)) ? at - 1 : at;
  if (!isPiece(word(end - 1))) return undefined;
  // "5 wind turbine motors with": up to two words of what kind they are.
  for (let from = end - 1; from >= Math.max(0, end - 3); from -= 1) {
    const count = numberBefore(reading, from);
    if (count === undefined) continue;
    takePiece(reading, end - 1);
    take(reading, end, at, 'amount');
    return { ...count, next: at };
  }
  return undefined;
}

/** "500 motors, 2 kg each": the one count of pieces that stands apart. */
function spareCount(reading: Reading): CountRead | undefined {
  const counts: CountRead[] = [];
  for (let at = 0; at < reading.tokens.length; at += 1) {
    const count = isFree(reading, at) ? numberAfter(reading, at) : undefined;
    if (count === undefined || !isPiece(wordAt(reading, count.next))) continue;
    counts.push(count);
    at = count.next;
  }
  const [only, ...others] = counts;
  return only === undefined || others.length > 0 ? undefined : { ...only, next: only.next + 1 };
}

/** "Each 600 kg", "per motor 2 kg". */
function eachBefore(
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
function isOfEach(reading: Reading, { factor, unit, at, next }: MassRead, count: CountRead): boolean {
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
