/** What a history of quotes says of the days asked for: each statistic of one series, on one basis. */
import type { Line, Part, Span, Table } from '#src/domain/answer.ts';
import { addDays, dayInWords } from '#src/domain/measure/days.ts';
import { BEGINNING } from '#src/domain/measure/period.ts';
import { basisInWords, changeOfQuotes, quantityOf, type ReadQuote } from '#src/domain/series/quote.ts';
import { MOST_GAP_DAYS, ofLabel, type QuotedSeries } from '#src/domain/series/quoted-series.ts';
import {
  daysLookedAt,
  RANK_MONTHS,
  USUAL_MONTHS,
  type PriceWanted,
} from '#src/domain/reading/price-wanted.ts';
import {
  lastMonths,
  percentileOf,
  previousMonth,
  summarise,
  within,
  type Summary,
  type Window,
} from '#src/domain/series/statistics.ts';
import { comingPart, dayPart, severalPart, unreadPart } from './price-days.ts';
import { eachPart } from './price-each.ts';
import { capital, lostLines, newestHeadline, newestLine, sinceWhen, stepLines } from './quote-words.ts';
import { makePart } from '#src/domain/topics/topic.ts';

/** The first day of history that a request looks at, ISO date. */
export function historyStart(
  request: Pick<PriceWanted, 'days' | 'statistic' | 'every'>,
  today: string,
): string {
  const wanted = daysLookedAt(request, today)?.from ?? today;
  // The month before is part of every answer on days.
  const month = previousMonth(today).from;
  return wanted < month ? wanted : month;
}

/** The part that answers a question on days, or on a statistic. */
export function windowPart(
  chosen: QuotedSeries,
  { days, statistic: asked, every }: PriceWanted,
  today: string,
): Part {
  switch (days?.kind) {
    case 'at':
      return dayPart(chosen, days, today);
    case 'coming':
      return comingPart(chosen, days);
    case 'unread':
      return unreadPart(chosen, days);
    case 'several': {
      const part = severalPart(chosen, days);
      // Side by side they stand as they are; which of them is an extreme is not judged.
      const unused = asked === 'highest' || asked === 'lowest' ? [[`I did not use: ${asked}.`]] : [];
      return { ...part, cautions: [...part.cautions, ...unused] };
    }
    default:
  }
  if (asked === 'percentile') return rankPart(chosen, today);
  const window = days?.window ?? lastMonths(today, USUAL_MONTHS);
  const [first, ...more] = within(chosen.history, window);
  const summary = first && summarise([first, ...more]);
  const left = lostLines(chosen, window);
  if (first === undefined || summary === undefined) {
    const what = left.length > 0 ? 'nothing on that basis' : 'no quote';
    return makePart('price', {
      headline: [{ strong: [`${chosen.name}: ${what} ${inLabel(window.label)}`] }],
      body: [...sinceWhen(chosen, window.to), newestLine(chosen)],
      cautions: left,
    });
  }
  const cautions = [...left, ...notCovered(chosen, window)];
  if (every !== undefined) {
    const each = eachPart(chosen, [first, ...more], window, every);
    return { ...each, cautions: [...each.cautions, ...cautions] };
  }
  // The newest quote is no answer to a question on days that were over before it.
  const statistic = asked ?? (window.to < today ? 'average' : undefined);
  const table = tableOf(today, chosen.history, window, summary);
  const change = changeOver(chosen.history, window);
  const body: Line[] = [
    [...newestLine(chosen)],
    ...stepLines(chosen),
    [
      ...change,
      `${capital(basisInWords(chosen.shown))}; ${summary.days} ${summary.days === 1 ? 'day' : 'days'} with a quote.`,
    ],
  ];
  if (statistic === undefined)
    return makePart('price', { headline: newestHeadline(chosen), body: body.slice(1), table, cautions });
  return makePart('price', {
    headline: statisticHeadline(chosen, window, statistic, summary),
    body,
    table,
    cautions,
  });
}

/** How high a price is among those of the last three years. */
function rankPart(chosen: QuotedSeries, today: string): Part {
  const window = lastMonths(today, RANK_MONTHS);
  const cautions = lostLines(chosen, window);
  const inside = within(chosen.history, window);
  const percentile = percentileOf(chosen.shown, inside);
  const [first] = inside;
  if (percentile === undefined || first === undefined)
    return makePart('price', {
      headline: newestHeadline(chosen),
      body: [[`Too few quotes to rank it within 3 years: ${inside.length}.`]],
      cautions,
    });
  const quantity = { range: { low: percentile, high: percentile }, unit: '%' } as const;
  return makePart('price', {
    headline: [
      { strong: [`${chosen.name}: higher than `, { quantity }, ' of the days in 3 years'] },
      ` (percentile ${Math.round(percentile)})`,
    ],
    body: [
      newestLine(chosen),
      ...stepLines(chosen),
      [
        `Of ${inside.length} days with a quote since ${dayInWords(first.date)}, between midpoints; ${basisInWords(chosen.shown)}.`,
      ],
    ],
    cautions,
  });
}

const STATISTIC_WORDS = { average: 'average', lowest: 'lowest', highest: 'highest' } as const;

function statisticHeadline(
  { name, shown }: QuotedSeries,
  window: Window,
  statistic: 'average' | 'lowest' | 'highest',
  { lowest, highest, average }: Summary<ReadQuote>,
): Line {
  const day = statistic === 'average' ? undefined : statistic === 'lowest' ? lowest : highest;
  const quantity =
    day === undefined ? quantityOf({ ...shown, range: average, estimated: false }) : quantityOf(day);
  return [
    {
      strong: [`${name}, ${STATISTIC_WORDS[statistic]} ${ofLabel(window.label)}: `, { quantity }],
    },
    day === undefined ? '' : ` on ${dayInWords(day.date)}`,
  ];
}

const inLabel = (label: string): string =>
  ofLabel(label)
    .replace(/^of (?=(?:this|last) week, )/, '')
    .replace(/^of /, 'in ');

/** Where the days asked for begin before all quotes, so that their figures are of a part of them. */
function notCovered({ series: { first } }: QuotedSeries, { from, label }: Window): readonly Line[] {
  if (from === BEGINNING || from >= addDays(first, -MOST_GAP_DAYS)) return [];
  return [[`Quotes on this basis go back to ${dayInWords(first)} only: these are not of all of ${label}.`]];
}

const row = (label: string, quote: ReadQuote, when: string): readonly Line[] => [
  [label],
  [{ quantity: quantityOf(quote) }],
  [when],
];

function tableOf(
  today: string,
  history: readonly ReadQuote[],
  window: Window,
  { lowest, highest, average, days }: Summary<ReadQuote>,
): Table {
  const month = previousMonth(today);
  const before = summarise(within(history, month));
  return {
    columns: ['', 'Price', 'Day'],
    rows: [
      row('Lowest', lowest, dayInWords(lowest.date)),
      row('Highest', highest, dayInWords(highest.date)),
      row('Average', { ...highest, range: average, estimated: false }, `${days} days`),
      ...(before === undefined || month.to >= window.to
        ? []
        : [
            row(
              `Average of ${month.label}`,
              { ...highest, range: before.average, estimated: false },
              `${before.days} days`,
            ),
          ]),
    ],
  };
}

/** "From 2 Nov (…): +1 %. ": of the first and the last quote of the days. */
function changeOver(history: readonly ReadQuote[], window: Window): readonly Span[] {
  const inside = within(history, window);
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  return [
    `From ${dayInWords(first.date)} (`,
    { quantity: quantityOf(first) },
    `) to ${dayInWords(last.date)}: `,
    { change: changeOfQuotes(first, last) },
    '. ',
  ];
}
