/** What an alert looks at that is for sources and no single price: how far they lie apart, and which edition is the newest. */
import { convert } from '#src/domain/series/convert.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import type { QuoteBook } from '#src/domain/series/quotes/quote-book.ts';
import type { LatestQuote } from '#src/domain/series/quotes/quote-store.ts';
import { quantityOf } from '#src/domain/series/quote.ts';
import { liveSeries } from '#src/domain/series/quotes/choose-quotes.ts';
import type { Series } from '#src/domain/series/series.ts';
import { ANY_PRICE, pricesOf } from '#src/domain/topics/price/prices.ts';
import { apartOf, seenAs } from './judge.ts';
import type { Rule } from './rule.ts';
import type { Watched } from './watched.ts';

type ApartRule = Extract<Rule, { apart: unknown }>;
type EditionRule = Extract<Rule, { edition: unknown }>;
type OfFigure = Extract<Watched, { on: 'figure' }>;
type OfQuote = Extract<Watched, { on: 'quote' }>;

/** Into groups by a name, in the order in which they come. */
const grouped = <T>(all: readonly T[], nameOf: (one: T) => string): readonly (readonly T[])[] => [
  ...Map.groupBy(all, nameOf).values(),
];

const publisherOf = (metal: Metal, { source }: Pick<Series, 'source'>): string =>
  metal.sources[source]?.publisher ?? source;

/** The newest year of which two sources or more print a price on one basis; `undefined` where there is none. @param today ISO date */
export function lookAtApart(rule: ApartRule, metal: Metal, today: string): OfFigure | undefined {
  const form = rule.basis?.form;
  const { main, others } = pricesOf(metal, ANY_PRICE);
  const all = [main, ...others].filter(
    (one) => one !== undefined && one.cadence === 'year' && (form === undefined || one.basis.form === form),
  );
  const sets = grouped(
    all.filter((one) => one !== undefined),
    ({ basis, unit }) => [basis.form, basis.market, unit].join('|'),
  ).flatMap((set) => newestOf(metal, set, today));
  const [first, ...beside] = sets.toSorted(([a], [b]) => (b?.year ?? 0) - (a?.year ?? 0))[0] ?? [];
  if (first === undefined) return undefined;
  const seen = [first, ...beside].map(({ at, quantity }) => seenAs(at, quantity).quantity);
  const now = seenAs(first.at, first.quantity).quantity;
  return { on: 'figure', rule, figure: first, beside, reading: { now, apart: apartOf(seen) } };
}

/** Each source's figure of the newest year that two of them have; what is only projected is no price yet. */
function newestOf(metal: Metal, set: readonly Series[], today: string): readonly (readonly Figure[])[] {
  const years = [...new Set(set.flatMap(({ years: of }) => of))].filter(
    (year) => year <= Number(today.slice(0, 4)),
  );
  for (const year of years.toSorted((a, b) => b - a)) {
    const figures = set.flatMap((one) => {
      const figure = one.at(year);
      return figure === undefined || figure.quantity.firmness === 'projected' ? [] : [figure];
    });
    const each = grouped(figures, ({ series }) => publisherOf(metal, series)).flatMap(([one]) => one ?? []);
    if (each.length > 1) return [each];
  }
  return [];
}

/** The newest quotes of two sources or more on one basis; `undefined` where there are none. */
export function lookAtApartQuotes(rule: ApartRule, book: QuoteBook): OfQuote | undefined {
  const live = liveSeries(book, rule.of.material, rule.basis?.form);
  const sets = grouped(live, ({ key: { form, purity, terms, place, vat } }) =>
    [form, purity, terms, place, vat].join('|'),
  );
  for (const set of sets) {
    const each = grouped(set, ({ key }) => key.source).flatMap(([one]) => one ?? []);
    const [first, ...others] = each;
    if (first === undefined) continue;
    const { currency, mass } = first.quote;
    const converted = others.flatMap(
      (one): readonly (readonly [LatestQuote, ReturnType<typeof quantityOf>])[] => {
        const to = convert(one.quote, { currency, mass }, book.convert);
        return to.ok ? [[one, quantityOf(to.quote)]] : [];
      },
    );
    if (converted.length === 0) continue;
    const now = seenAs(first.quote.date, quantityOf(first.quote)).quantity;
    const apart = apartOf([
      now,
      ...converted.map(([one, quantity]) => seenAs(one.quote.date, quantity).quantity),
    ]);
    const beside = converted.map(([one]) => one);
    return {
      on: 'quote',
      rule,
      book,
      series: first,
      beside,
      rate: undefined,
      before: undefined,
      reading: { now, apart },
    };
  }
  return undefined;
}

/** The year of the newest edition of a publisher; `undefined` where its editions have none. */
function newestEdition(metal: Metal, publisher: string): number | undefined {
  const years = Object.values(metal.sources).flatMap((source) =>
    source.publisher === publisher ? (source.editionYear ?? []) : [],
  );
  return years.length === 0 ? undefined : Math.max(...years);
}

/** Whose prices answer for a metal, and with which edition: what a new one is newer than. @param source As somebody named it */
export function editionNow(
  metal: Metal,
  source: 'usgs' | 'report' | undefined,
): { readonly publisher: string; readonly after: number } | undefined {
  const { main } = pricesOf(metal, { ...ANY_PRICE, source: source ?? null });
  const publisher = main && publisherOf(metal, main);
  const after = publisher === undefined ? undefined : newestEdition(metal, publisher);
  return publisher === undefined || after === undefined ? undefined : { publisher, after };
}

/** The newest edition, with the newest price of that publisher. @param today ISO date */
export function lookAtEdition(rule: EditionRule, metal: Metal, today: string): OfFigure | undefined {
  const { publisher } = rule.edition;
  const edition = newestEdition(metal, publisher);
  const { main, others } = pricesOf(metal, ANY_PRICE);
  const [figure] = [main, ...others].flatMap((one) =>
    one !== undefined && publisherOf(metal, one) === publisher ? (one.newest(today) ?? []) : [],
  );
  if (edition === undefined || figure === undefined) return undefined;
  return { on: 'figure', rule, figure, reading: { now: figure.quantity, edition } };
}
