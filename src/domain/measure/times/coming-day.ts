/** A day that is to come, as people name it: "Friday", "January", "tomorrow", "the end of next month", "the 14th". */
import {
  addDays,
  daysBetween,
  MONTH_WORD,
  monthNumber,
  monthsBefore,
  weekdayNumber,
} from '#src/domain/measure/days.ts';
import {
  dayOf,
  monthOf,
  periodAround,
  stepFrom,
  weekdayOf,
  type Period,
} from '#src/domain/measure/period.ts';
import { readWhen } from './when.ts';

export const WEEKDAY = String.raw`(?:mon(?:days?)?|tue(?:s(?:days?)?)?|wed(?:s|nesdays?|nsdays?)?|thu(?:rs?(?:days?)?)?|fri(?:days?)?|sat(?:ur)?(?:days?)?|sun(?:days?)?)(?!\p{L})`;
/** A day with its month. */
export const DATE = String.raw`(?:\d{4}-\d{1,2}-\d{1,2}|(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?\.?\s+(?:of\s+)?${MONTH_WORD}(?:,?\s+\d{4})?|${MONTH_WORD}\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+\d{4})?|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2}))`;
/** A day, or the beginning or end of a stretch, that is to come. */
export const COMING_DAY = String.raw`(?:${DATE}|(?:(?:next|this|coming)\s+)?${WEEKDAY}|tomorrow|today|tonight|(?:the\s+)?day after tomorrow|(?:the\s+)?(?:end|start|beginning)\s+of\s+(?:the\s+|this\s+|next\s+)?(?:week|month|quarter|year|${MONTH_WORD})|(?:next|this|the new|new)\s+(?:week|month|quarter|year)|year(?:'s)?[\s-]end|christmas|new year(?:'s(?: eve| day)?)?|(?:(?:next|this)\s+)?${MONTH_WORD}(?:\s+\d{4})?|the\s+\d{1,2}(?:st|nd|rd|th))`;

const ONE_WEEKDAY = new RegExp(`^(?:(next|this|coming)\\s+)?(${WEEKDAY})$`, 'u');
const ONE_MONTH = new RegExp(`^(?:(?:next|this)\\s+)?(${MONTH_WORD})(?:\\s+(\\d{4}))?$`, 'u');

/**
 * The day that words name, seen from today; of a month, week or year its first day or, for `which: 'last'`, its last.
 * @param today ISO date
 * @example comingDay('January', '2026-11-23', 'first') // "2027-01-01"
 */
export function comingDay(text: string, today: string, which: 'first' | 'last'): string | undefined {
  const words = text.trim().replace(/^the\s+/u, '');
  if (words === 'today' || words === 'tonight') return today;
  if (words === 'tomorrow') return addDays(today, 1);
  if (words === 'day after tomorrow') return addDays(today, 2);
  const year = Number(today.slice(0, 4));
  if (words.startsWith('christmas')) return nextOfYear(12, which === 'last' ? 24 : 25, today);
  if (words.startsWith('new year') && words !== 'new year') return `${year + 1}-01-01`;
  const [, edge, whole = ''] = /^(end|start|beginning)\s+of\s+(\S.*)$/u.exec(words) ?? [];
  if (edge !== undefined) {
    const end = edge === 'end' ? 'last' : 'first';
    return comingDay(whole, today, end) ?? edgeOf(stretch(whole, today), end);
  }
  if (words.startsWith('year')) return words === 'year' ? undefined : `${year}-12-31`;
  const weekday = ONE_WEEKDAY.exec(words)?.[2];
  if (weekday !== undefined) return nextWeekday(weekday, today);
  const [, month, ofYear] = ONE_MONTH.exec(words) ?? [];
  if (month !== undefined) {
    const number = monthNumber(month);
    const isOver = number < Number(today.slice(5, 7));
    return edgeOf(monthOf(ofYear === undefined ? year + Number(isOver) : Number(ofYear), number), which);
  }
  const alone = /^(\d{1,2})(?:st|nd|rd|th)$/u.exec(words)?.[1];
  if (alone !== undefined) return nextOfMonth(Number(alone), today);
  return edgeOf(stretch(words, today), which) ?? dated(words.replace(/(?<=\d)\.?\s+of\s+/u, ' '), today);
}

const edgeOf = (period: Period | undefined, which: 'first' | 'last'): string | undefined =>
  which === 'last' ? period?.to : period?.from;

/** The next such weekday after a day. */
const nextWeekday = (name: string, today: string): string =>
  addDays(today, (weekdayNumber(name) - weekdayOf(today) + 7) % 7 || 7);

/** The next such day of a month, "the 14th". */
function nextOfMonth(day: number, today: string): string | undefined {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return [0, 1, 2]
    .map((more) => month - 1 + more)
    .flatMap((at) => dayOf(year + Math.floor(at / 12), (at % 12) + 1, day)?.from ?? [])
    .find((date) => date > today);
}

/** The next such day of a year; today where it is that. */
function nextOfYear(month: number, day: number, today: string): string | undefined {
  const year = Number(today.slice(0, 4));
  return [year, year + 1].flatMap((of) => dayOf(of, month, day)?.from ?? []).find((date) => date >= today);
}

/** This or the next week, month, quarter or year. */
function stretch(words: string, today: string): Period | undefined {
  const found = /^(?:(?:the|this)\s+|(?<next>next|the new|new)\s+)?(?<unit>week|month|quarter|year)$/u.exec(
    words,
  );
  const current = periodAround(today, found?.groups?.['unit'] ?? '');
  return current && found?.groups?.['next'] !== undefined ? stepFrom(current, 1) : current;
}

/** A date; without a year the next one. */
function dated(words: string, today: string): string | undefined {
  const [time] = readWhen(words, today);
  if (time?.kind !== 'day') return undefined;
  const { from } = time.period;
  if (from >= today || /\d{4}|[./]\d{2}$/u.test(words)) return from;
  return daysBetween(from, today) > 0 ? monthsBefore(from, -12) : from;
}
