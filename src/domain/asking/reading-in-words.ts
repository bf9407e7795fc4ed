/** How a question was read, in a buyer's words: "the price of neodymium in 2023, as oxide". */
import type { Question } from '#src/domain/reading/question.ts';
import type { Amount } from '#src/domain/reading/amounts/asked-amounts.ts';
import { metalOf, tradedOf } from '#src/domain/series/figures.ts';
import { nameInText } from '#src/domain/series/material.ts';
import { metricWord } from '#src/domain/topics/suggestions.ts';
import { listInWords, yearsInWords } from '#src/domain/topics/topic.ts';
import type { Catalog } from './catalog.ts';

const plain = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 4 });

/** What is asked of a metal, the metal named last. */
export function readingInWords(question: Question, catalog: Catalog): string {
  const of = metalsIn(question, catalog);
  return `${askedIn(question, of, catalog)}${whereIn(question, catalog)}${whenIn(question)}${howIn(question)}`;
}

function metalsIn({ metals, families = [] }: Question, catalog: Catalog): string {
  if (metals.length > 0) return listInWords(metals.map((id) => nameInText(tradedOf(catalog, id).name)));
  if (families.length > 0) return listInWords(families.map((name) => name.toLowerCase()));
  return `${nameInText(metalOf(catalog, catalog.defaultMetal).name)} (no other metal was named)`;
}

function askedIn(question: Question, of: string, catalog: Catalog): string {
  const { intent, extreme, offer, money, amounts, combine } = question;
  const what = metricsIn(question);
  switch (intent) {
    case 'cost':
      if (offer != null)
        return `whether ${plain(offer.value)} ${offer.currency}${perOf(question)} is a fair price of ${of}`;
      if (amounts.length === 0 && money != null)
        return `how much ${of} ${plain(money.value)} ${money.currency} buys`;
      return `what ${listInWords(amounts.map((one) => amountIn(one, question, catalog)))} of ${of} ${combine === 'difference' ? 'costs more or less' : 'costs'}`;
    case 'change':
      return `how ${what} of ${of} moved`;
    case 'compare':
      return `${what} of ${of}, set side by side`;
    case 'extreme':
      return `the ${extreme === 'mean' ? 'average' : (extreme ?? 'highest')} of ${what} of ${of}`;
    case 'overtake':
      return `when one sector passed another in demand for ${of}`;
    case 'summary':
      return `all there is on ${of}`;
    case 'sources':
      return `where the figures of ${of} come from, and whether the sources agree`;
    case 'chart':
      return `a chart of ${what} of ${of}`;
    case 'help':
      return 'what I can do';
    case 'greeting':
      return 'a greeting';
    case 'value':
    case 'open':
      return `${what} of ${of}`;
  }
}

/** "The price", "world production and the breakdown by sector". */
function metricsIn({ metrics }: Question): string {
  const said = metrics.map((metric) => `the ${metric === 'demand' ? 'demand' : metricWord(metric)}`);
  return said.length === 0 ? 'the price' : listInWords(said);
}

const perOf = ({ offer }: Question): string => {
  if (offer?.per !== undefined)
    return ` for ${offer.per.factor === 1 ? 'a' : plain(offer.per.factor)} ${offer.per.unit}`;
  return offer?.unitAssumed === true ? ' (for the unit that the sources print)' : ' for all of it';
};

function amountIn(
  { value, unit, product, content, oxide }: Amount,
  { product: named }: Question,
  catalog: Catalog,
): string {
  const mass = value.low === value.high ? plain(value.low) : `${plain(value.low)} to ${plain(value.high)}`;
  const id = product ?? (content === undefined ? undefined : (named ?? undefined));
  const goods = catalog.metals.flatMap(({ products }) => products).find((one) => one.id === id)?.name;
  if (content === undefined)
    return goods === undefined
      ? `${mass} ${unit}${oxide === true ? ' of oxide' : ''}`
      : `the metal in ${mass} ${unit} of ${goods}`;
  const share =
    content.low === content.high
      ? plain(100 * content.low)
      : `${plain(100 * content.low)} to ${plain(100 * content.high)}`;
  return `the ${share} % in ${mass} ${unit} of ${goods ?? 'goods'}`;
}

function whereIn(
  { sectors, countries, allCountries, rank, without = [] }: Question,
  catalog: Catalog,
): string {
  const named = catalog.metals.flatMap((metal) => metal.sectors).filter(({ id }) => sectors.includes(id));
  const bySector = [...new Set(named.map(({ name }) => name.toLowerCase()))];
  return [
    ...(bySector.length > 0 ? [` for ${listInWords(bySector)}`] : []),
    ...(countries.length > 0 ? [` in ${listInWords(countries)}`] : []),
    ...(without.length > 0 ? [` outside ${listInWords(without)}`] : []),
    ...(allCountries ? [', country by country'] : []),
    ...(rank == null || rank === 1 ? [] : [`, number ${rank} of them`]),
  ].join('');
}

function whenIn({ years, span, current, finerTime, intent }: Question): string {
  if (finerTime !== null) return `, ${finerTime}`;
  if (span !== null) return `, ${span.from} to ${span.to}`;
  if (years.length > 0) return ` in ${yearsInWords(years)}${current ? ' (now)' : ''}`;
  return intent === 'sources' || intent === 'help' || intent === 'greeting'
    ? ''
    : ', the newest there is (no year was named)';
}

function howIn({ form, source, currency, perUnit }: Question): string {
  return [
    ...(form === null ? [] : [`, as ${form}`]),
    ...(source === null ? [] : [source === 'usgs' ? ', by USGS' : ', by the report']),
    ...(currency === null || currency === 'USD' ? [] : [`, in ${currency}`]),
    ...(perUnit === null ? [] : [`, by the ${perUnit}`]),
  ].join('');
}
