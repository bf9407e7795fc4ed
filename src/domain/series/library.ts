/** All series that there are, whichever cadence they have: quotes of days, and a source's figures of months and years. */
import { daysBetween } from '#src/domain/measure/days.ts';
import type { MassUnit } from '#src/domain/measure/figure.ts';
import { priceUnit } from '#src/domain/measure/figure.ts';
import { periodNamed } from '#src/domain/measure/period.ts';
import { metalOf, outsiderOf, tradedOf, type MetalCatalog } from './figures.ts';
import type { PeriodRates } from './rates/period-rates.ts';
import { inCurrency } from './rates/in-currency.ts';
import type { Metal } from './metal.ts';
import type { QuoteBook } from './quotes/quote-book.ts';
import { bestSeries, type QuotesWanted } from './quotes/choose-quotes.ts';
import { seriesOfQuotes } from './quotes/quoted-series.ts';
import type { Days, Series } from './series.ts';
import { seriesIn } from './metal-series.ts';

/** What prices are looked up in. */
export interface Market {
  readonly catalog: MetalCatalog;
  /** The quotes that were fetched; `undefined` where there are none. */
  readonly book: QuoteBook | undefined;
  /** ISO date. */
  readonly today: string;
}

export interface PricesWanted extends QuotesWanted {
  /** Id of a metal or a material. */
  readonly of: string;
  /** The mass that prices of years are to be for. */
  readonly per?: MassUnit | null;
  /** Only what is a price still. */
  readonly live?: boolean;
}

export interface Library {
  /** The series of prices, best first: quotes and figures of months, those with the most of the days first, then of years. */
  prices(wanted: PricesWanted): readonly Series[];
  /** The same without those of years: what a price of days is looked up in. */
  dated(wanted: PricesWanted): readonly Series[];
}

/** What is known when a question is answered. @param book The quotes that were fetched for it. */
export function libraryOf(catalog: MetalCatalog, book: QuoteBook | undefined): Library {
  const dated = ({ of, per, live, ...wanted }: PricesWanted) => {
    const quoted = book === undefined ? [] : bestSeries(book, of, wanted);
    const days = quoted.flatMap((latest) =>
      book === undefined ? [] : [seriesOfQuotes(book, tradedOf(catalog, of), latest, wanted.target)],
    );
    const all = [...days, ...monthsOf(catalog, of, wanted, per)];
    const alive = ofForm(live === true ? all.filter((one) => !isDead(one)) : all, wanted.form);
    return wanted.looked === undefined ? deadLast(alive) : mostOf(alive, wanted.looked);
  };
  return {
    dated,
    prices: (wanted) => [...dated(wanted), ...yearsOf(catalog, wanted)],
  };
}

/** Whether a source prints prices of its years: what has none is answered for years by its months, or its quotes. */
export const pricedByYear = (catalog: MetalCatalog, of: string): boolean =>
  yearsOf(catalog, { of, target: {} }).length > 0;

const ROLES = ['headline', 'benchmark'] as const;

function yearsOf(catalog: MetalCatalog, { of, per }: PricesWanted): readonly Series[] {
  if (outsiderOf(catalog, of) !== undefined) return [];
  const metal = metalOf(catalog, of);
  return ROLES.flatMap((role) => seriesIn(metal, { metric: 'price', role }, per));
}

/** Those of a form, where there is one. */
const ofForm = (all: readonly Series[], form: string | undefined): readonly Series[] => {
  const exact = all.filter(({ basis }) => basis.form === form);
  return exact.length > 0 ? exact : all;
};

/** Figures of months, in the currency that is wanted where there are rates of months to it. */
function monthsOf(
  catalog: MetalCatalog,
  of: string,
  { target }: QuotesWanted,
  per: MassUnit | null | undefined,
): readonly Series[] {
  if (outsiderOf(catalog, of) !== undefined) return [];
  const metal = metalOf(catalog, of);
  const mass = target.mass ?? per;
  const monthly = (one: Metal) =>
    ROLES.flatMap((role) => seriesIn(one, { metric: 'price', role, cadence: 'month' }, mass));
  const all = monthly(metal);
  const { currency } = target;
  const isOther = (series: Series) => currency !== undefined && priceUnit(series.unit)?.currency !== currency;
  const { rates } = catalog;
  const put =
    rates === undefined || currency === undefined || !all.some(isOther)
      ? []
      : monthly(inCurrency(metal, currency, rates));
  return all.map((series): Series => {
    const other = isOther(series) ? put.find(({ id }) => id === series.id) : undefined;
    const reason = whyNot(other ?? series, target);
    if (reason !== undefined) return { ...series, conversion: { reason } };
    return other === undefined || rates === undefined
      ? series
      : { ...other, conversion: stepFrom(series, other, rates) };
  });
}

/** How the newest figure of a month got into the other currency; those before it have each the rate of their month. */
function stepFrom(series: Series, converted: Series, rates: PeriodRates): NonNullable<Series['conversion']> {
  const at = converted.periods.at(-1) ?? '';
  const [from, to] = [series.at(at)?.quantity, converted.at(at)];
  const rate = to?.citation.rates?.[0];
  if (from === undefined || to === undefined || rate === undefined)
    return { reason: 'there is no exchange rate of its months' };
  const by = `at ${rate.said} (${rates.source.publisher}, average of ${rate.of})`;
  return { from, steps: [{ kind: 'currency', from, to: to.quantity, by }] };
}

function whyNot(
  { unit, basis }: Series,
  { currency, vat, form }: QuotesWanted['target'],
): string | undefined {
  if (currency !== undefined && priceUnit(unit)?.currency !== currency)
    return `no exchange rate of a month to ${currency} is known here`;
  if (form !== undefined && basis.form !== form) return `it is a price of ${basis.form}`;
  return vat === undefined ? undefined : 'the source does not say whether VAT is in the price';
}

const deadLast = (all: readonly Series[]): readonly Series[] =>
  all.toSorted((a, b) => Number(isDead(a)) - Number(isDead(b)));
const isDead = ({ freshness }: Series): boolean => freshness?.state === 'dead';

/** Those with the most of the days first; of as many, in the order in which they came. */
const mostOf = (all: readonly Series[], days: Days): readonly Series[] =>
  all.every(({ cadence }) => cadence === 'day')
    ? all
    : all.toSorted((a, b) => daysHeld(b, days) - daysHeld(a, days));

function daysHeld({ since, periods }: Series, { from, to }: Days): number {
  const [first, last] = [periodNamed(since)?.from ?? since, periodNamed(periods.at(-1) ?? '')?.to ?? ''];
  const [start, end] = [first > from ? first : from, last < to ? last : to];
  return start > end ? 0 : daysBetween(start, end) + 1;
}
