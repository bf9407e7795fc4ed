/** What several amounts cost: a line each, and a total where they belong together. */
import { saidIn, type Line, type Origin, type Span } from '#src/domain/answer.ts';
import { type Quantity } from '#src/domain/measure/figure.ts';
import { leftOutLines } from '#src/domain/topics/left-out.ts';
import { dearerBy } from './cost-apart.ts';
import { productCautions, substanceCautions, yearCaution } from './cost-cautions.ts';
import type { CostLine } from './cost-lines.ts';
import { adjusted, adjustmentLines, repeated } from './cost-terms.ts';
import { sumOf } from './cost-total.ts';
import { askFor } from '#src/domain/topics/suggestions.ts';
import { costOf, madeOf } from './order.ts';
import { named, typed } from './order-in-words.ts';
import { nameInText } from '#src/domain/series/material.ts';
import { whenOf } from '#src/domain/series/series.ts';
import {
  capitalised,
  cite,
  firmness,
  makePart,
  missing,
  show,
  sourceName,
  yearsInWords,
  type TopicContext,
  type TopicResult,
} from '#src/domain/topics/topic.ts';

/** Lines that are shown. */
const MOST = 12;

/** A line that has its price. */
interface Costed {
  readonly line: CostLine;
  readonly figure: NonNullable<CostLine['figure']>;
  readonly cost: Quantity;
  /** What the cost is made of. */
  readonly from: readonly Origin[];
}

/** The answer for several amounts, or one of several metals. */
export function costList(
  context: Pick<TopicContext, 'question' | 'thisYear'>,
  all: readonly CostLine[],
): TopicResult {
  const { question } = context;
  const lines = all.slice(0, MOST);
  const costed = lines.flatMap((line): readonly Costed[] => {
    const { figure, order } = line;
    const cost = figure && costOf(order, figure);
    if (figure === undefined || cost === undefined) return [];
    const from = madeOf(order, figure);
    return [{ line, figure, from, cost: repeated(cost, order.amount.rate, from)?.total ?? cost }];
  });
  const [first] = costed;
  const made = costed.flatMap(({ from }) => from);
  if (first === undefined) return noneOf(all);
  const lacking = lines.filter((line) => !costed.some((one) => one.line === line));
  const total =
    lacking.length > 0 || all.length > MOST || leavesOut(question) || question.combine === 'difference'
      ? undefined
      : sumOf(
          question.amounts,
          costed.map(({ cost }) => cost),
          question.combine === 'sum',
        );
  const adjustments = question.adjustments ?? [];
  const [lead, ...rest] = costed.map(lineOf);
  const figures = costed.map(({ figure }) => figure);
  const years = [...new Set(figures.map((figure) => figure.year))];
  const newest = Math.max(...years);
  const isOfYears = figures.every(({ age }) => age === undefined);
  const whens = isOfYears
    ? yearsInWords(years)
    : [...new Set(figures.map((figure) => whenOf(figure)))].join(', ');
  const totalLine: Line | undefined = total && [
    {
      strong: [
        `In all${adjustments.map(({ words }) => `, ${words}`).join('')}, ${whens}: `,
        { quantity: adjusted(total, adjustments), from: made },
      ],
    },
    firmest(costed),
  ];
  return {
    found: true,
    part: makePart('cost', {
      headline: totalLine ?? [{ strong: lead ?? [] }],
      body: [
        ...(total === undefined ? [] : [lead ?? []]),
        ...rest,
        ...(question.combine === 'difference' ? dearerBy(costed) : []),
        ...(total === undefined ? [] : adjustmentLines(adjustments, total, made)),
        ...lacking.map(lackingLine),
      ],
      cautions: [
        ...(all.length > MOST ? [[`I show ${MOST} of ${all.length} lines.`]] : []),
        ...leftOutLines((question.losses ?? []).map(({ words }) => ({ words, kind: 'percent' }))),
        ...(total === undefined
          ? leftOutLines(adjustments.map(({ words }) => ({ words, kind: 'percent' })))
          : []),
        ...unique([
          ...mixed(costed, total),
          ...costed.flatMap(({ line }) => productCautions(line.order)),
          ...costed.flatMap(({ line, figure }) => substanceCautions(line.order, figure, question.form)),
          ...costed
            // Beside a later year, none is the newest.
            .filter(({ line, figure }) => line.picked === undefined && figure.year === newest)
            .flatMap(({ line, figure }) => yearCaution(context, figure, [line])),
          ...figures.flatMap(quoteLine),
          ...costed.flatMap(({ line }) => line.others.flatMap((other) => otherLine(line, other))),
        ]),
      ],
      citations: cite([...costed.map(({ figure }) => figure), ...costed.flatMap(({ line }) => line.others)]),
      chartWanted: question.chart,
    }),
    suggestions: suggestionsOf(costed),
  };
}

/** A sum of what is left is not what all of it costs. */
function leavesOut({ leftOut }: TopicContext['question']): boolean {
  return (leftOut ?? []).some(({ kind }) => kind === 'subject' || kind === 'number');
}

/** "10 kg of dysprosium oxide, 2023: $3,300, at $330/kg." */
function lineOf({ line, figure, cost, from }: Costed): Span[] {
  const { order } = line;
  const { amount } = order;
  const times = repeated(cost, amount.rate, from);
  const put = amount.terms === undefined ? '' : ` (${amount.terms})`;
  const others = (amount.others ?? []).flatMap((value): Span[] => ['; or of ', typed({ ...amount, value })]);
  return [
    ...named(order, figure),
    `${put}${line.picked === undefined ? '' : ` ${line.picked.words}`}, ${whenOf(figure)}: `,
    { quantity: cost, from },
    ...(times?.whole === undefined ? [] : [` ${times.whole}`]),
    `${firmness(figure)}, at `,
    show(figure),
    ...others,
    '.',
  ];
}

/** On which basis a quote is, and how old. */
function quoteLine({ metal, series, basis, age }: Costed['figure']): Line[] {
  return basis === undefined
    ? []
    : [[`${metal.name} ${series.basis} is quoted ${basis}${age === undefined ? '' : `; ${age}`}.`]];
}

function lackingLine({ order, year, reason }: CostLine): Line {
  const what: Span[] = [typed(order.amount), ` of ${nameInText(order.metal.name)}, ${year}: no cost. `];
  return [...what, ...(reason ?? ['I have no price of that year.'])];
}

function firmest(costed: readonly Costed[]): string {
  const projected = costed.find(({ figure }) => figure.quantity.firmness === 'projected');
  const estimated = costed.find(({ figure }) => figure.quantity.firmness === 'estimated');
  const one = projected ?? estimated;
  return one === undefined ? '' : firmness(one.figure);
}

/** A sum of prices of different things says so. */
function mixed(costed: readonly Costed[], total: Quantity | undefined): Line[] {
  const bases = new Set(costed.map(({ figure }) => figure.series.basis));
  return total === undefined || bases.size < 2
    ? []
    : [['The total adds prices of different forms and sources: oxide, and what does not say its form.']];
}

/** What another source's price makes of a line. */
function otherLine({ order }: CostLine, other: CostLine['others'][number]): Line[] {
  const cost = costOf(order, other);
  if (cost === undefined) return [];
  return [
    capitalised([
      `${sourceName(other)}, ${other.year}: `,
      ...named(order, other),
      ': ',
      { quantity: cost, from: madeOf(order, other) },
      ', at ',
      show(other),
      '.',
    ]),
  ];
}

function unique(lines: readonly Line[]): Line[] {
  return [...new Map(lines.map((line) => [saidIn(line), line])).values()];
}

function suggestionsOf(costed: readonly Costed[]): TopicResult['suggestions'] {
  return costed.map(({ line: { order }, figure }) => {
    const year = figure.age === undefined ? figure.year : undefined;
    return askFor(order.metal, 'price', {
      year,
      label: `${order.metal.name}${year === undefined ? '' : ` ${year}`}`,
    });
  });
}

/** Of none of them is there a price. */
function noneOf(lines: readonly CostLine[]): TopicResult {
  return missing(
    'cost',
    ['I have no price for any of these, so no cost.'],
    lines.slice(0, MOST).map(lackingLine),
    [],
  );
}
