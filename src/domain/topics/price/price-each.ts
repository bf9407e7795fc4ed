/** The average of each week, month or quarter of a history of prices. */
import type { Line, Part } from '#src/domain/answer.ts';
import { dayInWords } from '#src/domain/measure/days.ts';
import { periodAround, periodNamed, type Grain, type Period } from '#src/domain/measure/period.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import type { Series } from '#src/domain/series/series.ts';
import { summarise, type Window } from '#src/domain/series/statistics.ts';
import { makePart, show } from '#src/domain/topics/topic.ts';
import { basisLine, countedHead, newestLine, stepLines } from './price-words.ts';

const NAMES: Partial<Record<Grain, string>> = { week: 'weekly', month: 'monthly', quarter: 'quarterly' };
/** Rows that are shown: the newest ones. */
const MOST_ROWS = 30;

/** @param inside The figures of the window, ascending; at least one. */
export function eachPart(
  chosen: Series,
  inside: readonly [Figure, ...Figure[]],
  window: Window,
  { every, today }: { readonly every: Grain; readonly today: string },
): Part {
  // No figure of a month is one of a week.
  const isTooFine = every === 'week' && chosen.cadence !== 'day';
  const grain = isTooFine ? 'month' : every;
  const periodOf = ({ at }: Figure) => periodAround(periodNamed(at)?.from ?? at, grain);
  const groups = Map.groupBy(inside, (figure) => periodOf(figure)?.from ?? figure.at);
  const rows = [...groups.values()].flatMap((figures) => {
    const summary = summarise(figures);
    const period = summary && periodOf(summary.average);
    return period && summary ? [{ period, summary }] : [];
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
          ...(newest === undefined ? [] : [`: ${said(newest.period)} `, show(newest.summary.average)]),
        ],
      },
    ],
    body: [newestLine(chosen, today), ...stepLines(chosen), [basisLine(chosen)]],
    table: {
      columns: ['', 'Average', countedHead(chosen)],
      rows: shown.map(({ period, summary: { average, count } }): readonly Line[] => [
        [said(period)],
        [show(average)],
        [String(count)],
      ]),
    },
    cautions: [
      ...(isTooFine ? [['The source has figures of months, none of weeks.']] : []),
      ...(rows.length > shown.length
        ? [
            [
              `Shown since ${dayInWords(shown[0]?.period.from ?? window.from)}: there are ${rows.length} in all.`,
            ],
          ]
        : []),
    ],
  });
}
