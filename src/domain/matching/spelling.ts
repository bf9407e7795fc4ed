/** Repairs a typed word that no phrasing knows, to the nearest word that one does. */

/** Shorter words are too near to one another: "cat" is one letter from "can", "car", "cut". */
const SHORTEST_REPAIRED = 4;
/** From here on two slips are allowed. */
const LONG = 8;
/** A word longer than this is no word (a link, a key); its deletions would cost too much. */
const LONGEST_REPAIRED = 24;

function deletions(word: string, depth: number): ReadonlySet<string> {
  const found = new Set([word]);
  let layer: readonly string[] = [word];
  for (let step = 0; step < depth; step += 1) {
    const next: string[] = [];
    for (const current of layer)
      for (let at = 0; at < current.length; at += 1) {
        const shorter = current.slice(0, at) + current.slice(at + 1);
        if (!found.has(shorter)) {
          found.add(shorter);
          next.push(shorter);
        }
      }
    layer = next;
  }
  return found;
}

/** Letters to insert, drop, replace or swap (neighbours) to make one word of the other. */
export function countEdits(one: string, other: string): number {
  const width = other.length + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: width }, (_, at) => at);
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
      current[column] = edits;
    }
    beforeLast = last;
    last = current;
  }
  return last[other.length] ?? 0;
}

const allowedEdits = (word: string): number => (word.length >= LONG ? 2 : 1);

/**
 * Repairs words against the given ones (word -> how often it is used). Known words, short ones and numbers come back
 * as they are; of several equally near the commonest wins. The index holds each known word with letters left out, so
 * a look-up costs the typed word's length, not the vocabulary's.
 */
export function createSpeller(known: ReadonlyMap<string, number>): (word: string) => string {
  const index = new Map<string, string[]>();
  for (const word of known.keys()) {
    if (word.length < SHORTEST_REPAIRED || word.length > LONGEST_REPAIRED) continue;
    for (const key of deletions(word, allowedEdits(word))) {
      const words = index.get(key);
      if (words === undefined) index.set(key, [word]);
      else words.push(word);
    }
  }
  return (word) => {
    if (word.length < SHORTEST_REPAIRED || word.length > LONGEST_REPAIRED) return word;
    if (known.has(word) || /\p{N}/u.test(word)) return word;
    let best = word;
    let bestEdits = allowedEdits(word) + 1;
    for (const key of deletions(word, allowedEdits(word)))
      for (const candidate of index.get(key) ?? []) {
        const edits = countEdits(word, candidate);
        const commoner = (known.get(candidate) ?? 0) > (known.get(best) ?? 0);
        if (edits < bestEdits || (edits === bestEdits && commoner)) {
          best = candidate;
          bestEdits = edits;
        }
      }
    return best;
  };
}
