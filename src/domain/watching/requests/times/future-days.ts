/** Days that are to come, as people name them: "Friday", "January", "tomorrow", "the end of next month", "Easter". */
import {
  addDays,
  daysBetween,
  MONTH_WORD,
  monthNumber,
  monthsBefore,
  weekdayNumber,
} from '#src/domain/measure/days.ts';
import { smallNumberOf } from '#src/domain/measure/numbers/number-words.ts';
import { dayOf, weekdayOf } from '#src/domain/measure/period.ts';
import { readWhen } from '#src/domain/measure/times/when.ts';
import { FEAST_NAMES, feastDay } from '#src/domain/watching/calendar/holidays.ts';

export const WEEKDAY = String.raw`(?:mon(?:days?)?|tue(?:s(?:days?)?)?|wed(?:s|nesdays?|nsdays?)?|thu(?:rs?(?:days?)?)?|fri(?:days?)?|sat(?:ur)?(?:days?)?|sun(?:days?)?)(?!\p{L})`;
const NUMBER_WORDS =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|twenty-four|thirty|forty|forty-eight|sixty|ninety';
export const COUNT = `(?:\\d{1,4}|an?|${NUMBER_WORDS}|a couple of|a few)`;
export const DATE = String.raw`(?:\d{4}-\d{1,2}-\d{1,2}|(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?\.?\s+(?:of\s+)?${MONTH_WORD}(?:,?\s+\d{4})?|${MONTH_WORD}\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+\d{4})?|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2}))`;
const ONE_WEEKDAY = new RegExp(`^(?:(next|this|coming)\\s+)?(${WEEKDAY})$`, 'u');
const ONE_MONTH = new RegExp(`^(?:(?:next|this)\\s+)?(${MONTH_WORD})(?:\\s+(\\d{4}))?$`, 'u');
const FEAST = `(?:${FEAST_NAMES.toSorted((a, b) => b.length - a.length).join('|')})(?![\\p{L}-])`;
/** A day, or the beginning or end of a stretch, that is to come. */
export const FUTURE = String.raw`(?:${FEAST}|${DATE}|(?:(?:next|this|coming)\s+)?${WEEKDAY}|tomorrow|today|tonight|(?:the\s+)?day after tomorrow|(?:the\s+)?(?:end|start|beginning)\s+of\s+(?:the\s+|this\s+|next\s+)?(?:week|month|quarter|year|${MONTH_WORD})|(?:next|this|the new|new)\s+(?:week|month|quarter|year)|year(?:'s)?[\s-]end|christmas|new year(?:'s(?: eve| day)?)?|(?:(?:next|this)\s+)?${MONTH_WORD}(?:\s+\d{4})?|the\s+\d{1,2}(?:st|nd|rd|th))`;

/** @example countOf('two') // 2 */
export function countOf(word: string): number {
  if (/^\d/.test(word)) return Number(word);
  if (/^an?$/.test(word)) return 1;
  if (word === 'third') return 3;
  if (word === 'fourth') return 4;
  if (word === 'sixth') return 6;
  return (
    word
      .replace(/^a (couple|few).*/, '$1')
      .split('-')
      .reduce((sum, part) => sum + (smallNumberOf(part) ?? 0), 0) || 1
  );
}

/** The next such weekday after a day. */
function nextWeekday(name: string, today: string): string {
  return addDays(today, (weekdayNumber(name) - weekdayOf(today) + 7) % 7 || 7);
}

/**
 * The day that words name, seen from today; of a month, week or year its first day or, for `which: 'last'`, its last.
 * @example futureDay('January', '2026-11-23', 'first') // "2027-01-01"
 */
export function futureDay(text: string, today: string, which: 'first' | 'last'): string | undefined {
  const feast = feastDay(text.trim(), today);
  if (feast !== undefined) return feast;
  const words = text.trim().replace(/^the\s+/u, '');
  if (words === 'today' || words === 'tonight') return today;
  if (words === 'tomorrow') return addDays(today, 1);
  if (words === 'day after tomorrow') return addDays(today, 2);
  const year = Number(today.slice(0, 4));
  if (words.startsWith('christmas')) return yearly(year, 12, which === 'last' ? 24 : 25, today);
  if (words.startsWith('new year') && words !== 'new year') return `${year + 1}-01-01`;
  const edge = /^(end|start|beginning)\s+of\s+(.*)$/u.exec(words);
  if (edge !== null)
    return (
      futureDay(edge[2] ?? '', today, edge[1] === 'end' ? 'last' : 'first') ??
      stretchEdge(edge[2] ?? '', today, edge[1] === 'end')
    );
  if (words.startsWith('year')) return words === 'year' ? undefined : `${year}-12-31`;
  const weekday = ONE_WEEKDAY.exec(words);
  if (weekday !== null) return nextWeekday(weekday[2] ?? '', today);
  const month = ONE_MONTH.exec(words);
  if (month !== null) {
    const number = monthNumber(month[1]);
    const of =
      month[2] === undefined ? year + (number < Number(today.slice(5, 7)) ? 1 : 0) : Number(month[2]);
    const first = dayOf(of, number, 1)?.from;
    return first === undefined || which === 'first' ? first : addDays(monthsBefore(first, -1), -1);
  }
  const alone = /^(\d{1,2})(?:st|nd|rd|th)$/u.exec(words)?.[1];
  if (alone !== undefined) return nextOfMonth(Number(alone), today);
  const stretch = /^(?:(next|this|the new|new)\s+)?(week|month|quarter|year)$/u.exec(words);
  if (stretch !== null) return stretchEdge(words, today, which === 'last');
  return dated(words.replace(/(?<=\d)\.?\s+of\s+/u, ' '), today);
}

/** The next such day of a month, "the 14th". */
function nextOfMonth(day: number, today: string): string | undefined {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return [0, 1, 2]
    .flatMap(
      (more) =>
        dayOf(year + Math.floor((month - 1 + more) / 12), ((month - 1 + more) % 12) + 1, day)?.from ?? [],
    )
    .find((date) => date > today);
}

/** The first or last day of this or the next week, month, quarter or year. */
function stretchEdge(words: string, today: string, last: boolean): string | undefined {
  const found = /^(?:(the|next|this|the new|new)\s+)?(week|month|quarter|year)$/u.exec(words);
  if (found === null) return undefined;
  const next = /^(?:next|the new|new)$/u.test(found[1] ?? '');
  const [year = 0, month = 1] = today.split('-').map(Number);
  const unit = found[2];
  if (unit === 'week') {
    const monday = addDays(today, 1 - weekdayOf(today) + (next ? 7 : 0));
    return last ? addDays(monday, 6) : monday;
  }
  const months = unit === 'month' ? 1 : unit === 'quarter' ? 3 : 12;
  const start = Math.floor((month - 1) / months) * months + (next ? months : 0);
  const first = new Date(Date.UTC(year, start, 1)).toISOString().slice(0, 10);
  return last ? addDays(monthsBefore(first, -months), -1) : first;
}

/** A date; without a year the next one. */
function dated(words: string, today: string): string | undefined {
  const [time] = readWhen(words, today);
  if (time?.kind !== 'day') return undefined;
  const { from } = time.period;
  if (from >= today || /\d{4}|[./]\d{2}$/u.test(words)) return from;
  return daysBetween(from, today) > 0 ? monthsBefore(from, -12) : from;
}

function yearly(year: number, month: number, day: number, today: string): string | undefined {
  const found = dayOf(year, month, day)?.from;
  return found !== undefined && found >= today ? found : dayOf(year + 1, month, day)?.from;
}
