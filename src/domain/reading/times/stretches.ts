/** Years without a number of their own: "last 3 years", "the year before", and numbers that are no year. */
import { smallNumber } from '#src/domain/reading/amounts/numbers.ts';
import { isFree, take, wordAt, type Reading } from '#src/domain/reading/reading.ts';

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What a span without one of its ends reaches to. */
export interface Horizon {
  readonly thisYear: number;
  /** First and last year that the data has. */
  readonly first: number;
  readonly last: number;
}

export const RECENT = new Set(['last', 'past', 'previous', 'recent', 'preceding']);
const COMING = new Set(['next', 'coming', 'upcoming', 'following']);
const WHOLE = new Set(['complete', 'full', 'whole', 'entire', 'calendar', 'finished']);
const YEARS = /^(?:years|yrs|year|yr)$/u;

/** "last 3 years", "past couple of years", "recent years", "next two years", "last 2 complete years", "last decade". */
export function stretchAt(
  reading: Reading,
  at: number,
  { thisYear }: Horizon,
): { readonly span: Span; readonly next: number } | undefined {
  const word = wordAt(reading, at);
  const back = RECENT.has(word);
  if ((!back && !COMING.has(word)) || !isFree(reading, at)) return undefined;
  let next = at + 1;
  let whole = false;
  const skipWhole = () => {
    if (!WHOLE.has(wordAt(reading, next))) return;
    whole = true;
    next += 1;
  };
  skipWhole();
  const number = smallNumber(reading.tokens[next]);
  if (number !== undefined && Number.isInteger(number)) next += 1;
  if (wordAt(reading, next) === 'of') next += 1;
  skipWhole();
  const unit = wordAt(reading, next);
  if (unit === 'decade') {
    return {
      span: back ? { from: thisYear - 10, to: thisYear } : { from: thisYear, to: thisYear + 10 },
      next: next + 1,
    };
  }
  // "last year" is one year; "recent years" and "the last years" are a few.
  const plural = unit === 'years' || unit === 'yrs';
  if (!YEARS.test(unit) || (number === undefined && !plural)) return undefined;
  const count = Math.min(number ?? 3, 500);
  const end = whole ? thisYear - 1 : thisYear;
  const from = whole ? end - Math.max(count - 1, 0) : end - count;
  return { span: back ? { from, to: end } : { from: thisYear, to: thisYear + count }, next: next + 1 };
}

/** "2024 and the year before": the neighbours of the one year named. */
export function neighbours(reading: Reading, years: ReadonlySet<number>): readonly number[] {
  const [named] = years;
  if (years.size !== 1 || named === undefined) return [];
  for (let at = 0; at < reading.tokens.length - 1; at += 1) {
    if (!isFree(reading, at, at + 2) || !/^(?:year|yr)$/u.test(wordAt(reading, at))) continue;
    const after = wordAt(reading, at + 1);
    if (after === 'before' || after === 'earlier' || after === 'prior') {
      take(reading, at, at + 2, 'year');
      return [named - 1];
    }
    if (after === 'after' || after === 'later') {
      take(reading, at, at + 2, 'year');
      return [named + 1];
    }
  }
  return [];
}

/** "in 3000", "year 1850": meant as a year, but none that can be looked up. */
export function oddYear(reading: Reading, at: number): string | null {
  const raw = reading.tokens[at]?.raw ?? '';
  const before = wordAt(reading, at - 1);
  const pointed = before === 'in' || before === 'year' || before === 'since' || before === 'until';
  if (!/^\d{3,6}$/u.test(raw) || !pointed || !isFree(reading, at)) return null;
  take(reading, at, at + 1, 'year');
  return raw;
}
