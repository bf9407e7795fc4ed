/** At which rates figures were put into another currency, in words: the rate, its time and its source. */
import type { Line } from '#src/domain/answer.ts';
import type { Citation } from '#src/domain/series/metal.ts';
import type { PeriodRates, RateUsed } from '#src/domain/series/rates/period-rates.ts';
import { listInWords, ratesOf } from '#src/domain/topics/topic.ts';

/** Rates that are said one by one. */
const MOST_RATES = 6;

/** The rates that cited figures were converted at, each once, by their time. */
export const ratesUsed = (citations: readonly Citation[]): readonly RateUsed[] =>
  ratesOf(citations).toSorted((a, b) => a.period.localeCompare(b.period));

/** "Converted, and not what the source prints: at 1.0820 USD a EUR, the average of 2024 (Federal Reserve)." */
export function rateLines(used: readonly RateUsed[], { source: { publisher } }: PeriodRates): Line[] {
  const [first, last] = [used[0], used.at(-1)];
  if (first === undefined || last === undefined) return [];
  const how =
    used.length === 1
      ? `at ${first.said}, the average of ${first.of}`
      : `each at the average rate of its own time: ${list(used)}`;
  return [[`Converted, and not what the source prints: ${how} (${publisher}).`]];
}

/** "1.1830 USD a EUR in 2021 and 1.0820 USD a EUR in 2024". */
function list(used: readonly RateUsed[]): string {
  const many = used.length > MOST_RATES;
  const shown = many ? [used[0], used.at(-1)].filter((one) => one !== undefined) : used;
  const said = shown.map(({ said: rate, of }) => `${rate} in ${of}`);
  return many ? `from ${said.join(' to ')}` : listInWords(said);
}

/** The source of the rates, as it is cited. */
export const citeRates = ({ source: { publisher, title, edition, dated, url } }: PeriodRates): Citation => ({
  id: 'exchange-rates',
  source: { publisher, title, edition, dated, url },
  section: 'averages',
});
