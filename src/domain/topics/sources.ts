/** Where figures come from, whether sources agree, and whether a claim holds. */
import type { Line, Span } from '#src/domain/answer.ts';
import { citationOf, type Figure } from '#src/domain/series/figures.ts';
import type { Citation, Claim, Metal } from '#src/domain/series/metal.ts';
import { claimedPercent, judgeClaim } from './claims.ts';
import { disagreements } from './disagreement.ts';
import { answerPrice } from './price/price.ts';
import { ANY_PRICE, pricesOf } from './price/prices.ts';
import { answerChange } from './compare/change.ts';
import { answerProduction } from './production.ts';
import { answerReserves } from './reserves.ts';
import { answerSectors } from './sectors/sectors.ts';
import { answerSupply } from './supply.ts';
import { tellsMove } from './verdicts/change-verdict.ts';
import { asksOfEach } from './verdicts/every-year.ts';
import {
  cite,
  firmness,
  makePart,
  show,
  sourceName,
  uniqueCitations,
  type Topic,
  type TopicContext,
  type TopicResult,
} from './topic.ts';
import { askHistory, askWhetherAgreed } from '#src/domain/topics/suggestions.ts';

export const answerSources: Topic = (context) => {
  const { metal, question } = context;
  const own = ofItsOwn(context);
  if (own !== undefined) return own;
  // "Report against USGS in 2024", "the text or the table for 2021": that year's figures, side by side.
  if (question.verify && question.percent === null && question.years.length === 1)
    return answerPrice(context);
  // "Is it right that renewables hit 37 % in 2025": no claim of the sources', but a figure.
  const { percent, sectors, years } = question;
  if (percent !== null && sectors.length > 0 && years.length > 0 && claimsNear(metal, percent).length === 0)
    return answerSectors(context);
  const claims = claimsAskedFor(metal, question);
  return claims.length > 0 ? verdicts(metal, claims) : listSources(context);
};

/** "Is it true that output rose every year", "is it right that it was in shortage": what no source claims is told by its figures. */
function ofItsOwn(context: TopicContext): TopicResult | undefined {
  const { question } = context;
  const { metrics, sectors, countries, years, verify, percent } = question;
  if (
    !verify ||
    question.source !== null ||
    (percent !== null && claimsNear(context.metal, percent).length > 0)
  )
    return undefined;
  const [metric, ...others] = metrics;
  if (others.length > 0) return undefined;
  if (metric === 'supply-status') return answerSupply(context);
  if (question.threshold?.side === 'equal' && percent === null)
    return metric === 'production' ? answerProduction(context) : answerPrice(context);
  const dated = years.length > 0 || asksOfEach(question);
  const moves = tellsMove(question) && dated;
  const isOver = metric !== undefined || question.metals.length > 0;
  if (moves && isOver) return answerChange({ ...context, question: { ...question, intent: 'change' } });
  if (percent !== null || (years.length === 0 && countries.length === 0)) return undefined;
  if (metric === 'production' || (metric === undefined && countries.length > 0)) {
    const claims = context.metal.claims.some(
      (one) => one.kind === 'country-share' && countries.includes(one.country),
    );
    return claims ? undefined : answerProduction(context);
  }
  if (metric === 'reserves') return answerReserves(context);
  return metric === 'share' || metric === 'demand' || sectors.length > 0 ? answerSectors(context) : undefined;
}

/** Claims that a question is about: by its percentage, its metric, or by asking whether sources agree. */
function claimsAskedFor(metal: Metal, question: TopicContext['question']): readonly Claim[] {
  const { percent, metrics, sectors, countries, years } = question;
  if (percent !== null) {
    const near = claimsNear(metal, percent);
    if (near.length > 0) return near;
  }
  if (!question.verify) return [];
  const checkable = metal.claims.filter((c) => c.kind !== 'country-share');
  if (metrics.length === 0 && sectors.length === 0 && countries.length === 0) return checkable;
  // "is it true that china controls 90 %" is checked against what is said of China, not of all output.
  const places = metal.claims.filter((c) => c.kind === 'country-share' && countries.includes(c.country));
  if (places.length > 0) return places;
  const fits = metal.claims.filter((c) => {
    if (c.kind === 'change')
      return metrics.includes(c.metric) && (years.length === 0 || years.includes(c.to));
    if (c.kind === 'sector-growth') return sectors.includes(c.sector) || metrics.includes('demand');
    if (c.kind === 'country-share') return false;
    return metrics.includes('price');
  });
  // What is said of nothing that is named is no verdict on it.
  return fits;
}

function claimsNear(metal: Metal, percent: number): readonly Claim[] {
  return metal.claims.filter(
    (c) => c.kind !== 'two-series' && percent >= c.percent.low - 1 && percent <= c.percent.high + 1,
  );
}

const VERDICT = {
  within: 'holds by its own figures',
  partly: 'holds only in part',
  beyond: 'does not hold by its own figures',
  unchecked: 'can’t be checked with the figures here',
} as const;

function verdicts(metal: Metal, claims: readonly Claim[]): TopicResult {
  const judged = claims.map((claim) => judgeClaim(metal, claim));
  const [first] = judged;
  const one = judged.length === 1 && first !== undefined;
  const disagreeing = judged.filter((j) => j.verdict === 'beyond' || j.verdict === 'partly').length;
  const heading: Span[] =
    one && first.claim.kind !== 'two-series'
      ? [
          'The claim of ',
          ...claimedPercent(metal, first.claim),
          ` for ${first.claim.about} ${VERDICT[first.verdict]}.`,
        ]
      : disagreeing > 0
        ? [`No: the sources on ${metal.name.toLowerCase()} do not all agree.`]
        : [`The sources agree on ${metal.name.toLowerCase()} where both can be checked.`];
  return {
    found: true,
    part: makePart('sources', {
      headline: [{ strong: heading }],
      body: judged.flatMap((j) => j.lines),
      citations: uniqueCitations(judged.flatMap((j) => j.citations)),
    }),
    suggestions: [askHistory(metal, 'Price history')],
  };
}

/** Every document behind a metal's figures: what it gives, how it is dated, what to know of it. */
function listSources(context: TopicContext): TopicResult {
  const { metal } = context;
  const beside = context.question.verify ? pricesBeside(context) : { lines: [], figures: [] };
  const citations: Citation[] = Object.keys(metal.sources).flatMap((id) => {
    const used = metal.series.find((s) => s.source === id);
    return used === undefined ? [] : [citationOf(metal, used)];
  });
  const body = citations.map(({ id, source }): Line => {
    const gives = [
      ...new Set(metal.series.filter((s) => s.source === id).map((s) => METRIC_WORDS[s.metric])),
    ].join(', ');
    const about = [
      source.sells === undefined ? '' : `Its publisher sells ${source.sells}.`,
      source.licence === undefined ? '' : `${source.licence}.`,
      source.note ?? '',
    ]
      .filter((x) => x !== '')
      .join(' ');
    return [{ strong: [`${source.publisher}, ${source.title}`] }, ` (${source.dated}): ${gives}. ${about}`];
  });
  return {
    found: true,
    part: makePart('sources', {
      headline: [
        {
          strong: [
            `${metal.name}: every figure comes from ${citations.length === 1 ? 'one source' : `${citations.length} documents`}.`,
          ],
        },
      ],
      body: [...beside.lines, ...body],
      citations: uniqueCitations([...citations, ...cite(beside.figures)]),
    }),
    suggestions: metal.claims.length > 0 ? [askWhetherAgreed(metal, 'Do they agree?')] : [],
  };
}

/** The price of the newest year that several sources have, one beside the other; nothing where one alone has any. */
function pricesBeside({ metal, thisYear }: TopicContext): { lines: Line[]; figures: Figure[] } {
  const prices = pricesOf(metal, ANY_PRICE);
  const { main, others } = prices;
  const year = main?.years.findLast(
    (one) => one <= thisYear && others.some((other) => other.at(one) !== undefined),
  );
  const figure = year === undefined ? undefined : main?.at(year);
  if (figure === undefined) return { lines: [], figures: [] };
  const { lines, figures } = disagreements(figure, prices);
  const own: Line = [
    `Price in ${figure.year}: `,
    show(figure),
    `${firmness(figure)}, ${sourceName(figure)}.`,
  ];
  return { lines: [own, ...lines], figures: [figure, ...figures] };
}

const METRIC_WORDS = {
  price: 'prices',
  production: 'production',
  share: 'sector shares',
  'supply-status': 'supply status',
  reserves: 'reserves',
  capacity: 'capacity',
  consumption: 'consumption',
  imports: 'imports',
  exports: 'exports',
  stocks: 'stocks',
  shipments: 'shipments',
  employment: 'employment',
  'import-reliance': 'net import reliance',
  'import-sources': 'import sources',
  'end-use': 'end uses',
  intensity: 'intensities',
} as const;
