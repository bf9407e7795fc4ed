/** "The cheapest rare earth", "which metals rose most last year": commodities in order of what they cost, or of how that moved. */
import type { Line } from '#src/domain/answer.ts';
import { changeOf, convertPricePer, midpoint, priceUnit, type Quantity } from '#src/domain/measure/figure.ts';
import type { Across } from '#src/domain/reading/frame.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import { newestObserved } from '#src/domain/series/series.ts';
import { ANY_PRICE, pricesOf } from '#src/domain/topics/price/prices.ts';
import {
  basisOf,
  cite,
  firmness,
  isBound,
  listInWords,
  makePart,
  missing,
  show,
  type TopicContext,
  type TopicResult,
} from '#src/domain/topics/topic.ts';
import { askFor } from '#src/domain/topics/suggestions.ts';

const SHOWN = 10;

type AcrossContext = Pick<TopicContext, 'question' | 'thisYear'>;

/** @param name What they are together: "rare earths", "commodities". */
export function answerAcross(
  context: AcrossContext,
  across: Across,
  name: string,
  members: readonly Metal[],
): TopicResult {
  return across.by === 'price'
    ? byPrice(context, across, name, members)
    : byMove(context, across, name, members);
}

interface Ranked {
  readonly metal: Metal;
  readonly figure: Figure;
  /** Dollars a kilogram. */
  readonly each: Quantity;
}

/** Each at its newest yearly price, or at that of the year that is named, for a kilogram of what its source prices. */
function byPrice(
  { question, thisYear }: AcrossContext,
  across: Across,
  name: string,
  members: readonly Metal[],
): TopicResult {
  const year = question.years.length === 1 && !question.current ? question.years[0] : undefined;
  const priced = members.flatMap((metal) => {
    const track = pricesOf(metal, ANY_PRICE).main;
    const newest = track && newestObserved(track, thisYear);
    const figure = year === undefined ? newest !== undefined && track?.at(newest) : track?.at(year);
    return figure ? [{ metal, figure }] : [];
  });
  const ranked = priced
    .flatMap((one): Ranked[] => {
      const each = perKilogram(one.figure);
      return each === undefined ? [] : [{ ...one, each }];
    })
    .toSorted((a, b) => inOrder(across, midpoint(a.each.range), midpoint(b.each.range)));
  const [first, second, third] = ranked;
  if (first === undefined) return nothing(name, 'price', members);
  const left = members.filter((metal) => !ranked.some((one) => one.metal === metal));
  const shown = ranked.slice(0, across.count ?? SHOWN);
  const which = across.way === 'highest' ? 'the most expensive' : 'the cheapest';
  return {
    found: true,
    part: makePart('price', {
      headline: [
        {
          strong: [
            `${first.metal.name} is ${which} of ${ranked.length} ${name} by weight: `,
            { quantity: first.each, from: [first.figure] },
          ],
        },
        firmness(first.figure),
        `, ${first.figure.year}`,
      ],
      body: second === undefined ? [] : [[...thenLine(second, third)]],
      table: {
        columns: ['Commodity', 'A kilogram', 'As printed', 'Year', 'Of'],
        rows: shown.map(({ metal, figure, each }): Line[] => [
          [metal.name],
          [{ quantity: each, from: [figure] }, firmness(figure)],
          [show(figure)],
          [String(figure.year)],
          [basisOf(figure) || 'form not stated'],
        ]),
      },
      cautions: [
        [
          'Each in the form and market that its source prices: a kilogram of oxide or ore is not one of metal.',
        ],
        ...leftOut(left),
      ],
      citations: cite(shown.map(({ figure }) => figure)),
    }),
    suggestions: shown.slice(0, 3).map(({ metal }) => askFor(metal, 'price')),
  };
}

function thenLine(second: Ranked, third: Ranked | undefined): Line {
  const told = ({ metal, figure, each }: Ranked): Line => [
    `${metal.name.toLowerCase()} at `,
    { quantity: each, from: [figure] },
  ];
  return ['Then ', ...told(second), ...(third === undefined ? [] : [', and ', ...told(third)]), '.'];
}

/** `undefined` for an index, or what is counted in cubic metres or in another currency. */
function perKilogram({ quantity }: Figure): Quantity | undefined {
  const unit = priceUnit(quantity.unit);
  if (unit === undefined || unit.currency !== 'USD' || isBound({ quantity })) return undefined;
  const range = convertPricePer(quantity.range, unit.mass, 'kg');
  return { range: { low: inDigits(range.low), high: inDigits(range.high) }, unit: 'USD/kg' };
}

const inDigits = (value: number): number => Number(value.toPrecision(4));

/** From the year before to the one that is named, or to the newest of each. */
function byMove(
  { question, thisYear }: AcrossContext,
  across: Across,
  name: string,
  members: readonly Metal[],
): TopicResult {
  const asked = question.years.findLast((year) => year < thisYear);
  const moved = members.flatMap((metal) => {
    const track = pricesOf(metal, ANY_PRICE).main;
    const to = track && (asked ?? newestObserved(track, thisYear));
    const pair = to === undefined ? undefined : track?.ends(to - 1, to);
    if (pair === undefined || pair.some(isBound) || pair[0].quantity.range.low <= 0) return [];
    const change = changeOf(pair[0].quantity, pair[1].quantity);
    // Of ranges, the middles: their ends would put what did not move first.
    const middle = midpoint(pair[1].quantity.range) / midpoint(pair[0].quantity.range);
    return [{ metal, pair, change, middle }];
  });
  const newest = Math.max(...moved.map(({ pair }) => pair[1].year));
  // Of one year: what another one did is no rank among them.
  const known = moved.filter(({ pair }) => pair[1].year === newest);
  // What may have gone either way, as far as its ranges say, is counted on neither side.
  const isSo = ({ change: { percent, printed = percent } }: (typeof known)[number]) =>
    across.way === 'highest' ? printed.low > 0 : printed.high < 0;
  const either = known.filter(
    ({ change: { percent, printed = percent } }) => printed.low < 0 && printed.high > 0,
  );
  const ranked = (across.only === true ? known.filter(isSo) : known).toSorted((a, b) =>
    inOrder(across, a.middle, b.middle),
  );
  const [first] = ranked;
  if (first === undefined) return nothing(name, 'price', members);
  const verb = across.way === 'highest' ? 'rose' : 'fell';
  const shown = ranked.slice(0, across.count ?? SHOWN);
  const left = members.filter((metal) => !known.some((one) => one.metal === metal));
  const span = `from ${newest - 1} to ${newest}`;
  return {
    found: true,
    part: makePart('change', {
      headline: [
        {
          strong: [
            across.only === true
              ? `${ranked.length} of ${known.length} ${name} ${verb} ${span}; ${first.metal.name.toLowerCase()} most: `
              : `${first.metal.name} ${verb} most of ${ranked.length} ${name} ${span}: `,
            { change: first.change, from: first.pair },
          ],
        },
      ],
      body:
        across.only === true ? [[...othersLine(ranked.slice(shown.length).map(({ metal }) => metal))]] : [],
      table: {
        columns: ['Commodity', String(newest - 1), String(newest), 'Change', 'Of'],
        rows: shown.map(({ metal, pair: [from, to], change }): Line[] => [
          [metal.name],
          [show(from), firmness(from)],
          [show(to), firmness(to)],
          [{ change, from: [from, to] }],
          [basisOf(to) || 'form not stated'],
        ]),
      },
      cautions: [
        ['By the yearly price of one source each, the one that answers first.'],
        ...(across.only === true && either.length > 0
          ? [[`Either way, by the ranges of their prices: ${namesOf(either.map(({ metal }) => metal))}.`]]
          : []),
        ...leftOut(left),
      ],
      citations: cite(shown.flatMap(({ pair }) => pair)),
    }),
    suggestions: shown.slice(0, 3).map(({ metal }) => askFor(metal, 'price')),
  };
}

/** What did so too and stands in no row. */
const othersLine = (others: readonly Metal[]): Line =>
  others.length === 0 ? [] : [`Less so: ${namesOf(others)}.`];

const namesOf = (metals: readonly Metal[]): string =>
  metals.length > MOST_LEFT
    ? `${metals.length} others`
    : listInWords(metals.map(({ name }) => name.toLowerCase()));

const inOrder = ({ way }: Across, a: number, b: number): number => (way === 'highest' ? b - a : a - b);

const MOST_LEFT = 12;

function leftOut(left: readonly Metal[]): Line[] {
  if (left.length === 0) return [];
  return [[`Left out, for want of a figure or a unit that can be set beside these: ${namesOf(left)}.`]];
}

const nothing = (name: string, metric: 'price', members: readonly Metal[]): TopicResult =>
  missing(
    metric,
    [`I have no prices of ${name} that can be set beside each other.`],
    [],
    members.slice(0, 3).map((metal) => askFor(metal, metric)),
  );
