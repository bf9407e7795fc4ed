/** The average of each week, month or quarter of a history of quotes. */
import type { Line, Part } from '#src/domain/answer.ts';
import { dayInWords } from '#src/domain/measure/days.ts';
import { periodAround, type Grain, type Period } from '#src/domain/measure/period.ts';
import { basisInWords, quantityOf, type ReadQuote } from '#src/domain/series/quote.ts';
import { summarise, type Window } from '#src/domain/series/statistics.ts';
import { makePart } from '#src/domain/topics/topic.ts';
import type { QuotedSeries } from '#src/domain/series/quoted-series.ts';
import { capital, newestLine, stepLines } from './quote-words.ts';

const NAMES: Partial<Record<Grain, string>> = { week: 'weekly', month: 'monthly', quarter: 'quarterly' };
/** Rows that are shown: the newest ones. */
const MOST_ROWS = 30;

/** @param inside The quotes of the window, ascending; at least one. */
export function eachPart(
  chosen: QuotedSeries,
  inside: readonly [ReadQuote, ...ReadQuote[]],
  window: Window,
  grain: Grain,
): Part {
  const groups = Map.groupBy(inside, ({ date }) => periodAround(date, grain)?.from ?? date);
  const rows = [...groups.values()].flatMap((quotes) => {
    const [last, summary] = [quotes.at(-1), summarise(quotes)];
    const period = last && periodAround(last.date, grain);
    return period && summary ? [{ period, days: summary.days, quote: averageOf(last, summary.average) }] : [];
  });
  const shown = rows.slice(-MOST_ROWS);
  const newest = shown.at(-1);
  const said = (period: Period) =>
    period.to >= window.to && window.to < period.to ? `${period.label} so far` : period.label;
  return makePart('price', {
    headline: [
      {
        strong: [
          `${chosen.name}, ${NAMES[grain]} averages`,
          ...(newest === undefined
            ? []
            : [`: ${said(newest.period)} `, { quantity: quantityOf(newest.quote) }]),
        ],
      },
    ],
    body: [newestLine(chosen), ...stepLines(chosen), [`${capital(basisInWords(chosen.shown))}.`]],
    table: {
      columns: ['', 'Average', 'Days with a quote'],
      rows: shown.map(({ period, quote, days }): readonly Line[] => [
        [said(period)],
        [{ quantity: quantityOf(quote) }],
        [String(days)],
      ]),
    },
    cautions:
      rows.length > shown.length
        ? [
            [
              `Shown since ${dayInWords(shown[0]?.period.from ?? window.from)}: there are ${rows.length} in all.`,
            ],
          ]
        : [],
  });
}

const averageOf = (quote: ReadQuote, range: ReadQuote['range']): ReadQuote => ({
  ...quote,
  range,
  printed: undefined,
  estimated: false,
});
