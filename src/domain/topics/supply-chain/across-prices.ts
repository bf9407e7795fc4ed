/** Commodities in order of what a kilogram of them costs. */
import type { Line, Table } from '#src/domain/answer.ts';
import { convertPricePer, midpoint, priceUnit, type Quantity } from '#src/domain/measure/figure.ts';
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
  makePart,
  missing,
  show,
  type TopicResult,
} from '#src/domain/topics/topic.ts';
import { askFor } from '#src/domain/topics/suggestions.ts';
import { inOrder, leftOut, nothing, SHOWN, type AcrossContext } from './across-words.ts';

interface Ranked {
  readonly metal: Metal;
  readonly figure: Figure;
  /** Dollars a kilogram. */
  readonly each: Quantity;
}

/** Each at its newest yearly price, or at that of the year that is named, for a kilogram of what its source prices. */
export function byPrice(
  { question, thisYear }: AcrossContext,
  across: Across,
  name: string,
  members: readonly Metal[],
  asked?: Metal,
): TopicResult {
  const year = question.years.length === 1 && !question.current ? question.years[0] : undefined;
  const priced = members.flatMap((metal) => {
    const track = pricesOf(metal, ANY_PRICE).main;
    const newest = track && newestObserved(track, thisYear);
    const figure = year === undefined ? newest !== undefined && track?.at(newest) : track?.at(year);
    return figure ? [{ metal, figure }] : [];
  });
  const all = priced
    .flatMap((one): Ranked[] => {
      const each = perKilogram(one.figure);
      return each === undefined ? [] : [{ ...one, each }];
    })
    .toSorted((a, b) => inOrder(across, midpoint(a.each.range), midpoint(b.each.range)));
  if (across.line !== undefined) return onOneSide(across, across.line, name, members, all);
  const ranked = all;
  const [first, second, third] = ranked;
  if (first === undefined) return nothing(name, 'price', members);
  const left = members.filter((metal) => !ranked.some((one) => one.metal === metal));
  const which = across.way === 'highest' ? 'the most expensive' : 'the cheapest';
  // "Is platinum the most expensive", "the second most expensive": another than the first may be told of.
  const place =
    asked === undefined ? across.rank - 1 : ranked.findIndex(({ metal }) => metal.id === asked.id);
  const told = ranked[place];
  const verdict = asked === undefined || told === undefined ? '' : told === first ? 'Yes. ' : 'No. ';
  const lead = told ?? first;
  const said = lead === first ? which : `number ${place + 1}, ${which} first,`;
  const top = ranked.slice(0, across.count ?? SHOWN);
  const shown = top.includes(lead) ? top : [...top, lead];
  return {
    found: true,
    part: makePart('price', {
      headline: [
        {
          strong: [
            `${verdict}${lead.metal.name} is ${said} of ${ranked.length} ${name} by weight: `,
            { quantity: lead.each, from: [lead.figure] },
          ],
        },
        firmness(lead.figure),
        `, ${lead.figure.year}`,
      ],
      body:
        lead !== first
          ? [[`${first.metal.name} is ${which}, at `, { quantity: first.each, from: [first.figure] }, '.']]
          : second === undefined
            ? []
            : [[...thenLine(second, third)]],
      table: tableOf(shown),
      cautions: [[OF_FORMS], ...leftOut(left)],
      citations: cite(shown.map(({ figure }) => figure)),
    }),
    suggestions: shown.slice(0, 3).map(({ metal }) => askFor(metal, 'price')),
  };
}

/** "31 of 98 commodities cost less than $5/kg by weight": all on one side of a price, those nearest to its far end first. */
function onOneSide(
  across: Across,
  { value, currency, per }: NonNullable<Across['line']>,
  name: string,
  members: readonly Metal[],
  all: readonly Ranked[],
): TopicResult {
  if (currency !== 'USD')
    return missing(
      'price',
      [`I can't set prices of ${name} against ${currency}: they are in US dollars.`],
      [],
      [],
    );
  const limit = convertPricePer({ low: value, high: value }, per, 'kg');
  const below = across.way === 'lowest';
  const found = all.filter(({ each: { range } }) =>
    below ? range.high < limit.low : range.low > limit.high,
  );
  const shown = found.slice(0, across.count ?? SHOWN);
  const line: Quantity = { range: { low: value, high: value }, unit: `USD/${per}` };
  const left = members.filter((metal) => !all.some((one) => one.metal === metal));
  return {
    found: true,
    part: makePart('price', {
      headline: [
        {
          strong: [
            `${found.length} of ${all.length} ${name} cost ${below ? 'less' : 'more'} than `,
            { quantity: line, given: true },
            ' by weight',
          ],
        },
      ],
      body: shown.length === 0 ? [] : [[below ? 'The cheapest first.' : 'The most expensive first.']],
      ...(shown.length === 0 ? {} : { table: tableOf(shown) }),
      cautions: [
        ...(found.length > shown.length ? [[`I show ${shown.length} of ${found.length}.`]] : []),
        [OF_FORMS],
        ...leftOut(left),
      ],
      citations: cite(shown.map(({ figure }) => figure)),
    }),
    suggestions: shown.slice(0, 3).map(({ metal }) => askFor(metal, 'price')),
  };
}

const OF_FORMS =
  'Each in the form and market that its source prices: a kilogram of oxide or ore is not one of metal.';

const tableOf = (shown: readonly Ranked[]): Table => ({
  columns: ['Commodity', 'A kilogram', 'As printed', 'Year', 'Of'],
  rows: shown.map(({ metal, figure, each }): Line[] => [
    [metal.name],
    [{ quantity: each, from: [figure] }, firmness(figure)],
    [show(figure)],
    [String(figure.year)],
    [basisOf(figure) || 'form not stated'],
  ]),
});

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
