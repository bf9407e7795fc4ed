/** Days that no quote answers: those to come, and those that are not known; and several that are set side by side. */
import type { Line, Part } from '#src/domain/answer.ts';
import { changeBetween } from '#src/domain/measure/figure.ts';
import { basisInWords, quantityOf, type ReadQuote } from '#src/domain/series/quote.ts';
import { dayInWords } from '#src/domain/measure/days.ts';
import type { WantedDays } from '#src/domain/reading/times/wanted-days.ts';
import { capital, estimate, newestLine, sinceWhen, stepLines, type Chosen } from './quoted-choice.ts';
import { priceOver, quoteNear } from './quoted-over.ts';
import { makePart } from '#src/domain/topics/topic.ts';

type Of<K extends WantedDays['kind']> = Extract<WantedDays, { readonly kind: K }>;

const TO_ASK =
  'Say a day, a week, a month, a quarter, a half, a year or a span: “on 15 May 2026”, “week 27”, “last week”, “May 2026”, “Q2 2026”, “1 Apr to 15 May”, “last 30 days”.';

export function comingPart(chosen: Chosen, { label }: Of<'coming'>): Part {
  return makePart('price', {
    headline: [{ strong: [`${chosen.name}: no quote of ${label}, which is to come`] }],
    body: [newestLine(chosen), ['Quotes are of days that are over: there is no forecast among them.']],
  });
}

/** Says what of the days is not known, and answers both where they may be two days; never others in their place. */
export function unreadPart(chosen: Chosen, history: readonly ReadQuote[], { unread }: Of<'unread'>): Part {
  const words = unread.map(({ text }) => `“${text}”`).join(', ');
  const either = unread.flatMap((one) => one.either ?? []);
  const days = either.map((date): Line => {
    const found = quoteNear(history, date);
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
export function severalPart(chosen: Chosen, history: readonly ReadQuote[], { each }: Of<'several'>): Part {
  const prices = each.map((days) => ({ days, price: priceOver(history, days) }));
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
      : [
          [
            `From ${first.of} to ${last.of}: `,
            { change: changeBetween(first.quote.range, last.quote.range) },
            '.',
          ],
        ];
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
