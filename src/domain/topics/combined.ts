/** Several figures put together: their sum, and the difference of two. */
import type { Figure } from '#src/domain/series/figures.ts';
import { gapBetween, priceUnit, type Quantity, type Range } from '#src/domain/measure/figure.ts';
import { changeOf } from '#src/domain/measure/changes.ts';
import type { Line } from '#src/domain/answer.ts';

/** The sum of figures of one unit, as firm as the least firm of them; `undefined` where they can't be added. */
export function sumOfFigures(figures: readonly Figure[]): Quantity | undefined {
  const [first, ...others] = figures.map(({ quantity }) => quantity);
  if (first === undefined || others.some(({ unit }) => unit !== first.unit)) return undefined;
  let { low, high } = first.range;
  for (const { range } of others) {
    low += range.low;
    high += range.high;
  }
  const all = [first, ...others];
  const firmness = (['projected', 'estimated'] as const).find((kind) =>
    all.some((quantity) => quantity.firmness === kind),
  );
  const isAbout = all.some(({ qualifier }) => qualifier === 'about' || qualifier === 'rounded');
  return {
    // Without binary noise.
    range: { low: Number(low.toPrecision(12)), high: Number(high.toPrecision(12)) },
    unit: first.unit,
    ...(isAbout ? { qualifier: 'about' as const } : {}),
    ...(firmness === undefined ? {} : { firmness }),
  };
}

/** ", $15 more a kg", ", 2,600 t less": how much more or less a later figure is; nothing where it may be either, or is a share. */
export function differenceOf(from: Figure, to: Figure): Line {
  const { unit } = to.quantity;
  const { low, high }: Range = gapBetween(from.quantity.range, to.quantity.range);
  const isRounded = changeOf(from.quantity, to.quantity).printed !== undefined;
  if (unit === '%' || unit !== from.quantity.unit || low * high <= 0 || isRounded) return [];
  const range = low > 0 ? { low, high } : { low: -high, high: -low };
  const more = low > 0 ? 'more' : 'less';
  const price = priceUnit(unit);
  if (price === undefined) return [', ', { quantity: { range, unit }, from: [from, to] }, ` ${more}`];
  return [', ', { quantity: { range, unit: price.currency }, from: [from, to] }, ` ${more} a ${price.mass}`];
}

/** A figure by the name of what it is of, as it opens a sentence and within one. */
interface Named {
  readonly name: string;
  readonly inText?: string;
  readonly figure: Figure;
}

/** "Palladium: $385.66 more a troy oz than platinum, +39.9 %.": how far two things lie apart; nothing where that can't be said. */
export function apartLine(one: Named, other: Named): Line {
  const [more, less] =
    one.figure.quantity.range.low >= other.figure.quantity.range.low ? [one, other] : [other, one];
  const made = [less.figure, more.figure];
  const { range, unit } = more.figure.quantity;
  const { range: from, unit: same } = less.figure.quantity;
  if (unit !== same) return [];
  const name = less.inText ?? less.name;
  if (range.low === from.low && range.high === from.high) return [`${more.name} and ${name} are level.`];
  if (unit === '%') {
    const points = { range: gapBetween(from, range), unit: 'points' } as const;
    return [`${more.name}: `, { quantity: points, from: made }, ` more than ${name}.`];
  }
  const [, ...gap] = differenceOf(less.figure, more.figure);
  const change = { change: changeOf(less.figure.quantity, more.figure.quantity), from: made };
  return gap.length === 0
    ? [`${more.name} against ${name}: `, change, '.']
    : [`${more.name}: `, ...gap, ` than ${name}, `, change, '.'];
}
