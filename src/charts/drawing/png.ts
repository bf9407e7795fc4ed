/**
 * Writes PNG files of charts fast. A chart has few colours and long stretches of each, so it is read as runs and written
 * as one byte of a palette a pixel; the canvas' own encoder spends most of a chart's time on four bytes for each.
 */
import { crc32, deflateSync } from 'node:zlib';
import { countRuns, type Pixels, type Runs } from './png-runs.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PALETTE_SIZE = 256;
/** By how much a channel (0 to 255) may differ where there are too many shades of letters' edges; the least that does. */
const ERRORS = [5, 8];
const INDEXED = 3;
const TRUE_COLOUR = 2;
const UP_FILTER = 2;

/**
 * A PNG of an opaque picture. Lossless up to 256 colours; past that the rarer of two near shades becomes the other, by at
 * most 8 of 255 a channel; where that can't be held, it is lossless in 24 bits.
 */
export function encodePng(pixels: Pixels): Buffer {
  const runs = countRuns(pixels);
  const palette = runs && buildPalette(runs);
  return runs === undefined || palette === undefined
    ? encodeTrueColour(pixels)
    : encodeIndexed(pixels, runs, palette);
}

interface Palette {
  /** Red in the lowest byte. */
  readonly colours: readonly number[];
  /** For each shade of the picture, its index in `colours`. */
  readonly places: Uint8Array;
}

/** Merges shades that are nearer to each other than the least error with which they fit; commonest first, unchanged. */
function buildPalette({ shades, counts }: Runs): Palette | undefined {
  const order = shades.map((_, i) => i).toSorted((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  for (const error of shades.length <= PALETTE_SIZE ? [0] : ERRORS) {
    const colours: number[] = [];
    const places = new Uint8Array(shades.length);
    for (const i of order) {
      const shade = shades[i] ?? 0;
      const near = nearest(shade, colours, error);
      places[i] = near >= 0 ? near : colours.push(shade) - 1;
      if (colours.length > PALETTE_SIZE) break;
    }
    if (colours.length <= PALETTE_SIZE) return { colours, places };
  }
  return undefined;
}

/** Index of the nearest colour by its worst channel, at most `error` away; -1 where all are farther. */
function nearest(colour: number, colours: readonly number[], error: number): number {
  const [red, green, blue] = [colour & 255, (colour >>> 8) & 255, (colour >>> 16) & 255];
  let best = -1;
  let least = error + 1;
  for (let i = 0; i < colours.length && least > 0; i += 1) {
    const other = colours[i] ?? 0;
    const far = Math.abs(red - (other & 255));
    if (far >= least) continue;
    const distance = Math.max(
      far,
      Math.abs(green - ((other >>> 8) & 255)),
      Math.abs(blue - ((other >>> 16) & 255)),
    );
    if (distance >= least) continue;
    least = distance;
    best = i;
  }
  return best;
}

function encodeIndexed({ width, height }: Pixels, runs: Runs, { colours, places }: Palette): Buffer {
  const stride = width + 1;
  const data = scratch(stride * height);
  const { starts, ids, rowEnds } = runs;
  for (let y = 0, run = 0; y < height; y += 1) {
    const row = y * stride;
    const end = rowEnds[y] ?? 0;
    if (end === run && y > 0) {
      // The same as the row above.
      data.copyWithin(row, row - stride, row);
      continue;
    }
    data[row] = 0;
    for (; run < end; run += 1) {
      const index = places[ids[run] ?? 0] ?? 0;
      const from = row + 1 + (starts[run] ?? 0);
      const to = run + 1 < end ? row + 1 + (starts[run + 1] ?? 0) : row + stride;
      if (to - from > 12) data.fill(index, from, to);
      else for (let at = from; at < to; at += 1) data[at] = index;
    }
  }
  const plte = Buffer.alloc(colours.length * 3);
  for (const [i, colour] of colours.entries()) plte.writeUIntLE(colour & 0xffffff, i * 3, 3);
  return pngFile(width, height, INDEXED, data, [chunk('PLTE', plte)]);
}

function encodeTrueColour({ width, height, rgba }: Pixels): Buffer {
  const data = scratch((width * 3 + 1) * height);
  for (let y = 0, to = 0; y < height; y += 1) {
    data[to] = UP_FILTER;
    to += 1;
    for (let x = 0, from = y * width * 4; x < width; x += 1, to += 3, from += 4) {
      const above = from - width * 4;
      for (let c = 0; c < 3; c += 1)
        data[to + c] = (rgba[from + c] ?? 0) - (y > 0 ? (rgba[above + c] ?? 0) : 0);
    }
  }
  return pngFile(width, height, TRUE_COLOUR, data, []);
}

let kept = Buffer.alloc(0);

/** The same memory for each picture: fresh memory costs a page fault for every 4 kB of it. */
function scratch(length: number): Buffer {
  if (kept.length < length) kept = Buffer.alloc(length);
  return kept.subarray(0, length);
}

function pngFile(
  width: number,
  height: number,
  colourType: 2 | 3,
  data: Buffer,
  before: readonly Buffer[],
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  header[9] = colourType;
  // Level 6 takes three times as long for a sixth less.
  const body = deflateSync(data, { level: 1, memLevel: 9 });
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    ...before,
    chunk('IDAT', body),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, body: Buffer): Buffer {
  const whole = Buffer.alloc(body.length + 12);
  whole.writeUInt32BE(body.length, 0);
  whole.write(type, 4, 'latin1');
  body.copy(whole, 8);
  whole.writeUInt32BE(crc32(whole.subarray(4, body.length + 8)), body.length + 8);
  return whole;
}
