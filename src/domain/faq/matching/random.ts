/** A small seeded random generator (mulberry32), so that the same entries give the same matcher on every machine. */
export interface Random {
  /** A number from 0 up to, but not, 1. */
  next(): number;
  /** Shuffles in place. */
  shuffle(items: number[]): void;
}

export function createRandom(seed: number): Random {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const shuffle = (items: number[]): void => {
    for (let last = items.length - 1; last > 0; last -= 1) {
      const other = Math.floor(next() * (last + 1));
      const moved = items[last] ?? 0;
      items[last] = items[other] ?? 0;
      items[other] = moved;
    }
  };
  return { next, shuffle };
}
