/** Numbers that count pieces: right before or behind a mass, or apart from it, as in "500 motors, 2 kg each" and "600 kg per MW, 14 MW". */
import { looksLikeYear, type MassRead } from './amount-parts.ts';
import { readNumber } from '../numbers.ts';
import { percentAt } from '../percents.ts';
import {
  eachAfter,
  isOfEach,
  isPiece,
  isSamePiece,
  ownerBefore,
  POWERS,
  singular,
  takePiece,
  type EachRead,
} from './pieces.ts';
import { currencyOf, readUnit } from '../units.ts';
import { isFree, take, wordAt, type Reading } from '#src/domain/reading/reading.ts';
import { STOP_WORDS } from '#src/domain/reading/words/plain-words.ts';

const LONGEST_NUMBER = 6;

export interface CountRead {
  readonly value: number;
  readonly from: number;
  readonly next: number;
}

/** The number that ends right before a token, none of it taken, and no year. */
export function numberBefore(reading: Reading, end: number): CountRead | undefined {
  for (let from = Math.max(0, end - LONGEST_NUMBER); from < end; from += 1) {
    if (!isFree(reading, from, end)) continue;
    const read = readNumber(reading.tokens, from);
    if (read?.next !== end || read.value <= 0 || looksLikeYear(reading, from)) continue;
    return { value: read.value, from, next: end };
  }
  return undefined;
}

/** The number that begins at a token, none of it taken, and no year. */
export function numberAfter(reading: Reading, at: number): CountRead | undefined {
  const read = readNumber(reading.tokens, at);
  if (read === undefined || read.value <= 0 || looksLikeYear(reading, at)) return undefined;
  const unit = readUnit((i) => wordAt(reading, i), read.next);
  return unit === undefined && isFree(reading, at, read.next)
    ? { value: read.value, from: at, next: read.next }
    : undefined;
}

const MEASURED =
  /^(?:days?|weeks?|months?|quarters?|years?|yrs?|hours?|times|points?|volts?|v|rpm|nm|mm|cm|inch|inches|degrees?|x)$/u;

/** "Servo" of "12,000 servo motors": a word of what kind pieces are, and none that measures or counts something else. */
export function isOfKind(reading: Reading, at: number): boolean {
  const word = wordAt(reading, at);
  const { value, gap = '' } = reading.tokens[at] ?? {};
  if (word === '' || value !== undefined || POWERS.has(word) || MEASURED.test(word)) return false;
  if (STOP_WORDS.has(word) || percentAt(reading, at) > 0 || currencyOf(word) !== undefined) return false;
  return !/[,.;!?]/u.test(gap) && readUnit((i) => wordAt(reading, i), at) === undefined;
}

/** Words of what kind the pieces are: "12,000 small servo motors". */
const MOST_KINDS = 2;

/** What counts pieces, from a token on, with the piece as its last word. */
function piecesAt(reading: Reading, at: number): CountRead | undefined {
  const count = isFree(reading, at) ? numberAfter(reading, at) : undefined;
  if (count === undefined) return undefined;
  let found: CountRead | undefined;
  for (let next = count.next; next <= count.next + MOST_KINDS; next += 1) {
    const isClose = next === count.next || !/[,.;!?]/u.test(reading.tokens[next]?.gap ?? '');
    // "60 EV motors": the last of them is what is counted.
    if (isPiece(wordAt(reading, next)) && isClose) found = { ...count, next: next + 1 };
    else if (!isOfKind(reading, next)) return found;
  }
  return found;
}

/** Things that nobody listed, where it is said what each of them holds: "15,000 earbuds, 0.8 g each". */
function thingsAt(reading: Reading, at: number): CountRead | undefined {
  const count = isFree(reading, at) ? numberAfter(reading, at) : undefined;
  if (count === undefined) return undefined;
  for (let next = count.next; next <= count.next + MOST_KINDS && isOfKind(reading, next); next += 1)
    if (/^[a-z]{3,}s$/u.test(wordAt(reading, next))) return { ...count, next: next + 1 };
  return undefined;
}

function allCounts(
  reading: Reading,
  countAt: (reading: Reading, at: number) => CountRead | undefined,
): readonly CountRead[] {
  const counts: CountRead[] = [];
  for (let at = 0; at < reading.tokens.length; at += 1) {
    const count = countAt(reading, at);
    if (count === undefined) continue;
    counts.push(count);
    at = count.next - 1;
  }
  return counts;
}

/**
 * The counts of what a mass is of, which stand apart from it; takes their words.
 * @param counted It has a count of its own already: "2 magnets of 1.5 g", of which the pieces that hold them may have another
 */
export function spareCounts(
  reading: Reading,
  mass: MassRead,
  each: EachRead | undefined,
  counted: boolean,
): readonly CountRead[] {
  const power = each?.piece !== undefined && POWERS.has(each.piece) ? each.piece : undefined;
  const powers =
    power === undefined
      ? []
      : allCounts(reading, (_, at) => {
          const count = isFree(reading, at) ? numberAfter(reading, at) : undefined;
          return count !== undefined && wordAt(reading, count.next) === power
            ? { ...count, next: count.next + 1 }
            : undefined;
        });
  const [size, ...sizes] = powers;
  if (power !== undefined && (size === undefined || sizes.length > 0)) return [];
  if (size !== undefined) {
    take(reading, size.from, size.next, 'amount');
    if (isPiece(wordAt(reading, size.next))) takePiece(reading, size.next);
  }
  const found = size === undefined ? [] : [size];
  let pieces = countOf(reading, mass, each, counted || size !== undefined);
  // "120 robots, 6 actuators per robot, 90 g per actuator".
  for (let inside = each; pieces !== undefined && found.length < MOST_NESTED;) {
    found.push(pieces);
    takeCounted(reading, pieces);
    inside = eachAfter(reading, pieces.next);
    if (inside?.piece === undefined || inside.from > pieces.next) break;
    take(reading, inside.from, inside.next, 'amount');
    pieces = countOf(reading, mass, inside, true);
  }
  return found;
}

/** Counts within counts: "10 sites, 12 robots a site, 6 drives a robot". */
const MOST_NESTED = 4;

function countOf(
  reading: Reading,
  mass: MassRead,
  each: EachRead | undefined,
  counted: boolean,
): CountRead | undefined {
  const known = allCounts(reading, piecesAt);
  const pieceOf = ({ next }: CountRead) => wordAt(reading, next - 1);
  const owner = each?.piece ?? ownerBefore(reading, mass.at);
  const isPower = owner !== undefined && POWERS.has(owner);
  const own = known.filter((one) => owner !== undefined && !isPower && isSamePiece(pieceOf(one), owner));
  const [only, ...others] = own.length > 0 ? own : known;
  if (only === undefined)
    return each === undefined || counted ? undefined : onlyOf(allCounts(reading, thingsAt));
  if (others.length > 0) return undefined;
  if (counted) return own.length > 0 || isPower ? only : undefined;
  return each !== undefined || isOfEach(reading, mass, only) ? only : undefined;
}

const onlyOf = ([only, ...others]: readonly CountRead[]): CountRead | undefined =>
  others.length > 0 ? undefined : only;

/** Takes the pieces that are counted, wherever they are named: "phones use 0.3 g each, 2 million phones". */
function takeCounted(reading: Reading, { from, next }: CountRead): void {
  const piece = singular(wordAt(reading, next - 1));
  for (let at = from; at < next; at += 1) takePiece(reading, at);
  for (const [at, { word }] of reading.tokens.entries()) if (singular(word) === piece) takePiece(reading, at);
}
