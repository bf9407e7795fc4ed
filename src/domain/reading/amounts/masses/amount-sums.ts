/** Puts the masses of a text together: their counts, how often they come, and the sums and lists that they stand in. */
import { convertMass, exactly, type Range } from '#src/domain/measure/figure.ts';
import type { Joint } from '#src/domain/reading/amounts/asked-amounts.ts';
import { countMass, type Counted } from './amount-counts.ts';
import { asTyped, type AmountRead, type MassRead } from './amount-parts.ts';
import { readRates } from './amount-rates.ts';
import { take, wordAt, type Reading } from '#src/domain/reading/reading.ts';

/** Words between two amounts beside which nothing says that they are of two things. */
const BETWEEN = new Set('plus minus less and another more additional extra a the'.split(' '));
const MOST_READINGS = 4;

/** The amounts of a text, in order; `packed` are masses that are none: "in 50 kg bags". */
export function combineMasses(
  reading: Reading,
  masses: readonly MassRead[],
): { readonly amounts: readonly AmountRead[]; readonly packed: readonly MassRead[] } {
  const counted = masses.map((mass) => countMass(reading, mass));
  const goods = counted.filter(
    ({ packaging }, at) => !packaging || counted.every((c, i) => i === at || c.packaging),
  );
  const rates = readRates(reading, goods);
  const amounts: AmountRead[] = [];
  for (const [at, mass] of goods.entries()) {
    const last = amounts.at(-1);
    const amount: AmountRead = {
      ...mass,
      rate: rates[at] ?? null,
      joint: last === undefined ? null : jointOf(reading, last, mass),
    };
    const sum = last && sumOf(reading, last, amount);
    if (sum === undefined) amounts.push(amount);
    else amounts[amounts.length - 1] = sum;
  }
  return { amounts, packed: counted.filter((mass) => !goods.includes(mass)) };
}

/** "100 kg + 50 kg", "2 t 500 kg", "100 kg minus 20 kg": one amount, where both are of the same. */
function sumOf(reading: Reading, last: AmountRead, next: AmountRead): AmountRead | undefined {
  const { joint } = next;
  if (joint !== 'plus' && joint !== 'minus') return undefined;
  if (last.rate !== null || next.rate !== null) return undefined;
  const between = reading.tokens.slice(last.next, next.at).map(({ word }) => word);
  if (!between.every((word) => BETWEEN.has(word))) return undefined;
  const add = (a: Range, b: Range): Range => {
    const other = convertMass(b, next.unit, last.unit);
    return joint === 'plus'
      ? { low: a.low + other.low, high: a.high + other.high }
      : { low: a.low - other.high, high: a.high - other.low };
  };
  const [value, ...others] = [last.value, ...last.others].flatMap((a) =>
    [next.value, ...next.others].map((b) => add(a, b)),
  );
  if (value === undefined || value.low <= 0) return undefined;
  return {
    ...last,
    value,
    others: others.filter(({ low }) => low > 0).slice(0, MOST_READINGS),
    single: false,
    pieces: undefined,
    terms: asTyped(reading, last.at, next.next),
    next: next.next,
  };
}

/** How an amount is joined to the one before it: by what stands nearest before it. */
function jointOf(reading: Reading, last: Counted | AmountRead, { at, unit, factor }: Counted): Joint {
  for (let i = at; i >= last.next; i -= 1) {
    const gap = reading.tokens[i]?.gap ?? '';
    const word = i > last.next ? wordAt(reading, i - 1) : '';
    if (gap.includes('+')) return 'plus';
    if (gap === '-' && i === at) return 'minus';
    if (/[.;!?]/u.test(gap)) return 'apart';
    if (word === 'plus' || word === 'minus' || (word === 'less' && i === at)) {
      take(reading, i - 1, i, 'amount');
      return word === 'plus' ? 'plus' : 'minus';
    }
    if (/^(?:or|vs|versus|against|than|compared|instead)$/u.test(word) || gap.endsWith('/')) return 'or';
    if (/^(?:but|of)$/u.test(word) && i === at) return 'apart';
    if (word === 'and' || /[,&]/u.test(gap)) return 'and';
  }
  // "2 t 500 kg".
  const smaller = convertMass(exactly(factor), unit, last.unit).high < last.factor;
  return last.next === at && smaller ? 'plus' : 'apart';
}
