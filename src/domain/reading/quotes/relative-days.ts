/** Days that people name from today's: "last Friday", "3 days ago". And words of time that name no single day. */
import { addDays } from '#src/domain/measure/days.ts';
import type { ReadDate } from '#src/domain/measure/read-date.ts';

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const DAY = '(?:sunday|monday|tuesday|wednesday|thursday|friday|saturday)';
/** Short for a day of the week only where a word of time stands before: "sun" and "sat" are other words. */
const SHORT = '(?:sun|mon|tues?|wed|thu(?:rs?)?|fri|sat)\\b\\.?';

/** Where a day that is named from today's stands in a line. */
export const RELATIVE_DAY = new RegExp(
  `\\b(?:(?:last|this|next|past|previous)\\s+(?:${DAY}|${SHORT})|(?:on\\s+)?${DAY}|(?:the\\s+)?day before yesterday|(?:\\d{1,3}|an?|one|two|three)\\s+(?:days?|weeks?)\\s+ago|yesterday|today|tomorrow)\\b`,
  'i',
);

/**
 * The day that the words name, counted from today; `undefined` where they name none. A day of the week is the last one that
 * has begun; "last" is before today.
 * @example readRelativeDay('last Friday', '2026-11-30') // { ok: true, date: '2026-11-27' }
 */
export function readRelativeDay(text: string, today: string): ReadDate | undefined {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/^(?:on|the)\s+/, '');
  const back = daysBack(words, today);
  return back === undefined ? undefined : { ok: true, date: addDays(today, -back) };
}

function daysBack(words: string, today: string): number | undefined {
  if (words === 'today') return 0;
  if (words === 'tomorrow') return -1;
  if (words === 'yesterday') return 1;
  if (words === 'day before yesterday') return 2;
  const ago = /^(\w+)\s+(day|week)s?\s+ago$/.exec(words);
  if (ago !== null) {
    const count = { a: 1, an: 1, one: 1, two: 2, three: 3 }[ago[1] ?? ''] ?? Number(ago[1]);
    return count * (ago[2] === 'week' ? 7 : 1);
  }
  const [, which, name = ''] = /^(?:(last|this|next|past|previous)\s+)?([a-z]+)/.exec(words) ?? [];
  const day = DAYS.findIndex((full) => full.startsWith(name.slice(0, 3)));
  if (name.length < 3 || day === -1) return undefined;
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  const back = (weekday - day + 7) % 7;
  if (which === undefined) return back;
  // Of the week that begins on Monday; that may be a day to come, which no price is of.
  if (which === 'this') return ((weekday + 6) % 7) - ((day + 6) % 7);
  if (which === 'next') return back - 7;
  return back === 0 ? 7 : back;
}

/** Words of time: where one is left over, the day of a price is not known, and must not become today. */
const DAY_NUMBER = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH_NUMBER = '(?:0?[1-9]|1[0-2])';
const SHORT_DATE = `(?<![\\d./-])(?:${DAY_NUMBER}[-/]${MONTH_NUMBER}|${MONTH_NUMBER}[-/]${DAY_NUMBER}|${DAY_NUMBER}\\.${MONTH_NUMBER}\\.)(?![\\d./-])`;
const TIME_WORD = new RegExp(
  `\\b(?:(?:last|next|this|past|previous|early|mid|late|end of|beginning of)[\\s-]+(?:${DAY}|day|week|month|quarter|year|summer|winter|spring|autumn)|${DAY}|tomorrow|tonight|ago|weeks?|months?|quarters?|(?:q[1-4]|h[12])\\b|yday|eod|ytd|(?:(?:end|mid|middle|beginning|start|early|late)[\\s-]+(?:of[\\s-]+)?)?(?:jan(?:uary)?|feb(?:ruary)?|march|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b|(?:19|20)\\d\\d\\b|\\d{1,2}(?:st|nd|rd|th)\\b)[^.,;]*|${SHORT_DATE}|(?:上|下|本|昨|前)(?:周|月|天|日)`,
  'i',
);

/** The words of time that a text has left; `undefined` where it has none. @example "last week" */
export function timeWordsIn(text: string): string | undefined {
  return TIME_WORD.exec(text)?.[0].trim();
}
