/** Reads a picture as runs of one shade, in one pass over its pixels. */
/** An opaque picture: RGBA bytes, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

const HASH_BITS = 14;
const HASH_SIZE = 1 << HASH_BITS;
/** Past so many shades it is a photograph, not a chart. */
const MOST_SHADES = HASH_SIZE / 2;
const GOLDEN_RATIO = 0x9e3779b1;

export interface Runs {
  /** Each run's first column, and its shade's number. */
  readonly starts: Uint16Array;
  readonly ids: Uint16Array;
  /** For each row, how many runs there are up to its end; the same as the row before's where both rows are equal. */
  readonly rowEnds: Uint32Array;
  /** By number: the colour, red in the lowest byte, and how many pixels of the rows that were read have it. */
  readonly shades: readonly number[];
  readonly counts: readonly number[];
}

let starts = new Uint16Array(0);
let ids = new Uint16Array(0);
const keys = new Int32Array(HASH_SIZE);
const numbers = new Int16Array(HASH_SIZE);

/** `undefined` where there are too many shades for a palette to make sense. The arrays are used again by the next call. */
export function countRuns({ width, height, rgba }: Pixels): Runs | undefined {
  // Signed words: colours past 2^31 as unsigned would be slow, boxed numbers.
  const words = new Int32Array(rgba.buffer, rgba.byteOffset, width * height);
  const rowBytes = width * 4;
  if (starts.length < words.length) {
    starts = new Uint16Array(words.length);
    ids = new Uint16Array(words.length);
  }
  numbers.fill(-1);
  const rowEnds = new Uint32Array(height);
  const shades: number[] = [];
  const counts: number[] = [];
  const bytes = Buffer.from(rgba.buffer, rgba.byteOffset, rgba.byteLength);
  let run = 0;
  for (let y = 0; y < height; y += 1) {
    const from = y * width;
    const at = y * rowBytes;
    if (y > 0 && bytes.compare(bytes, at - rowBytes, at, at, at + rowBytes) === 0) {
      rowEnds[y] = run;
      continue;
    }
    let x = 0;
    while (x < width) {
      const colour = words[from + x] ?? 0;
      const start = x;
      do x += 1;
      while (x < width && words[from + x] === colour);
      let slot = Math.imul(colour, GOLDEN_RATIO) >>> (32 - HASH_BITS);
      while ((numbers[slot] ?? -1) >= 0 && keys[slot] !== colour) slot = (slot + 1) & (HASH_SIZE - 1);
      let id = numbers[slot] ?? -1;
      if (id < 0) {
        id = shades.push(colour >>> 0) - 1;
        if (id >= MOST_SHADES) return undefined;
        counts.push(0);
        keys[slot] = colour;
        numbers[slot] = id;
      }
      counts[id] = (counts[id] ?? 0) + x - start;
      starts[run] = start;
      ids[run] = id;
      run += 1;
    }
    rowEnds[y] = run;
  }
  return { starts, ids, rowEnds, shades, counts };
}
