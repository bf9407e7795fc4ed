/** The week that a line of text is of, by its number or from its first day to its last: "week 47, 2026", "16/11/2026 a 20/11/2026". */
import { addDays } from '#src/domain/measure/days.ts';
import { periodAround } from '#src/domain/measure/period.ts';
import { withEnglishMonths } from '#src/domain/reading/times/month-names.ts';
import { readPeriodCell } from '#src/domain/reading/times/read-period.ts';
import { timeIn } from '../cell-kinds.ts';
import { DATE_IN, MADE } from './title-times.ts';

const JOINT =
  /^\s{0,2}(?:[-–—~～]|to|till|until|through|bis(?: zum)?|a|al|au|à|até(?: a)?|do|до|по|至|到|から)\s{0,2}$/iu;
/** "16 au 20 novembre 2026", "16.-20.11.2026": the last day has the month and the year of both. */
const SHORT =
  /(?<![\d./-])(\d{1,2})\.?\s{0,2}(?:[-–—~]|to|bis(?: zum)?|a|al|au|à|do|до|по|至|到)\s{0,2}(?=\d{1,2}(?:\.|st|nd|rd|th)?\s?(?:de |of )?(?:\p{L}{3,12}|\d{1,2})[\s.,/])/iu;
const NUMBERED =
  /(?<!\p{L})(?:week|wk|kw|woche|semaine|semana|settimana|hafta|неделя|tydzień|vecka|uge)\.?\s?(?:n[or°º]\.?\s?)?\d{1,2}(?:,|\s?[/-]|\sof|\sde)?\s?20\d\d|20\d\d年第\d{1,2}[周週]/giu;

function dayIn(words: string, today: string): string | undefined {
  for (const order of ['dmy', 'mdy'] as const) {
    const read = readPeriodCell(words, today, { order, shortMonths: true });
    if (read.ok && read.period.grain === 'day') return read.period.from;
  }
  return undefined;
}

/** The first and the last day of a line that says both; `undefined` of any other. */
export function daysBetween(line: string, today: string): readonly [string, string] | undefined {
  const text = withEnglishMonths(line);
  const found = [...text.matchAll(DATE_IN)];
  const dayOf = (words: string) => dayIn(words, today);
  for (const [i, { 0: last, index }] of found.entries()) {
    const to = dayOf(last);
    if (to === undefined || MADE.test(text.slice(0, index))) continue;
    const before = found[i - 1];
    if (before !== undefined) {
      const from = dayOf(before[0]);
      const between = text.slice(before.index + before[0].length, index);
      if (from !== undefined && JOINT.test(between) && from < to) return [from, to];
    }
    const [, day = ''] = SHORT.exec(text.slice(Math.max(0, index - 12), index + last.length)) ?? [];
    const from = `${to.slice(0, 8)}${day.padStart(2, '0')}`;
    if (day !== '' && from < to) return [from, to];
  }
  return undefined;
}

/** The Monday of the one week that a line is of. */
export function weekIn(line: string, today: string): string | undefined {
  const days = daysBetween(line, today);
  if (days !== undefined) {
    const [from, to] = days;
    const monday = periodAround(from, 'week')?.from;
    return monday !== undefined && to <= addDays(monday, 6) ? monday : undefined;
  }
  const numbered = new Set(
    (line.match(NUMBERED) ?? []).flatMap((text) => {
      const time = timeIn(text.replace(/(?<=\d),? (?:of|de) (?=20)/iu, ' '), today);
      return time?.grain === 'week' ? [time.from] : [];
    }),
  );
  const [monday] = numbered;
  return numbered.size === 1 ? monday : undefined;
}
