/** "What does it cost": a year, several years, the whole history, the highest and the lowest. */
import { says } from '#src/domain/reading/asked/manner.ts';
import type { Line } from '#src/domain/answer.ts';
import { exactly, isExact, midpoint } from '#src/domain/measure/figure.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import { disagreements } from '#src/domain/topics/disagreement.ts';
import { answerAcross } from '#src/domain/topics/supply-chain/across.ts';
import { answerFamily } from '#src/domain/topics/supply-chain/family.ts';
import { answerThreshold } from '#src/domain/topics/verdicts/threshold.ts';
import { answerExtreme } from '#src/domain/topics/verdicts/extreme.ts';
import { currencyCaution, productCaution, timeCautions } from './price-cautions.ts';
import { historyChart, manyYears } from './price-history.ts';
import { noPrice, noYear } from './price-missing.ts';
import { priceContained } from './price-contained.ts';
import { priceNow } from './price-now.ts';
import { pricesOf, type Prices } from './prices.ts';
import { allFigures, figuresIn, newestYear, yearBefore, type Series } from '#src/domain/series/series.ts';
import { massOf } from '#src/domain/series/one-unit.ts';
import {
  against,
  capitalised,
  cite,
  firmness,
  makePart,
  nameOf,
  show,
  type Topic,
  type TopicContext,
  type TopicResult,
} from '#src/domain/topics/topic.ts';
import { askHistory, askPriceOf, askWhetherAgreed } from '#src/domain/topics/suggestions.ts';

/** Prices of one metal. */
export const answerPrice: Topic = (context) => {
  const { metal, question } = context;
  const prices = pricesOf(metal, question);
  const { main } = prices;
  if (main === undefined) {
    const members = context.catalog.metals.filter(({ group }) => group === metal.id);
    if (members.length === 0) return noPrice(context);
    const { extreme: way } = question;
    return way === 'highest' || way === 'lowest'
      ? answerAcross(
          context,
          { by: 'price', way, count: null, rank: 1, polar: false },
          metal.name.toLowerCase(),
          members,
        )
      : answerFamily(context, metal.name, members, 'price');
  }
  const contained = priceContained(context, prices);
  if (contained !== undefined) return contained;
  const verdict = answerThreshold(context, {
    topic: 'price',
    what: 'price',
    track: main,
    others: prices.others,
  });
  if (verdict !== undefined) return verdict;
  if (question.extreme !== null)
    return answerExtreme(context, 'price', main, [...prices.others, ...datedBeside(context, main)]);
  const now = asksForNow(context) ? priceNow(context, prices) : undefined;
  if (now !== undefined) return now;
  const years = wantedYears(context, main);
  const figures = figuresIn(main, years);
  const [first] = figures;
  if (first === undefined) return noYear(context, prices, years);
  return years.length === 1
    ? oneYear(context, prices, first)
    : manyYears(context, prices, [first, ...figures.slice(1)], years);
};

/** What quotes or figures of months say of the same years. */
function datedBeside({ library, metal }: TopicContext, { unit }: Series): readonly Series[] {
  const mass = massOf(unit);
  const target = mass === undefined ? {} : { mass };
  return library?.dated({ of: metal.id, target }).slice(0, 1) ?? [];
}

/** No year is named, or the present: a buyer who names none means now. */
function asksForNow({ question, thisYear }: TopicContext): boolean {
  const { years, span, current, intent, chart, forecast, finerTime } = question;
  if (span !== null || intent === 'change' || chart || forecast === true) return false;
  const present = years.length === 1 && years[0] === thisYear && (current || finerTime !== null);
  return years.length === 0 || present;
}

/** The years asked for; without any, the current one: a buyer who names no year means now. */
function wantedYears({ question, thisYear }: TopicContext, main: Series): readonly number[] {
  // "Latest" in a year that the source does not reach means its newest figure.
  const newestWanted = question.current && question.span === null && main.at(thisYear) === undefined;
  if (question.years.length > 0 && !newestWanted) return question.years;
  if (question.span !== null || question.intent === 'change') return main.years;
  if (question.chart) return main.years;
  if (question.forecast === true) {
    const projected = allFigures(main).filter((f) => f.quantity.firmness === 'projected');
    if (projected.length > 0) return projected.map((f) => f.year);
  }
  return [newestYear(main, thisYear) ?? thisYear];
}

function oneYear(context: TopicContext, prices: Prices, figure: Figure): TopicResult {
  const { metal, question, thisYear } = context;
  const earlier = prices.main && yearBefore(prices.main, figure);
  const later = prices.main?.at(figure.year + 1);
  const { lines, figures } = disagreements(figure, prices);
  const meaning: Line[] = [];
  const next: Line = later === undefined ? [] : [`${later.year} is given as `, show(later), firmness(later)];
  if (earlier !== undefined)
    meaning.push([
      ...capitalised(against(figure, earlier)),
      ...(next.length > 0 ? ['; ', ...next] : []),
      '.',
    ]);
  else if (next.length > 0) meaning.push([...next, '.']);
  const { range } = figure.quantity;
  if (!isExact(range) && says(question, 'middle'))
    meaning.unshift([
      'The middle of that range: ',
      { quantity: { ...figure.quantity, range: exactly(midpoint(range)) }, from: [figure] },
      '.',
    ]);
  return {
    found: true,
    part: makePart('price', {
      headline: [{ strong: [`${nameOf(figure)}, ${figure.year}: `, show(figure)] }, firmness(figure)],
      body: meaning,
      cautions: [
        ...productCaution(context),
        ...timeCautions(context, figure),
        ...currencyCaution(question.currency),
        ...lines,
      ],
      citations: cite([figure, ...figures]),
      chart: historyChart(metal.id, prices.main?.years ?? []),
      chartWanted: question.chart,
    }),
    suggestions: [
      askHistory(metal),
      ...(figure.year === thisYear || prices.main?.at(thisYear) === undefined
        ? []
        : [askPriceOf(metal, thisYear)]),
      ...(lines.length > 0 ? [askWhetherAgreed(metal)] : []),
    ],
  };
}
