/** The lines of a cost: each amount of a question with its metal and year, and the price that it is costed at. */
import { withId } from '#src/domain/series/by-id.ts';
import type { Line } from '#src/domain/answer.ts';
import { tradedOf, type Figure, type Traded } from '#src/domain/series/figures.ts';
import { nameInText } from '#src/domain/series/material.ts';
import type { Question } from '#src/domain/reading/question.ts';
import type { Amount } from '#src/domain/reading/amounts/asked-amounts.ts';
import { oxideOf, orderOf, pricedMass, type Order } from './order.ts';
import { pricesOf } from '#src/domain/topics/price/prices.ts';
import type { TopicContext } from '#src/domain/topics/topic.ts';
import { extremePrice, type PickedPrice } from './cost-extreme.ts';
import { figuresIn, newestObserved, newestYear, type Series } from '#src/domain/series/series.ts';

export interface CostLine {
  readonly order: Order;
  readonly year: number;
  readonly track: Series | undefined;
  /** The price; `undefined` where there is none of what the order is of. */
  readonly figure: Figure | undefined;
  /** Why there is no price, where it is not that the year has none. */
  readonly reason: Line | undefined;
  /** Other sources' prices of the year. */
  readonly others: readonly Figure[];
  /** Which of several years' prices it is: "at the highest price". */
  readonly picked?: PickedPrice | undefined;
}

/** One line an amount, metal and year, in the order of the question. */
export function costLinesOf(context: TopicContext): readonly CostLine[] {
  const { question } = context;
  const other = question.extreme === 'lowest' ? ('highest' as const) : ('lowest' as const);
  const wanted =
    question.bothExtremes === true
      ? [context, { ...context, question: { ...question, extreme: other } }]
      : [context];
  return question.amounts.flatMap((amount) =>
    metalsOf(context, amount).flatMap((metal) => wanted.flatMap((one) => linesOf(one, amount, metal))),
  );
}

/** The metals of a question that none of its amounts is of: their price is asked, not their cost. */
export function uncosted({ amounts, metals, adjustments = [] }: Question): readonly string[] {
  // A move that is supposed is of the first of them.
  if (amounts.length === 0 && adjustments.length > 0) return metals.slice(1);
  const all = amounts.some((amount) => amount.metals === undefined);
  return all ? [] : metals.filter((id) => !amounts.some((amount) => amount.metals?.includes(id)));
}

function metalsOf({ catalog, metal, question }: TopicContext, { metals }: Amount): readonly Traded[] {
  const ids = metals ?? question.metals;
  return ids.length === 0 ? [metal] : ids.map((id) => tradedOf(catalog, id));
}

/** A line at a price that is given. */
export function lineAt(order: Order, figure: Figure, track?: Series): CostLine {
  const fits = pricedMass(order, figure) !== undefined;
  return {
    order,
    year: figure.year,
    track,
    figure: fits ? figure : undefined,
    reason: fits ? undefined : reasonOf(order),
    others: [],
  };
}

function linesOf(context: TopicContext, amount: Amount, traded: Traded): readonly CostLine[] {
  const { catalog, question, thisYear, library } = context;
  // Where one of a list has its form, that of the others is not said.
  const own = question.amounts.length > 1 && question.amounts.some(({ oxide }) => oxide !== undefined);
  const form = own ? null : question.form;
  const order = orderOf(amount, traded, catalog, form);
  const metal = withId(catalog.metals, traded.id);
  if (metal === undefined) {
    // What has no figures of years has quotes, or nothing; the newest is the price of no other time.
    const asked = amount.years ?? question.years;
    const isNow = (asked.length === 0 || question.current) && question.wanted.days === undefined;
    const [days] = library?.prices({ of: traded.id, target: question.wanted.target, live: true }) ?? [];
    const newest = isNow ? days?.at(days.periods.at(-1) ?? '') : undefined;
    const none = {
      order,
      year: asked[0] ?? thisYear,
      track: undefined,
      figure: undefined,
      reason: undefined,
      others: [],
    };
    return [newest === undefined ? none : lineAt(order, newest)];
  }
  // "How much oxide for 10 kg of metal" is costed at the price of oxide, as is a mass of oxide.
  const wanted = form === 'oxide' || amount.oxide === true ? 'oxide' : null;
  const { main: track, others } = pricesOf(metal, { source: question.source, form: wanted, perUnit: 'kg' });
  const asked = amount.years ?? question.years;
  // What is wanted now, and has no price of this year, is told at the newest there is.
  const isNow = question.current && asked.every((year) => year === thisYear && track?.at(year) === undefined);
  const years = isNow ? [] : asked;
  const picked = extremePrice(track, { ...question, years });
  if (picked !== undefined && pricedMass(order, picked.figure) !== undefined) {
    const beside = others.flatMap((other) => extremePrice(other, { ...question, years })?.figure ?? []);
    return [
      {
        ...lineAt(order, picked.figure, track),
        others: beside.filter((one) => pricedMass(order, one) !== undefined),
        picked,
      },
    ];
  }
  const named = years.length > 0 ? years : yearsNow(track, thisYear, question.amounts.length === 1);
  return named.map((year): CostLine => {
    const found = track?.at(year);
    const fits = found !== undefined && pricedMass(order, found) !== undefined;
    return {
      order,
      year,
      track,
      figure: fits ? found : undefined,
      reason: found === undefined || fits ? undefined : reasonOf(order),
      others: others
        .flatMap((other) =>
          figuresIn(other, [years.length > 0 ? year : (newestYear(other, thisYear) ?? year)]),
        )
        .filter((other) => pricedMass(order, other) !== undefined),
    };
  });
}

/** What was observed last, and for one amount what is projected after it: a projection hides no observed figure. */
function yearsNow(track: Series | undefined, thisYear: number, isOne: boolean): readonly number[] {
  const observed = (track && newestObserved(track, thisYear)) ?? thisYear;
  const projected = track?.years.find(
    (year) => year > observed && year >= thisYear && track.at(year)?.quantity.firmness === 'projected',
  );
  return isOne && projected !== undefined ? [observed, projected] : [observed];
}

/** Why a price is none of what was ordered. */
function reasonOf({ metal, product, content }: Order): Line {
  const name = nameInText(metal.name);
  if (product !== undefined && content === undefined)
    return [`I don’t know how much ${name} ${product.name} hold. Name a share, such as 5 % ${name}.`];
  if (oxideOf(metal) === undefined)
    return [`The price that I have is of ${name} oxide, and how much metal that holds is not known here.`];
  return [`I have no price of ${name} in that form, so no cost.`];
}
