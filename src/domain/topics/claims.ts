/** What sources assert, checked against their own figures and others'. Nothing here is typed in: verdicts are computed. */
import type { Line, Span } from '#src/domain/answer.ts';
import { citationOf, figureAt, type Figure } from '#src/domain/series/figures.ts';
import { multiply, scale } from '#src/domain/measure/figure.ts';
import { changeBetween, changeOf, timesBetween } from '#src/domain/measure/changes.ts';
import {
  isNumeric,
  type Claim,
  type Metal,
  type NumericSeries,
  type Citation,
} from '#src/domain/series/metal.ts';
import { claimed, type StatedClaim } from './stated.ts';
import { show } from './topic.ts';

interface Judged {
  readonly claim: Claim;
  readonly lines: readonly Line[];
  readonly citations: readonly Citation[];
  /** `within` where the claim can be reached from every series it is checked against, `partly`, or `beyond`. */
  readonly verdict: 'within' | 'partly' | 'beyond' | 'unchecked';
}

/** Claims of a metal about a metric's change between just these years. */
export function claimsAbout(
  metal: Metal,
  metric: 'price' | 'production',
  from: number,
  to: number,
): readonly Claim[] {
  return metal.claims.filter(
    (c) =>
      c.kind === 'change' && c.metric === metric && (c.from === undefined || c.from === from) && c.to === to,
  );
}

/** A claim's percentage with its own "over" or "at least". */
export function claimedPercent(metal: Metal, claim: StatedClaim): Span[] {
  const qualifier = 'qualifier' in claim && claim.qualifier !== undefined ? `${claim.qualifier} ` : '';
  return [qualifier, { quantity: { range: claim.percent, unit: '%' }, from: [claimed(metal, claim)] }];
}

/** Judges a claim against the metal's own figures. */
export function judgeClaim(metal: Metal, claim: Claim): Judged {
  const cited = citationOf(metal, claim);
  if (claim.kind === 'change') return judgeChange(metal, claim, cited);
  if (claim.kind === 'sector-growth') return judgeSectorGrowth(metal, claim, cited);
  if (claim.kind === 'two-series') return judgeTwoSeries(metal, claim, cited);
  return {
    claim,
    verdict: 'unchecked',
    citations: [cited],
    lines: [
      [`${who(cited)} says ${claim.country} has `, ...claimedPercent(metal, claim), ' of world output.'],
    ],
  };
}

function seriesOf(metal: Metal, id: string): NumericSeries {
  const series = metal.series.find((s) => s.id === id);
  if (series === undefined || !isNumeric(series))
    throw new Error(`metal "${metal.id}" has no numeric series "${id}"`);
  return series;
}

const valueAt = (metal: Metal, series: NumericSeries, year: number): Figure | undefined =>
  figureAt(metal, [series], year);

function who(citation: Citation): string {
  return citation.source.edition === undefined
    ? 'The report'
    : `${citation.source.publisher} ${citation.source.edition}`;
}

function judgeChange(metal: Metal, claim: Extract<Claim, { kind: 'change' }>, cited: Citation): Judged {
  const checks = claim.against.flatMap((id) => {
    const series = seriesOf(metal, id);
    const starts =
      claim.from === undefined ? [series.points[0]?.year ?? claim.to, claim.to - 1] : [claim.from];
    return starts.flatMap((from) => {
      const [a, b] = [valueAt(metal, series, from), valueAt(metal, series, claim.to)];
      return a === undefined || b === undefined
        ? []
        : [{ series, from, change: changeOf(a.quantity, b.quantity), made: [a, b] }];
    });
  });
  const reached = checks.map(({ change }) => change.percent.high >= claim.percent.low - 1e-9);
  const verdict = reached.every(Boolean) ? 'within' : reached.some(Boolean) ? 'partly' : 'beyond';
  const when =
    claim.from === undefined
      ? ` by ${claim.to} (from when, it does not say)`
      : ` from ${claim.from} to ${claim.to}`;
  const what = claim.metric === 'price' ? 'the price rose' : 'output must rise';
  const lines: Line[] = [
    [`${who(cited)} says that ${what} `, ...claimedPercent(metal, claim), `${when}.`],
    ...checks.map(({ series, from, change, made }, i): Line => [
      `${series.label}: `,
      { change, from: made },
      ` from ${from} to ${claim.to}${claim.from === undefined ? '.' : reached[i] ? ': its far end gets there.' : ': out of its reach.'}`,
    ]),
  ];
  return { claim, verdict, lines, citations: [cited, ...checks.map((c) => citationOf(metal, c.series))] };
}

function judgeSectorGrowth(
  metal: Metal,
  claim: Extract<Claim, { kind: 'sector-growth' }>,
  cited: Citation,
): Judged {
  const [share, production] = [seriesOf(metal, claim.share), seriesOf(metal, claim.production)];
  const implied = (year: number) => {
    const [s, p] = [valueAt(metal, share, year), valueAt(metal, production, year)];
    return s && p && { range: scale(multiply(s.quantity.range, p.quantity.range), 0.01), made: [s, p] };
  };
  const [before, after] = [implied(claim.to - 1), implied(claim.to)];
  const sector = metal.sectors.find((s) => s.id === claim.sector)?.name ?? claim.sector;
  const said: Line = [
    `${who(cited)} says that ${sector.toLowerCase()} demand grows `,
    ...claimedPercent(metal, claim),
    ` a year through ${claim.to}.`,
  ];
  const citations = [cited, citationOf(metal, share)];
  if (before === undefined || after === undefined)
    return { claim, verdict: 'unchecked', lines: [said], citations };
  const change = changeBetween(before.range, after.range);
  const verdict =
    change.percent.low > claim.percent.high || change.percent.high < claim.percent.low ? 'beyond' : 'within';
  const computed: Line = [
    'Its own table, share times production, gives ',
    { change, from: [...before.made, ...after.made] },
    ` in ${claim.to} (${verdict === 'beyond' ? 'outside' : 'inside'} that); it is demand only if demand equals production.`,
  ];
  return { claim, verdict, lines: [said, computed], citations };
}

function judgeTwoSeries(
  metal: Metal,
  claim: Extract<Claim, { kind: 'two-series' }>,
  cited: Citation,
): Judged {
  const [first, second] = [seriesOf(metal, claim.first), seriesOf(metal, claim.second)];
  const ends = [first, second].map((s) => ({
    series: s,
    from: valueAt(metal, s, claim.from),
    to: valueAt(metal, s, claim.to),
  }));
  const moves = ends.flatMap(({ series, from, to }) =>
    from && to ? [{ series, from, to, change: changeOf(from.quantity, to.quantity) }] : [],
  );
  const [a, b] = moves;
  const citations = [cited, citationOf(metal, first), citationOf(metal, second)];
  if (a === undefined || b === undefined) return { claim, verdict: 'unchecked', lines: [], citations };
  const opposite = Math.sign(a.change.midpoint) !== Math.sign(b.change.midpoint);
  const level = timesBetween(a.to.quantity, b.to.quantity);
  const lines: Line[] = [
    ...moves.map(({ series, from, to, change }): Line => {
      const { edition } = citationOf(metal, series).source;
      return [
        `${series.label}${edition === undefined ? '' : ` (${edition})`}: `,
        { change, from: [from, to] },
        ` from ${claim.from} to ${claim.to} (`,
        show(from),
        ' to ',
        show(to),
        ').',
      ];
    }),
    [
      opposite ? 'They move in opposite directions' : 'They move in the same direction',
      ...(level === undefined
        ? ['. ']
        : [`, and in ${claim.to} the first is `, { quantity: level, from: [a.to, b.to] }, ' the second. ']),
      'An oxide is not the metal, but that alone does not explain it.',
    ],
  ];
  return { claim, verdict: opposite ? 'beyond' : 'partly', lines, citations };
}
