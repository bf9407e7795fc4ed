/** What a history of quotes says of the days asked for: each statistic of one series, on one basis. */
import type { Line, Part, Span, Table } from '../answer.ts';
import { changeBetween } from '../figure.ts';
import { basisInWords, quantityOf, type ReadQuote } from '../quote.ts';
import { convertHistory } from '../quotes/convert.ts';
import { addDays, dayInWords } from '../quotes/dates.ts';
import type { QuoteBook } from '../quotes/quote-book.ts';
import type { QuoteRequest } from '../quotes/quote-request.ts';
import {
  lastMonths,
  percentileOf,
  previousMonth,
  priceAt,
  summarise,
  within,
  type Summary,
  type Window,
} from '../quotes/statistics.ts';
import { estimate, historyOf, stepLines, type Chosen } from './quoted-choice.ts';
import { makePart } from './topic.ts';

/** Within how many months a price is ranked. */
export const RANK_MONTHS = 36;
/** A price this many days before the day asked for still stands for it: weekends and holidays have none. */
const MOST_GAP_DAYS = 10;

/** The first day of history that a request looks at, ISO date. */
export function historyStart(
  { days, statistic }: Pick<QuoteRequest, 'days' | 'statistic'>,
  today: string,
): string {
  const rank = statistic === 'percentile' ? lastMonths(today, RANK_MONTHS).from : today;
  const wanted =
    days === undefined ? today : days.kind === 'at' ? addDays(days.date, -MOST_GAP_DAYS) : days.window.from;
  // The month before is part of every answer on days.
  return [rank, wanted, previousMonth(today).from].reduce((a, b) => (a < b ? a : b));
}

/** The part that answers a question on days, or on a statistic. */
export function windowPart(book: QuoteBook, chosen: Chosen, request: QuoteRequest): Part {
  const { days, statistic } = request;
  const converted = onBasis(book, chosen, request);
  if (days?.kind === 'at') return dayPart(book, chosen, converted, days.date);
  if (statistic === 'percentile') return rankPart(book, chosen, converted);
  const window = days?.window ?? lastMonths(book.today, 12);
  const summary = summarise(within(converted, window));
  if (summary === undefined)
    return makePart('price', {
      headline: [{ strong: [`${chosen.name}: no quote in ${window.label}`] }],
      body: [newestLine(chosen)],
    });
  const table = tableOf(book, converted, window, summary);
  const change = changeOver(converted, window);
  const body: Line[] = [
    [...newestLine(chosen)],
    ...stepLines(chosen),
    [
      ...change,
      `${basisInWords(chosen.shown)}; ${summary.days} ${summary.days === 1 ? 'day' : 'days'} with a quote.`,
    ],
  ];
  if (statistic === undefined)
    return makePart('price', { headline: newestHeadline(chosen), body: body.slice(1), table });
  return makePart('price', { headline: statisticHeadline(chosen, window, statistic, summary), body, table });
}

/** The history on the basis that was wanted, each day at its own rate; as it is where it can't be put on it. */
function onBasis(
  book: QuoteBook,
  { series, converted }: Chosen,
  { target }: QuoteRequest,
): readonly ReadQuote[] {
  const history = historyOf(book, series.series);
  if (!converted.ok || converted.steps.length === 0) return history;
  return convertHistory<ReadQuote>(history, target, book.convert);
}

function newestHeadline({ name, shown, freshness }: Chosen): Line {
  if (freshness.state === 'dead') return [{ strong: [`${name}: no price for today`] }];
  return [
    { strong: [`${name}: `, { quantity: quantityOf(shown) }] },
    `${estimate(shown)}, ${freshness.words}`,
  ];
}

function newestLine({ shown, freshness }: Chosen): Line {
  const what = freshness.state === 'dead' ? 'The last quote was ' : 'The newest quote is ';
  return [what, { quantity: quantityOf(shown) }, `${estimate(shown)}, ${freshness.words}.`];
}

const STATISTIC_WORDS = { average: 'average', lowest: 'lowest', highest: 'highest' } as const;

function statisticHeadline(
  { name, shown }: Chosen,
  window: Window,
  statistic: 'average' | 'lowest' | 'highest',
  { lowest, highest, average }: Summary<ReadQuote>,
): Line {
  const day = statistic === 'average' ? undefined : statistic === 'lowest' ? lowest : highest;
  const quantity =
    day === undefined ? quantityOf({ ...shown, range: average, estimated: false }) : quantityOf(day);
  return [
    { strong: [`${name}, ${STATISTIC_WORDS[statistic]} of ${window.label}: `, { quantity }] },
    day === undefined ? '' : ` on ${dayInWords(day.date)}`,
  ];
}

const row = (label: string, quote: ReadQuote, when: string): readonly Line[] => [
  [label],
  [{ quantity: quantityOf(quote) }],
  [when],
];

function tableOf(
  { today }: QuoteBook,
  history: readonly ReadQuote[],
  window: Window,
  { lowest, highest, average, days }: Summary<ReadQuote>,
): Table {
  const month = previousMonth(today);
  const before = summarise(within(history, month));
  return {
    columns: ['', capital(window.label), 'Day'],
    rows: [
      row('Lowest', lowest, dayInWords(lowest.date)),
      row('Highest', highest, dayInWords(highest.date)),
      row('Average', { ...highest, range: average, estimated: false }, `${days} days`),
      ...(before === undefined || (month.from === window.from && month.to === window.to)
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
    { change: changeBetween(first.range, last.range) },
    '. ',
  ];
}

function dayPart(book: QuoteBook, chosen: Chosen, history: readonly ReadQuote[], date: string): Part {
  const found = priceAt(history, date);
  const isNear = found !== undefined && found.date >= addDays(date, -MOST_GAP_DAYS);
  if (!isNear)
    return makePart('price', {
      headline: [{ strong: [`${chosen.name}: no quote of ${dayInWords(date, book.today)}`] }],
      body: [newestLine(chosen)],
    });
  return makePart('price', {
    headline: [
      { strong: [`${chosen.name}, ${dayInWords(found.date)}: `, { quantity: quantityOf(found) }] },
      estimate(found),
    ],
    body: [newestLine(chosen), ...stepLines(chosen), [`${basisInWords(found)}.`]],
    cautions:
      found.date === date ? [] : [[`There is no quote of ${dayInWords(date)}: this is the one before it.`]],
  });
}

function rankPart(book: QuoteBook, chosen: Chosen, history: readonly ReadQuote[]): Part {
  const window = lastMonths(book.today, RANK_MONTHS);
  const inside = within(history, window);
  const percentile = percentileOf(chosen.shown, inside);
  const [first] = inside;
  if (percentile === undefined || first === undefined)
    return makePart('price', {
      headline: newestHeadline(chosen),
      body: [[`Too few quotes to rank it within 3 years: ${inside.length}.`]],
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
  });
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
