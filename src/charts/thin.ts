/** Leaves out what there is no room for, and never the first, the last, the lowest or the highest. */

/** The first, the last, the lowest and the highest. */
const KEPT = 4;

/**
 * Neighbours together, in at most so many stretches (four, where fewer are asked for), of equally many items where nothing
 * stands out. The first item, the last, and the lowest and highest of each series each end a stretch; of series that there
 * is no room for, the later ones' don't.
 * @param series What each is low or high in; `undefined` where an item has no value.
 * @param isEnd Whether an item ends a stretch in any case: there is a gap after it.
 */
export function stretchesOf<T>(
  items: readonly T[],
  most: number,
  series: readonly ((item: T) => number | undefined)[],
  isEnd: (item: T) => boolean = () => false,
): readonly (readonly T[])[] {
  const room = Math.max(most, KEPT);
  if (items.length <= room) return items.map((item) => [item]);
  const kept = new Set([0]);
  for (const valueOf of series) {
    const there = items.flatMap((item, at) => {
      const value = valueOf(item);
      return value === undefined ? [] : [{ at, value }];
    });
    const [start] = there;
    if (start === undefined || kept.size > room - 3) continue;
    kept.add(there.reduce((best, next) => (next.value < best.value ? next : best), start).at);
    kept.add(there.reduce((best, next) => (next.value > best.value ? next : best), start).at);
  }
  for (const [at, item] of items.entries()) if (kept.size < room / 2 && isEnd(item)) kept.add(at);
  const size = Math.ceil(items.length / Math.max(1, room - kept.size));
  const stretches: (readonly T[])[] = [];
  let from = 0;
  for (let at = 0; at < items.length; at += 1) {
    // Counted from the end, so that the newest stretch is a whole one.
    const isLast = (items.length - 1 - at) % size === 0;
    if (!isLast && !kept.has(at)) continue;
    stretches.push(items.slice(from, at + 1));
    from = at + 1;
  }
  return stretches;
}
