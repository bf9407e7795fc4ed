/** Where points stand along an axis of places. */
import type { Places } from '#src/charts/spec.ts';
import type { Json } from '#src/charts/theme/config.ts';

/** Past so many places, dots and bars are smaller. */
export const MANY = 16;

/** How many places an axis has; days have no places of their own. */
function countOf(x: Places): number {
  return x.of === 'days' ? x.last - x.first + 1 : x.places.length;
}

export interface Slot<P> {
  readonly at: number;
  readonly point: P | undefined;
}

/** One after another along the axis: each named place, with or without a point; of days, those with points. */
export function slotsOf<P extends { readonly at: number }>(
  x: Places,
  points: readonly P[],
): readonly Slot<P>[] {
  if (x.of === 'days') {
    const gaps = new Set(x.gaps);
    return points.flatMap((point) => {
      const at = point.at - x.first;
      return gaps.has(point.at)
        ? [
            { at, point },
            { at: at + 1, point: undefined },
          ]
        : [{ at, point }];
    });
  }
  const byPlace = new Map(points.map((point) => [point.at - x.first, point]));
  return x.places.map((_, at) => ({ at, point: byPlace.get(at) }));
}

/** A dataset's values: one a named place, or pairs. */
export function along<P>(
  x: Places,
  slots: readonly Slot<P>[],
  valueOf: (point: P, index: number) => Json,
): readonly Json[] {
  return slots.map(({ at, point }, i) => {
    const value = point === undefined ? null : valueOf(point, i);
    // An object, for a bar takes a list for its two ends.
    return x.of === 'days' ? { x: at, y: value } : value;
  });
}

/** The ends of an axis of places, as positions on it. One day alone stands in the middle. */
export function domainOf(x: Places): readonly [number, number] {
  const last = countOf(x) - 1;
  return x.of === 'days' && last === 0 ? [-1, 1] : [0, last];
}
