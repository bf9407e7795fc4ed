/** "What is it now": the newest quote first, and how old it is; then what its history says of the days asked for. */
import type { Line, Part, Span } from '#src/domain/answer.ts';
import { convertPricePer, exactly, isExact } from '#src/domain/measure/figure.ts';
import { basisInWords, changeOfQuotes, differences, quantityOf } from '#src/domain/series/quote.ts';
import { dayInWords } from '#src/domain/measure/days.ts';
import { quotesCsv } from '#src/domain/series/quote-csv.ts';
import type { Offer, Question } from '#src/domain/reading/question.ts';
import type { QuoteBook } from '#src/domain/series/quote-book.ts';
import { tradedOf, type MetalCatalog, type Traded } from '#src/domain/series/figures.ts';
import { figureOfQuote } from '#src/domain/series/series.ts';
import { daysLookedAt, quotesWanted, type PriceWanted } from '#src/domain/reading/price-wanted.ts';
import type { LatestQuote } from '#src/domain/series/quote-store.ts';
import {
  bestSeries,
  citationOfQuote,
  priceOver,
  quoteNear,
  quotedSeries,
  type QuotedSeries,
} from '#src/domain/series/quoted-series.ts';
import { within, type Window } from '#src/domain/series/statistics.ts';
import { quotedBudgetPart } from '#src/domain/topics/cost/budget-quoted.ts';
import { costAt } from '#src/domain/topics/cost/cost.ts';
import { against } from '#src/domain/topics/cost/offer.ts';
import { daysOf } from './price-days.ts';
import { windowPart } from './price-statistics.ts';
import { capital, newestHeadline, stepLines } from './quote-words.ts';
import { quotedChart } from './quotes-chart.ts';
import { makePart } from '#src/domain/topics/topic.ts';

type DaysCited = Pick<Window, 'from' | 'to'>;

/** How many other series are named beside the one that answers. */
const MOST_OTHERS = 3;

/**
 * The part that quotes have in an answer; `undefined` where there is none of the material.
 * @param metal A material's id.
 */
export function quotedPart(
  book: QuoteBook,
  catalog: MetalCatalog,
  metal: string,
  question: Question,
): Part | undefined {
  const { wanted: request, chart, amounts, offer, money = null } = question;
  // Another form is better than none, as long as it is called by its name.
  const [first, ...others] = bestSeries(book, metal, quotesWanted(request, book.today));
  if (first === undefined) return undefined;
  const chosen = quotedSeries(book, first, request.target);
  const isOrder = amounts.length > 0 || money !== null;
  const isOfNow =
    request.days === undefined &&
    (isOrder || (request.statistic === undefined && request.every === undefined));
  const priced = isOfNow ? chosen : chosenOver(chosen, request);
  const part =
    priced !== undefined && amounts.length > 0
      ? quotedCost(book, tradedOf(catalog, metal), priced, question)
      : priced !== undefined && money !== null
        ? quotedBudgetPart(book, priced, money)
        : isOfNow
          ? newestPart(chosen, book.today)
          : windowPart(chosen, request, book.today);
  const history = book.histories.get(first.series) ?? [];
  const drawn = quotedChart(book, chosen, request, chart);
  return {
    ...part,
    ...drawn,
    body: [...(offer ? [offerLine(chosen, offer)] : []), ...part.body, ...othersLine(book, chosen, others)],
    cautions: [
      ...(isAsAsked(request, first) ? [] : [notAsAsked(request, first)]),
      ...part.cautions,
      ...ageCautions(book, chosen),
      ...drawn.cautions,
      ...(chosen.converted.ok ? [] : [[`It stays as it is quoted: ${chosen.converted.reason}.`]]),
    ],
    citations: [citationOfQuote(book, first, isOfNow ? undefined : daysCited(chosen, request, book.today))],
    ...(request.csv && history.length > 0
      ? { file: { name: `${metal}-${first.key.form}-${book.today}.csv`, text: quotesCsv(history) } }
      : {}),
  };
}

/** The first and the last day of the quotes that an answer is made of; `undefined` where there are none. */
function daysCited(chosen: QuotedSeries, request: PriceWanted, today: string): DaysCited | undefined {
  const { days } = request;
  const looked = daysLookedAt(request, today);
  const several = days?.kind === 'several' ? days.each : days?.kind === 'at' ? [days] : undefined;
  const quotes =
    several?.flatMap((one) =>
      one.kind === 'at' ? (quoteNear(chosen.quoted, one.date) ?? []) : within(chosen.quoted, one.window),
    ) ?? (looked === undefined ? [] : within(chosen.quoted, looked));
  const dates = quotes.map(({ date }) => date).toSorted();
  const [from, to] = [dates[0], dates.at(-1)];
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** What amounts cost at a quote; one that is no price any more makes no cost. */
function quotedCost(book: QuoteBook, metal: Traded, priced: QuotedSeries, question: Question): Part {
  const { name, shown, freshness } = priced;
  if (freshness.state === 'dead')
    return makePart('cost', {
      headline: [{ strong: [`${name}: no price for today, so no cost`] }],
      body: [['The last quote was ', { quantity: quantityOf(shown) }, `, ${freshness.words}.`]],
    });
  const context = { question, metal, thisYear: Number(book.today.slice(0, 4)) };
  return costAt(context, figureOfQuote(book, metal, priced, shown)).part;
}

/** What was chosen, with the price of the days that were asked for in place of the newest one; `undefined` where they have none. */
function chosenOver(chosen: QuotedSeries, { days }: PriceWanted): QuotedSeries | undefined {
  if (days?.kind !== 'at' && days?.kind !== 'window') return undefined;
  const price = priceOver(chosen.history, daysOf(days));
  if (price === undefined) return undefined;
  const none =
    days.kind === 'at' && price.quote.date !== days.date ? `; ${dayInWords(days.date)} has no quote` : '';
  const words = days.kind === 'at' ? `on ${price.of}${none}` : `${price.of}, ${price.days} days with a quote`;
  return { ...chosen, shown: price.quote, freshness: { state: 'fresh', age: 0, words } };
}

function newestPart(chosen: QuotedSeries, today: string): Part {
  const { freshness, shown } = chosen;
  const headline = newestHeadline(chosen);
  if (freshness.state === 'dead')
    return makePart('price', {
      headline,
      body: [
        [
          'The last quote was ',
          { quantity: quantityOf(shown) },
          `, ${freshness.words}: ${basisInWords(shown)}.`,
        ],
        ...stepLines(chosen),
      ],
    });
  return makePart('price', {
    headline,
    body: [[...moved(chosen, today), `${capital(basisInWords(shown))}.`], ...stepLines(chosen)],
  });
}

/** "Up 1.2 % on 19 Nov. ": against the day before it in its own series, so on one basis. */
function moved({ series: { quote }, quoted, converted }: QuotedSeries, today: string): Line {
  // Set beside a price on another basis, it would be taken for one on the same.
  if (converted.ok && converted.steps.length > 0) return [];
  const before = quoted.findLast(({ date }) => date < quote.date);
  if (before === undefined) return [];
  const change = changeOfQuotes(before, quote);
  const day = dayInWords(before.date, today);
  const then: Span[] = [`${day} (`, { quantity: quantityOf(before) }, ')'];
  if (!isExact(change.percent)) {
    return before.range.low === quote.range.low && before.range.high === quote.range.high
      ? ['Unchanged on ', ...then, '. ']
      : ['Against ', ...then, ': ', { change }, '. '];
  }
  const percent = Math.abs(change.percent.low);
  if (percent < 0.05) return ['Unchanged on ', ...then, '. '];
  const quantity = { range: { low: percent, high: percent }, unit: '%' } as const;
  return [change.percent.low > 0 ? 'Up ' : 'Down ', { quantity }, ' on ', ...then, '. '];
}

/** Other sources, never compared: only named, each with its basis where that is another one. */
function othersLine(
  book: QuoteBook,
  { series }: QuotedSeries,
  others: readonly LatestQuote[],
): readonly Line[] {
  const shown = others.slice(0, MOST_OTHERS);
  if (shown.length === 0) return [];
  const spans = shown.flatMap(({ key, quote }, index): Span[] => {
    const apart = differences(key, series.key).length > 0;
    return [
      `${index > 0 ? '; ' : ''}${book.sourceOf(key.source).name} `,
      { quantity: quantityOf(quote) },
      ` on ${dayInWords(quote.date, book.today)}${apart ? ` (another basis: ${key.form}, ${basisInWords(key)})` : ''}`,
    ];
  });
  const more = others.length - shown.length;
  return [['Also ', ...spans, more > 0 ? `; and ${more} more series.` : '.']];
}

/** "CN¥600,000/t is 2.8 to 3.5 % below the quote.": an offer in the quote's currency beside it. */
function offerLine({ shown }: QuotedSeries, { value, currency, per, assumed }: Offer): Line {
  if (per === undefined || assumed === true || currency !== shown.currency)
    return [
      `The offer is not set against the quote: name it in ${shown.currency} for a mass, as the quote is.`,
    ];
  const offered = convertPricePer(exactly(value / per.factor), per.unit, shown.mass);
  return [
    { quantity: { range: offered, unit: `${currency}/${shown.mass}` } },
    ' is ',
    ...against(offered, shown.range, 'quote'),
    '.',
  ];
}

const isAsAsked = ({ form, terms }: PriceWanted, { key }: LatestQuote): boolean =>
  (form === undefined || form === key.form) && (terms === undefined || terms === key.terms);

function notAsAsked({ form, terms }: PriceWanted, { key }: LatestQuote): Line {
  const asked = [form, terms].filter((word) => word !== undefined).join(', ');
  return [`I have no quote of ${asked}: this one is of ${key.form}, ${basisInWords(key)}.`];
}

function ageCautions(book: QuoteBook, { freshness, series }: QuotedSeries): readonly Line[] {
  const { limits } = book.sourceOf(series.key.source);
  if (freshness.state === 'dead')
    return [[`A quote older than ${limits.deadAfter} days is not called the price here.`]];
  if (freshness.state === 'stale')
    return [
      [
        `This quote is ${freshness.age} days old: more than the ${limits.staleAfter} days after which it is stale.`,
      ],
    ];
  return [];
}
