/** How many of a mass there are: "3 x 50 kg", "two 50 kg drums", "5 motors with 2 kg each", "half of 50 kg". */
import { asTyped, type MassRead } from './amount-parts.ts';
import { exactly, scale } from '#src/domain/measure/figure.ts';
import { shareAt } from '../percents.ts';
import { isFree, take, wordAt, type Reading } from '#src/domain/reading/reading.ts';
import { isOfMetal, isPiece, takePiece, eachAfter, eachBefore } from './pieces.ts';
import { isOfKind, numberAfter, numberBefore, spareCounts, type CountRead } from './piece-counts.ts';

/** A mass with its count, wider in the text than the mass alone. */
export interface Counted extends MassRead {
  readonly terms: string | null;
  readonly pieces?: number | undefined;
  /** "In 50 kg bags": how the goods are packed, and no amount. */
  readonly packaging: boolean;
}

const TIMES = new Set(['x', 'times']);
const HOLDS = new Set('of with at a containing holding weighing à with:'.split(' '));

const signOf = (reading: Reading, at: number): string =>
  /[+*×/]$/u.exec(reading.tokens[at]?.gap ?? '')?.[0] ?? '';

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
  // "5 pallets with 40 boxes of 10 kg each".
  const around = before === undefined ? undefined : countHolding(reading, at);
  if (around !== undefined) add(around, around.value);
  const after = TIMES.has(word(next)) ? numberAfter(reading, next + 1) : undefined;
  const signed = signOf(reading, next);
  const byAfter =
    after ?? (signed === '*' || signed === '×' || signed === '/' ? numberAfter(reading, next) : undefined);
  if (byAfter !== undefined) {
    take(reading, next, byAfter.next, 'amount');
    // "50 g x 4000 pcs".
    const of = after !== undefined && isPiece(word(byAfter.next)) ? 1 : 0;
    if (of > 0) takePiece(reading, byAfter.next);
    add(
      { ...byAfter, next: byAfter.next + of },
      after === undefined && signed === '/' ? 1 / byAfter.value : byAfter.value,
    );
  } else if (/^(?:twice|thrice)$/u.test(word(next)))
    add({ value: 0, from: next, next: next + 1 }, word(next) === 'twice' ? 2 : 3);
  else {
    const often = numberAfter(reading, next);
    if (often !== undefined && word(often.next) === 'times') {
      take(reading, often.next, often.next + 1, 'amount');
      add({ ...often, next: often.next + 1 }, often.value);
    }
  }
  for (const spare of spareCounts(reading, { ...mass, at: Math.min(at, mass.at) }, each, times !== 1))
    add(spare, spare.value);
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
    ...(times > 1 && more === 0 ? { pieces: times } : {}),
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
      takePiece(reading, at - 2);
      take(reading, at - 1, at, 'amount');
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
  return shareBefore(reading, at) ?? countHolding(reading, at);
}

/** "A third of our 12 t". */
export const OWNED = /^(?:our|my|the|this|your|these|those|their|all)$/u;

/** "A third of 12 t". */
function shareBefore(reading: Reading, at: number): CountRead | undefined {
  const of = OWNED.test(wordAt(reading, at - 1)) ? at - 2 : at - 1;
  if (wordAt(reading, of) !== 'of') return undefined;
  for (const from of [of - 2, of - 1]) {
    const read = shareAt((i) => wordAt(reading, i), from);
    if (read?.next === of && isFree(reading, from, at)) return { value: read.share, from, next: at };
  }
  return undefined;
}

/** "5 motors with", right before what each of them holds. */
function countHolding(reading: Reading, at: number): CountRead | undefined {
  const word = (i: number) => wordAt(reading, i);
  if (!HOLDS.has(word(at - 1)) && reading.tokens[at]?.gap !== '@') return undefined;
  const end = HOLDS.has(word(at - 1)) ? at - 1 : at;
  if (!isPiece(word(end - 1))) return undefined;
  // "5 wind turbine motors with": up to two words of what kind they are.
  for (let from = end - 1; from >= Math.max(0, end - 3); from -= 1) {
    const count = numberBefore(reading, from);
    if (count === undefined) {
      // "A 15 MW turbine with 7 t" is one of them.
      if (!isOfKind(reading, from - 1)) return undefined;
      continue;
    }
    takePiece(reading, end - 1);
    take(reading, end, at, 'amount');
    return { ...count, next: at };
  }
  return undefined;
}
