/** Years as days. What has yearly figures is answered by these; what has quotes alone, by its quotes of the years. */
import { monthsBefore } from './dates.ts';
import { lastMonths, type Window } from './statistics.ts';

const COUNTED =
  /\b(?:last|past|in|over|for)\s+(?:the\s+)?(?:last\s+|past\s+)?(\d{1,2}|two|three|five|ten)\s*-?\s*years?\b/i;
const A_YEAR = /\b(?:over|in|within|during|for)\s+(?:the\s+(?:last|past)|a|one|1)\s+year\b|\bhistory\b/i;
const SPAN = /\b(20\d\d)\s*(?:-|–|to|until)\s*(20\d\d)\b/i;
const SINCE = /\b(?:since|from)\s+(20\d\d)\b/i;
const ONE = /\b(20\d\d)\b/;
const SMALL: Readonly<Record<string, number>> = { two: 2, three: 3, five: 5, ten: 10 };
const MOST_YEARS = 10;

/**
 * The days of the years that a text names, up to today; `undefined` where it names none, or years to come.
 * @param today ISO date
 * @example readYears('last 2 years', '2026-11-24')?.from // "2024-11-25"
 */
export function readYears(text: string, today: string): Window | undefined {
  const count = COUNTED.exec(text)?.[1]?.toLowerCase();
  if (count !== undefined) {
    const years = SMALL[count] ?? Number(count);
    if (years === 0 || years > MOST_YEARS) return undefined;
    return { ...lastMonths(today, years * 12), label: `the last ${years === 1 ? 'year' : `${years} years`}` };
  }
  if (A_YEAR.test(text)) return lastMonths(today, 12);
  const thisYear = today.slice(0, 4);
  if (/\bthis year\b/i.test(text)) return yearsFrom(thisYear, thisYear, today);
  if (/\blast year\b/i.test(text)) {
    const before = monthsBefore(today, 12).slice(0, 4);
    return yearsFrom(before, before, today);
  }
  const [, first, last] = SPAN.exec(text) ?? [];
  if (first !== undefined && last !== undefined) return yearsFrom(first, last, today);
  const since = SINCE.exec(text)?.[1];
  if (since !== undefined) return yearsFrom(since, thisYear, today);
  const one = ONE.exec(text)?.[1];
  return one === undefined ? undefined : yearsFrom(one, one, today);
}

function yearsFrom(first: string, last: string, today: string): Window | undefined {
  const [from, end] = [`${first}-01-01`, `${last}-12-31`];
  if (from > today || from > end) return undefined;
  return { from, to: end < today ? end : today, label: first === last ? first : `${first} to ${last}` };
}
