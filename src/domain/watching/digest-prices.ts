/** The price in each digest: the newest of each metal, its change since the last digest and in a month, and a line of how it went. */
import type { Line, Part } from '#src/domain/answer.ts';
import { addDays, dayInWords, monthsBefore } from '#src/domain/measure/days.ts';
import { midpoint, type Quantity } from '#src/domain/measure/figure.ts';
import { changeOf, type Change } from '#src/domain/measure/changes.ts';
import { changeOfQuotes, quantityOf } from '#src/domain/series/quote.ts';
import { liveSeries } from '#src/domain/series/quotes/choose-quotes.ts';
import { citationOfQuote, nameOfQuote } from '#src/domain/series/quotes/quoted-series.ts';
import { MOST_GAP_DAYS, priceAt } from '#src/domain/series/statistics.ts';
import { newestYear } from '#src/domain/series/series.ts';
import { ANY_PRICE, pricesOf } from '#src/domain/topics/price/prices.ts';
import { cite, firmness, makePart, uniqueCitations } from '#src/domain/topics/topic.ts';
import type { Subject } from './digest-figures.ts';
import { keyOfQuotes, type DigestFigures } from './kept-figures.ts';

/** What the last digest had, and what day it is. */
interface Since {
  readonly previous: DigestFigures | undefined;
  /** As an ISO date. */
  readonly today: string;
}

type Priced = Pick<Part, 'citations'> & { readonly line: Line };

/** The part of all metals' prices; `undefined` where none has one. */
export function pricesPart(subjects: readonly Subject[], since: Since): Part | undefined {
  const priced = subjects.flatMap(
    (subject) => quotedPrice(subject, since) ?? yearsPrice(subject, since) ?? [],
  );
  if (priced.length === 0) return undefined;
  return makePart('summary', {
    headline: [{ strong: ['Prices'] }],
    body: priced.map(({ line }) => line),
    citations: uniqueCitations(priced.flatMap(({ citations }) => citations)),
  });
}

/** Of the newest live series, on its own basis. */
function quotedPrice({ id, book }: Subject, { previous, today }: Since): Priced | undefined {
  const [newest] = book === undefined ? [] : liveSeries(book, id);
  if (book === undefined || newest === undefined) return undefined;
  const { quote, series, key } = newest;
  const quantity = quantityOf(quote);
  const history = book.histories.get(series);
  const before = (history ?? []).filter(({ date }) => date < quote.date);
  const monthAgo = monthsBefore(quote.date, 1);
  const then = priceAt(before, monthAgo);
  // One of long before is no price of a month ago.
  const isNear = then !== undefined && then.date >= addDays(monthAgo, -MOST_GAP_DAYS);
  const inMonth: Line = isNear
    ? [
        '; in a month, since ',
        dayInWords(then.date, today),
        ', ',
        ...changeInWords(changeOfQuotes(then, quote)),
      ]
    : history === undefined
      ? []
      : ['; no quote of a month ago on this basis'];
  const drawn = [...before, quote].slice(-MOST_DRAWN);
  const [first] = drawn;
  return {
    line: [
      { strong: [nameOfQuote(book, key), ': ', { quantity, given: true }] },
      `${firmness({ quantity })} on ${dayInWords(quote.date, today)}`,
      ...sinceLast(quantity, quote.date, previous?.[keyOfQuotes(id, series)], previous !== undefined),
      ...inMonth,
      ...(drawn.length < FEWEST_DRAWN || first === undefined
        ? []
        : [
            `. ${sparkline(drawn.map(({ range }) => midpoint(range)))} ${drawn.length} quotes since ${dayInWords(first.date, today)}`,
          ]),
    ],
    citations: [citationOfQuote(book, newest)],
  };
}

/** Where nothing is quoted: the year's figure, which has no month. */
function yearsPrice({ metal, name }: Subject, { previous, today }: Since): Priced | undefined {
  const main = metal && pricesOf(metal, ANY_PRICE).main;
  const year = main && newestYear(main, Number(today.slice(0, 4)));
  const figure = year === undefined ? undefined : main?.at(year);
  if (metal === undefined || main === undefined || figure === undefined) return undefined;
  const { quantity } = figure;
  const ends = main.ends(String(figure.year - 1), String(figure.year));
  const drawn = main.years.filter((one) => one <= figure.year).slice(-MOST_DRAWN);
  const values = drawn.flatMap((one) => main.at(one)?.quantity ?? []);
  const oneUnit = values.every(({ unit }) => unit === quantity.unit);
  return {
    line: [
      { strong: [`${name}: `, { quantity, given: true }] },
      `${firmness(figure)} in ${figure.year}, a figure of the year`,
      ...sinceLast(
        quantity,
        String(figure.year),
        previous?.[`${metal.id}/${main.id}`],
        previous !== undefined,
      ),
      ...(ends === undefined || ends[0].quantity.unit !== ends[1].quantity.unit
        ? []
        : [
            '; against ',
            String(figure.year - 1),
            ' ',
            ...changeInWords(changeOf(ends[0].quantity, ends[1].quantity)),
          ]),
      ...(values.length < FEWEST_DRAWN || !oneUnit
        ? []
        : [
            `. ${sparkline(values.map(({ range }) => midpoint(range)))} by the year, ${drawn[0]} to ${figure.year}`,
          ]),
    ],
    citations: cite([figure]),
  };
}

/** @param at Its day or year. @param isLater Whether there was a digest before. */
function sinceLast(
  now: Quantity,
  at: string,
  before: DigestFigures[string] | undefined,
  isLater: boolean,
): Line {
  if (!isLater) return [];
  if (before === undefined || before.quantity.unit !== now.unit) return ['; not in the last digest'];
  if ((before.date ?? String(before.year)) === at && isSame(before.quantity, now))
    return ['; as in the last digest'];
  return before.quantity.range.low <= 0
    ? []
    : ['; since the last digest ', ...changeInWords(changeOf(before.quantity, now))];
}

const isSame = (a: Quantity, b: Quantity): boolean =>
  a.range.low === b.range.low && a.range.high === b.range.high && a.firmness === b.firmness;

const changeInWords = (change: Change): Line => [{ change, given: true }];

/** A line of text has no room for more. */
const MOST_DRAWN = 24;
/** Fewer points show no way that a price went. */
const FEWEST_DRAWN = 3;
const BARS = '▁▂▃▄▅▆▇█';

/**
 * Bars from the lowest to the highest; what does not move is in the middle.
 * @param values At least one.
 * @example sparkline([1, 2, 3]) // "▁▅█"
 */
export function sparkline(values: readonly number[]): string {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const step = (value: number) => (high === low ? 0.5 : (value - low) / (high - low));
  return values.map((value) => BARS[Math.round(step(value) * (BARS.length - 1))] ?? '').join('');
}
