/** Commodities in order of how their price moved from one year to the next. */
import type { Line } from '#src/domain/answer.ts';
import { midpoint } from '#src/domain/measure/figure.ts';
import { changeOf } from '#src/domain/measure/changes.ts';
import type { Across } from '#src/domain/reading/frame.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import { newestObserved } from '#src/domain/series/series.ts';
import { ANY_PRICE, pricesOf } from '#src/domain/topics/price/prices.ts';
import {
  basisOf,
  cite,
  firmness,
  isBound,
  makePart,
  show,
  type TopicResult,
} from '#src/domain/topics/topic.ts';
import { askFor } from '#src/domain/topics/suggestions.ts';
import { inOrder, leftOut, namesOf, nothing, SHOWN, type AcrossContext } from './across-words.ts';

/** From the year before to the one that is named, or to the newest of each. */
export function byMove(
  { question, thisYear }: AcrossContext,
  across: Across,
  name: string,
  members: readonly Metal[],
): TopicResult {
  const asked = question.years.findLast((year) => year < thisYear);
  // "Since 2021": from there on, to the newest that there is.
  const years =
    question.span === null
      ? question.years.filter((year) => year < thisYear)
      : [question.span.from, question.span.to];
  const since = years.length > 1 ? years[0] : undefined;
  const until = years.at(-1) ?? thisYear;
  const moved = members.flatMap((metal) => {
    const track = pricesOf(metal, ANY_PRICE).main;
    const to = track && (until >= thisYear && since !== undefined ? newestObserved(track, thisYear) : asked);
    const last = to ?? (track && newestObserved(track, thisYear));
    const pair = last === undefined ? undefined : track?.ends(since ?? last - 1, last);
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
  const oldest = since ?? newest - 1;
  const span = `from ${oldest} to ${newest}`;
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
        columns: ['Commodity', String(oldest), String(newest), 'Change', 'Of'],
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
