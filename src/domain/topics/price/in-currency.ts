/** Figures of years in the currency that a question wants: each at the average rate of its year, which is said beside them. */
import { asksFigures } from '#src/domain/reading/asked/asks-of.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import type { Line } from '#src/domain/answer.ts';
import { CURRENCIES, priceUnit, type Currency } from '#src/domain/measure/figure.ts';
import type { Question } from '#src/domain/reading/question.ts';
import type { MetalCatalog } from '#src/domain/series/figures.ts';
import { inCurrency } from '#src/domain/series/rates/in-currency.ts';
import type { PeriodRates } from '#src/domain/series/rates/period-rates.ts';
import { citeRates, rateLines, ratesUsed } from './rate-words.ts';
import { uniqueCitations, yearsInWords, type TopicResult } from '#src/domain/topics/topic.ts';

/** A claim is checked in the money that it was made in, and shares of sectors are in none. */
const isInMoney = ({ intent }: Question): boolean => asksFigures(intent) && intent !== 'overtake';

interface InMoney {
  readonly metals: readonly Metal[];
  /** Asks for no currency any more where the metals' prices are in it. */
  readonly question: Question;
  /** Adds the rates that a result's figures were put into the currency at. */
  readonly said: (result: TopicResult) => TopicResult;
}

/** The metals with their prices in the currency that is asked for, where there are rates of the years asked for. */
export function inAskedCurrency(
  question: Question,
  { rates }: Pick<MetalCatalog, 'rates'>,
  metals: readonly Metal[],
): InMoney {
  const as = { metals, question, said: (result: TopicResult) => result };
  const currency = CURRENCIES.find((code) => code === question.currency);
  if (rates === undefined || currency === undefined || !isInMoney(question)) return as;
  const put = metals.map((metal) => inCurrency(metal, currency, rates));
  const lost = question.years.filter((year) => metals.some((metal, at) => isLost(metal, put[at], year)));
  const has = put.some((metal) => yearsOf(metal, currency).some((year) => isAsked(question, year)));
  if (!has) return as;
  return {
    metals: put,
    question: { ...question, currency: null },
    said: (result) => withRates(result, { currency, rates, lost, whose: whoseLines(question) }),
  };
}

const isAsked = ({ years }: Question, year: number): boolean => years.length === 0 || years.includes(year);

/** The years of which a metal has a price, in a currency. */
const yearsOf = (metal: Metal | undefined, currency?: Currency): readonly number[] =>
  (metal?.series ?? []).flatMap((series) =>
    series.metric === 'price' && (currency === undefined || priceUnit(series.unit)?.currency === currency)
      ? series.points.flatMap(({ at, year }) => (at.length === 4 ? [year] : []))
      : [],
  );

const isLost = (metal: Metal, put: Metal | undefined, year: number): boolean =>
  yearsOf(metal).includes(year) && !yearsOf(put).includes(year);

/** Money of several countries by one word: it is said whose it is taken for. */
const SHARED = new Map([
  ['peso', 'Pesos are taken as those of Mexico; name the country for others.'],
  ['pesos', 'Pesos are taken as those of Mexico; name the country for others.'],
  ['rupee', 'Rupees are taken as those of India; name the country for others.'],
  ['rupees', 'Rupees are taken as those of India; name the country for others.'],
  ['franc', 'Francs are taken as those of Switzerland; name the country for others.'],
  ['francs', 'Francs are taken as those of Switzerland; name the country for others.'],
]);

const whoseLines = ({ evidence = [] }: Question): readonly Line[] =>
  evidence.flatMap(({ slot, words }) => {
    const line =
      slot === 'currency' || slot === 'money'
        ? SHARED.get(words.toLowerCase().split(' ').at(-1) ?? '')
        : undefined;
    const isBare = words.split(' ').length === 1 || /\d/u.test(words);
    return line === undefined || !isBare ? [] : [[line]];
  });

function withRates(
  result: TopicResult,
  {
    currency,
    rates,
    lost,
    whose,
  }: {
    readonly currency: Currency;
    readonly rates: PeriodRates;
    readonly lost: readonly number[];
    readonly whose: readonly Line[];
  },
): TopicResult {
  const { part } = result;
  const used = ratesUsed(part.citations);
  const said = rateLines(used, rates);
  const missed: Line[] =
    lost.length === 0 ? [] : [[`I have no exchange rate to ${currency} for ${yearsInWords(lost)}.`]];
  const chart: Line[] =
    part.chart !== undefined && part.chartWanted === true
      ? [['The chart is in the source’s own currency.']]
      : [];
  return {
    ...result,
    part: {
      ...part,
      cautions: [...whose, ...said, ...missed, ...chart, ...part.cautions],
      citations: used.length === 0 ? part.citations : uniqueCitations([...part.citations, citeRates(rates)]),
    },
  };
}
