/** A country's part of what the world has, where one edition has both: never a ratio across editions. */
import { exactly, type Quantity } from '#src/domain/measure/figure.ts';
import { shareOf } from '#src/domain/measure/rounding.ts';
import {
  families,
  figureAt,
  findSeries,
  metalOf,
  type Figure,
  type MetalCatalog,
} from '#src/domain/series/figures.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import { isBound } from '../topic.ts';

interface WorldShare {
  readonly quantity: Quantity;
  /** The part, and the whole. */
  readonly from: readonly [Figure, Figure];
}

/** The part that a country's figure is of the world's of the same metric, year and edition. */
export function shareOfWorld(holder: Metal, part: Figure): WorldShare | undefined {
  const { metric, source } = part.series;
  const world = findSeries(holder, { metric }).find((series) => series.source === source);
  const total = world && figureAt(holder, [world], part.year);
  const quantity =
    total && (isBound(total) ? ceilingOf(part, total) : shareOf(part.quantity, total.quantity));
  return total && quantity && { quantity, from: [part, total] };
}

/** Where the world has "more than" that, no more than so much. */
const ceilingOf = (part: Figure, { quantity: { range } }: Figure): Quantity | undefined =>
  isBound(part)
    ? undefined
    : {
        range: exactly(Math.ceil((100 * part.quantity.range.high) / range.low)),
        unit: '%',
        qualifier: 'less than',
      };

/** The same of a country's output in a year, by the newest edition that has both. @param id Of a metal, or of a group of them */
export function shareOfOutput(
  catalog: Pick<MetalCatalog, 'metals'>,
  id: string,
  country: string,
  year: number,
): WorldShare | undefined {
  const holder = metalOf(catalog, id);
  for (const family of families(findSeries(holder, { metric: 'production', country }))) {
    const part = figureAt(holder, family, year);
    const share = part && shareOfWorld(holder, part);
    if (share !== undefined) return share;
  }
  return undefined;
}
