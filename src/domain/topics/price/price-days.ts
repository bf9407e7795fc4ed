/** Prices of days that are named: of one, of several side by side, of those to come, and of what is no day that is known. */
import type { Line, Part } from '#src/domain/answer.ts';
import { dayInWords } from '#src/domain/measure/days.ts';
import { basisInWords, changeOfQuotes, quantityOf } from '#src/domain/series/quote.ts';
import { priceOver, quoteNear, type QuotedSeries } from '#src/domain/series/quoted-series.ts';
import type { PastDays, WantedDays } from '#src/domain/reading/times/wanted-days.ts';
import { capital, estimate, lostLines, newestLine, sinceWhen, stepLines } from './quote-words.ts';
import { makePart } from '#src/domain/topics/topic.ts';

type Of<K extends WantedDays['kind']> = Extract<WantedDays, { readonly kind: K }>;

const TO_ASK =
  'Say a day, a week, a month, a quarter, a half, a year or a span: “on 15 May 2026”, “week 27”, “last week”, “May 2026”, “Q2 2026”, “1 Apr to 15 May”, “last 30 days”.';

/** A day, or a window of days. */
export const daysOf = (days: PastDays) => (days.kind === 'at' ? days.date : days.window);

/** What the price was on one day. */
export function dayPart(chosen: QuotedSeries, { date }: Of<'at'>, today: string): Part {
  const lost = lostLines(chosen, { from: date, to: date });
  const found = quoteNear(chosen.history, date);
  if (found === undefined)
    return makePart('price', {
      headline: [{ strong: [`${chosen.name}: no quote of ${dayInWords(date, today)}`] }],
      body: [...sinceWhen(chosen, date), newestLine(chosen)],
      cautions: lost,
    });
  return makePart('price', {
    headline: [
      { strong: [`${chosen.name}, ${dayInWords(found.date)}: `, { quantity: quantityOf(found) }] },
      estimate(found),
    ],
    body: [newestLine(chosen), ...stepLines(chosen), [`${capital(basisInWords(found))}.`]],
    cautions:
      found.date === date || lost.length > 0
        ? lost
        : [
            [
              `There is no quote of ${dayInWords(date)}: this is the one before it, of ${dayInWords(found.date)}.`,
            ],
          ],
  });
}

export function comingPart(chosen: QuotedSeries, { label }: Of<'coming'>): Part {
  return makePart('price', {
    headline: [{ strong: [`${chosen.name}: no quote of ${label}, which is to come`] }],
    body: [newestLine(chosen), ['Quotes are of days that are over: there is no forecast among them.']],
  });
}

/** Says what of the days is not known, and answers both where they may be two days; never others in their place. */
export function unreadPart(chosen: QuotedSeries, { unread }: Of<'unread'>): Part {
  const words = unread.map(({ text }) => `“${text}”`).join(', ');
  const either = unread.flatMap((one) => one.either ?? []);
  const days = either.map((date): Line => {
    const found = quoteNear(chosen.history, date);
    return found === undefined
      ? [`If ${dayInWords(date)} is meant: no quote.`]
      : [
          `If ${dayInWords(date)} is meant: `,
          { quantity: quantityOf(found) },
          `${estimate(found)}${found.date === date ? '' : ` (of ${dayInWords(found.date)}, the last quote before it)`}.`,
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
      newestLine(chosen),
    ],
  });
}

/** The price of each of several days or spans, and how the last one stands to the first. */
export function severalPart(chosen: QuotedSeries, { each }: Of<'several'>): Part {
  const prices = each.map((days) => ({ days, price: priceOver(chosen.history, daysOf(days)) }));
  const label = (at: number): string => {
    const days = each[at];
    return days === undefined ? '' : days.kind === 'at' ? dayInWords(days.date) : days.window.label;
  };
  const found = prices.flatMap(({ price }, at) =>
    price === undefined ? [] : [{ ...price, label: label(at) }],
  );
  const none = each.map((_, at) => label(at)).filter((_, at) => prices[at]?.price === undefined);
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined)
    return makePart('price', {
      headline: [{ strong: [`${chosen.name}: no quote in ${none.join(' or ')}`] }],
      body: [...sinceWhen(chosen, earliest(each)), newestLine(chosen)],
    });
  const change: Line[] =
    first === last
      ? []
      : [[`From ${first.of} to ${last.of}: `, { change: changeOfQuotes(first.quote, last.quote) }, '.']];
  return makePart('price', {
    headline: [
      {
        strong: [
          `${chosen.name}, ${last.of}: `,
          { quantity: quantityOf(last.quote) },
          ...(first === last ? [] : [`; ${first.of}: `, { quantity: quantityOf(first.quote) }]),
        ],
      },
    ],
    body: [...change, ...stepLines(chosen), [`${capital(basisInWords(chosen.shown))}.`]],
    table: {
      columns: ['', 'Price', 'Days with a quote'],
      rows: found.map(({ quote, of, days }): readonly Line[] => [
        [capital(of)],
        [{ quantity: quantityOf(quote) }],
        [String(days)],
      ]),
    },
    cautions: none.map((one): Line => [`There is no quote in ${one}.`]),
  });
}

function earliest(each: Of<'several'>['each']): string {
  return each.map((days) => (days.kind === 'at' ? days.date : days.window.to)).toSorted()[0] ?? '';
}
