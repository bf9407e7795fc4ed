/** How far two words are apart: counted where a typed one is mended. */

/** Letters to insert, drop, replace or swap (neighbours) to make one word of the other (optimal string alignment). */
export function countEdits(one: string, other: string): number {
  const width = other.length + 1;
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: width }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column < width; column += 1) {
      const same = one[row - 1] === other[column - 1];
      let edits = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (swapped) edits = Math.min(edits, (beforeLast[column - 2] ?? 0) + 1);
      current.push(edits);
    }
    beforeLast = last;
    last = current;
  }
  return last[other.length] ?? 0;
}

/** Two neighbouring letters changed places. */
export function isSwapped(word: string, other: string): boolean {
  let at = 0;
  while (at < word.length && word[at] === other[at]) at += 1;
  return (
    at < word.length &&
    word.length === other.length &&
    word[at] === other[at + 1] &&
    word[at + 1] === other[at] &&
    word.slice(at + 2) === other.slice(at + 2)
  );
}

/** A word with up to `depth` letters left out, itself included. */
export function shortenings(word: string, depth: number): ReadonlySet<string> {
  const found = new Set([word]);
  let layer: readonly string[] = [word];
  for (let step = 0; step < depth; step += 1) {
    const next: string[] = [];
    for (const current of layer) {
      for (let at = 0; at < current.length; at += 1) {
        const shorter = current.slice(0, at) + current.slice(at + 1);
        if (found.has(shorter)) continue;
        found.add(shorter);
        next.push(shorter);
      }
    }
    layer = next;
  }
  return found;
}
