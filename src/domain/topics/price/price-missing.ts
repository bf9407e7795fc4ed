/** No price for that: what is missing, and what there is instead. */
import type { Line, Suggestion } from '#src/domain/answer.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import { historyChart } from './price-history.ts';
import { ANY_PRICE, pricesOf, type Prices } from './prices.ts';
import { allFigures, type Series } from '#src/domain/series/series.ts';
import {
  basisOf,
  cite,
  firmness,
  listInWords,
  makePart,
  metalsInWords,
  missing,
  nameOf,
  show,
  sourceName,
  yearsInWords,
  type TopicContext,
  type TopicResult,
} from '#src/domain/topics/topic.ts';
import { askFor, askHistory, askPriceOf } from '#src/domain/topics/suggestions.ts';

/** No figure for those years: other sources' figures for them, or the years that there are. */
export function noYear(context: TopicContext, prices: Prices, years: readonly number[]): TopicResult {
  const { metal, question } = context;
  const asked = question.finerTime ?? yearsInWords(years);
  const sources = [prices.main, ...prices.others].flatMap((s) => (s === undefined ? [] : [s]));
  const elsewhere = prices.others.flatMap((s) => years.flatMap((y) => s.at(y) ?? []));
  const have = sources.map((s): Line => {
    const figure = s.at(s.years.at(-1) ?? 0);
    const basis = figure === undefined ? '' : basisOf(figure);
    const names = [...new Set(allFigures(s).map(sourceName))];
    return [`I have ${yearsInWords(s.years)} from ${listInWords(names)}${basis && ` (${basis})`}.`];
  });
  if (elsewhere.length > 0) {
    return {
      found: true,
      part: makePart('price', {
        headline: [
          {
            strong: elsewhere.flatMap((f, i) => [`${i > 0 ? '; ' : ''}${nameOf(f)}, ${f.year}: `, show(f)]),
          },
          elsewhere[0] === undefined ? '' : firmness(elsewhere[0]),
        ],
        body: [
          [
            `From ${listInWords([...new Set(elsewhere.map(sourceName))])}; the headline source has no figure for ${asked}.`,
          ],
          ...have,
        ],
        citations: cite(elsewhere),
        chart: historyChart(metal.id, prices.main?.years ?? []),
        chartWanted: question.chart,
      }),
      suggestions: yearSuggestions(metal, prices.main),
    };
  }
  return missing(
    'price',
    [`I have no price of ${metal.name.toLowerCase()} for ${asked}.`],
    have,
    yearSuggestions(metal, prices.main),
    cite(sources.flatMap((s) => s.at(s.years[0] ?? 0) ?? [])),
  );
}

function yearSuggestions(metal: Metal, main: Series | undefined): Suggestion[] {
  const [first, last] = [main?.years[0], main?.years.at(-1)];
  const years = [...new Set([first, last])].filter((y) => y !== undefined);
  return [...years.map((y) => askPriceOf(metal, y)), askHistory(metal)];
}

/** No price of that metal, form or source at all. */
export function noPrice({ metal, question, catalog }: TopicContext): TopicResult {
  const priced = catalog.metals.filter((m) => pricesOf(m, ANY_PRICE).main !== undefined);
  const what = [
    question.source === 'usgs' ? 'from the USGS' : '',
    question.source === 'report' ? 'from the report' : '',
    question.form === 'oxide' ? 'for oxide' : '',
  ]
    .filter((w) => w !== '')
    .join(' ');
  const headline: Line = [`I have no price of ${metal.name.toLowerCase()}${what && ` ${what}`}.`];
  const own = pricesOf(metal, ANY_PRICE);
  const newest = [own.main, ...own.others].flatMap((series) => {
    const figure = series?.at(series.years.at(-1) ?? 0);
    return figure === undefined ? [] : [figure];
  });
  // What there is of the metal is nearer than what there is of others.
  if (newest.length > 0)
    return missing(
      'price',
      headline,
      newest.map((figure) => [
        'I have ',
        show(figure),
        ` for ${nameOf(figure)} in ${figure.year}`,
        firmness(figure),
        ` (${sourceName(figure)}).`,
      ]),
      [askFor(metal, 'price'), askHistory(metal)],
      cite(newest),
    );
  return missing(
    'price',
    headline,
    [[`I have prices of ${metalsInWords(priced)}.`]],
    priced.slice(0, 3).map((m) => askFor(m, 'price')),
  );
}
