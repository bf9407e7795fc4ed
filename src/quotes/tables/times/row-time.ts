/** When a row's price is of: a day, or a longer time by its last day, and how it was taken. */
import { addDays, isoDate, shorten } from '#src/domain/measure/days.ts';
import { dayPeriod, periodAround, type Period } from '#src/domain/measure/period.ts';
import { readPeriodCell } from '#src/domain/reading/times/read-period.ts';
import { PERIODS, type QuotePeriod, type Taken } from '#src/domain/series/quote.ts';
import { epochIn, mayBeNextDay } from './epoch.ts';
import { RowFault, text, type Row, type RowSettings } from '../rows/row.ts';

/**
 * The day that a price is of, or the last of a longer time, and what it is then of.
 * @throws RowFault where it has no date, or one of several readings
 */
export function timeOf(
  row: Row,
  settings: RowSettings,
  today: string,
): { readonly date: string; readonly period?: QuotePeriod | undefined } {
  const wanted = row.period === undefined ? undefined : readPeriodWords(text(row, 'period'));
  const days = daysOf(row, settings, today);
  const span = wanted?.span ?? settings.grain ?? days.grain;
  const found = span === 'day' || days.grain !== 'day' ? days : (periodAround(days.from, span) ?? days);
  if (wanted?.span !== undefined && found.grain !== wanted.span)
    throw new RowFault(
      `its date “${shorten(text(row, 'date'))}” is a ${found.grain}, and its period says ${wanted.span}`,
    );
  if (found.grain !== 'day' && found.to > today && found.from <= today)
    throw new RowFault(
      `the ${found.grain} of “${shorten(text(row, 'date'))}” is not over: its price may still change`,
    );
  return { date: found.to, period: periodOf(found.grain, wanted?.taken) };
}

function periodOf(grain: Period['grain'], taken: Taken | undefined): QuotePeriod | undefined {
  const span = PERIODS.find((one) => one === grain);
  if (span === undefined) throw new RowFault('its date is no day, week, month, quarter or year');
  if (taken !== undefined) return `${span} ${taken}`;
  return span === 'day' ? undefined : span;
}

const SPAN_WORDS: readonly (readonly [RegExp, (typeof PERIODS)[number]])[] = [
  [/\b(?:day|daily)\b|日/i, 'day'],
  [/\b(?:week|weekly)\b|周/i, 'week'],
  [/\b(?:month|monthly)\b|月/i, 'month'],
  [/\b(?:quarter|quarterly)\b|季/i, 'quarter'],
  [/\bhalf/i, 'half'],
  [/\b(?:year|yearly|annual)\b|年/i, 'year'],
];
const TAKEN_WORDS: readonly (readonly [RegExp, Taken])[] = [
  [/\b(?:means?|averages?|avg)\b|均/i, 'mean'],
  [/\bfix(?:ing)?\b/i, 'fixing'],
  [/\bclos(?:e|ing)\b|收盘/i, 'close'],
];

/** "month mean", "daily fixing", "close". */
function readPeriodWords(words: string) {
  const span = SPAN_WORDS.find(([pattern]) => pattern.test(words))?.[1];
  const taken = TAKEN_WORDS.find(([pattern]) => pattern.test(words))?.[1];
  if (span === undefined && taken === undefined)
    throw new RowFault(`period “${shorten(words)}” is not known here: write one such as month mean`);
  return { span, taken };
}

function daysOf(row: Row, { dateOrder, shortMonths }: RowSettings, today: string): Period {
  const words = text(row, 'date');
  const counted = epochIn(words);
  const other = mayBeNextDay(counted === undefined ? words : new Date(counted).toISOString());
  if (other !== undefined) throw new RowFault(other);
  if (counted !== undefined) return dayPeriod(isoDate(counted));
  const said = { order: dateOrder, shortMonths };
  const read = readPeriodCell(words, today, said);
  if (!read.ok) throw new RowFault(read.reason);
  // What is another day when it is read in another year does not say its own: a file may be as old as it likes.
  const then = /\d{4}/.test(words) ? read : readPeriodCell(words, addDays(today, -YEAR_AND_MORE), said);
  if (then.ok && then.period.from !== read.period.from)
    throw new RowFault(`“${shorten(words)}” does not say its year: write it as 2026-11-20`);
  return read.period;
}

const YEAR_AND_MORE = 400;
