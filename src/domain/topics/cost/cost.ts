/** What an order would cost: an amount times a year's price, low to high, with what it is an amount of. */
import type { Line, Span } from '#src/domain/answer.ts';
import { citationOf, type Figure, type Traded } from '#src/domain/series/figures.ts';
import { nameInText } from '#src/domain/series/material.ts';
import {
  convertMass,
  convertPricePer,
  exactly,
  priceUnit,
  type MassUnit,
  type Quantity,
} from '#src/domain/measure/figure.ts';
import { answerBudget } from './budget.ts';
import { costList } from './cost-list.ts';
import { adjusted, adjustmentLines, lossLines, repeated, type Repeated } from './cost-terms.ts';
import { pickedOf, rivalLines } from './cost-extreme.ts';
import { costLinesOf, lineAt, type CostLine } from './cost-lines.ts';
import { productCautions, substanceCautions, supposedCaution, yearCaution } from './cost-cautions.ts';
import { answerOffer } from './offer.ts';
import { costOf, madeOf, orderOf } from './order.ts';
import { asIs, named, ofYear, typed, worked } from './order-in-words.ts';
import { askCost, askHistory, askPriceOf } from '#src/domain/topics/suggestions.ts';
import { massOf } from '#src/domain/series/one-unit.ts';
import { pricesOf } from '#src/domain/topics/price/prices.ts';
import { historyChart } from '#src/domain/topics/price/price-history.ts';
import {
  cite,
  makePart,
  missing,
  uniqueCitations,
  yearsInWords,
  type Topic,
  type TopicContext,
  type TopicResult,
} from '#src/domain/topics/topic.ts';
import { otherReadings, whichReading, laterYear, differenceOfCosts, otherSource } from './cost-apart.ts';

export const answerCost: Topic = (context) => {
  const { metal, question } = context;
  if (question.offer != null) return answerOffer(context, question.offer);
  if (question.amounts.length === 0 && question.money != null) return answerBudget(context, question.money);
  const supposed = supposing(context);
  if (supposed !== undefined) return costOfLines(supposed, costLinesOf(supposed));
  if (question.amounts.length === 0) {
    return missing(
      'cost',
      ['Of how much? Name an amount, such as 250 kg or 1.5 t.'],
      [],
      [askCost(metal, 1, 'kg'), askCost(metal, 1, 't')],
    );
  }
  return costOfLines(context, costLinesOf(context));
};

/**
 * "If neodymium falls 15 %": of one of the unit that its price is for, where no amount is named; and at the newest price where the
 * time is one that no price has come to yet.
 */
function supposing(context: TopicContext): TopicContext | undefined {
  const { metal, question, thisYear } = context;
  if ((question.adjustments ?? []).length === 0) return undefined;
  const { main } = pricesOf(metal, { source: question.source, form: question.form, perUnit: null });
  const unit = (main && massOf(main.unit)) ?? 'kg';
  const amounts = question.amounts.length > 0 ? question.amounts : [{ value: exactly(1), unit }];
  const isToCome = question.years.length > 0 && question.years.every((year) => year > thisYear);
  return { ...context, question: { ...question, amounts, ...(isToCome ? { years: [], span: null } : {}) } };
}

/** What a question's amounts of a metal, in one form or another, cost at one price. */
export function costAt(context: CostContext, figure: Figure): TopicResult {
  const { amounts, form } = context.question;
  const picked = pickedOf(context.question.extreme, figure);
  const lines = amounts.map((amount): CostLine => ({
    ...lineAt(orderOf(amount, figure.metal, { metals: [] }, form), figure),
    picked,
  }));
  return costOfLines(context, lines);
}

/** What a cost needs of its context. */
type CostContext = Pick<TopicContext, 'question' | 'thisYear'> & { readonly metal: Traded };

function costOfLines(context: CostContext, lines: readonly CostLine[]): TopicResult {
  const [first] = lines;
  const single = new Set(lines.map(({ order }) => order.amount)).size === 1 && sameMetal(lines);
  if (first === undefined) return noPrice(context, lines);
  return single ? costOfOne(context, lines) : costList(context, lines);
}

function sameMetal(lines: readonly CostLine[]): boolean {
  return new Set(lines.map(({ order }) => order.metal.id)).size === 1;
}

/** One amount of one metal, in one year or several. */
function costOfOne(context: CostContext, lines: readonly CostLine[]): TopicResult {
  const { question } = context;
  const priced = lines.filter((line) => line.figure !== undefined);
  const [first, ...later] = priced;
  const { figure, track } = first ?? {};
  const cost = first && figure && costOf(first.order, figure);
  if (first === undefined || figure === undefined || cost === undefined) return noPrice(context, lines);
  const { order } = first;
  const { amount, product, metal } = order;
  const made = madeOf(order, figure);
  const times = repeated(cost, amount.rate, made);
  const others = first.others;
  const readings = (amount.others ?? []).map((value) => ({ ...amount, value }));
  const whole = headline(context, first, figure, times);
  const adjustments = question.adjustments ?? [];
  const isSpan = question.combine === 'difference' && priced.length > 2;
  const apart =
    priced.length === 2 || isSpan
      ? differenceOfCosts([first, priced.at(-1) ?? first], adjustments)
      : undefined;
  // The difference, or the sum, stands first where it is what was asked for.
  const said = question.combine === 'difference' ? apart : sumOfYears(question, lines, priced);
  return {
    found: true,
    part: makePart('cost', {
      headline: [{ strong: [...(said ?? whole), ...otherReadings(first, figure, readings)] }, asIs(figure)],
      body: [
        ...(said === undefined
          ? [worked(order, figure)]
          : priced.flatMap((line) => laterYear(line, adjustments))),
        ...inAskedUnit(first, figure, question.perUnit),
        ...(times === undefined ? [] : [times.step]),
        ...adjustmentLines(adjustments, times?.total ?? cost, made),
        ...lossLines(question.losses ?? [], amount, times?.total ?? cost, made),
        ...rivalLines(first.picked?.rivals ?? [], question.extreme),
        ...(first.picked?.rivals ?? []).flatMap((rival) =>
          laterYear(lineAt(order, rival, track), adjustments),
        ),
        ...(said === undefined ? later.flatMap((line) => laterYear(line, adjustments)) : []),
        ...(apart === undefined || said !== undefined ? [] : [[...apart, '.']]),
      ],
      cautions: [
        ...(readings.length > 0 ? [whichReading(amount.terms)] : []),
        ...productCautions(order),
        ...substanceCautions(order, figure, question.form),
        ...(first.picked === undefined || figure.at.length > 4 ? yearCaution(context, figure, lines) : []),
        ...supposedCaution(adjustments),
        ...others.flatMap((other) => otherSource(first, other, adjustments)),
      ],
      citations: uniqueCitations([
        ...cite([...priced.map((line) => line.figure), ...others]),
        ...(amount.content === undefined ? metal.products : [])
          .filter((one) => one === product)
          .map((one) => citationOf(metal, one)),
      ]),
      chart: figure.age === undefined ? historyChart(metal.id, track?.years ?? [figure.year]) : undefined,
      chartWanted: question.chart,
    }),
    suggestions: [askPriceOf(metal, figure.age === undefined ? figure.year : undefined)],
  };
}

/** "In all, 2021 to 2024: $40,200": the same amount in each of several years, where a sum is asked for and every year has a price. */
function sumOfYears(
  { combine, years, adjustments = [] }: CostContext['question'],
  lines: readonly CostLine[],
  priced: readonly CostLine[],
): Span[] | undefined {
  const [first] = priced;
  if (combine !== 'sum' || years.length < 2 || priced.length < lines.length || first?.figure === undefined)
    return undefined;
  const costs = priced.flatMap(({ order, figure }) =>
    figure === undefined ? [] : (costOf(order, figure) ?? []),
  );
  const made = priced.flatMap(({ order, figure }) => (figure === undefined ? [] : madeOf(order, figure)));
  const [unit] = costs.map((cost) => cost.unit);
  if (unit === undefined || costs.some((cost) => cost.unit !== unit)) return undefined;
  const each = costs.map((cost) =>
    adjusted(repeated(cost, first.order.amount.rate, made)?.total ?? cost, adjustments),
  );
  const add = (of: (cost: Quantity) => number) =>
    Number(each.reduce((sum, cost) => sum + of(cost), 0).toPrecision(12));
  const range = { low: add((cost) => cost.range.low), high: add((cost) => cost.range.high) };
  const name = named(first.order, first.figure);
  return [
    `In all, ${yearsInWords(years)}, `,
    ...name,
    ' in each: ',
    { quantity: { range, unit }, from: made },
  ];
}

/** "In pounds": the amount and the price in the unit that was asked for, where it was typed in another. */
function inAskedUnit({ order }: CostLine, figure: Figure, unit: MassUnit | null): Line[] {
  const { amount, product } = order;
  const price = unit === null ? undefined : pricePer(figure, unit);
  if (unit === null || price === undefined || product !== undefined || amount.unit === unit) return [];
  return [
    [
      'That is ',
      typed({ value: convertMass(amount.value, amount.unit, unit), unit }),
      ' at ',
      { quantity: price, from: [figure] },
      '.',
    ],
  ];
}

function pricePer({ quantity }: Figure, unit: MassUnit): Quantity | undefined {
  const price = priceUnit(quantity.unit);
  if (price === undefined || price.mass === unit) return undefined;
  const range = convertPricePer(quantity.range, price.mass, unit);
  return { range, unit: `${price.currency}/${unit}`, firmness: quantity.firmness };
}

function headline(
  { question }: CostContext,
  line: CostLine,
  figure: Figure,
  times: Repeated | undefined,
): Span[] {
  const { order } = line;
  const cost = costOf(order, figure);
  if (cost === undefined) return [];
  const adjustments = question.adjustments ?? [];
  const picked = line.picked === undefined ? '' : ` ${line.picked.words}`;
  const said = picked + adjustments.map(({ words }) => ` ${words}`).join('');
  const sum = adjusted(times?.total ?? cost, adjustments);
  const from = madeOf(order, figure);
  const per: Span[] =
    times?.each === undefined ? [] : [{ quantity: adjusted(cost, adjustments), from }, ` ${times.each}, `];
  const whole: Span[] = times?.whole === undefined ? [] : [` ${times.whole}`];
  return [...named(order, figure), `${said}${ofYear(figure)}: `, ...per, { quantity: sum, from }, ...whole];
}

/** No price for any of it. */
function noPrice(context: CostContext, lines: readonly CostLine[]): TopicResult {
  const { question } = context;
  const [line] = lines;
  const metal = line?.order.metal ?? context.metal;
  const years = [...new Set(lines.map(({ year }) => year))];
  const reason = line?.reason;
  const name = nameInText(metal.name);
  const form = question.form === null ? '' : ` as ${question.form}`;
  return missing(
    'cost',
    reason ?? [`I have no price of ${name}${form} for ${yearsInWords(years)}, so no cost.`],
    line?.track === undefined ? [] : [[`I have prices for ${yearsInWords(line.track.years)}.`]],
    [askHistory(metal, 'Price history')],
  );
}
