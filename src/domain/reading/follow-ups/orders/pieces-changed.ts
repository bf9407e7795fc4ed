/** "40 g each", "and 10,000?" after "5,000 magnets of 20 g each": as many of another mass, or more of the same. */
import { convertMass, exactly, scale, type Range } from '#src/domain/measure/figure.ts';
import { isPiece } from '#src/domain/reading/amounts/masses/pieces.ts';
import { readNumber } from '#src/domain/reading/amounts/numbers.ts';
import { tokenize } from '#src/domain/reading/tokens.ts';
import type { Amount } from '#src/domain/reading/amounts/asked-amounts.ts';
import type { Question } from '#src/domain/reading/question.ts';

const OF_EACH = /\b(?:each|apiece|ones|a ?piece|per (?:piece|pc|magnet|motor|unit|part))\b/iu;
/** It says what the whole weighs. */
const OF_ALL = /\b(?:total|altogether|in all|overall|together)\b/iu;

/** As many pieces as were spoken of, each of a mass that stands alone; `undefined` where it is more like the mass of them all. */
export function asMany(previous: Question, { amounts, text, evidence = [] }: Question): Amount | undefined {
  const [last, ...more] = previous.amounts;
  const [own, ...others] = amounts;
  if (last?.pieces === undefined || own === undefined || more.length + others.length > 0) return undefined;
  const isOwn = own.terms !== undefined || own.rate !== undefined || own.metals !== undefined;
  if (previous.intent !== 'cost' || isOwn || own.product !== undefined || OF_ALL.test(text)) return undefined;
  const each = scale(last.value, 1 / last.pieces);
  const mass = convertMass(own.value, own.unit, last.unit);
  // "3 x 50 kg", then "25 kg": of goods one more easily speaks of each of them.
  const isGoods = last.product !== undefined;
  const isEach = OF_EACH.test(text) || (isGoods && isNearer(mass.high, each.high, last.value.high));
  if (!isEach) return undefined;
  const words = evidence.find(({ slot }) => slot === 'amount')?.words ?? `${own.value.high} ${own.unit}`;
  return {
    ...last,
    value: scale(own.value, last.pieces),
    unit: own.unit,
    others: undefined,
    terms: `${inWords(last.pieces)} x ${words}`,
  };
}

/** The amount with that number as its count or as the mass of each piece, whichever it is more like; `undefined` where nothing was counted. */
export function countedAnew(last: Amount, number: number): Amount | undefined {
  if (last.pieces === undefined) return undefined;
  const each = scale(last.value, 1 / last.pieces);
  const isCount = Number.isInteger(number) && isNearer(number, last.pieces, each.high);
  const [pieces, mass] = isCount ? [number, each] : [last.pieces, exactly(number)];
  return manyOf(last, pieces, mass);
}

function manyOf(last: Amount, pieces: number, mass: Range, name?: string): Amount {
  const ends = [...new Set([mass.low, mass.high])].map((end) => inWords(Number(end.toPrecision(6))));
  const each = `${ends.join(' to ')} ${last.unit}`;
  return {
    ...last,
    value: scale(mass, pieces),
    others: undefined,
    pieces,
    terms: `${inWords(pieces)} ${name === undefined ? `x ${each}` : `${name} of ${each} each`}`,
  };
}

const COUNTED =
  /^\W{0,9}(?:(?:and|or|what|how|about|for|with|if|it|is|it's|instead|say|then) )*(?<count>\d[\d.,']{0,12}k?) (?<piece>\p{L}{1,30})(?: instead)?\W{0,9}$/iu;

/** "300 motors" after 200 of them; `undefined` where nothing was counted, or more is said. */
export function countedOther(previous: Question, { text }: Question): Question | undefined {
  const [last, ...more] = previous.amounts;
  const { count = '', piece = '' } = COUNTED.exec(text)?.groups ?? {};
  if (last?.pieces === undefined || more.length > 0 || !isPiece(piece.toLowerCase())) return undefined;
  const number = readNumber(tokenize(count), 0)?.value;
  if (number === undefined || !Number.isInteger(number) || number <= 0) return undefined;
  const each = scale(last.value, 1 / last.pieces);
  const about = [previous.text, ...(previous.about ?? [])].slice(0, 4);
  return {
    ...previous,
    text,
    about,
    amounts: [manyOf(last, number, each, piece)],
    told: undefined,
    followUp: false,
  };
}

/** Of two numbers it is fewer times the first, or as many. */
const isNearer = (number: number, first: number, second: number): boolean =>
  Math.abs(Math.log(number / first)) <= Math.abs(Math.log(number / second));

const inWords = (number: number): string => number.toLocaleString('en-US', { maximumFractionDigits: 6 });
