/** What an alert looks at: the newest quote of one series in the rule's unit or, where there is none, the month's or the year's figure. */
import type { Line } from '#src/domain/answer.ts';
import { dayInWords } from '#src/domain/measure/days.ts';
import { newestYear, type Series } from '#src/domain/series/series.ts';
import { seriesIn } from '#src/domain/series/metal-series.ts';
import { priceUnit, type Currency, type MassUnit } from '#src/domain/measure/figure.ts';
import { convert, convertHistory } from '#src/domain/series/convert.ts';
import type { Figure, MetalCatalog } from '#src/domain/series/figures.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import type { QuoteBook } from '#src/domain/series/quotes/quote-book.ts';
import type { LatestQuote, StoredQuote } from '#src/domain/series/quotes/quote-store.ts';
import { quantityOf, type Form, type SeriesKey } from '#src/domain/series/quote.ts';
import { basisInWords } from '#src/domain/series/basis-in-words.ts';
import { isDead, liveSeries } from '#src/domain/series/quotes/choose-quotes.ts';
import { pricesOf } from '#src/domain/topics/price/prices.ts';
import { look, seenAs } from './judge.ts';
import { lookAtApart, lookAtEdition } from './look-at-sources.ts';
import { isOnQuotes, looksBack, type Rule } from './rule.ts';
import type { Watched } from './watched.ts';

interface Wanted {
  /** Any, and as it is quoted, where they are not given. */
  readonly form: Form | undefined;
  readonly currency?: Currency;
  readonly mass?: MassUnit;
}

/** What a rule is held in; nothing where it only counts in percent. */
export function unitOf(rule: Rule) {
  if ('when' in rule) return rule.at.unit;
  return 'change' in rule && 'amount' in rule.change ? rule.change.unit : undefined;
}

function wantedBy(rule: Rule): Wanted {
  const unit = unitOf(rule);
  return { form: rule.basis?.form, ...(unit && priceUnit(unit)) };
}

/**
 * The series that an alert is to watch from now on: one that is quoted in the rule's currency or, where there is none, one
 * that can be converted to it. A rule that says no unit is in dollars a kilogram, and for quotes in dollars alone.
 */
export function chooseSeries(rule: Rule, book: QuoteBook): LatestQuote | undefined {
  const { form, currency } = wantedBy(rule);
  const live = liveSeries(book, rule.of.material, form);
  const own = live.find(({ key }) => currency === undefined || key.currency === currency);
  if (own !== undefined) return own;
  // Who names a currency wants its price watched, whatever it is quoted in.
  return isOnQuotes(rule) ? live.find((series) => lookAtQuotes(rule, series, book) !== undefined) : undefined;
}

/** The newest quote of a series; `undefined` where it is no price any more, or can't be put in the rule's unit. */
export function lookAtQuotes(
  rule: Rule,
  series: LatestQuote,
  book: QuoteBook,
): Extract<Watched, { on: 'quote' }> | undefined {
  if (isDead(book, series)) return undefined;
  const { quote } = series;
  const converted = inRuleUnit(rule, quote, book);
  if (!converted.ok) return undefined;
  const history = looksBack(rule) ? (book.histories.get(series.series) ?? []) : [];
  const before = history.filter(({ date }) => date < quote.date);
  const seen = [...convertHistory(before, targetOf(rule, quote), book.convert), converted.quote];
  const reading = look(
    rule,
    seen.map((one) => seenAs(one.date, quantityOf(one))),
  );
  const rate = converted.steps.find(({ kind }) => kind === 'currency')?.by;
  return (
    reading && {
      on: 'quote',
      rule,
      reading,
      book,
      series,
      rate,
      before: before.find(({ date }) => date === reading.before?.at),
    }
  );
}

function targetOf(rule: Rule, quote: StoredQuote) {
  const { currency = quote.currency, mass = quote.mass } = wantedBy(rule);
  return { currency, mass };
}

const inRuleUnit = (rule: Rule, quote: StoredQuote, book: QuoteBook) =>
  convert(quote, targetOf(rule, quote), book.convert);

/**
 * The newest figure of a source: of a month, or of a year where that is a later one; with those of its own edition before it.
 * `undefined` where there is none in the rule's currency.
 * @param today As an ISO date.
 */
export function lookAtFigures(
  rule: Rule,
  catalog: Pick<MetalCatalog, 'metals'>,
  today: string,
): Extract<Watched, { on: 'figure' }> | undefined {
  const metal = catalog.metals.find(({ id }) => id === rule.of.material);
  if (metal === undefined) return undefined;
  if ('apart' in rule) return lookAtApart(rule, metal, today);
  if ('edition' in rule) return lookAtEdition(rule, metal, today);
  const { form, currency } = wantedBy(rule);
  const fits = ({ series: { basis }, quantity: { unit } }: Figure) =>
    (form === undefined || basis === form) &&
    (currency === undefined || priceUnit(unit)?.currency === currency);
  const [month, year] = [monthsOf(rule, metal, today), yearsOf(rule, metal, today)].map((of) =>
    of.find(([, one]) => fits(one)),
  );
  // A year's mean is later news than a month of a year before it, and of no other.
  const isOvertaken = month !== undefined && year !== undefined && year[1].year > month[1].year;
  const found = isOvertaken ? year : (month ?? year);
  if (found === undefined) return undefined;
  const [series, figure] = found;
  const before = series.periods.flatMap((at) => {
    const ends = looksBack(rule) && at < figure.at ? series.ends(at, figure.at) : undefined;
    return ends?.[1].series === figure.series ? [ends[0]] : [];
  });
  const reading = look(
    rule,
    [...before, figure].map(({ at, quantity }) => seenAs(at, quantity)),
  );
  return reading && { on: 'figure', rule, reading, figure };
}

type Newest = readonly [series: Series, figure: Figure];

function monthsOf(rule: Rule, metal: Metal, today: string): readonly Newest[] {
  const { source, cadence } = rule.of;
  if (source !== undefined || cadence === 'year') return [];
  const all = (['headline', 'benchmark'] as const).flatMap((role) =>
    seriesIn(metal, { metric: 'price', role, cadence: 'month' }, wantedBy(rule).mass),
  );
  return all.flatMap((series) => {
    const figure = series.newest(today);
    return figure === undefined ? [] : [[series, figure] as const];
  });
}

function yearsOf(rule: Rule, metal: Metal, today: string): readonly Newest[] {
  if (rule.of.cadence === 'month') return [];
  const { mass = null } = wantedBy(rule);
  const { main } = pricesOf(metal, { source: rule.of.source ?? null, form: null, perUnit: mass });
  const year = main && newestYear(main, Number(today.slice(0, 4)));
  const figure = year === undefined ? undefined : main?.at(year);
  return main === undefined || figure === undefined ? [] : [[main, figure]];
}

/**
 * Why a rule can't be held against what is quoted, with the quote; `undefined` where it can, or nothing is quoted yet. A rule
 * that can't would be silent for ever.
 */
export function whyUnwatchable(
  rule: Rule,
  book: QuoteBook,
): { readonly quote: StoredQuote; readonly reason: string } | undefined {
  if (!isOnQuotes(rule) || unitOf(rule) === undefined) return undefined;
  const [series] = liveSeries(book, rule.of.material, rule.basis?.form);
  if (series === undefined || chooseSeries(rule, book) !== undefined) return undefined;
  const converted = inRuleUnit(rule, series.quote, book);
  return converted.ok ? undefined : { quote: series.quote, reason: converted.reason };
}

/** Why the series that an alert watches says nothing; `undefined` where it has a reading. */
export function whySilent(rule: Rule, series: LatestQuote, book: QuoteBook): Line | undefined {
  const { quote, key } = series;
  const last = [
    { quantity: quantityOf(quote), given: true },
    ` on ${dayInWords(quote.date, book.today)}`,
  ] as const;
  if (isDead(book, series))
    return [
      `The quotes that it watches, ${seriesInWords(book, key)}, have stopped: the last was `,
      ...last,
      '. No others are watched in their place. To watch what is quoted now, delete the alert and set it up again.',
    ];
  const converted = inRuleUnit(rule, quote, book);
  if (converted.ok) return undefined;
  return [
    `The newest quote that it watches, ${seriesInWords(book, key)}, is `,
    ...last,
    `, and can’t be held against it: ${converted.reason}.`,
  ];
}

/** @example "NdPr oxide, 99 %, ex works China, VAT included, in CNY per t, of SMM" */
export function seriesInWords(
  book: Pick<QuoteBook, 'sourceOf'> & { readonly convert: Pick<QuoteBook['convert'], 'materials'> },
  key: SeriesKey,
): string {
  const { materials } = book.convert;
  const name = `${materials.find(({ id }) => id === key.metal)?.name ?? key.metal} ${key.form}`;
  return `${name}, ${basisInWords(key)}, in ${key.currency} per ${key.mass}, of “${book.sourceOf(key.source).name}”`;
}
