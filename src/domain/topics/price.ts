/** "What does it cost": a year, several years, the whole history, the highest and the lowest. */
import type { Line, Suggestion } from '../answer.ts';
import type { Figure } from '../catalog.ts';
import { disagreements } from './disagreement.ts';
import { answerExtreme } from './extreme.ts';
import { ANY_PRICE, pricesOf, type Prices } from './prices.ts';
import { allFigures, figuresIn, newestYear, type Track } from './track.ts';
import {
  against,
  basisOf,
  capitalised,
  cite,
  firmness,
  listInWords,
  makePart,
  nameOf,
  missing,
  show,
  sourceName,
  yearsInWords,
  type Topic,
  type TopicContext,
  type TopicResult,
} from './topic.ts';

export const answerPrice: Topic = (context) => {
  const { metal, question } = context;
  const prices = pricesOf(metal, question);
  const { main } = prices;
  if (main === undefined) return noPrice(context);
  if (question.extreme !== null) return answerExtreme(context, 'price', main);
  const years = wantedYears(context, main);
  const figures = figuresIn(main, years);
  if (figures.length === 0) return noYear(context, prices, years);
  const [only] = figures;
  if (only !== undefined && years.length === 1) return oneYear(context, prices, only);
  return manyYears(context, prices, figures, years);
};

/** The years asked for; without any, the current one: a buyer who names no year means now. */
function wantedYears({ question, thisYear }: TopicContext, main: Track): readonly number[] {
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
  const earlier = prices.main?.at(figure.year - 1);
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
      { label: 'History', ask: `${metal.name} price history` },
      ...(figure.year === thisYear
        ? []
        : [{ label: `Price ${thisYear}`, ask: `${metal.name} price ${thisYear}` }]),
      ...(lines.length > 0
        ? [{ label: 'Why do sources differ?', ask: `do the sources agree on the ${metal.name} price?` }]
        : []),
    ],
  };
}

/** What to say of time: no quote for today, no finer figure than a year, a projection, an older year than asked. */
function timeCautions({ question, thisYear }: TopicContext, figure: Figure): Line[] {
  const lines: Line[] = [];
  if (question.finerTime !== null) {
    lines.push([
      `I have yearly figures only, nothing for “${question.finerTime}”: this is for ${figure.year} as a whole.`,
    ]);
  }
  if (figure.quantity.firmness === 'projected') {
    lines.push([
      figure.year === thisYear
        ? `This is the source's projection for ${figure.year}, not a quote: I have no price for today.`
        : `This is the source's projection for ${figure.year}.`,
    ]);
  } else if ((question.years.length === 0 || question.current) && figure.year < thisYear) {
    lines.push([
      `This is the newest figure I have: no source here gives ${thisYear}, and I have no price for today.`,
    ]);
  } else if (question.current) lines.push(['This is a figure for the year: I have no price for today.']);
  return lines;
}

/** "Price of magnets": a price of the metal is not one of what contains it. */
function productCaution({ metal, question }: TopicContext): Line[] {
  const product = metal.products.find((p) => p.id === question.product);
  if (product === undefined) return [];
  return [
    [
      `I have no price of ${product.name}. This is the price of ${metal.name.toLowerCase()}, which is only a part of them.`,
    ],
  ];
}

function currencyCaution(currency: string | null): Line[] {
  if (currency === null || currency === 'USD') return [];
  return [[`No exchange rate to ${currency} is set up, so figures stay in US dollars.`]];
}

function manyYears(
  context: TopicContext,
  prices: Prices,
  figures: readonly Figure[],
  years: readonly number[],
): TopicResult {
  const { metal, question } = context;
  const [first, last] = [figures[0], figures.at(-1)];
  if (first === undefined || last === undefined) return noYear(context, prices, years);
  const others = prices.others.filter((s) => figures.some((f) => s.at(f.year) !== undefined));
  const lacking = years.filter((y) => !figures.some((f) => f.year === y));
  const cautions: Line[] = [];
  if (lacking.length > 0) cautions.push([`No figure for ${yearsInWords(lacking)}.`]);
  if (figures.some((f) => f.quantity.firmness === 'projected')) {
    cautions.push([
      `${yearsInWords(figures.filter((f) => f.quantity.firmness === 'projected').map((f) => f.year))} is a projection.`,
    ]);
  }
  cautions.push(...currencyCaution(question.currency));
  if (others.length > 0)
    cautions.push(['The two sources give different prices, for different forms: do not mix them.']);
  return {
    found: true,
    part: makePart('price', {
      headline: [
        {
          strong: [
            `${nameOf(first)}, ${yearsInWords(figures.map((f) => f.year))}: `,
            show(first),
            ' to ',
            show(last),
          ],
        },
        firmness(last),
      ],
      body: [[...capitalised(against(last, first)), '.']],
      table: {
        columns: ['Year', columnName(first), ...others.map((s) => otherColumn(s))],
        rows: figures.map((f) => [
          [String(f.year)],
          [show(f), firmness(f)],
          ...others.map((s): Line => {
            const other = s.at(f.year);
            return other === undefined ? ['no figure'] : [show(other), firmness(other)];
          }),
        ]),
      },
      cautions,
      citations: cite([...figures, ...others.flatMap((s) => figures.map((f) => s.at(f.year)))]),
      chart: historyChart(
        metal.id,
        figures.map((f) => f.year),
      ),
      chartWanted: question.chart || figures.length > 2,
    }),
    suggestions: [
      {
        label: `Change ${first.year} to ${last.year}`,
        ask: `${metal.name} price change from ${first.year} to ${last.year}`,
      },
    ],
  };
}

/** "Farmonaut report", "USGS MCS 2026, oxide": short enough for the head of a column. */
function columnName(figure: Figure): string {
  const { publisher, edition } = figure.citation.source;
  const basis = figure.series.basis === 'unstated' ? '' : `, ${figure.series.basis}`;
  return edition === undefined ? `${publisher} report${basis}` : `${publisher} ${edition}${basis}`;
}

function otherColumn(source: Track): string {
  const year = source.years.at(-1);
  const figure = year === undefined ? undefined : source.at(year);
  return figure === undefined ? 'Other' : columnName(figure);
}

function historyChart(metal: string, years: readonly number[]) {
  const [from, to] = [years[0], years.at(-1)];
  return from === undefined || to === undefined ? undefined : ({ kind: 'price', metal, from, to } as const);
}

function noYear(context: TopicContext, prices: Prices, years: readonly number[]): TopicResult {
  const { metal, question } = context;
  const asked = question.finerTime ?? yearsInWords(years);
  const sources = [prices.main, ...prices.others].flatMap((s) => (s === undefined ? [] : [s]));
  const elsewhere = prices.others.flatMap((s) => years.flatMap((y) => s.at(y) ?? []));
  const have = sources.map((s): Line => {
    const figure = s.at(s.years.at(-1) ?? 0);
    const basis = figure === undefined ? '' : basisOf(figure);
    return [
      `I have ${yearsInWords(s.years)} from ${figure === undefined ? 'a source' : sourceName(figure)}${basis && ` (${basis})`}.`,
    ];
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
      suggestions: yearSuggestions(metal.name, prices.main),
    };
  }
  return missing(
    'price',
    [`I have no price of ${metal.name.toLowerCase()} for ${asked}.`],
    have,
    yearSuggestions(metal.name, prices.main),
    cite(sources.flatMap((s) => s.at(s.years[0] ?? 0) ?? [])),
  );
}

function yearSuggestions(metal: string, main: Track | undefined): Suggestion[] {
  const [first, last] = [main?.years[0], main?.years.at(-1)];
  const years = [...new Set([first, last])].filter((y) => y !== undefined);
  return [
    ...years.map((y) => ({ label: `Price ${y}`, ask: `${metal} price ${y}` })),
    { label: 'History', ask: `${metal} price history` },
  ];
}

function noPrice({ metal, question, catalog }: TopicContext): TopicResult {
  const priced = catalog.metals.filter((m) => pricesOf(m, ANY_PRICE).main !== undefined);
  const what = [
    question.source === 'usgs' ? 'from the USGS' : '',
    question.source === 'report' ? 'from the report' : '',
    question.form === 'oxide' ? 'for oxide' : '',
  ]
    .filter((w) => w !== '')
    .join(' ');
  return missing(
    'price',
    [`I have no price of ${metal.name.toLowerCase()}${what && ` ${what}`}.`],
    [[`I have prices of ${listInWords(priced.map((m) => m.name.toLowerCase()))}.`]],
    priced.slice(0, 3).map((m) => ({ label: `${m.name} price`, ask: `${m.name} price` })),
  );
}
