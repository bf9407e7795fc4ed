/** Numbers beside prices, by their values: middles of ranges and serial numbers below "Sr" are none, and what is bid is the other end of what is asked. */
import { mayBeOtherGood } from '#src/domain/reading/quotes/other-goods.ts';
import { readNumber, settled } from '#src/domain/measure/numbers/numbers.ts';
import { isPriceField, type TableSettings } from '../layout.ts';
import type { TimedColumn } from './price-groups.ts';

const RANGE = /\d\s?(?:[-–—~～]|to|bis|至)\s?[^\d\s]{0,3}\s?\d/iu;
/** How much of a column must be ranges. */
const MOSTLY = 0.6;

/** The only number beside a column of ranges is their middle, whatever it is called. */
export function withoutMiddles(
  columns: readonly TimedColumn[],
  texts: (at: number) => readonly string[],
): readonly TimedColumn[] {
  const ofPrice = columns.filter(({ role, why }) => role === 'price' && why === undefined);
  const areRanges = ({ at }: TimedColumn) => {
    const all = texts(at);
    return all.length > 0 && all.filter((text) => RANGE.test(text)).length >= all.length * MOSTLY;
  };
  const middles = (column: TimedColumn) =>
    ofPrice.some(
      (other) =>
        other !== column &&
        areRanges(other) &&
        !areRanges(column) &&
        JSON.stringify({ ...other.own, unit: '' }) === JSON.stringify({ ...column.own, unit: '' }),
    );
  return columns.map((column) =>
    ofPrice.includes(column) && middles(column)
      ? { ...column, role: undefined, why: 'it is the middle of the range beside it' }
      : column,
  );
}

/** A symbol over numbers, where each row names its own metal, names none: "Sr" over 1, 2, 3 is no strontium. */
export function withoutSymbols(
  columns: readonly TimedColumn[],
  isNames: (at: number) => boolean,
): readonly TimedColumn[] {
  if (!columns.some(({ role, at }) => role === 'metal' && isNames(at))) return columns;
  return columns.map((column) =>
    isPriceField(column.role) &&
    column.isCalled !== true &&
    column.own['metal'] !== undefined &&
    column.own['unit'] === undefined &&
    column.heading.length < 3
      ? { ...column, role: undefined, why: 'each row names its own metal' }
      : column,
  );
}

/** A letter that tells columns apart: "Value B" beside "Value A". */
const LETTERED = /^(\p{L}{3,20})[ _-]\(?([A-Z])\)?$/u;

/**
 * Without the metal that such a letter would be, where each row names its own metal, or where the same word has letters that are none:
 * whoever chooses what the column is wants a price of the row's metal.
 */
export function withoutLetters(
  columns: readonly TimedColumn[],
  isNames: (at: number) => boolean,
  chosen: TableSettings['chosen'],
): readonly TimedColumn[] {
  const isOfRows = columns.some(({ role, at }) => role === 'metal' && isNames(at));
  const counted = new Set(
    columns.flatMap(({ heading, own }) =>
      own['metal'] === undefined ? [LETTERED.exec(heading)?.[1]?.toLowerCase()] : [],
    ),
  );
  return columns.map((column): TimedColumn => {
    const [, word = '', letter = ''] = LETTERED.exec(column.heading) ?? [];
    const { metal, form: _, ...own } = column.own;
    if (metal === undefined || word === '' || !(isOfRows || counted.has(word.toLowerCase()))) return column;
    return chosen?.[String(column.at)] === undefined
      ? { ...column, own, role: undefined, why: `“${letter}” is not known here` }
      : { ...column, own };
  });
}

/** The price of another day is no end of this day's. */
const OF_OTHER_TIME =
  /day|week|month|year|ago|gestern|vor(?:tag|woche|monat)|hier|ieri|ayer|ontem|wczoraj|gisteren|вчера|dün|昨|前|上[周月]|전[일주월]|어제/iu;

/** As a share of what is asked, the least that is bid for the same. */
const LEAST_BID = 0.5;

const valueOf = (text: string): number | undefined => settled(readNumber(text))?.value;

/**
 * What a column of unknown words has that stands beside one of what is asked, or bid, in the same unit: where each of its numbers is a
 * little less, or more, it is the other end.
 * @param rows Of two columns the texts of the rows that have both.
 */
export function withOtherEnd(
  columns: readonly TimedColumn[],
  rows: (one: number, other: number) => readonly (readonly [string, string])[],
): readonly TimedColumn[] {
  const ends = columns.filter(({ role, why }) => isPriceField(role) && why === undefined);
  const [only] = ends;
  if (only === undefined || ends.length > 1 || (only.role !== 'low' && only.role !== 'high')) return columns;
  const isLess = only.role === 'high';
  const fits = (column: TimedColumn): boolean => {
    if (column.role !== undefined || column.time !== undefined || Math.abs(column.at - only.at) !== 1)
      return false;
    if (column.why?.endsWith('not known here') !== true) return false;
    if (OF_OTHER_TIME.test(column.heading) || mayBeOtherGood(column.heading)) return false;
    if ((column.own['unit'] ?? only.own['unit']) !== (only.own['unit'] ?? column.own['unit'])) return false;
    const pairs = rows(only.at, column.at).map(([end, other]) => [valueOf(end), valueOf(other)] as const);
    return (
      pairs.length > 1 &&
      pairs.every(([end, other]) => {
        if (end === undefined || other === undefined) return false;
        const [low, high] = isLess ? [other, end] : [end, other];
        return low <= high && low >= high * LEAST_BID;
      })
    );
  };
  const [other, ...more] = columns.filter(fits);
  return other === undefined || more.length > 0
    ? columns
    : columns.map((column) =>
        column === other
          ? { ...column, role: isLess ? 'low' : 'high', field: isLess ? 'low' : 'high', why: undefined }
          : column,
      );
}
