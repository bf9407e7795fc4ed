/** Answers what no figure answers: what is not known here is said to be, and what there is instead is one press away. */
import { says } from '#src/domain/reading/asked/manner.ts';
import { answerUses } from './supply-chain/uses.ts';
import type { Line } from '#src/domain/answer.ts';
import { metalOf } from '#src/domain/series/figures.ts';
import type { Aside } from '#src/domain/reading/frame.ts';
import { answerChange } from './compare/change.ts';
import { answerConverted } from './price/converted.ts';
import { ANY_PRICE, pricesOf } from './price/prices.ts';
import { allFigures } from '#src/domain/series/series.ts';
import {
  cite,
  firmness,
  makePart,
  missing,
  show,
  sourceName,
  type TopicContext,
  type TopicResult,
} from './topic.ts';
import { askChange, askCountries, askFor, askHistory, askProducers } from './suggestions.ts';
import { answerContent } from './content.ts';

/** The answer to an aside. */
export function answerAside(context: TopicContext, aside: Aside): TopicResult {
  switch (aside.kind) {
    case 'denial':
      return answerDenial(context, aside);
    case 'volatility':
      return answerVolatility(context);
    case 'correlation':
      return missing(
        'price',
        ['I have no correlation of prices: I work none out.'],
        [],
        context.question.metals.map((id) => {
          const metal = metalOf(context.catalog, id);
          return askHistory(metal, `${metal.name} history`);
        }),
      );
    case 'conversion':
      return answerConverted(aside);
    case 'companies':
      return missing(
        'unknown',
        ['I have no companies here: no source that I have names who makes or buys it.'],
        [['My figures are by metal, year, sector and, for rare earths together, by country.']],
        [
          askCountries('Top producing countries', 'top producing countries', 'production'),
          askFor(context.metal, 'price'),
        ],
      );
    case 'making':
      return missing(
        'unknown',
        [
          `I have figures of how much ${context.metal.name.toLowerCase()} is mined and what it costs, and nothing on how it is made.`,
        ],
        [],
        [askFor(context.metal, 'production'), askFor(context.metal, 'price')],
      );
    case 'part of price':
      return missing(
        'price',
        ['I have no price of goods, so not what part of it their metal is.'],
        [],
        [askFor(context.metal, 'price')],
      );
    case 'traders':
      return missing(
        'unknown',
        [
          `I have no ${aside.does === 'trade' ? 'trade' : 'consumption'} by country of ${context.metal.name.toLowerCase()}, so not who has the most.`,
        ],
        [['The source has it for the United States alone. Output and reserves are known by country.']],
        [
          askFor(context.metal, 'import-sources'),
          askFor(context.metal, aside.does === 'trade' ? 'imports' : 'consumption'),
          askProducers(context.metal),
        ],
      );
    case 'content':
      return answerContent(context, aside);
    case 'description':
      return answerDescription(context);
  }
}

/** "Why didn't it rise": what the figures say of it, first, for it may well have risen. */
function answerDenial(context: TopicContext, { denied }: Extract<Aside, { kind: 'denial' }>): TopicResult {
  const { question, metal, thisYear } = context;
  const settled = (pricesOf(metal, question).main?.years ?? []).filter((year) => year < thisYear);
  const years = question.years.length > 0 ? question.years : settled.slice(-1);
  const span = question.years.length > 0 ? question.span : null;
  const result = answerChange({ ...context, question: { ...question, metrics: ['price'], years, span } });
  const why: Line = [
    `Whether it did not ${denied} differs by source and year: these are the figures. None of my sources explains it.`,
  ];
  return result.found ? { ...result, part: { ...result.part, body: [...result.part.body, why] } } : result;
}

/** No measure of it; the lowest and the highest figure of each source. */
function answerVolatility({ metal, question }: TopicContext): TopicResult {
  const { main, others } = pricesOf(metal, { ...ANY_PRICE, form: question.form });
  const tracks = [main, ...others].flatMap((track) => track ?? []);
  const ends = tracks.map((track) => {
    // Of one edition, and of years that are over.
    const all = allFigures(track);
    const figures = all
      .filter(({ series, quantity }) => series === all.at(-1)?.series && quantity.firmness !== 'projected')
      .toSorted((a, b) => a.quantity.range.high - b.quantity.range.high);
    return { lowest: figures[0], highest: figures.at(-1) };
  });
  const body = ends.flatMap(({ lowest, highest }): Line[] =>
    lowest === undefined || highest === undefined
      ? []
      : [
          [
            `By ${sourceName(lowest)}, lowest `,
            show(lowest),
            ` (${lowest.year})${firmness(lowest)}, highest `,
            show(highest),
            ` (${highest.year})${firmness(highest)}.`,
          ],
        ],
  );
  return missing(
    'price',
    [`I have no volatility of ${metal.name.toLowerCase()}: I work none out.`],
    body,
    [
      askHistory(metal),
      askChange(metal),
      {
        label: 'Highest price',
        ask: `highest ${metal.name} price`,
        need: { intent: 'extreme', metals: [metal.id], metrics: ['price'], extreme: 'highest' },
      },
    ],
    cite(ends.flatMap(({ lowest, highest }) => [lowest, highest])),
  );
}

/** What its data file says that it is; asked what it is used for, the shares of its uses where a source has them. */
function answerDescription(context: TopicContext): TopicResult {
  const { metal, question } = context;
  const uses = says(question, 'use') ? answerUses(context) : undefined;
  if (uses?.found === true) return uses;
  return {
    found: true,
    part: makePart('summary', {
      headline: [{ strong: [metal.symbol === undefined ? metal.name : `${metal.name} (${metal.symbol})`] }],
      body: [[metal.description], ['This is a description of ours, and cites no source.']],
    }),
    suggestions: [askFor(metal, 'price'), askHistory(metal)],
  };
}
