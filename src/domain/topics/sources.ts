/** Where figures come from, whether sources agree, and whether a claim holds. */
import type { Citation, Line } from '../answer.ts';
import { citationOf } from '../catalog.ts';
import type { Claim, Metal } from '../metal.ts';
import { judgeClaim } from './claims.ts';
import { makePart, uniqueCitations, type Topic, type TopicContext, type TopicResult } from './topic.ts';

export const answerSources: Topic = (context) => {
  const { metal, question } = context;
  const claims = claimsAskedFor(metal, question);
  return claims.length > 0 ? verdicts(metal, claims) : listSources(context);
};

/** Claims that a question is about: by its percentage, its metric, or by asking whether sources agree. */
function claimsAskedFor(metal: Metal, question: TopicContext['question']): readonly Claim[] {
  const { percent, metrics, sectors, years } = question;
  if (percent !== null) {
    const near = metal.claims.filter(
      (c) => c.kind !== 'two-series' && percent >= c.percent.low - 1 && percent <= c.percent.high + 1,
    );
    if (near.length > 0) return near;
  }
  if (!question.verify) return [];
  const fits = metal.claims.filter((c) => {
    if (c.kind === 'change')
      return metrics.includes(c.metric) && (years.length === 0 || years.includes(c.to));
    if (c.kind === 'sector-growth') return sectors.includes(c.sector) || metrics.includes('demand');
    if (c.kind === 'country-share') return question.countries.includes(c.country);
    return metrics.length === 0 || metrics.includes('price');
  });
  return fits.length > 0 ? fits : metal.claims.filter((c) => c.kind !== 'country-share');
}

const VERDICT = {
  within: 'yes, its own figures reach it',
  partly: 'only in part',
  beyond: 'no, not by the figures',
  unchecked: 'the figures here can neither bear it out nor refute it',
} as const;

function verdicts(metal: Metal, claims: readonly Claim[]): TopicResult {
  const judged = claims.map((claim) => judgeClaim(metal, claim));
  const [first] = judged;
  const one = judged.length === 1 && first !== undefined;
  const disagreeing = judged.filter((j) => j.verdict === 'beyond' || j.verdict === 'partly').length;
  const heading =
    one && first.claim.kind !== 'two-series'
      ? `Does ${first.claim.about} hold: ${VERDICT[first.verdict]}.`
      : disagreeing > 0
        ? `No: the sources disagree on ${metal.name.toLowerCase()}.`
        : `The sources agree on ${metal.name.toLowerCase()} where both can be checked.`;
  return {
    found: true,
    part: makePart('sources', {
      headline: [{ strong: [heading] }],
      body: judged.flatMap((j) => j.lines),
      citations: uniqueCitations(judged.flatMap((j) => j.citations)),
    }),
    suggestions: [{ label: 'Price history', ask: `${metal.name} price history` }],
  };
}

/** Every document behind a metal's figures: what it gives, how it is dated, what to know of it. */
function listSources({ metal }: TopicContext): TopicResult {
  const citations: Citation[] = Object.keys(metal.sources).flatMap((id) => {
    const used = metal.series.find((s) => s.source === id);
    return used === undefined ? [] : [citationOf(metal, used)];
  });
  const body = citations.map(({ id, source }): Line => {
    const gives = [
      ...new Set(metal.series.filter((s) => s.source === id).map((s) => METRIC_WORDS[s.metric])),
    ].join(', ');
    const about = [
      source.sells === undefined ? '' : `its publisher sells ${source.sells}`,
      source.licence ?? '',
      source.note ?? '',
    ]
      .filter((x) => x !== '')
      .join('; ');
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
      body,
      citations: uniqueCitations(citations),
    }),
    suggestions:
      metal.claims.length > 0
        ? [{ label: 'Do they agree?', ask: `do the sources agree on the ${metal.name} price?` }]
        : [],
  };
}

const METRIC_WORDS = {
  price: 'prices',
  production: 'production',
  share: 'sector shares',
  'supply-status': 'supply status',
  reserves: 'reserves',
} as const;
