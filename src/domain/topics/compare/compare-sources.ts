/** The prices of several sources side by side: which is higher, by how much, and in which year they are furthest apart. */
import type { Line, Span } from '#src/domain/answer.ts';
import { divide, gapBetween, priceUnit, type Quantity } from '#src/domain/measure/figure.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import { basesCaution } from '../disagreement.ts';
import { pricesOf } from '../price/prices.ts';
import {
  basisOf,
  capitalised,
  cite,
  firmness,
  makePart,
  show,
  sourceName,
  type TopicContext,
  type TopicResult,
} from '../topic.ts';
import { askHistory, askWhetherAgreed } from '../suggestions.ts';

type Pair = readonly [Figure, Figure];

/** `undefined` where no two sources have a price of one year, in one unit. */
export function compareSources(context: TopicContext): TopicResult | undefined {
  const { metal, question, thisYear } = context;
  const { main, others } = pricesOf(metal, { source: null, form: null, perUnit: question.perUnit });
  const [other] = others;
  if (main === undefined || other === undefined) return undefined;
  const common = main.years.filter((year) => year <= thisYear && other.at(year) !== undefined);
  const wanted = question.years.filter((year) => common.includes(year));
  const years = question.years.length > 0 ? wanted : common;
  const pairs = years.flatMap((year): Pair[] => {
    const [one, two] = [main.at(year), other.at(year)];
    return one === undefined || two === undefined || one.quantity.unit !== two.quantity.unit
      ? []
      : [[one, two]];
  });
  const last = pairs.at(-1);
  if (last === undefined) return undefined;
  const widest = pairs.reduce((most, pair) => (ratioOf(pair) > ratioOf(most) ? pair : most), last);
  const told = pairs.length > 1 && question.years.length === 0 ? widest : last;
  const rows = pairs.map(([one, two]): Line[] => [
    [String(one.year)],
    [show(one), firmness(one)],
    [show(two), firmness(two)],
    gapOf([one, two]),
  ]);
  const [one, two] = told;
  return {
    found: true,
    part: makePart('compare', {
      headline: [
        {
          strong: [
            `${metal.name} price, ${one.year}: `,
            show(one),
            `${firmness(one)} by ${sourceName(one)}, `,
            show(two),
            `${firmness(two)} by ${sourceName(two)}${named(two)}`,
          ],
        },
      ],
      body: [
        apartLine(told),
        ...(pairs.length > 1
          ? [[`They are furthest apart in ${widest[0].year}: `, ...gapOf(widest), '.'] satisfies Line]
          : []),
        ...(question.form === 'metal' || /\bmetal\b/iu.test(question.text)
          ? [['No price here is said to be of metal.'] satisfies Line]
          : []),
      ],
      ...(rows.length > 1
        ? {
            table: {
              columns: ['Year', capital(sourceName(one)), `${sourceName(two)}${named(two)}`, 'Apart'],
              rows,
            },
          }
        : {}),
      cautions: basesCaution([one, two], 'so the gap is no sign that either is wrong'),
      citations: cite(pairs.flat()),
      chartWanted: question.chart,
    }),
    suggestions: [askWhetherAgreed(metal), askHistory(metal)],
  };
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const named = (figure: Figure): string => (basisOf(figure) === '' ? '' : ` (${basisOf(figure)})`);

/** How far apart they are, whichever is higher: from the nearest of their ends. */
function ratioOf([one, two]: Pair): number {
  const { low, high } = divide(one.quantity.range, two.quantity.range);
  return Math.max(low, 1 / high);
}

/** "The report is higher, by $32 a kg: 1.41 times the other." */
function apartLine(pair: Pair): Line {
  const [one, two] = pair;
  const { low, high } = gapBetween(two.quantity.range, one.quantity.range);
  if (low <= 0 && high >= 0)
    return ['Neither is higher for sure: the one lies within the range of the other.'];
  const [top, bottom] = low > 0 ? [one, two] : [two, one];
  return capitalised([
    `${sourceName(top)} is higher, by `,
    ...gapOf(pair),
    ': ',
    {
      quantity: { range: divide(top.quantity.range, bottom.quantity.range), unit: 'times' },
      from: [top, bottom],
    },
    ' the other.',
  ]);
}

/** "$32 a kg", with nothing of which is higher. */
function gapOf([one, two]: Pair): Span[] {
  const { low, high } = gapBetween(two.quantity.range, one.quantity.range);
  if (low <= 0 && high >= 0) return ['they overlap'];
  const range = low > 0 ? { low, high } : { low: -high, high: -low };
  const price = priceUnit(one.quantity.unit);
  const quantity: Quantity = { range, unit: price?.currency ?? one.quantity.unit };
  return [{ quantity, from: [one, two] }, price === undefined ? '' : ` a ${price.mass}`];
}
