/** What a history of prices says of the days asked for: each statistic of one series, on one basis. */
import type { Line, Part, Span, Table } from '#src/domain/answer.ts';
import { addDays } from '#src/domain/measure/days.ts';
import { changeOf } from '#src/domain/measure/changes.ts';
import { BEGINNING, periodNamed } from '#src/domain/measure/period.ts';
import { ANY_BASIS, USUAL_MONTHS, type PriceWanted } from '#src/domain/reading/price-wanted.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import { figureBefore, whenOf, type Series } from '#src/domain/series/series.ts';
import {
  lastMonths,
  MOST_GAP_DAYS,
  ofLabel,
  previousMonth,
  summarise,
  type Summary,
  type Window,
} from '#src/domain/series/statistics.ts';
import { apartInWords, changeInWords } from '#src/domain/topics/compare/changed.ts';
import { makePart, show } from '#src/domain/topics/topic.ts';
import { lastThereAre } from './dated/late-months.ts';
import { comingPart, dayPart, figurePart, severalPart, unreadPart } from './dated/price-days.ts';
import { eachPart } from './price-each.ts';
import { rankPart } from './price-rank.ts';
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

/** The part that answers a question on days, or on a statistic. @param moved How the price moved in them is asked for: yes or no to it, where that is wanted */
export function windowPart(
  chosen: Series,
  { days, statistic: asked, every }: PriceWanted,
  today: string,
  moved?: (ends: readonly [Figure, Figure]) => string,
): Part {
  switch (days?.kind) {
    case 'at':
      return dayPart(chosen, days, today);
    case 'coming':
      return comingPart(chosen, days, today);
    case 'unread':
      return unreadPart(chosen, days, today);
    case 'several':
      return severalPart(chosen, days, today, asked);
    default:
  }
  if (asked === 'percentile') return rankPart(chosen, today);
  const window = days?.window ?? lastMonths(today, USUAL_MONTHS);
  const [first, ...more] = chosen.within(window);
  const summary = first && summarise([first, ...more]);
  const left = lostLines(chosen, window);
  const many = first === undefined ? 0 : more.length + 1;
  const late = asked === undefined ? undefined : lastThereAre(chosen, days, many, today);
  if (late !== undefined) {
    const shifted = { ...ANY_BASIS, days: { kind: 'window' as const, window: late }, statistic: asked };
    const part = windowPart(chosen, shifted, today);
    const lacking: Line = [
      `Not all of ${window.label} have a figure yet: these are the last that there are.`,
    ];
    return { ...part, cautions: [lacking, ...part.cautions] };
  }
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
  const table = tableOf(today, chosen, window, summary);
  // One figure is set against the one before it, as a year is.
  const [from, to] = more.length === 0 ? [figureBefore(chosen, first), first] : [first, more.at(-1)];
  if (moved !== undefined && asked === undefined && from !== undefined && to !== undefined) {
    const called = { what: 'price', name: chosen.name };
    const ends = chosen.ends(from.at, to.at);
    const changed = ends === undefined ? apartInWords(from, to, called) : changeInWords(...ends, called);
    const verdict = moved(ends ?? [from, to]);
    return makePart('price', {
      headline: verdict === '' ? changed.headline : [{ strong: [verdict] }, ...changed.headline],
      body: [
        ...changed.body,
        ...(window.to < today ? [newestLine(chosen, today)] : []),
        ...stepLines(chosen),
        [withCount(chosen, summary.count)],
      ],
      ...(more.length > 1 ? { table } : {}),
      cautions: [...cautions, ...changed.cautions],
    });
  }
  // The one month of the days that are asked for is no average of theirs.
  if (more.length === 0 && chosen.cadence === 'month') {
    const month = periodNamed(first.at);
    const whole = month !== undefined && month.from >= window.from && month.to <= window.to;
    const part = figurePart(chosen, first, today);
    return { ...part, cautions: [...(whole ? [] : [[`This is ${whenOf(first)} as a whole.`]]), ...cautions] };
  }
  // The newest quote is no answer to a question on days that were over before it.
  const statistic = asked ?? (window.to < today ? 'average' : undefined);
  const body: Line[] = [
    newestLine(chosen, today),
    ...stepLines(chosen),
    [...changeOver(chosen, first, more.at(-1)), withCount(chosen, summary.count)],
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

/** "From 2 Nov (…) to 20 Nov: +1 %. ": of the first and the last figure of the days, where one edition has both. */
function changeOver(chosen: Series, first: Figure, last: Figure | undefined): readonly Span[] {
  const [from, to] = (last && chosen.ends(first.at, last.at)) ?? [];
  if (from === undefined || to === undefined) return [];
  return [
    `From ${whenOf(from)} (`,
    show(from),
    `) to ${whenOf(to)}: `,
    { change: changeOf(from.quantity, to.quantity), from: [from, to] },
    '. ',
  ];
}
