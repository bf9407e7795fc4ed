/** Days of one series whose year is a slip: "2025-11-19" between 18 and 20 November 2026, or the last year typed in the first days of a new one. */
import { addDays, daysBetween, isDate } from '#src/domain/measure/days.ts';

/** Days between prices of a month's end and those before and after it. */
const MOST_APART = 70;
/** So many prices in their order say that a table is in order. */
const IN_ORDER = 3;

interface DatedLine {
  readonly date: string;
  readonly line: number;
}

/**
 * The places of such days, each with the day that would stand in order; none where the others are in no order.
 * @param days As they stand in their table.
 */
export function yearSlips(days: readonly DatedLine[]): ReadonlyMap<number, string> {
  const slips = new Map<number, string>();
  let known: ReadonlySet<string> | undefined;
  for (const [at, one] of days.entries()) {
    const [before, after] = [days[at - 1], days[at + 1]];
    // Of nearly every table each day is in order.
    if (before !== undefined && after !== undefined && before.date <= one.date === one.date <= after.date)
      continue;
    const instead =
      before === undefined
        ? behind(one, days.slice(1, IN_ORDER + 1).toReversed())
        : after === undefined
          ? behind(one, days.slice(Math.max(0, at - IN_ORDER), at))
          : between(before, one, after);
    if (instead === undefined) continue;
    known ??= new Set(days.map(({ date }) => date));
    if (!known.has(instead)) slips.set(at, instead);
  }
  return slips.size > 0 && areInOrder(days.filter((_, at) => !slips.has(at))) ? slips : new Map();
}

const areInOrder = (days: readonly DatedLine[]): boolean =>
  [days, days.toReversed()].some((way) =>
    way.every(({ date }, i) => i === 0 || (way[i - 1]?.date ?? '') <= date),
  );

const inYear = (date: string, year: string): string | undefined => {
  const made = `${year}${date.slice(4)}`;
  return made !== date && isDate(made) ? made : undefined;
};

/** The same day in another year, where it stands between those before and after it. */
function between(before: DatedLine, one: DatedLine, after: DatedLine): string | undefined {
  const [from, to] = [before.date, after.date].toSorted();
  if (from === undefined || to === undefined || daysBetween(from, to) > MOST_APART) return undefined;
  if (new Set([before.line, one.line, after.line]).size < 3) return undefined;
  return [from, to]
    .map((date) => inYear(one.date, date.slice(0, 4)))
    .find((date) => date !== undefined && from < date && date < to);
}

/** The same of a table's last day, where those before it follow one another. */
function behind(one: DatedLine, before: readonly DatedLine[]): string | undefined {
  const last = before.at(-1);
  if (last === undefined || before.length < IN_ORDER || one.line === last.line) return undefined;
  const steps = before.slice(1).map(({ date }, i) => daysBetween(before[i]?.date ?? date, date));
  const isInOrder = steps.every((step) => step > 0 && step <= MOST_APART / 2);
  if (!isInOrder || one.date > last.date) return undefined;
  const most = addDays(last.date, Math.max(...steps) * 2 + 7);
  return [last.date, most]
    .map((date) => inYear(one.date, date.slice(0, 4)))
    .find((date) => date !== undefined && last.date < date && date <= most);
}
