/** "What is it now": the newest quote or monthly figure first, and how old it is; then what its history says of the days asked for. */
import type { Line, Part } from '#src/domain/answer.ts';
import { priceUnit } from '#src/domain/measure/figure.ts';
import type { Question } from '#src/domain/reading/question.ts';
import type { Offer } from '#src/domain/reading/amounts/asked-amounts.ts';
import { quotesWanted, type PriceWanted } from '#src/domain/reading/price-wanted.ts';
import { tradedOf, type Figure } from '#src/domain/series/figures.ts';
import { libraryOf, type Market } from '#src/domain/series/library.ts';
import type { QuoteBook } from '#src/domain/series/quotes/quote-book.ts';
import { limitsOf } from '#src/domain/series/quotes/choose-quotes.ts';
import { quotesCsv } from '#src/domain/series/quotes/quote-csv.ts';
import { figureBefore, type Days, type Series } from '#src/domain/series/series.ts';
import { budgetAt } from '#src/domain/topics/cost/budget.ts';
import { costAt } from '#src/domain/topics/cost/cost.ts';
import { against as offAgainst, offeredFor } from '#src/domain/topics/cost/offer.ts';
import { basisInFull, besideLine } from '#src/domain/topics/disagreement.ts';
import { against, capitalised, makePart, show } from '#src/domain/topics/topic.ts';
import { daysCited, extremeOfDays, figureOfDays, pastDays } from './price-days.ts';
import { verdictPart } from '#src/domain/topics/verdicts/extreme.ts';
import { yearInQuestion } from '#src/domain/topics/verdicts/extreme-verdict.ts';
import { verdictOf } from '../price-verdict.ts';
import { windowPart } from '../price-statistics.ts';
import { changeVerdict } from '#src/domain/topics/verdicts/change-verdict.ts';
import { thenAndNow } from './then-and-now.ts';
import { isOfAllYears } from '../quote-needs.ts';
import { basisLine, basisWords, newestHeadline, NOUN, stepLines } from '../price-words.ts';
import { citeRates, rateLines, ratesUsed } from '../rate-words.ts';
import { quotedChart } from '../quotes-chart.ts';

/**
 * The part that prices of days and months have in an answer, and where they are of; `undefined` where there is none of the
 * material.
 * @param metal A material's id.
 */
export function datedPart(
  market: Market,
  metal: string,
  question: Question,
): { readonly part: Part; readonly place: string } | undefined {
  const { book, catalog, today } = market;
  const { wanted: request, chart, amounts, extreme, offer, money = null } = question;
  const judged = isOfAllYears(request) ? yearInQuestion(question) : undefined;
  const library = libraryOf(catalog, book);
  const wanted = { of: metal, ...quotesWanted(request, today) };
  // Another form is better than none, as long as it is called by its name.
  const [chosen] = library.dated(wanted);
  const newest = chosen?.newest(today);
  if (chosen === undefined || newest === undefined) return undefined;
  const isOrder = amounts.length > 0 || money !== null;
  const isOfNow =
    request.days === undefined &&
    (isOrder || (request.statistic === undefined && request.every === undefined));
  // A sum is spent at the highest of all of them; in a stretch of days it is spent at their mean.
  const isPicked =
    (amounts.length > 0 || (money !== null && request.days === undefined)) &&
    (extreme === 'highest' || extreme === 'lowest');
  const priced = isPicked
    ? extremeOfDays(chosen, request, extreme)
    : isOfNow
      ? newest
      : figureOfDays(chosen, request);
  const threshold = question.threshold ?? null;
  const verdict =
    threshold === null || isOrder ? undefined : verdictOf(chosen, newest, { request, threshold, today });
  const held = isOrder || threshold !== null ? undefined : thenAndNow(chosen, question, today);
  const part =
    verdict !== undefined || held !== undefined
      ? (verdict ?? held ?? newestPart(chosen, newest, today))
      : priced !== undefined && amounts.length > 0
        ? costPart(market, chosen, priced, question)
        : priced !== undefined && money !== null
          ? budgetAt(
              { chosen, figure: priced, library, wanted, days: pastDays(request), mass: question.perUnit },
              money,
            )
          : isOfNow
            ? newestPart(chosen, newest, today)
            : judged !== undefined && extreme !== null && extreme !== 'mean'
              ? makePart('price', verdictPart(question, 'price', extreme, judged, [chosen]))
              : windowPart(chosen, request, today, verdictOn(question));
  const drawn = quotedChart(market, chosen, request, chart);
  const history = book?.histories.get(chosen.id) ?? [];
  const fit = isAsAsked(request, chosen, book);
  const cited = chosen.citation(isOfNow ? undefined : daysCited(chosen, request, today));
  // The newest's is said with its steps, but for a cost, which shows none.
  const rates = isOrder
    ? ratesUsed(priced === undefined ? [] : [priced.citation])
    : isOfNow
      ? []
      : ratesOver(chosen, daysCited(chosen, request, today)).filter(({ period }) => period !== newest.at);
  const known = catalog.rates;
  const whole: Part = {
    ...part,
    ...drawn,
    body: [
      ...(offer ? [offerLine(newest, offer, question)] : []),
      ...part.body,
      ...besideIt(library.dated({ ...wanted, target: {} }), chosen, today),
    ].filter((line) => line.some((span) => span !== '')),
    cautions: [
      ...(fit ? [] : [notAsAsked(request, chosen, newest)]),
      ...part.cautions,
      ...(known === undefined ? [] : rateLines(rates, known)),
      ...ageCautions(chosen, book),
      ...drawn.cautions,
      ...(chosen.conversion !== undefined && 'reason' in chosen.conversion
        ? [
            [
              `It stays as it is ${chosen.cadence === 'day' ? 'quoted' : 'given'}: ${chosen.conversion.reason}.`,
            ],
          ]
        : []),
    ],
    citations: [cited, ...(known !== undefined && isConvertedMonth(chosen) ? [citeRates(known)] : [])],
    ...(request.csv && history.length > 0
      ? { file: { name: `${metal}-${chosen.basis.form}-${today}.csv`, text: quotesCsv(history) } }
      : {}),
  };
  return { part: whole, place: chosen.of.place ?? '' };
}

const isConvertedMonth = ({ cadence, conversion }: Series): boolean =>
  cadence === 'month' && conversion !== undefined && 'steps' in conversion;

/** The rates of the months that an answer is made of, where they are not the newest's, which is said with its steps. */
const ratesOver = (chosen: Series, days: Days | undefined) =>
  days === undefined || !isConvertedMonth(chosen)
    ? []
    : ratesUsed(chosen.within(days).map(({ citation }) => citation));

/** What amounts cost at a price; one that is no price any more makes no cost. */
function costPart(
  { catalog, today }: Market,
  { name, freshness, of }: Series,
  priced: Figure,
  question: Question,
): Part {
  if (freshness?.state === 'dead' && priced.age === freshness.words)
    return makePart('cost', {
      headline: [{ strong: [`${name}: no price for today, so no cost`] }],
      body: [['The last quote was ', show(priced), `, ${freshness.words}.`]],
    });
  const metal = tradedOf(catalog, of.material);
  return costAt({ question, metal, thisYear: Number(today.slice(0, 4)) }, priced).part;
}

function newestPart(chosen: Series, newest: Figure, today: string): Part {
  const { freshness } = chosen;
  const headline = newestHeadline(chosen, newest);
  if (freshness?.state === 'dead')
    return makePart('price', {
      headline,
      body: [
        ['The last quote was ', show(newest), `, ${freshness.words}: ${basisWords(chosen)}.`],
        ...stepLines(chosen),
      ],
    });
  return makePart('price', {
    headline,
    body: [[...moved(chosen, newest, today), basisLine(chosen)], ...stepLines(chosen)],
  });
}

/** "Up 1.2 % on 19 Nov (…). ": against the one before it in its own series, so on one basis. */
function moved(chosen: Series, newest: Figure, today: string): Line {
  // Set beside a price on another basis, it would be taken for one on the same.
  if (chosen.conversion !== undefined && 'steps' in chosen.conversion) return [];
  const before = figureBefore(chosen, newest);
  return before === undefined ? [] : [...capitalised(against(newest, before, today)), '. '];
}

/** What other series have, beside the one that answers, each as its source gives it. */
function besideIt(all: readonly Series[], { id }: Series, today: string): readonly Line[] {
  const lead = all.find((series) => series.id === id)?.newest(today);
  const others = all.flatMap((series) => (series.id === id ? [] : (series.newest(today) ?? [])));
  return lead === undefined ? [] : besideLine(lead, others, today);
}

/** "CN¥600,000/t is 2.8 to 3.5 % below the quote.": an offer in the quote's currency beside it. */
function offerLine(newest: Figure, offer: Offer, question: Question): Line {
  const unit = priceUnit(newest.quantity.unit);
  const offered = unit && offeredFor(question, offer, unit.mass);
  if (offered === undefined || offer.assumed === true || offer.currency !== unit?.currency)
    return [
      `The offer is not set against the quote: name it in ${unit?.currency ?? 'its currency'} for a mass, as the quote is.`,
    ];
  return [
    { quantity: { range: offered, unit: newest.quantity.unit }, given: true },
    ' is ',
    ...offAgainst(offered, newest, newest.at.length > 7 ? 'quote' : 'price'),
    '.',
  ];
}

/** Whether the series is of the form and the terms that were asked for. */
function isAsAsked(
  { form, terms }: PriceWanted,
  { id, basis }: Series,
  book: QuoteBook | undefined,
): boolean {
  const key = book?.latest.find(({ series }) => series === id)?.key;
  return (
    (form === undefined || form === (key?.form ?? basis.form)) &&
    (terms === undefined || terms === key?.terms)
  );
}

function notAsAsked({ form, terms }: PriceWanted, chosen: Series, newest: Figure): Line {
  const asked = [form, terms].filter((word) => word !== undefined).join(', ');
  return [`I have no ${NOUN[chosen.cadence]} of ${asked}: this one is of ${basisInFull(newest)}.`];
}

function ageCautions({ freshness, id }: Series, book: QuoteBook | undefined): readonly Line[] {
  const key = book?.latest.find(({ series }) => series === id)?.key;
  if (book === undefined || key === undefined) return [];
  const limits = limitsOf(book, key);
  if (freshness?.state === 'dead')
    return [[`A quote older than ${limits.deadAfter} days is not called the price here.`]];
  if (freshness?.state === 'stale')
    return [
      [
        `This quote is ${freshness.age} days old: more than the ${limits.staleAfter} days after which it is stale.`,
      ],
    ];
  return [];
}

/** Yes or no to how a price moved, where that is asked; `undefined` where its move is not. */
const verdictOn = (question: Question): ((ends: readonly [Figure, Figure]) => string) | undefined =>
  question.intent === 'change' ? (ends) => changeVerdict(question, [ends]) : undefined;
