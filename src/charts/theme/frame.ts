/** What is around every picture of the rich style: title, subtitle, key, foot, and the room that they take. */
import type { KeyEntry, Words } from '#src/charts/spec.ts';
import { colourOf, fillOf, mix, type Palette } from './palette.ts';
import { textWidth, wrapText, type Weight } from './text-width.ts';

/** CSS px. A picture is laid out at this width and drawn at as many pixels as are wanted. */
export const LAYOUT_WIDTH = 600;
export const PAD = 20;
export const TICK_SIZE = 15;
export const LABEL_SIZE = 15;

const TITLE_SIZES = [23, 21, 19, 17];
const SUBTITLE_SIZE = 15;
const KEY_SIZE = 14.5;
const KEY_ROW = 21;
const KEY_GAP = 14;
const SWATCH_GAP = 5;
const FOOT_SIZE = 13;
/** Keeps the key and the topmost label apart. */
const BELOW_KEY = 12;

/** From a range's low end to its high one, as a part of the colour. */
export const PALE = 0.4;

/** How wide each mark is in the key; CSS px. */
export const SWATCHES: Readonly<Record<KeyEntry['swatch'], number>> = {
  line: 20,
  dash: 20,
  diamond: 24,
  circle: 13,
  ring: 13,
  box: 14,
  pale: 14,
  outline: 14,
  band: 14,
};

/** A text in the picture, for the `frame` plugin; `y` is its middle. CSS px. */
export interface FrameText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: number;
  readonly color: string;
  readonly align: 'left' | 'center' | 'right';
}

export interface FrameMark {
  readonly mark: KeyEntry['swatch'];
  readonly color: string;
  /** What an `outline` is filled with. */
  readonly fill?: string | undefined;
  readonly x: number;
  readonly y: number;
}

/** Options of the `frame` plugin. */
export interface FrameOptions {
  readonly paper: string;
  readonly texts: readonly FrameText[];
  readonly marks: readonly FrameMark[];
}

export interface Frame {
  readonly texts: readonly FrameText[];
  readonly marks: readonly FrameMark[];
  /** Where the plot's room begins and ends; CSS px from the top. */
  readonly top: number;
  readonly bottom: number;
  /** Around the plot with its axes. */
  readonly padding: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  };
}

export function frameOf(words: Words, key: readonly KeyEntry[], colours: Palette, height: number): Frame {
  const width = LAYOUT_WIDTH - 2 * PAD;
  const title = titleLines(words.title, width);
  const subtitle = subtitleLines(words.subtitle, width);
  const foot = wrapText(words.foot, FOOT_SIZE, 400, width, 2);
  const texts: FrameText[] = [];
  let y = PAD - 4;
  const write = (lines: readonly string[], size: number, leading: number, color: string, weight: number) => {
    for (const line of lines) {
      texts.push(text(line, PAD, y + (size * leading) / 2, size, color, weight));
      y += size * leading;
    }
  };
  write(title.lines, title.size, 1.2, colours.ink, 700);
  y += 5;
  write(subtitle, SUBTITLE_SIZE, 1.22, colours.quiet, 400);
  const rows = keyRows(key, width);
  if (rows.length > 0) y += 7;
  const placed = rows.flatMap((row, r) =>
    row.map(({ item, x }) => ({ item, x: PAD + x, y: y + (r + 0.5) * KEY_ROW })),
  );
  const top = y + rows.length * KEY_ROW + BELOW_KEY;
  y = height - 14 - foot.length * FOOT_SIZE * 1.25;
  const bottom = y - 8;
  write(foot, FOOT_SIZE, 1.25, colours.quiet, 400);
  for (const { item, x, y: middle } of placed)
    texts.push(text(item.text, x + SWATCHES[item.swatch] + SWATCH_GAP, middle, KEY_SIZE, colours.ink));
  return {
    texts,
    marks: placed.map(({ item, x, y: middle }) => markOf(item, x, middle, colours)),
    top,
    bottom,
    padding: { top, bottom: height - bottom, left: PAD, right: PAD },
  };
}

function markOf({ swatch, tone, firmness }: KeyEntry, x: number, y: number, colours: Palette): FrameMark {
  const color = colourOf(tone, colours);
  return {
    mark: swatch,
    color: swatch === 'pale' ? mix(color, colours.paper, PALE) : color,
    fill: firmness && fillOf(color, firmness, colours),
    x,
    y,
  };
}

/** The title in two lines at most, smaller if that is what it takes. */
function titleLines(title: string, width: number): { lines: readonly string[]; size: number } {
  const size = TITLE_SIZES.find((s) => wrapText(title, s, 700, width, 3).length <= 2);
  const chosen = size ?? TITLE_SIZES.at(-1) ?? 18;
  return { lines: balanced(title, chosen, 700, width, 2), size: chosen };
}

/** Lines as full as can be, unless that leaves a word alone on the last one. */
function subtitleLines(content: string, width: number): readonly string[] {
  const lines = wrapText(content, SUBTITLE_SIZE, 400, width, 3);
  const alone = lines.length > 1 && lines.at(-1)?.includes(' ') === false;
  return alone ? balanced(content, SUBTITLE_SIZE, 400, width, 3) : lines;
}

/** As few lines as there can be, and of about the same length: no word stands alone on the last one. */
function balanced(
  content: string,
  size: number,
  weight: Weight,
  width: number,
  most: number,
): readonly string[] {
  let lines = wrapText(content, size, weight, width, most);
  if (lines.length === 1 || lines.at(-1)?.endsWith('…') === true) return lines;
  for (let narrower = width - 10; narrower > width / 2; narrower -= 10) {
    const next = wrapText(content, size, weight, narrower, lines.length + 1);
    if (next.length > lines.length) break;
    lines = next;
  }
  return lines;
}

/** A left-aligned text of the frame. */
export function text(
  content: string,
  x: number,
  y: number,
  size: number,
  color: string,
  weight = 400,
): FrameText {
  return { text: content, x, y, size, weight, color, align: 'left' };
}

interface Placed {
  readonly item: KeyEntry;
  readonly x: number;
}

function keyRows(key: readonly KeyEntry[], width: number): readonly (readonly Placed[])[] {
  const rows: Placed[][] = [];
  let x = 0;
  for (const item of key) {
    const size = SWATCHES[item.swatch] + SWATCH_GAP + textWidth(item.text, KEY_SIZE) + KEY_GAP;
    const row = rows.at(-1);
    if (row === undefined || x + size - KEY_GAP > width) {
      rows.push([{ item, x: 0 }]);
      x = size;
    } else {
      row.push({ item, x });
      x += size;
    }
  }
  return rows;
}
