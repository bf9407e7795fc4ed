/**
 * Prices deep within objects that are named by what they are of: market, then metal, then kind; metal, then year, then month; each with
 * what is said around it.
 */
import { roleOf, type ColumnRole } from '#src/quotes/tables/columns/headings/heading-words.ts';
import type { Cell, NamedCells as Fields } from '../sheet.ts';
import { INHERITED, TITLES } from './json-around.ts';
import { joinedTimes, readName, type IsName } from './json-paths.ts';
import { cellOf, isObject, isScalar } from './json-values.ts';

/** Levels of objects: deeper ones are no prices. */
const MOST_LEVELS = 8;
const PRICES: ReadonlySet<ColumnRole | undefined> = new Set(['price', 'low', 'high']);
const NUMBER = /^[+-]?\d[\d.,'\s]*(?:e[+-]?\d+)?$/iu;

export interface Leaf {
  /** Words above it that are neither metal, time nor money. */
  readonly titles: readonly string[];
  readonly fields: Fields;
}

interface Place {
  /** Words that are neither time nor money, from above. */
  readonly words: readonly string[];
  /** How many of them stand above the first that is a metal's name; all where none is. */
  readonly above: number;
  readonly isNamed: boolean;
  readonly times: readonly string[];
  readonly currency: string | undefined;
  readonly fields: Fields;
}

/**
 * One row a price; none where no object holds one.
 * @param isRead Whether an object was read as a table already.
 */
export function leavesIn(
  data: Record<string, unknown>,
  around: Fields,
  isName: IsName,
  isRead: (data: object) => boolean,
): readonly Leaf[] {
  const top = { words: [], above: 0, isNamed: false, times: [], currency: undefined, fields: around };
  return [...within(data, top, 0)];

  function* within(object: Record<string, unknown>, place: Place, level: number): Generator<Leaf> {
    if (level > MOST_LEVELS || isRead(object)) return;
    const scalars = Object.entries(object).filter(([, value]) => isScalar(value) && value !== null);
    if (scalars.some(([name]) => PRICES.has(roleOf(name)))) {
      if (level > 0)
        yield* leafOf(
          place,
          scalars.map(([name, value]) => [name, cellOf(value)] as const),
        );
      return;
    }
    const fields = new Map(place.fields);
    for (const [name, value] of scalars)
      if (INHERITED.has(roleOf(name)) && !TITLES.test(name)) fields.set(name, cellOf(value));
    for (const [name, value] of Object.entries(object)) {
      const isPrice = typeof value === 'number' || (typeof value === 'string' && NUMBER.test(value));
      if (!isPrice && !isObject(value)) continue;
      const next = beneath({ ...place, fields }, name);
      if (isObject(value)) yield* within(value, next, level + 1);
      else if (isOfMore(next, place)) yield* leafOf(next, [['value', cellOf(value)]]);
    }
  }

  function beneath(place: Place, name: string): Place {
    const { metal, time, currency, other } = readName(name, isName);
    const word = metal ?? other;
    const isNamed = place.isNamed || metal !== undefined;
    return {
      ...place,
      words: word === undefined ? place.words : [...place.words, word],
      above: isNamed || word === undefined ? place.above : place.above + 1,
      isNamed,
      times: time === undefined ? place.times : [...place.times, time],
      currency: currency ?? place.currency,
    };
  }

  /** A price with what its place says: its metal's names one after the other, its time, its money. */
  function* leafOf(
    { words, above, isNamed, times, currency, fields }: Place,
    own: readonly (readonly [string, Cell])[],
  ): Generator<Leaf> {
    const time = joinedTimes(times);
    if (times.length > 0 && time === undefined) return;
    const isSaid = [...fields.keys(), ...own.map(([name]) => name)].some((name) => roleOf(name) === 'metal');
    // "Shanghai", then "dysprosium oxide": a place above the name is a part of it, and other words are titles.
    const whole = words.join(', ');
    const from = isNamed && !isName(whole) ? above : 0;
    const name = isSaid && !isNamed ? '' : words.slice(from).join(', ');
    if (!isSaid && name === '') return;
    yield {
      titles: isSaid && !isNamed ? words : words.slice(0, from),
      fields: new Map<string, Cell>([
        ...fields,
        ...(time === undefined ? [] : [['date', time] as const]),
        ...(name === '' ? [] : [['product name', name] as const]),
        ...(currency === undefined ? [] : [['currency', currency] as const]),
        ...own,
      ]),
    };
  }
}

/** Whether a name says what its number is a price of, or when, or in what money. */
const isOfMore = (next: Place, place: Place): boolean =>
  next.times.length > place.times.length ||
  next.currency !== place.currency ||
  (next.isNamed && next.words.length > place.words.length);
