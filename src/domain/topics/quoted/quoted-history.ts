/** What a history of quotes says of the days asked for: each statistic of one series, on one basis. */
import type { Line, Part, Span, Table } from '#src/domain/answer.ts';
import { changeBetween } from '#src/domain/measure/figure.ts';
import { basisInWords, quantityOf, type ReadQuote } from '#src/domain/series/quote.ts';
import { addDays, dayInWords } from '#src/domain/measure/days.ts';
import { BEGINNING } from '#src/domain/measure/period.ts';
import { daysLookedAt, MOST_GAP_DAYS, RANK_MONTHS, USUAL_MONTHS } from '#src/domain/reading/price-wanted.ts';
import type { QuoteBook } from '#src/domain/series/quote-book.ts';
import type { PriceWanted } from '#src/domain/reading/price-wanted.ts';
import {
  lastMonths,
  previousMonth,
  summarise,
  within,
  type Summary,
  type Window,
} from '#src/domain/series/statistics.ts';
import { leftOut, onBasis } from './quoted-basis.ts';
import { capital, newestHeadline, newestLine, sinceWhen, stepLines, type Chosen } from './quoted-choice.ts';
import { dayPart } from './quoted-day.ts';
import { ofLabel } from './quoted-over.ts';
import { rankPart } from './quoted-rank.ts';
import { comingPart, severalPart, unreadPart } from './quoted-times.ts';
import { makePart } from '#src/domain/topics/topic.ts';

/** The first day of history that a request looks at, ISO date. */
export function historyStart(request: Pick<PriceWanted, 'days' | 'statistic'>, today: string): string {
  const wanted = daysLookedAt(request, today)?.from ?? today;
  // The month before is part of every answer on days.
  const month = previousMonth(today).from;
  return wanted < month ? wanted : month;
}

/** The part that answers a question on days, or on a statistic. */
export function windowPart(book: QuoteBook, chosen: Chosen, request: PriceWanted): Part {
  const { days } = request;
  const converted = onBasis(book, chosen, request);
  switch (days?.kind) {
    case 'at': {
      const left = leftOut(book, chosen, request, { from: days.date, to: days.date });
      return dayPart(book, chosen, converted, days.date, left);
    }
    case 'coming':
      return comingPart(chosen, days);
    case 'unread':
      return unreadPart(chosen, converted, days);
    case 'several': {
      const part = severalPart(chosen, converted, days);
      // Side by side they stand as they are; which of them is an extreme is not judged.
      const { statistic } = request;
      const unused =
        statistic === 'highest' || statistic === 'lowest' ? [[`I did not use: ${statistic}.`]] : [];
      return { ...part, cautions: [...part.cautions, ...unused] };
    }
    default:
  }
  if (request.statistic === 'percentile') {
    const left = leftOut(book, chosen, request, lastMonths(book.today, RANK_MONTHS));
    return { ...rankPart(book, chosen, converted), cautions: left };
  }
  const window = days?.window ?? lastMonths(book.today, USUAL_MONTHS);
  const summary = summarise(within(converted, window));
  const left = leftOut(book, chosen, request, window);
  if (summary === undefined) {
    const what = left.length > 0 ? 'nothing on that basis' : 'no quote';
    return makePart('price', {
      headline: [{ strong: [`${chosen.name}: ${what} ${inLabel(window.label)}`] }],
      body: [...sinceWhen(chosen, window.to), newestLine(chosen)],
      cautions: left,
    });
  }
  const cautions = [...left, ...notCovered(chosen, window)];
  // The newest quote is no answer to a question on days that were over before it.
  const statistic = request.statistic ?? (window.to < book.today ? 'average' : undefined);
  const table = tableOf(book, converted, window, summary);
  const change = changeOver(converted, window);
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
function notCovered({ series: { first } }: Chosen, { from, label }: Window): readonly Line[] {
  if (from === BEGINNING || from >= addDays(first, -MOST_GAP_DAYS)) return [];
  return [[`Quotes on this basis go back to ${dayInWords(first)} only: these are not of all of ${label}.`]];
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
    { change: changeBetween(first.range, last.range) },
    '. ',
  ];
}
