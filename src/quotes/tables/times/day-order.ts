/**
 * Which of day, month and year stands where in a column of dates like "3/5/26" or "05/03/2026": only an order in which each of its dates is a
 * day that was, on its own day of the week where one stands beside it, and in which the year is the part that changes least.
 */
import { addDays, isDate } from '#src/domain/measure/days.ts';
import type { DateOrder } from '#src/domain/measure/times/read-date.ts';
import { weekdayAt } from '#src/domain/reading/times/weekdays.ts';

const SHORT = /^(\d{1,2})([-/. ])(\d{1,2})\2['’]?(\d{2})$/;
const FULL = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4})$/;
const CLOCK = /[ T]\d{1,2}:\d{2}.*$/;

type Parts = readonly [string, string, string];
type Order = DateOrder | 'ymd';
const PLACES: Readonly<Record<Order, readonly [year: 0 | 1 | 2, month: 0 | 1 | 2, day: 0 | 1 | 2]>> = {
  dmy: [2, 1, 0],
  mdy: [2, 0, 1],
  ymd: [0, 1, 2],
};
const ORDERS = ['dmy', 'mdy', 'ymd'] as const;

function partsIn(text: string): Parts | undefined {
  const plain = text.trim().replace(CLOCK, '');
  const match = SHORT.exec(plain) ?? FULL.exec(plain);
  return match === null ? undefined : [match[1] ?? '', match[3] ?? '', match[4] ?? ''];
}

function dayBy(parts: Parts, order: Order, today: string): string | undefined {
  const [year, month, day] = PLACES[order].map((at) => parts[at] ?? '');
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (month.length > 2 || day.length > 2) return undefined;
  const short = year.padStart(2, '0');
  const century = Number(short) > Number(today.slice(2, 4)) + 1 ? '19' : '20';
  const date = `${year.length === 4 ? year : `${century}${short}`}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  // Of a year in full nothing is settled by what is still to come: that may be a slip.
  return isDate(date) && (year.length === 4 || date <= addDays(today, 1)) ? date : undefined;
}

interface Dated {
  readonly text: string;
  /** From 0 for Sunday, where a cell beside it says it. */
  readonly weekday: number | undefined;
}

const inParts = (dates: readonly Dated[]) =>
  dates.flatMap(({ text, weekday }) => {
    const parts = partsIn(text);
    return parts === undefined ? [] : [{ parts, weekday }];
  });

/**
 * The one order of a column's numeric dates; `undefined` where none or several are left.
 * @param given What a setting says.
 * @param beside Dates of other columns, which one program wrote in the same order.
 */
export function orderIn(
  dates: readonly Dated[],
  today: string,
  given?: DateOrder,
  beside: readonly Dated[] = [],
): Order | undefined {
  if (given !== undefined) return given;
  const own = inParts(dates);
  const all = [...own, ...inParts(beside)];
  if (all.length === 0) return undefined;
  const able = ORDERS.flatMap((order) => {
    const days = all.flatMap(({ parts, weekday }) => {
      const day = dayBy(parts, order, today);
      return day === undefined || (weekday !== undefined && weekdayAt(day) !== weekday) ? [] : [day];
    });
    const years = new Set(all.map(({ parts }) => parts[PLACES[order][0]])).size;
    const ofOwn = days.slice(0, own.length);
    return days.length < all.length ? [] : [{ order, years, days, isSorted: areSorted(ofOwn) }];
  });
  const left = able.filter((one) => able.every((other) => other === one || isPlainer(one, other, today)));
  return left.length === 1 ? left[0]?.order : undefined;
}

/** Days that stand in their order by chance are hardly so many. */
const FEWEST_SORTED = 5;

const areSorted = (days: readonly string[]): boolean =>
  new Set(days).size >= FEWEST_SORTED &&
  [days, days.toReversed()].some((way) => way.every((day, i) => i === 0 || (way[i - 1] ?? '') <= day));

/** So few days may be of as many years, where these are the last ones. */
const FEW = 3;
/** Days that are no further apart stand in a table of days or weeks. */
const NEAR_DAYS = 10;

/** Whether days may be of the last years as well as not: "24-08-26" and "25-09-26". */
function areFewOfLate(days: readonly string[], today: string): boolean {
  const all = new Set(days);
  const from = String(Number(today.slice(0, 4)) - FEW);
  return all.size <= FEW && [...all].every((day) => day >= from);
}

const areNear = (days: readonly string[]): boolean =>
  [...new Set(days)]
    .toSorted()
    .every((day, i, all) => i === 0 || day <= addDays(all[i - 1] ?? day, NEAR_DAYS));

interface Able {
  readonly days: readonly string[];
  readonly years: number;
  readonly isSorted: boolean;
}

/**
 * A year changes least of the three: in "05/03/26, 06/03/26" it is no 5 and 6. Of purchases over some years each part changes much alike,
 * so a little less says nothing, unless the rows stand in the order of their days; nor do a few days far apart: in "24-08-26, 25-09-26" it
 * may be 24 and 25.
 */
function isPlainer(one: Able, other: Able, today: string): boolean {
  if (one.isSorted !== other.isSorted) return one.isSorted && one.years <= other.years;
  return one.years * 2 <= other.years && (areNear(one.days) || !areFewOfLate(other.days, today));
}

/** A date of such a column that has two digits of its year with it first and in full; other texts as they are. */
export function inOrder(text: string, order: Order | undefined, today: string): string {
  const parts = order === undefined || FULL.test(text.trim()) ? undefined : partsIn(text);
  return (parts === undefined || order === undefined ? undefined : dayBy(parts, order, today)) ?? text;
}

/** Rows in which other dates are looked for. */
const LOOKED_AT = 200;

/** All numeric dates of a table's first rows, whatever they are of: one program wrote them all in one order. */
export const datesBeside = (
  rows: readonly { readonly cells: readonly (string | number)[] }[],
): readonly Dated[] =>
  rows
    .slice(0, LOOKED_AT)
    .flatMap(({ cells }) =>
      cells.flatMap((cell) =>
        typeof cell === 'string' && partsIn(cell) !== undefined ? [{ text: cell, weekday: undefined }] : [],
      ),
    );
