/** "How much did it rise": a change between two years, as an interval, beside what the sources claim. */
import type { Line, Span } from '#src/domain/answer.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import { acrossEditions } from './across-editions.ts';
import { claimsAbout, judgeClaim } from './claims.ts';
import { annualGrowth, changeOf, gapBetween, priceUnit, type Range } from '#src/domain/measure/figure.ts';
import { holderOf, withGroupCaution } from './group.ts';
import { movements } from './disagreement.ts';
import { pricesOf } from './price/prices.ts';
import { answerSectors } from './sectors/sectors.ts';
import { seriesIn, type Series } from '#src/domain/series/series.ts';
import {
  capitalised,
  cite,
  firmness,
  makePart,
  nameOf,
  missing,
  show,
  sourceName,
  uniqueCitations,
  yearsInWords,
  type Topic,
  type TopicContext,
  type TopicResult,
} from './topic.ts';
import { askChange, askWhetherAgreed } from '#src/domain/topics/suggestions.ts';

/** The change of the metric asked for, price where none is; a country's output may be its group's alone. */
export const answerChange: Topic = (context) => {
  const { metal, question } = context;
  if (metricOf(question) !== 'production' || question.countries.length === 0) return answerOf(context);
  const country = countryOf(question.countries);
  const holder =
    holderOf(context, (m) => seriesIn(m, { metric: 'production', ...country }).length > 0) ?? metal;
  return withGroupCaution(context, holder, answerOf({ ...context, metal: holder }));
};

function answerOf(context: TopicContext): TopicResult {
  const { metal, question } = context;
  const metric = metricOf(question);
  if (metric === 'share' && question.sectors.length !== 1) return answerSectors(overAllYears(context));
  const prices = metric === 'price' ? pricesOf(metal, question) : undefined;
  const track = prices?.main ?? otherTrack(context, metric);
  const what = prices === undefined ? wordsFor(context, metric) : 'price';
  const [from, to] = ends(context, track) ?? [];
  const apart = track !== undefined && from === undefined ? acrossEditions(context, track, what) : undefined;
  if (apart !== undefined) return apart;
  if (track === undefined || from === undefined || to === undefined) {
    const have = track === undefined ? [] : [[`I have ${yearsInWords(track.years)}.`]];
    return missing(
      'change',
      [
        `I can't work out that change of ${metal.name.toLowerCase()}: no one edition of a source has both years.`,
      ],
      have,
      [askChange(metal)],
    );
  }
  const change = changeOf(from.quantity, to.quantity);
  const span = to.year - from.year;
  const others = (prices?.others ?? []).flatMap((o) => {
    const pair = o.ends(from.year, to.year);
    return pair === undefined ? [] : [pair];
  });
  const claims =
    metric === 'price' || metric === 'production' ? claimsAbout(metal, metric, from.year, to.year) : [];
  const judged = claims.map((claim) => judgeClaim(metal, claim));
  const gap = gapBetween(from.quantity.range, to.quantity.range);
  const body: Line[] = [
    [
      'From ',
      show(from),
      firmness(from),
      ' to ',
      show(to),
      firmness(to),
      ...(change.printed === undefined ? difference(from, gap) : []),
      '.',
    ],
  ];
  if (from.quantity.unit === '%') {
    body.push(['That is ', { quantity: { range: gap, unit: 'points' } }, ' of all demand.']);
  }
  if (span > 1 || question.annual) {
    body.push([
      { change: annualGrowth(from.quantity, to.quantity, span) },
      ` a year compounded (CAGR), over ${span} ${span === 1 ? 'year' : 'years'}.`,
    ]);
  }
  const between = track.years.filter((y) => y > from.year && y < to.year).flatMap((y) => track.at(y) ?? []);
  return {
    found: true,
    part: makePart('change', {
      headline: [
        {
          strong: [`${nameOf(from)} ${what}, ${from.year} to ${to.year}: `, { change }],
        },
      ],
      body,
      ...(question.span !== null && between.length > 0
        ? {
            table: {
              columns: ['Year', 'Figure'],
              rows: [from, ...between, to].map((f) => [[String(f.year)], [show(f), firmness(f)]]),
            },
          }
        : {}),
      cautions: [
        ...(change.printed === undefined ? [] : [roundedCaution(from)]),
        ...(to.quantity.firmness === 'projected' ? [[`${to.year} is the source's projection.`]] : []),
        ...judged.flatMap((j) => j.lines),
        ...movements(from, to, others),
      ],
      citations: uniqueCitations([
        ...cite([from, to, ...others.flat()]),
        ...judged.flatMap((j) => j.citations),
      ]),
      ...(prices === undefined
        ? {}
        : { chart: { kind: 'price', metal: metal.id, from: from.year, to: to.year } as const }),
      chartWanted: question.chart,
    }),
    suggestions: metric === 'price' ? [askWhetherAgreed(metal, 'Do the sources agree?')] : [],
  };
}

/** "$2/kg is anything from $1.50 to $2.50/kg": why a change between two such figures is an interval. */
function roundedCaution(figure: Figure): Line {
  const { printed, unit } = figure.quantity;
  const stands: Span[] =
    printed === undefined
      ? []
      : [', and ', show(figure), ' may be anything from ', { quantity: { range: printed, unit } }];
  return capitalised([`${sourceName(figure)} prints rounded figures`, ...stands, '.']);
}

/** How much more or less it is; nothing where it may be either, or is counted in points. */
function difference({ quantity: { unit } }: Figure, { low, high }: Range): Line {
  if (unit === '%' || low * high <= 0) return [];
  const range = low > 0 ? { low, high } : { low: -high, high: -low };
  const more = low > 0 ? 'more' : 'less';
  const price = priceUnit(unit);
  if (price === undefined) return [', ', { quantity: { range, unit } }, ` ${more}`];
  return [', ', { quantity: { range, unit: price.currency } }, ` ${more} a ${price.mass}`];
}

function otherTrack({ metal, question }: TopicContext, metric: string): Series | undefined {
  if (metric === 'production')
    return seriesIn(metal, { metric: 'production', ...countryOf(question.countries) }, question.perUnit)[0];
  const sector = question.sectors[0];
  return sector === undefined ? undefined : seriesIn(metal, { metric: 'share', sector })[0];
}

function countryOf(countries: readonly string[]): { country?: string } {
  const [country] = countries;
  return country === undefined ? {} : { country };
}

/** What changes: the metric asked for; a sector named alone means its share. */
function metricOf({ metrics, sectors }: TopicContext['question']): 'price' | 'production' | 'share' {
  if (metrics.includes('production')) return 'production';
  const sectoral = metrics.some((m) => m === 'share' || m === 'demand');
  return sectoral || (metrics.length === 0 && sectors.length > 0) ? 'share' : 'price';
}

function overAllYears(context: TopicContext): TopicContext {
  const { question } = context;
  return question.years.length > 0 ? context : { ...context, question: { ...question, chart: true } };
}

function wordsFor({ metal, question }: TopicContext, metric: string): string {
  const sector = metal.sectors.find((s) => s.id === question.sectors[0]);
  if (metric === 'production' || sector === undefined)
    return question.countries[0] === undefined
      ? 'world production'
      : `production in ${question.countries[0]}`;
  return `share of ${sector.name.toLowerCase()}`;
}

/** Both ends: the years named; one year is compared with the one before; none means all that is not projected. */
function ends(
  { question, thisYear }: TopicContext,
  track: Series | undefined,
): readonly [Figure, Figure] | undefined {
  if (track === undefined) return undefined;
  const [first, last] = [
    question.span?.from ?? question.years[0],
    question.span?.to ?? question.years.at(-1),
  ];
  if (first !== undefined && last !== undefined && first !== last) {
    // "Since 2021" runs to today's year; where a track ends earlier, its newest figure is what there is.
    const newest = track.years.at(-1) ?? last;
    return track.ends(first, last >= thisYear ? Math.min(last, newest) : last);
  }
  if (first !== undefined) return track.ends(first - 1, first);
  const settled = track.years.filter((y) => track.at(y)?.quantity.firmness !== 'projected');
  // The newest edition may begin later than older ones do: its own first year is where a change can start.
  const newest = settled.at(-1) ?? 0;
  for (const year of settled) {
    const pair = year < newest ? track.ends(year, newest) : undefined;
    if (pair !== undefined) return pair;
  }
  return undefined;
}
