/** A period of calendar days, and those that a calendar has: ISO weeks, months, quarters, halves, years. */
import { addDays, dayInWords, isDate } from './days.ts';

export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year' | 'span';

export interface Period {
  /** ISO dates, both included. */
  readonly from: string;
  readonly to: string;
  /** "Q2 2026", "15 May 2026", "the last 30 days", "since 1 Sep". */
  readonly label: string;
  readonly grain: Grain;
  /** Of the grain `year`: which years, an open end left out. */
  readonly years?: YearSpan;
}

/** Without `from` all years before; without `to` all since. */
export interface YearSpan {
  readonly from?: number;
  readonly to?: number;
}

const pad = (number: number) => String(number).padStart(2, '0');
const iso = (year: number, month: number, day: number) => `${year}-${pad(month)}-${pad(day)}`;
const QUARTER = 3;
const HALF = 6;

/** @example spanInWords('2026-11-23', '2026-11-27') // "23 to 27 Nov 2026" */
export function spanInWords(from: string, to: string): string {
  if (from === to) return dayInWords(from);
  const [start, end] = [dayInWords(from), dayInWords(to)];
  if (from.slice(0, 7) === to.slice(0, 7)) return `${start.split(' ')[0]} to ${end}`;
  return from.slice(0, 4) === to.slice(0, 4) ? `${dayInWords(from, to)} to ${end}` : `${start} to ${end}`;
}

export const dayPeriod = (date: string): Period => ({
  from: date,
  to: date,
  label: dayInWords(date),
  grain: 'day',
});

/** `undefined` for a day that does not exist. @param month From 1. */
export function dayOf(year: number, month: number, day: number): Period | undefined {
  const date = iso(year, month, day);
  return isDate(date) ? dayPeriod(date) : undefined;
}

/** So many months from a month on, ends included. */
function monthsFrom(year: number, month: number, count: number): Pick<Period, 'from' | 'to'> {
  const next = year * 12 + month - 1 + count;
  const after = iso(Math.floor(next / 12), (next % 12) + 1, 1);
  return { from: iso(year, month, 1), to: addDays(after, -1) };
}

export function monthOf(year: number, month: number): Period | undefined {
  if (month < 1 || month > 12) return undefined;
  const days = monthsFrom(year, month, 1);
  return { ...days, label: dayInWords(days.from).replace(/^1 /, ''), grain: 'month' };
}

export function quarterOf(year: number, quarter: number): Period | undefined {
  if (quarter < 1 || quarter > 4) return undefined;
  const days = monthsFrom(year, (quarter - 1) * QUARTER + 1, QUARTER);
  return { ...days, label: `Q${quarter} ${year}`, grain: 'quarter' };
}

export function halfOf(year: number, half: number): Period | undefined {
  if (half < 1 || half > 2) return undefined;
  return { ...monthsFrom(year, (half - 1) * HALF + 1, HALF), label: `H${half} ${year}`, grain: 'half' };
}

export const yearOf = (year: number): Period => ({
  from: iso(year, 1, 1),
  to: iso(year, 12, 31),
  label: String(year),
  grain: 'year',
  years: { from: year, to: year },
});

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/** The Monday of a day's week. */
export const mondayOf = (date: string): string => addDays(date, 1 - weekdayOf(date));

/** An ISO week, Monday to Sunday: week 1 has the year's 4 January. */
export function weekOf(year: number, week: number): Period | undefined {
  const from = addDays(mondayOf(iso(year, 1, 4)), (week - 1) * 7);
  // A week belongs to the year that has its Thursday.
  if (week < 1 || addDays(from, 3).slice(0, 4) !== String(year)) return undefined;
  const to = addDays(from, 6);
  return { from, to, label: `week ${week} of ${year}, ${spanInWords(from, to)}`, grain: 'week' };
}

/** The period before or after one that a calendar has. @param steps -1 for the one before. */
export function stepFrom({ from, grain }: Pick<Period, 'from' | 'grain'>, steps: number): Period | undefined {
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7)) - 1];
  const counted = (size: number) => {
    const at = Math.floor((year * 12 + month) / size) + steps;
    return [Math.floor((at * size) / 12), at % (12 / size)] as const;
  };
  if (grain === 'year') return yearOf(year + steps);
  if (grain === 'week') {
    const start = addDays(mondayOf(from), steps * 7);
    const to = addDays(start, 6);
    return { from: start, to, label: spanInWords(start, to), grain };
  }
  if (grain === 'day' || grain === 'span') return undefined;
  const size = grain === 'month' ? 1 : grain === 'quarter' ? QUARTER : HALF;
  const [of, at] = counted(size);
  const make = grain === 'month' ? monthOf : grain === 'quarter' ? quarterOf : halfOf;
  return make(of, at + 1);
}

/** Before all figures: where "until May" begins. */
export const BEGINNING = '1900-01-01';

/** The years that a period has a part in. */
export function yearsOf({ years, from, to }: Omit<Period, 'label' | 'grain'>): YearSpan {
  if (years !== undefined) return years;
  const last = Number(to.slice(0, 4));
  return from === BEGINNING ? { to: last } : { from: Number(from.slice(0, 4)), to: last };
}

/** The length that a word names: "yr", "Quarters". @returns lower case, without a plural's "s" */
export function unitNamed(word: string): string {
  const unit = word.toLowerCase().replace(/s$/, '');
  return unit === 'yr' ? 'year' : unit;
}

/** The calendar's period that an ISO prefix names: "2024", "2026-06", "2026-11-20". */
export function periodNamed(at: string): Period | undefined {
  if (at.length === 4) return yearOf(Number(at));
  return at.length === 7 ? monthOf(Number(at.slice(0, 4)), Number(at.slice(5))) : dayPeriod(at);
}

/** The calendar's period of a grain that has a day in it. */
export function periodAround(date: string, grain: string): Period | undefined {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  if (grain === 'month') return monthOf(year, month);
  if (grain === 'quarter') return quarterOf(year, Math.ceil(month / 3));
  if (grain === 'year') return yearOf(year);
  return grain === 'week' ? stepFrom({ from: date, grain }, 0) : undefined;
}
