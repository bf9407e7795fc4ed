/** Times that no yearly series has: months, quarters, halves, weeks, days. They are named back, never answered. */
import { smallNumber } from '#src/domain/reading/amounts/numbers.ts';
import { isFree, rawText, take, wordAt, type Reading } from '#src/domain/reading/reading.ts';

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const SHORT_MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DAYS = new Set('monday tuesday wednesday thursday friday saturday sunday'.split(' '));
const SEASONS = new Set(['spring', 'summer', 'autumn', 'winter']);
const PACES = new Set('daily weekly monthly quarterly hourly intraday ytd fortnightly'.split(' '));
const PARTS = new Set(['early', 'mid', 'late', 'earlier', 'later']);
const EDGES = new Set(['end', 'start', 'beginning', 'middle', 'close', 'turn', 'half', 'rest']);
const ORDINALS = new Set(['first', 'second', 'third', 'fourth', 'last', '1st', '2nd', '3rd', '4th']);
const SPANS: ReadonlyMap<string, number> = new Map([
  ['hour', 1 / 24],
  ['day', 1],
  ['week', 7],
  ['fortnight', 14],
  ['month', 30.44],
  ['quarter', 91.3],
]);
const POINTING = new Set([
  'last',
  'this',
  'next',
  'past',
  'previous',
  'coming',
  'current',
  'per',
  'every',
  'each',
  'prior',
]);
const BEFORE_MONTH = new Set(
  'in since until till from of last this next during for by on to and early mid late'.split(' '),
);

export interface FinerRead {
  /** As typed. */
  readonly text: string | null;
  /** The year it falls in where it says so by itself ("yesterday", "in March"); none where a year stands beside it. */
  readonly year: number | null;
}

const DAY = 86_400_000;

/** Reads the first time finer than a year. Takes its words, but leaves a year's number to be read as a year. */
export function readFinerTime(reading: Reading, now: Date): FinerRead {
  const { tokens } = reading;
  for (let at = 0; at < tokens.length; at += 1) {
    if (!isFree(reading, at)) continue;
    const found = finerAt(reading, at, now);
    if (found === undefined) continue;
    take(reading, at, found.next, 'time');
    const beside = isYear(reading, found.next) ? found.next + 1 : found.next;
    const start = isYear(reading, at - 1) && beside === found.next ? at - 1 : at;
    const standsAlone = beside === found.next && start === at;
    return { text: rawText(reading, start, beside), year: standsAlone ? found.year : (found.dated ?? null) };
  }
  return { text: null, year: null };
}

interface Found {
  readonly next: number;
  readonly year: number | null;
  /** The year inside a date in digits. */
  readonly dated?: number;
}

function finerAt(reading: Reading, at: number, now: Date): Found | undefined {
  const word = wordAt(reading, at);
  const token = reading.tokens[at];
  const thisYear = now.getFullYear();
  if (token?.date === true) {
    const digits = /\d{4}/u.exec(token.raw)?.[0] ?? `20${/\d{2}$/u.exec(token.raw)?.[0] ?? '00'}`;
    const year = Number(digits);
    return year >= 1900 && year <= 2100 ? { next: at + 1, year, dated: year } : undefined;
  }
  if (word === 'yesterday' || word === 'tomorrow' || word === 'tonight' || word === 'overnight') {
    return { next: at + 1, year: yearAfter(now, word === 'yesterday' ? -1 : word === 'tomorrow' ? 1 : 0) };
  }
  if (word === 'ytd') return { next: at + 1, year: thisYear };
  if (PACES.has(word)) return { next: at + 1, year: null };
  if (DAYS.has(word)) return { next: at + 1, year: thisYear };
  return (
    monthAt(reading, at, now) ??
    quarterAt(reading, at, thisYear) ??
    relativeAt(reading, at, now) ??
    partAt(reading, at)
  );
}

/** "March 2023", "5 May", "May 5th, 2024", "in May"; but not "prices may rise" or "mar the view". */
function monthAt(reading: Reading, at: number, now: Date): Found | undefined {
  let monthIndex = monthOf(wordAt(reading, at));
  let next = at + 1;
  let certain = false;
  if (isDayOfMonth(reading, at)) {
    const of = wordAt(reading, at + 1) === 'of' ? 1 : 0;
    monthIndex = monthOf(wordAt(reading, at + 1 + of));
    next = at + 2 + of;
    certain = true;
  }
  if (monthIndex < 0) return undefined;
  if (isDayOfMonth(reading, next)) {
    next += 1;
    certain = true;
  }
  const name = wordAt(reading, next - 1);
  const clear = MONTHS.includes(name) && name !== 'may' && name !== 'march';
  const pointed = BEFORE_MONTH.has(wordAt(reading, at - 1));
  if (!certain && !clear && !pointed && !isYear(reading, next) && !isYear(reading, at - 1)) return undefined;
  const year = now.getFullYear();
  return { next, year: monthIndex <= now.getMonth() ? year : year - 1 };
}

function monthOf(word: string): number {
  const at = MONTHS.indexOf(word);
  return at >= 0 ? at : word === 'sept' ? 8 : SHORT_MONTHS.indexOf(word);
}

function isDayOfMonth(reading: Reading, at: number): boolean {
  const word = wordAt(reading, at);
  return /^(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/u.test(word);
}

/** "Q2", "H1", "first quarter", "second half of". */
function quarterAt(reading: Reading, at: number, thisYear: number): Found | undefined {
  const word = wordAt(reading, at);
  const after = wordAt(reading, at + 1);
  const of = (next: number) =>
    wordAt(reading, next) === 'of' && isYear(reading, next + 1) ? next + 1 : next;
  if (/^(?:q[1-4]|h[12])$/u.test(word)) return { next: of(at + 1), year: thisYear };
  const glued = /^(?:q[1-4]|h[12])(\d\d)$/u.exec(word)?.[1];
  if (glued !== undefined) return { next: at + 1, year: 2000 + Number(glued), dated: 2000 + Number(glued) };
  if (ORDINALS.has(word) && (after === 'quarter' || (after === 'half' && word !== 'last'))) {
    return { next: of(at + 2), year: thisYear };
  }
  return undefined;
}

/** "last week", "this month", "3 months ago", "in 2 weeks", "last 30 days". */
function relativeAt(reading: Reading, at: number, now: Date): Found | undefined {
  const word = wordAt(reading, at);
  const sign = word === 'next' || word === 'coming' || word === 'in' ? 1 : -1;
  if (POINTING.has(word)) {
    const days = spanOf(wordAt(reading, at + 1));
    if (days !== undefined) {
      const still =
        word === 'this' || word === 'current' || word === 'per' || word === 'every' || word === 'each';
      return { next: at + 2, year: yearAfter(now, still ? 0 : sign * days) };
    }
    const part = wordAt(reading, at + 1);
    if (part === 'morning' || part === 'afternoon' || part === 'evening') {
      return { next: at + 2, year: now.getFullYear() };
    }
  }
  const counted = POINTING.has(word) || word === 'in' ? at + 1 : at;
  const count = wordAt(reading, counted) === 'a' ? 1 : smallNumber(reading.tokens[counted]);
  const days = count === undefined ? undefined : spanOf(wordAt(reading, counted + 1));
  if (count === undefined || days === undefined || count > 5000) return undefined;
  const ago = wordAt(reading, counted + 2);
  const next = ago === 'ago' || ago === 'back' || ago === 'earlier' ? counted + 3 : counted + 2;
  return { next, year: yearAfter(now, sign * count * days) };
}

function spanOf(word: string): number | undefined {
  return SPANS.get(word) ?? (word.endsWith('s') ? SPANS.get(word.slice(0, -1)) : undefined);
}

/** "mid-2023", "late 2022", "end of 2025", "summer 2024", "year-end 2024". */
function partAt(reading: Reading, at: number): Found | undefined {
  const word = wordAt(reading, at);
  if ((PARTS.has(word) || SEASONS.has(word)) && isYear(reading, at + 1)) return { next: at + 1, year: null };
  if (word === 'mid' && wordAt(reading, at + 1) === 'year') return { next: at + 2, year: null };
  if (word === 'year' && wordAt(reading, at + 1) === 'end') return { next: at + 2, year: null };
  // "the low end of 2025" is of a range.
  if (!EDGES.has(word) || /^(?:low|lower|high|higher|upper|top|bottom)$/u.test(wordAt(reading, at - 1)))
    return undefined;
  const of = wordAt(reading, at + 1) === 'of' ? at + 2 : at + 1;
  return isYear(reading, of) && (of === at + 2 || word !== 'half') ? { next: of, year: null } : undefined;
}

function isYear(reading: Reading, at: number): boolean {
  return /^(?:19|20)\d\d$/u.test(reading.tokens[at]?.raw ?? '') && isFree(reading, at);
}

function yearAfter(now: Date, days: number): number {
  const year = new Date(now.getTime() + days * DAY).getFullYear();
  return Number.isFinite(year) ? year : now.getFullYear();
}
