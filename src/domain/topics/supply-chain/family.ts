/** What a family's members have: "battery metals prices", "base metals production": a table, each with its unit and its time. */
import type { Line } from '#src/domain/answer.ts';
import type { AskedMetric } from '#src/domain/reading/asked-metrics.ts';
import { whenOf, type Series } from '#src/domain/series/series.ts';
import { seriesIn } from '#src/domain/series/metal-series.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import { ANY_PRICE, pricesOf } from '#src/domain/topics/price/prices.ts';
import { askFor, metricWord } from '#src/domain/topics/suggestions.ts';
import {
  basisOf,
  cite,
  firmness,
  listInWords,
  makePart,
  missing,
  show,
  yearsInWords,
  type TopicContext,
  type TopicResult,
} from '#src/domain/topics/topic.ts';
import { US } from './counted.ts';

/** What can be told of several at once. */
const TOLD = ['price', 'production', 'reserves', 'import-reliance'] as const;
type Told = (typeof TOLD)[number];

/** What a family's answer needs of its context. */
type FamilyContext = Pick<TopicContext, 'question' | 'thisYear'>;

/** The metric that is asked of a family: the price where none is; `undefined` where it can't be told of several. */
export function familyMetric(metrics: readonly AskedMetric[]): Told | undefined {
  const [first, ...others] = metrics;
  if (first === undefined) return 'price';
  return others.length > 0 ? undefined : TOLD.find((one) => one === first);
}

/** The table of a family. @param members In the order in which they are shown */
export function answerFamily(
  { question, thisYear }: FamilyContext,
  name: string,
  members: readonly Metal[],
  metric: Told,
): TopicResult {
  // A table has one time: of several years, and of a history, it shows the newest of each.
  const year = question.years.length === 1 ? question.years[0] : undefined;
  const rows = members.flatMap((metal) => {
    const figure = figureFor(metal, metric, year, thisYear);
    const beside = metric === 'price' ? otherForms(metal, figure, year, thisYear) : [];
    return [...(figure === undefined ? [] : [figure]), ...beside].map((one) => ({ metal, figure: one }));
  });
  const [first] = rows;
  const what = metricWord(metric);
  const suggestions = members.slice(0, 3).map((metal) => askFor(metal, metric));
  if (first === undefined)
    return missing(
      metric === 'import-reliance' ? 'reliance' : metric,
      [`I have no ${what} of ${name.toLowerCase()}${year === undefined ? '' : ` for ${year}`}.`],
      [[`They are ${listInWords(members.map((metal) => metal.name.toLowerCase()))}.`]],
      suggestions,
    );
  const without = members.filter((metal) => !rows.some((row) => row.metal === metal));
  const times = [...new Set(rows.map(({ figure }) => figure.year))].toSorted((a, b) => a - b);
  return {
    found: true,
    part: makePart(metric === 'import-reliance' ? 'reliance' : metric, {
      headline: [
        {
          strong: [
            `${name}, ${what} of ${new Set(rows.map(({ metal }) => metal)).size}, ${year === undefined ? 'newest of each' : yearsInWords(times)}`,
          ],
        },
      ],
      table: {
        columns: ['Commodity', metric === 'price' ? 'Price' : 'Figure', 'Time', 'Of'],
        rows: rows.map(({ metal, figure }): Line[] => [
          [metal.name],
          [show(figure), firmness(figure)],
          [whenOf(figure)],
          [ofWhat(figure)],
        ]),
      },
      cautions: [
        ...(metric === 'price'
          ? [['Units, forms and markets differ: none of these is set against another.']]
          : []),
        ...(metric === 'import-reliance' ? [['Of the United States.']] : []),
        ...(without.length === 0
          ? []
          : [[`No figure for ${listInWords(without.map((metal) => metal.name.toLowerCase()))}.`]]),
      ],
      citations: cite(rows.map(({ figure }) => figure)),
    }),
    suggestions,
  };
}

const ofWhat = (figure: Figure): string =>
  figure.series.metric === 'price'
    ? basisOf(figure) || 'form not stated'
    : (figure.series.stage ?? figure.series.basis);

/** What another source has of another form: an oxide beside what does not say its form. */
function otherForms(
  metal: Metal,
  main: Figure | undefined,
  year: number | undefined,
  thisYear: number,
): readonly Figure[] {
  return pricesOf(metal, ANY_PRICE).others.flatMap((track) => {
    const figure = year === undefined ? observed(track, thisYear) : track.at(year);
    return figure === undefined || figure.series.basis === main?.series.basis ? [] : [figure];
  });
}

/** Of prices of now, that of a month where it is newer than any of a year. */
function figureFor(
  metal: Metal,
  metric: Told,
  year: number | undefined,
  thisYear: number,
): Figure | undefined {
  const track = trackOf(metal, metric);
  if (year !== undefined) return track?.at(year);
  const newest = observed(track, thisYear);
  if (metric !== 'price') return newest;
  const month = observed(seriesIn(metal, { metric: 'price', cadence: 'month' })[0], thisYear);
  return month !== undefined && month.year > (newest?.year ?? 0) ? month : newest;
}

function trackOf(metal: Metal, metric: Told): Series | undefined {
  if (metric === 'price') return pricesOf(metal, ANY_PRICE).main;
  const where = metric === 'import-reliance' ? { country: US } : {};
  return seriesIn(metal, { metric, ...where })[0];
}

const observed = (track: Series | undefined, thisYear: number): Figure | undefined => {
  const period = track?.periods.findLast(
    (one) => Number(one.slice(0, 4)) <= thisYear && track.at(one)?.quantity.firmness !== 'projected',
  );
  return period === undefined ? undefined : track?.at(period);
};
