/** What is done to a cost after mass times price: how often it comes, and what is put on it or taken off it. */
import type { Line, Origin, Span } from '#src/domain/answer.ts';
import {
  convertMass,
  exactly,
  multiply,
  scale,
  type Quantity,
  type Range,
} from '#src/domain/measure/figure.ts';
import type { Adjustment, Amount, Loss, Period, Rate } from '#src/domain/reading/amounts/asked-amounts.ts';

const A_YEAR: Readonly<Record<Period, number>> = { day: 365, week: 52, month: 12, quarter: 4, year: 1 };

/** A cost that comes again and again. */
export interface Repeated {
  /** "a month", beside the amount. */
  readonly said: string;
  /** "a month", beside the cost of one time; absent where a whole is asked for. */
  readonly each: string | undefined;
  /** "a year", beside the whole. */
  readonly whole: string | undefined;
  readonly total: Quantity;
  /** "12 times a year." */
  readonly step: Line;
}

/**
 * What a cost comes to in the time that it is wanted for, a year where none is said; `undefined` where it comes once.
 * @param from What the cost is made of
 */
export function repeated(
  cost: Quantity,
  rate: Rate | undefined,
  from: readonly Origin[],
): Repeated | undefined {
  if (rate === undefined) return undefined;
  const { every, apart, for: whole } = rate;
  const said = oftenInWords(rate);
  if (whole === null && every === 'year' && apart === 1)
    return { said, each: undefined, whole: 'a year', total: cost, step: [`That is every year.`] };
  const count = (whole === null ? A_YEAR[every] : timesIn(every, whole)) / apart;
  const total = { ...cost, range: clean(scale(cost.range, count)) };
  const time =
    whole === null
      ? 'a year'
      : whole.count === 1
        ? `a ${whole.period}`
        : `in ${whole.count} ${whole.period}s`;
  const step: Line = [{ quantity: cost, from }, ` ${said}, ${Number(count.toPrecision(4))} times ${time}.`];
  return { said, each: whole === null ? said : undefined, whole: time, total, step };
}

/** "a month", "every 2 weeks". */
export function oftenInWords({ every, apart }: Rate): string {
  return apart === 1 ? `a ${every}` : `every ${apart} ${every}s`;
}

function timesIn(every: Period, { count, period }: NonNullable<Rate['for']>): number {
  return every === period ? count : (count * A_YEAR[every]) / A_YEAR[period];
}

/** A cost with all that is put on it or taken off it. */
export function adjusted(cost: Quantity, adjustments: readonly Adjustment[]): Quantity {
  let { range } = cost;
  for (const { kind, percent } of adjustments) {
    const factor =
      kind === 'plus'
        ? { low: 1 + percent.low / 100, high: 1 + percent.high / 100 }
        : { low: Math.max(0, 1 - percent.high / 100), high: Math.max(0, 1 - percent.low / 100) };
    range = clean({ low: range.low * factor.low, high: range.high * factor.high });
  }
  return { ...cost, range };
}

/** "$6,250 less 10 % is $5,625." */
export function adjustmentLines(
  adjustments: readonly Adjustment[],
  cost: Quantity,
  from: readonly Origin[],
): readonly Line[] {
  if (adjustments.length === 0) return [];
  const said = adjustments.map(({ words }) => words).join(', ');
  return [[{ quantity: cost, from }, ` ${said} is `, { quantity: adjusted(cost, adjustments), from }, '.']];
}

/** What a loss makes of an order: what must be bought for all of it to be left, and what is left of what is bought. */
export function lossLines(
  losses: readonly Loss[],
  { value, unit }: Pick<Amount, 'value' | 'unit'>,
  cost: Quantity,
  from: readonly Origin[],
): readonly Line[] {
  return losses.map(({ kept, words }): Line => {
    const held = (factor: (share: number) => number) => ({ low: factor(kept.high), high: factor(kept.low) });
    const bought = held((share) => 1 / share);
    const left = { low: kept.low, high: kept.high };
    const lost = held((share) => 1 - share);
    return [
      `With ${words}: to have `,
      givenMass(value, unit, exactly(1)),
      ' in the end takes ',
      givenMass(value, unit, bought),
      ': ',
      timesMoney(cost, bought, from),
      '. Of ',
      givenMass(value, unit, exactly(1)),
      ' bought, ',
      givenMass(value, unit, left),
      ' is left; what is lost costs ',
      timesMoney(cost, lost, from),
      '.',
    ];
  });
}

/** In kilograms where grams are many. */
function givenMass(value: Range, unit: Amount['unit'], by: Range): Span {
  const isMany = unit === 'g' && value.low >= MANY_GRAMS;
  const [mass, own] = isMany ? ([convertMass(value, unit, 'kg'), 'kg'] as const) : ([value, unit] as const);
  return { quantity: { range: rounded(multiply(mass, by)), unit: own }, given: true };
}
const MANY_GRAMS = 10_000;

const timesMoney = (cost: Quantity, by: Range, from: readonly Origin[]): Span => ({
  quantity: { ...cost, range: clean(multiply(cost.range, by)) },
  from,
});

/** To four digits, as a mass that is worked out is bought. */
function rounded({ low, high }: Range): Range {
  return { low: Number(low.toPrecision(4)), high: Number(high.toPrecision(4)) };
}

/** Without binary noise. */
function clean({ low, high }: Quantity['range']): Quantity['range'] {
  return { low: Number(low.toPrecision(12)), high: Number(high.toPrecision(12)) };
}
