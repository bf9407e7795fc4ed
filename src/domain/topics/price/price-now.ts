/** "What does it cost?": the newest figure of each source that has one, the newest observed one first. */
import type { Line, Span } from '#src/domain/answer.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import { currencyCaution, productCaution } from './price-cautions.ts';
import { basesCaution } from '#src/domain/topics/disagreement.ts';
import { historyChart } from './price-history.ts';
import type { Prices } from './prices.ts';
import { allFigures, whenOf, yearBefore, type Series } from '#src/domain/series/series.ts';
import { seriesIn } from '#src/domain/series/metal-series.ts';
import {
  against,
  basisOf,
  capitalised,
  cite,
  firmness,
  makePart,
  nameOf,
  show,
  sourceName,
  type TopicContext,
  type TopicResult,
} from '#src/domain/topics/topic.ts';
import { askHistory, askPriceOf, askWhetherAgreed } from '#src/domain/topics/suggestions.ts';

/** What a source has for now: its newest observed figure, and the projections that lie after it. */
interface Newest {
  readonly track: Series;
  readonly observed: Figure | undefined;
  readonly projected: readonly Figure[];
}

/** The newest of each source; `undefined` where none has any figure of this year or before. */
export function priceNow(context: TopicContext, prices: Prices): TopicResult | undefined {
  const { metal, question, thisYear, quoted } = context;
  // Where no price of a day or a month stands above, those of months that are older are among the others.
  const months =
    quoted === true ? [] : seriesIn(metal, { metric: 'price', cadence: 'month' }, question.perUnit);
  const [first, ...others] = inOrder(context, { ...prices, others: [...prices.others, ...months] });
  if (first === undefined) return undefined;
  const lead = first.observed ?? first.projected[0];
  if (lead === undefined) return undefined;
  const before = yearBefore(first.track, lead);
  const after = first.observed === undefined ? first.projected.slice(1) : first.projected;
  const newer = first.observed === undefined ? undefined : first.observed.year;
  const body: Line[] = [
    [
      ...capitalised([`${sourceName(lead)}, ${dateOf(lead)}`]),
      ...(before === undefined ? [] : ['; ', ...against(lead, before)]),
      ...outlook(after),
      '.',
    ],
    ...others.map((newest) => otherLine(newest)),
  ];
  const figures = [first, ...others].flatMap(({ observed, projected }) =>
    [observed ?? [], ...projected].flat(),
  );
  return {
    found: true,
    part: makePart('price', {
      headline: [{ strong: [`${nameOf(lead)}, ${whenOf(lead)}: `, show(lead)] }, firmness(lead)],
      body,
      cautions: [
        ...productCaution(context),
        ...currencyCaution(question.currency),
        ...basesCaution(figures),
        ...timeLine(context, newer, figures),
      ],
      citations: cite(before === undefined ? figures : [...figures, before]),
      chart: historyChart(metal.id, prices.main?.years ?? []),
      chartWanted: question.chart,
    }),
    suggestions: [
      askHistory(metal),
      ...(others.length > 0 ? [askWhetherAgreed(metal)] : []),
      ...(quoted !== true && prices.main?.at(thisYear) !== undefined ? [askPriceOf(metal, thisYear)] : []),
    ],
  };
}

/** The newest observed first; of one year, that of a dated source, and the source that was asked for before all. */
function inOrder({ question, thisYear }: TopicContext, { main, others }: Prices): readonly Newest[] {
  const asked = question.source !== null || question.form !== null ? main : undefined;
  return [main, ...others]
    .flatMap((track) => (track === undefined ? [] : [newestOf(track, thisYear)]))
    .filter(({ observed, projected }) => observed !== undefined || projected.length > 0)
    .toSorted(
      (a, b) =>
        Number(b.track === asked) - Number(a.track === asked) ||
        (b.observed?.year ?? 0) - (a.observed?.year ?? 0) ||
        editionOf(b.observed) - editionOf(a.observed),
    );
}

function newestOf(track: Series, thisYear: number): Newest {
  const all = allFigures(track);
  const observed = all.findLast((f) => f.quantity.firmness !== 'projected' && f.year <= thisYear);
  const projected = all.filter(
    (f) => f.quantity.firmness === 'projected' && f.year >= thisYear && f.year > (observed?.year ?? 0),
  );
  return { track, observed, projected: projected.slice(0, 1) };
}

const editionOf = (figure: Figure | undefined): number => figure?.citation.source.editionYear ?? 0;

/** "undated", "the average of 2025": what its source says of its date. */
function dateOf(figure: Figure): string {
  const { source } = figure.citation;
  return source.dated === 'undated' ? 'undated' : `a figure for the whole of ${whenOf(figure)}`;
}

/** "; it projects $115 to $140/kg for 2026". */
function outlook(projected: readonly Figure[]): Span[] {
  return projected.flatMap((f): Span[] => ['; it projects ', show(f), ` for ${f.year}`]);
}

/** "The Farmonaut report, undated (form not stated): $100 to $130/kg in 2025 (estimate); it projects ...". */
function otherLine({ observed, projected }: Newest): Line {
  const figure = observed ?? projected[0];
  if (figure === undefined) return [];
  const dated = figure.citation.source.dated === 'undated' ? ', undated' : '';
  return capitalised([
    `${sourceName(figure)}${dated} (${basisOf(figure) || 'form not stated'}): `,
    show(figure),
    ` in ${whenOf(figure)}${firmness(figure)}`,
    ...outlook(observed === undefined ? projected.slice(1) : projected),
    '.',
  ]);
}

/** That a figure for a year is no quote; how old the newest is. */
function timeLine(
  { thisYear, quoted }: TopicContext,
  observed: number | undefined,
  figures: readonly Figure[],
): Line[] {
  if (quoted === true)
    return [
      ['These are figures for years, each on a basis of its own: do not set them against the price above.'],
    ];
  if (observed === undefined)
    return [['This is its source’s projection, not a quote: I have no price for today.']];
  if (observed >= thisYear) return [['These are figures for the year: I have no price for today.']];
  const projected = figures.some((f) => f.quantity.firmness === 'projected');
  const what = projected ? `an observed price for ${thisYear}, only a projection` : `a price for ${thisYear}`;
  return [[`No source here has ${what}, and I have no price for today.`]];
}
