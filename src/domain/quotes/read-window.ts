/** Reads of which days prices are wanted: "last 30 days", "12 months", "since 1 September", "in October", "1 Sep to 15 Oct", "yesterday". */
import { addDays, dayInWords, daysBetween, MONTH_WORD, monthsBefore, readDate } from './dates.ts';
import { lastDays, lastMonths, previousMonth, sinceDate, type Window } from './statistics.ts';

const SMALL: Readonly<Record<string, number>> = {
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  nine: 9,
  ten: 10,
  twelve: 12,
};
const COUNT = String.raw`(\d{1,4}|a|one|two|three|four|five|six|nine|ten|twelve)`;
const AGO = new RegExp(String.raw`\b${COUNT}[\s-]*(day|week|month)s?\s+(?:ago|back|earlier)\b`, 'i');
const COUNTED = new RegExp(String.raw`\b${COUNT}[\s-]*(day|week|month)s?\b(?!\s+(?:ago|back|earlier))`, 'i');
const SINCE = /\b(?:since|from)\s+(?:the\s+)?([\w.,/-]+(?:\s+[\w.,]+){0,2})/i;
const IN_MONTH = new RegExp(
  String.raw`\b(?:in|for|of|during)\s+(${MONTH_WORD})(?:\s+(\d{4}))?(?!\s*\d)`,
  'i',
);
const ON = new RegExp(
  String.raw`\bon\s+(?:the\s+)?(\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?${MONTH_WORD}(?:\s+\d{4})?|${MONTH_WORD}\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+\d{4})?)`,
  'i',
);
const DAY = String.raw`\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)?\s+${MONTH_WORD}(?:\s+\d{4})?|${MONTH_WORD}\s+\d{1,2}(?:st|nd|rd|th)?(?!\d)(?:,?\s+\d{4})?|${MONTH_WORD}(?:\s+\d{4})?`;
const BETWEEN = new RegExp(String.raw`\b(${DAY})\s*(?:to|until|till|through|and|[-–—])\s*(${DAY})`, 'i');
const YEAR = /\b\d{4}\b/;
const LONGEST_DAYS = 3660;

/** The days wanted, or one day whose price is wanted (`at`). */
export type WantedDays =
  { readonly kind: 'window'; readonly window: Window } | { readonly kind: 'at'; readonly date: string };

/** `undefined` where a text names no days, or only years: those are answered by the year. */
export function readWindow(text: string, today: string): WantedDays | undefined {
  const [, from, to] = BETWEEN.exec(text) ?? [];
  if (from !== undefined && to !== undefined) return between(from, to, today);
  const ago = AGO.exec(text);
  if (ago !== null) return at(back(ago, today), today);
  const counted = COUNTED.exec(text);
  if (counted !== null) return countedWindow(counted, today);
  if (/\b(?:yesterday|overnight)\b/i.test(text)) return at(addDays(today, -1), today);
  const on = ON.exec(text)?.[1];
  if (on !== undefined) return at(dateOf(on.replace(/\s+of\s+/i, ' '), today), today);
  const since = SINCE.exec(text)?.[1];
  const start = since === undefined ? undefined : startOf(since, today);
  if (start !== undefined && start <= today) return window(sinceDate(start, today));
  return namedWindow(text, today) ?? monthWindow(text, today);
}

const window = (w: Window): WantedDays => ({ kind: 'window', window: w });

function at(date: string | undefined, today: string): WantedDays | undefined {
  return date === undefined || date > today ? undefined : { kind: 'at', date };
}

/** "1 September to 15 October": both included. A month alone is all of it; a year said once is that of both. */
function between(from: string, to: string, today: string): WantedDays | undefined {
  const last = endOf(to, today);
  if (last === undefined) return undefined;
  const year = YEAR.test(to) && !YEAR.test(from) ? ` ${last.slice(0, 4)}` : '';
  const read = startOf(`${from}${year}`, today);
  const first = read !== undefined && read > last ? monthsBefore(read, 12) : read;
  if (first === undefined || first > last || daysBetween(first, last) > LONGEST_DAYS) return undefined;
  return window({ from: first, to: last, label: `${dayInWords(first)} to ${dayInWords(last)}` });
}

/** The last of the days that a text names: of a month, its last day. */
function endOf(text: string, today: string): string | undefined {
  const day = dateOf(text, today);
  if (day !== undefined) return day;
  const first = startOf(text, today);
  return first && previousMonth(addDays(first, 40)).to;
}

function back([, count = '', unit = '']: RegExpExecArray, today: string): string | undefined {
  const number = countOf(count);
  const date =
    unit.toLowerCase() === 'month'
      ? number <= LONGEST_DAYS / 30
        ? monthsBefore(today, number)
        : undefined
      : addDays(today, -number * (unit.toLowerCase() === 'week' ? 7 : 1));
  return date !== undefined && daysBetween(date, today) <= LONGEST_DAYS ? date : undefined;
}

function countedWindow([, count = '', unit = '']: RegExpExecArray, today: string): WantedDays | undefined {
  const number = countOf(count);
  if (number === 0) return undefined;
  if (unit.toLowerCase() === 'month')
    return number > LONGEST_DAYS / 30 ? undefined : window(lastMonths(today, number));
  const days = unit.toLowerCase() === 'week' ? number * 7 : number;
  return days > LONGEST_DAYS ? undefined : window(lastDays(today, days));
}

const countOf = (word: string) => SMALL[word.toLowerCase()] ?? Number(word);

function namedWindow(text: string, today: string): WantedDays | undefined {
  if (/\b(?:last|previous|prior) month/i.test(text)) return window(previousMonth(today));
  if (/\bthis month/i.test(text)) return window(sinceDate(`${today.slice(0, 7)}-01`, today));
  if (/\bpast month/i.test(text)) return window(lastDays(today, 30));
  if (/\b(?:last|past|this) week/i.test(text)) return window(lastDays(today, 7));
  if (/\b(?:ytd|year to date)\b/i.test(text)) return window(sinceDate(`${today.slice(0, 4)}-01-01`, today));
  return undefined;
}

function monthWindow(text: string, today: string): WantedDays | undefined {
  const [, month, year] = IN_MONTH.exec(text) ?? [];
  if (month === undefined) return undefined;
  const first = dateOf(`1 ${month}${year === undefined ? '' : ` ${year}`}`, today);
  if (first === undefined || first > today) return undefined;
  // The month whose following month's first day has this one before it.
  return window(previousMonth(addDays(first, 40)));
}

/** "1 September", "2026-09-01", "September": a month alone is its first day. A year alone is no day. */
function startOf(text: string, today: string): string | undefined {
  const words = text.split(/\s+/);
  for (let length = words.length; length > 0; length -= 1) {
    const part = words.slice(0, length).join(' ').replace(/[.,]$/, '');
    const date = dateOf(part, today) ?? (/^\d/.test(part) ? undefined : dateOf(`1 ${part}`, today));
    if (date !== undefined) return date;
  }
  return undefined;
}

function dateOf(text: string, today: string): string | undefined {
  const read = readDate(text, today);
  return read.ok ? read.date : undefined;
}
