/** Prices of days that are named: of one, of several side by side, of those to come, and of what is no day that is known. */
import type { Line, Part } from '#src/domain/answer.ts';
import { dayInWords } from '#src/domain/measure/days.ts';
import { changeOf } from '#src/domain/measure/changes.ts';
import { periodNamed } from '#src/domain/measure/period.ts';
import { quotesWanted, type PriceWanted } from '#src/domain/reading/price-wanted.ts';
import { endsOf, type PastDays, type WantedDays } from '#src/domain/reading/times/wanted-days.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import { whenOf, type Days, type Series } from '#src/domain/series/series.ts';
import { differenceOf } from '#src/domain/topics/combined.ts';
import { figureNear, figureOver, summarise } from '#src/domain/series/statistics.ts';
import { inTime, pickExtreme } from '#src/domain/topics/verdicts/extreme-verdict.ts';
import { firmness, makePart, show } from '#src/domain/topics/topic.ts';
import {
  basisLine,
  capital,
  countedHead,
  lostLines,
  newestLine,
  NOUN,
  sinceWhen,
  stepLines,
} from '../price-words.ts';

type Of<K extends WantedDays['kind']> = Extract<WantedDays, { readonly kind: K }>;

const TO_ASK =
  'Say a day, a week, a month, a quarter, a half, a year or a span: “on 15 May 2026”, “week 27”, “last week”, “May 2026”, “Q2 2026”, “1 Apr to 15 May”, “last 30 days”.';

const beginOf = (days: PastDays): string => (days.kind === 'at' ? days.date : days.window.from);

/** A day, or a window of days. */
const daysOf = (days: PastDays) => (days.kind === 'at' ? days.date : days.window);

/** What the price was on one day, or in its month. */
export function dayPart(chosen: Series, { date }: Of<'at'>, today: string): Part {
  const lost = lostLines(chosen, { from: date, to: date });
  const found = figureNear(chosen, date);
  if (found === undefined)
    return makePart('price', {
      headline: [{ strong: [`${chosen.name}: no ${NOUN[chosen.cadence]} of ${dayInWords(date, today)}`] }],
      body: [...sinceWhen(chosen, date), newestLine(chosen, today)],
      cautions: lost,
    });
  return { ...figurePart(chosen, found, today), cautions: lost.length > 0 ? lost : notThatDay(found, date) };
}

/** One figure, with the newest beside it. */
export function figurePart(chosen: Series, figure: Figure, today: string): Part {
  return makePart('price', {
    headline: [{ strong: [`${chosen.name}, ${whenOf(figure)}: `, show(figure)] }, firmness(figure)],
    body: [newestLine(chosen, today), ...stepLines(chosen), [basisLine(chosen)]],
  });
}

function notThatDay(found: Figure, date: string): readonly Line[] {
  if (found.at === date) return [];
  const none = `There is no quote of ${dayInWords(date)}: this is the`;
  return date.startsWith(found.at)
    ? [[`${none} figure of its whole month.`]]
    : [[`${none} one before it, of ${whenOf(found)}.`]];
}

export function comingPart(chosen: Series, { label }: Of<'coming'>, today: string): Part {
  const noun = NOUN[chosen.cadence];
  return makePart('price', {
    headline: [{ strong: [`${chosen.name}: no ${noun} of ${label}, which is to come`] }],
    body: [
      newestLine(chosen, today),
      [`${capital(noun)}s are of days that are over: there is no forecast among them.`],
    ],
  });
}

/** Says what of the days is not known, and answers both where they may be two days; never others in their place. */
export function unreadPart(chosen: Series, { unread }: Of<'unread'>, today: string): Part {
  const words = unread.map(({ text }) => `“${text}”`).join(', ');
  const either = unread.flatMap((one) => one.either ?? []);
  const days = either.map((date): Line => {
    const found = figureNear(chosen, date);
    return found === undefined
      ? [`If ${dayInWords(date)} is meant: no ${NOUN[chosen.cadence]}.`]
      : [
          `If ${dayInWords(date)} is meant: `,
          show(found),
          `${firmness(found)}${found.at === date ? '' : ` (of ${whenOf(found)}, the last quote before it)`}.`,
        ];
  });
  const what =
    either.length > 0 ? 'may be two days' : 'names no days that I know, so no price is given for it';
  return makePart('price', {
    headline: [{ strong: [`${chosen.name}: ${words} ${what}`] }],
    body: [
      ...days,
      ...(either.length > 0
        ? []
        : unread.flatMap(({ reason }): Line[] => (reason === undefined ? [] : [[`${capital(reason)}.`]]))),
      [either.length > 0 ? 'Say the month by its name, as in “5 Jun 2026”.' : TO_ASK],
      newestLine(chosen, today),
    ],
  });
}

/** The price of each of several days or spans, and how the last one stands to the first. */
export function severalPart(
  chosen: Series,
  { each }: Of<'several'>,
  today: string,
  statistic?: PriceWanted['statistic'],
): Part {
  // "June against May" as well goes from the earlier to the later.
  const ordered = each.toSorted((a, b) => (beginOf(a) < beginOf(b) ? -1 : 1));
  const prices = ordered.map((days) => ({
    label: days.kind === 'at' ? dayInWords(days.date) : days.window.label,
    over: figureOver(chosen, daysOf(days)),
  }));
  const found = prices.flatMap(({ over }) => over ?? []);
  const none = prices.flatMap(({ label, over }) => (over === undefined ? [label] : []));
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined)
    return makePart('price', {
      headline: [{ strong: [`${chosen.name}: no ${NOUN[chosen.cadence]} in ${none.join(' or ')}`] }],
      body: [...sinceWhen(chosen, earliest(each)), newestLine(chosen, today)],
    });
  // Only single figures are held against each other: of averages and what they are of, neither is the highest.
  const judged = found.every(({ count }) => count === 1) ? found.map(({ figure }) => figure) : [];
  const told = found.length > MOST_TOLD ? [last, first] : found.toReversed();
  const change: Line[] =
    first === last
      ? []
      : [
          [
            `From ${first.of} to ${last.of}: `,
            {
              change: changeOf(first.figure.quantity, last.figure.quantity),
              from: [first.figure, last.figure],
            },
            ...differenceOf(first.figure, last.figure),
            '.',
          ],
        ];
  return makePart('price', {
    headline: [
      {
        strong: [
          ...ofAll(judged, statistic),
          `${chosen.name}, `,
          ...told.flatMap(({ of, figure }, at): Line => [`${at === 0 ? '' : '; '}${of}: `, show(figure)]),
        ],
      },
    ],
    body: [...change, ...stepLines(chosen), [basisLine(chosen)]],
    table: {
      columns: ['', 'Price', countedHead(chosen)],
      rows: found.map(({ figure, of, count }): readonly Line[] => [
        [capital(of)],
        [show(figure)],
        [String(count)],
      ]),
    },
    cautions: [
      ...none.map((one): Line => [`There is no ${NOUN[chosen.cadence]} in ${one}.`]),
      ...(statistic === undefined || statistic === 'percentile' || judged.length > 0
        ? []
        : [[`I did not use: ${statistic}.`]]),
    ],
  });
}

/** So many are told in the first line. */
const MOST_TOLD = 4;

/** "Lowest in May 2025. ": what is asked of all of them. */
function ofAll(figures: readonly Figure[], statistic: PriceWanted['statistic']): Line {
  const summary = summarise(figures);
  if (summary === undefined || figures.length < 2) return [];
  const { lowest, highest, average } = summary;
  if (statistic === 'average')
    return ['Average of these: ', { quantity: average.quantity, from: figures }, '. '];
  if (statistic !== 'lowest' && statistic !== 'highest') return [];
  const one = statistic === 'lowest' ? lowest : highest;
  return [`${capital(statistic)} ${inTime(one)}: `, show(one), '. '];
}

function earliest(each: Of<'several'>['each']): string {
  return each.map((days) => (days.kind === 'at' ? days.date : days.window.to)).toSorted()[0] ?? '';
}

/** The days that an answer is made of; `undefined` where it is of none. */
export function daysCited(chosen: Series, request: PriceWanted, today: string): Days | undefined {
  const { days } = request;
  const each = days?.kind === 'several' ? days.each : days?.kind === 'at' ? [days] : undefined;
  if (each === undefined) return quotesWanted(request, today).looked;
  const found = each.flatMap((one) => {
    if (one.kind === 'window') return endsOf(one) ?? [];
    const at = figureNear(chosen, one.date)?.at;
    return (at === undefined ? undefined : periodNamed(at)) ?? [];
  });
  const [from, to] = [
    found.map((one) => one.from).toSorted()[0],
    found
      .map((one) => one.to)
      .toSorted()
      .at(-1),
  ];
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** The days that are over, where it is one day or one window. */
export const pastDays = ({ days }: PriceWanted) =>
  days?.kind === 'at' || days?.kind === 'window' ? daysOf(days) : undefined;

/** The price of the days that were asked for; `undefined` where they have none. */
export function figureOfDays(chosen: Series, request: PriceWanted): Figure | undefined {
  const { days } = request;
  const past = pastDays(request);
  const over = past === undefined ? undefined : figureOver(chosen, past);
  if (over === undefined) return undefined;
  const { figure, of, count } = over;
  const none =
    days?.kind === 'at' && !days.date.startsWith(figure.at) ? `; ${dayInWords(days.date)} has no quote` : '';
  const isAverage = days?.kind === 'window' && count > 1;
  const age = isAverage
    ? `${of}, ${count} ${chosen.cadence}s with a ${chosen.cadence === 'day' ? 'quote' : 'figure'}`
    : `${inTime(figure)}${none}`;
  return { ...figure, age };
}

/** The highest or the lowest of the days asked for, of all of them where none are named. */
export function extremeOfDays(
  chosen: Series,
  request: PriceWanted,
  extreme: 'highest' | 'lowest',
): Figure | undefined {
  const past = pastDays(request);
  if (typeof past === 'string') return figureOfDays(chosen, request);
  const pool = past === undefined ? chosen.periods.flatMap((at) => chosen.at(at) ?? []) : chosen.within(past);
  const [first, ...rest] = pool;
  const figure = first && pickExtreme([first, ...rest], extreme);
  return (
    figure && { ...figure, age: `the ${extreme} of ${pool.length} ${chosen.cadence}s, ${inTime(figure)}` }
  );
}
