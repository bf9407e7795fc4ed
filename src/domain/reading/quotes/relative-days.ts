/** Days that people name from today's: "last Friday", "3 days ago". And words of time that name no single day. */
import type { ReadDate } from '#src/domain/measure/read-date.ts';
import { readWhen } from '#src/domain/measure/when.ts';

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
  const [time] = readWhen(text, today);
  if (time?.kind === 'now') return { ok: true, date: today };
  return time?.kind === 'day' ? { ok: true, date: time.period.from } : undefined;
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
