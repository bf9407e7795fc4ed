/** What two costs differ by, and what another source, another year or another reading makes of one. */
import type { Line, Origin, Span } from '#src/domain/answer.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import { changeOf } from '#src/domain/measure/changes.ts';
import { convertMass, gapBetween, type Quantity } from '#src/domain/measure/figure.ts';
import type { Adjustment } from '#src/domain/reading/amounts/asked-amounts.ts';
import { adjusted, repeated } from './cost-terms.ts';
import type { CostLine } from './cost-lines.ts';
import { costOf, madeOf, pricedMass } from './order.ts';
import { named, typed } from './order-in-words.ts';
import { capitalised, firmness, show, sourceName } from '#src/domain/topics/topic.ts';

/** What it is where the marks of its number mean the other thing. */
export function otherReadings(
  { order }: CostLine,
  figure: Figure,
  readings: readonly (typeof order.amount)[],
): Span[] {
  const factor = order.content;
  return readings.flatMap((amount): Span[] => {
    const kilograms = convertMass(amount.value, amount.unit, 'kg');
    const held =
      factor === undefined
        ? kilograms
        : { low: kilograms.low * factor.low, high: kilograms.high * factor.high };
    const cost = costOf({ ...order, amount, kilograms: held }, figure);
    return cost === undefined
      ? []
      : ['; or ', typed(amount), ': ', { quantity: cost, from: madeOf(order, figure) }];
  });
}

export function whichReading(terms: string | undefined): Line {
  const what = terms === undefined ? 'The number' : `A number of “${terms}”`;
  return [
    `${what} has two readings: a mark before three digits may part thousands or decimals. Say which you mean.`,
  ];
}

/** The same of another year, with all that is put on it or taken off it. */
export function laterYear({ order, figure, picked }: CostLine, adjustments: readonly Adjustment[]): Line[] {
  if (figure === undefined) return [];
  const cost = costOf(order, figure);
  const from = madeOf(order, figure);
  return cost === undefined
    ? []
    : [
        [
          `${picked === undefined ? '' : `${picked.words.replace('at', 'At')}, `}${figure.year}${adjustments.map(({ words }) => ` ${words}`).join('')}: `,
          { quantity: adjusted(repeated(cost, order.amount.rate, from)?.total ?? cost, adjustments), from },
          firmness(figure),
          ', at ',
          show(figure),
          '.',
        ],
      ];
}

/** "From 2022 to 2023: 200 kg of neodymium cost $3,600 more"; nothing where it may be more or less. */
export function differenceOfCosts(
  [first, second]: readonly CostLine[],
  adjustments: readonly Adjustment[],
): Span[] | undefined {
  if (first?.figure === undefined || second?.figure === undefined) return undefined;
  const [from, to] = [costOf(first.order, first.figure), costOf(second.order, second.figure)];
  if (from === undefined || to === undefined || from.unit !== to.unit) return undefined;
  const made = [...madeOf(first.order, first.figure), ...madeOf(second.order, second.figure)];
  const [one, other] = [from, to].map((cost) =>
    adjusted(repeated(cost, first.order.amount.rate, made)?.total ?? cost, adjustments),
  );
  const { low, high } = gapBetween((one ?? from).range, (other ?? to).range);
  if (low * high <= 0) return undefined;
  const range = low > 0 ? { low, high } : { low: -high, high: -low };
  return [
    `From ${first.year} to ${second.year}: `,
    { quantity: { range, unit: from.unit }, from: made },
    low > 0 ? ' more' : ' less',
    ' for ',
    ...lower(named(first.order, first.figure)),
    ' (',
    { change: changeOf(one ?? from, other ?? to), from: made },
    ')',
  ];
}

/** "40 kg of terbium oxide costs $22,200 more": what two orders differ by; nothing where it may be more or less. */
export function dearerBy(
  costs: readonly { readonly line: CostLine; readonly cost: Quantity; readonly from: readonly Origin[] }[],
): Line[] {
  const [one, other, ...others] = costs;
  if (one === undefined || other === undefined || others.length > 0) return [];
  const gap = gapBetween(one.cost.range, other.cost.range);
  const figure = (gap.low > 0 ? other : one).line.figure;
  if (figure === undefined || one.cost.unit !== other.cost.unit || gap.low * gap.high <= 0) return [];
  const range = gap.low > 0 ? gap : { low: -gap.high, high: -gap.low };
  const quantity = { quantity: { range, unit: one.cost.unit }, from: [...one.from, ...other.from] };
  return [[...named((gap.low > 0 ? other : one).line.order, figure), ' costs ', quantity, ' more.']];
}

/** What another source's price makes of it: of the same mass, or for a metal, of the oxide that holds it. */
export function otherSource({ order }: CostLine, other: Figure, adjustments: readonly Adjustment[]): Line[] {
  const once = costOf(order, other);
  if (once === undefined) return [];
  const from = madeOf(order, other);
  const times = repeated(once, order.amount.rate, from);
  const said = adjustments.map(({ words }) => ` ${words}`).join('');
  const held = pricedMass(order, other)?.held;
  return [
    capitalised([
      `${sourceName(other)}, ${other.year}${firmness(other)}: `,
      ...lower(named(order, other)),
      `${said}: `,
      { quantity: adjusted(times?.total ?? once, adjustments), from },
      ...(times?.whole === undefined ? [] : [` ${times.whole}`]),
      ', at ',
      show(other),
      held === undefined ? '.' : ', before the cost of making metal.',
    ]),
  ];
}

function lower(line: readonly Span[]): readonly Span[] {
  const [first, ...rest] = line;
  return typeof first === 'string' ? [first.charAt(0).toLowerCase() + first.slice(1), ...rest] : line;
}
