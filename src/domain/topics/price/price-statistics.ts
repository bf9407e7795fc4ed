/** What a history of prices says of the days asked for: each statistic of one series, on one basis. */
import type { Line, Part, Span, Table } from '#src/domain/answer.ts';
import { addDays } from '#src/domain/measure/days.ts';
import { changeOf } from '#src/domain/measure/figure.ts';
import { BEGINNING, periodNamed } from '#src/domain/measure/period.ts';
import {
  daysLookedAt,
  RANK_MONTHS,
  USUAL_MONTHS,
  type PriceWanted,
} from '#src/domain/reading/price-wanted.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import { whenOf, type Series } from '#src/domain/series/series.ts';
import {
  lastMonths,
  MOST_GAP_DAYS,
  ofLabel,
  percentileOf,
  previousMonth,
  summarise,
  type Summary,
  type Window,
} from '#src/domain/series/statistics.ts';
import { makePart, show } from '#src/domain/topics/topic.ts';
import { comingPart, dayPart, figurePart, severalPart, unreadPart } from './price-days.ts';
import { eachPart } from './price-each.ts';
import {
  basisWords,
  capital,
  counted,
  goBack,
  lostLines,
  newestHeadline,
  newestLine,
  NOUN,
  sinceWhen,
  stepLines,
} from './price-words.ts';

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
  chosen: Series,
  { days, statistic: asked, every }: PriceWanted,
  today: string,
): Part {
  switch (days?.kind) {
    case 'at':
      return dayPart(chosen, days, today);
    case 'coming':
      return comingPart(chosen, days, today);
    case 'unread':
      return unreadPart(chosen, days, today);
    case 'several': {
      const part = severalPart(chosen, days, today);
      // Side by side they stand as they are; which of them is an extreme is not judged.
      const unused = asked === 'highest' || asked === 'lowest' ? [[`I did not use: ${asked}.`]] : [];
      return { ...part, cautions: [...part.cautions, ...unused] };
    }
    default:
  }
  if (asked === 'percentile') return rankPart(chosen, today);
  const window = days?.window ?? lastMonths(today, USUAL_MONTHS);
  const [first, ...more] = chosen.within(window);
  const summary = first && summarise([first, ...more]);
  const left = lostLines(chosen, window);
  if (first === undefined || summary === undefined) {
    const what = left.length > 0 ? 'nothing on that basis' : `no ${NOUN[chosen.cadence]}`;
    return makePart('price', {
      headline: [{ strong: [`${chosen.name}: ${what} ${inLabel(window.label)}`] }],
      body: [...sinceWhen(chosen, window.to), newestLine(chosen, today)],
      cautions: left,
    });
  }
  const cautions = [...left, ...notCovered(chosen, window)];
  // "The lowest monthly price of 2022" is one of the months, where they are what there is.
  const isOfAll = every !== chosen.cadence || (asked !== 'lowest' && asked !== 'highest');
  if (every !== undefined && isOfAll) {
    const each = eachPart(chosen, [first, ...more], window, { every, today });
    return { ...each, cautions: [...each.cautions, ...cautions] };
  }
  // The one month of the days that are asked for is no average of theirs.
  if (more.length === 0 && chosen.cadence === 'month') {
    const [from, to] = [periodNamed(first.at)?.from ?? '', periodNamed(first.at)?.to ?? ''];
    const whole = from >= window.from && to <= window.to;
    const part = figurePart(chosen, first, today);
    return { ...part, cautions: [...(whole ? [] : [[`This is ${whenOf(first)} as a whole.`]]), ...cautions] };
  }
  // The newest quote is no answer to a question on days that were over before it.
  const statistic = asked ?? (window.to < today ? 'average' : undefined);
  const table = tableOf(today, chosen, window, summary);
  const body: Line[] = [
    newestLine(chosen, today),
    ...stepLines(chosen),
    [...changeOver([first, ...more]), withCount(chosen, summary.count)],
  ];
  const newest = chosen.newest(today);
  if (statistic === undefined && newest !== undefined)
    return makePart('price', {
      headline: newestHeadline(chosen, newest),
      body: body.slice(1),
      table,
      cautions,
    });
  return makePart('price', {
    headline: statisticHeadline(chosen, window, statistic ?? 'average', summary),
    body,
    table,
    cautions,
  });
}

/** "99 %, ex works China, VAT included; 62 days with a quote." */
function withCount(chosen: Series, count: number): string {
  const [basis, of] = [basisWords(chosen), counted(chosen, count)];
  return basis === '' ? `${of}.` : `${capital(basis)}; ${of}.`;
}

/** How high a price is among those of the last three years. */
function rankPart(chosen: Series, today: string): Part {
  const window = lastMonths(today, RANK_MONTHS);
  const cautions = lostLines(chosen, window);
  const inside = chosen.within(window);
  const newest = chosen.newest(today);
  const percentile = newest && percentileOf(newest, inside);
  const [first] = inside;
  if (newest === undefined || percentile === undefined || first === undefined)
    return makePart('price', {
      headline: newest === undefined ? [] : newestHeadline(chosen, newest),
      body: [[`Too few ${NOUN[chosen.cadence]}s to rank it within 3 years: ${inside.length}.`]],
      cautions,
    });
  const quantity = { range: { low: percentile, high: percentile }, unit: '%' } as const;
  const basis = basisWords(chosen);
  return makePart('price', {
    headline: [
      { strong: [`${chosen.name}: higher than `, { quantity }, ` of the ${chosen.cadence}s in 3 years`] },
      ` (percentile ${Math.round(percentile)})`,
    ],
    body: [
      newestLine(chosen, today),
      ...stepLines(chosen),
      [
        `Of ${counted(chosen, inside.length)} since ${whenOf(first)}, between midpoints${basis === '' ? '.' : `; ${basis}.`}`,
      ],
    ],
    cautions,
  });
}

function statisticHeadline(
  { name, cadence }: Series,
  window: Window,
  statistic: 'average' | 'lowest' | 'highest',
  summary: Summary<Figure>,
): Line {
  const figure = summary[statistic];
  const on = cadence === 'day' ? 'on' : 'in';
  return [
    { strong: [`${name}, ${statistic} ${ofLabel(window.label)}: `, show(figure)] },
    statistic === 'average' ? '' : ` ${on} ${whenOf(figure)}`,
  ];
}

const inLabel = (label: string): string =>
  ofLabel(label)
    .replace(/^of (?=(?:this|last) week, )/, '')
    .replace(/^of /, 'in ');

/** Where the days asked for begin before all quotes, so that their figures are of a part of them. */
function notCovered(chosen: Series, { from, label }: Window): readonly Line[] {
  const first = periodNamed(chosen.since)?.from ?? chosen.since;
  if (from === BEGINNING || from >= addDays(first, -MOST_GAP_DAYS)) return [];
  return [[`${goBack(chosen)} only: these are not of all of ${label}.`]];
}

const row = (label: string, figure: Figure, when: string): readonly Line[] => [
  [label],
  [show(figure)],
  [when],
];

function tableOf(
  today: string,
  chosen: Series,
  window: Window,
  { lowest, highest, average, count }: Summary<Figure>,
): Table {
  const month = previousMonth(today);
  // A figure of a month is its average.
  const before = chosen.cadence === 'day' ? summarise(chosen.within(month)) : undefined;
  return {
    columns: ['', 'Price', capital(chosen.cadence)],
    rows: [
      row('Lowest', lowest, whenOf(lowest)),
      row('Highest', highest, whenOf(highest)),
      row('Average', average, counted(chosen, count, true)),
      ...(before === undefined || month.to >= window.to
        ? []
        : [row(`Average of ${month.label}`, before.average, counted(chosen, before.count, true))]),
    ],
  };
}

/** "From 2 Nov (…) to 20 Nov: +1 %. ": of the first and the last figure of the days. */
function changeOver(inside: readonly Figure[]): readonly Span[] {
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  return [
    `From ${whenOf(first)} (`,
    show(first),
    `) to ${whenOf(last)}: `,
    { change: changeOf(first.quantity, last.quantity) },
    '. ',
  ];
}
