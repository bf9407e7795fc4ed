/** Rows of names with bars as the built-in renderer draws them: how far the axis reaches, for what is written beside each bar. */
import type { BarMark, Mark, Places } from '#src/charts/spec.ts';
import type { Json } from '#src/charts/theme/config.ts';
import { LABEL_SIZE, LAYOUT_WIDTH, PAD, TICK_SIZE } from '#src/charts/theme/frame.ts';
import type { Palette } from '#src/charts/theme/palette.ts';
import { cutText, textWidth } from '#src/charts/theme/text-width.ts';

/** Up to so many years stand below their places one by one, and say what is projected. */
export const MOST_WITH_WORDS = 8;
/** What two axes of figures leave to years; CSS px. */
const LEAST_YEARS = 440;
/** One axis of figures; CSS px. */
const AXIS = 70;
const LONGEST_NAME = 180;
/** A figure that is cut says another one. */
const LONGEST_DETAIL = 240;
const LABEL_GAP = 14;
/** Where labels on both sides of zero are long, bars get what they leave, and this at the least. */
const LEAST_PLOT = 8;

export type Options = { readonly [key: string]: Json };

/** Names of places, as the axis writes them. @param ends What is written right of the plot takes of its width, CSS px */
export function namesOf(x: Places, ends = 0): readonly (string | readonly string[])[] {
  if (x.of === 'days') return [];
  const many = x.places.length > MOST_WITH_WORDS;
  // Two such words side by side would touch.
  const beside = x.places.some(
    ({ firmness }, i) => firmness === 'projected' && x.places[i + 1]?.firmness === firmness,
  );
  const long = textWidth('projected', TICK_SIZE);
  const wanted = beside ? long : ends === 0 ? 0 : (long + textWidth('2000', TICK_SIZE)) / 2;
  const room = ends === 0 ? LEAST_YEARS : LAYOUT_WIDTH - PAD - AXIS - ends;
  const word = wanted > 0 && x.places.length * (wanted + 8) > room ? 'proj.' : 'projected';
  return x.places.map(({ name, detail, firmness }) => {
    if (x.of === 'years') return firmness === 'projected' && !many ? [name, word] : name;
    const cut = cutText(name, TICK_SIZE, 400, LONGEST_NAME);
    return detail === undefined ? cut : [cut, cutText(detail, TICK_SIZE, 400, LONGEST_DETAIL)];
  });
}

export function tickStyle(color: string): Options {
  return { color, font: { size: TICK_SIZE }, maxRotation: 0 };
}

interface Row {
  readonly low: number;
  readonly high: number;
  /** What is written beyond its end. */
  readonly width: number;
}

export function rowScales(
  x: Extract<Places, { of: 'rows' }>,
  marks: readonly Mark[],
  colours: Palette,
): Options {
  const bars = marks.filter((mark): mark is BarMark => mark.kind === 'bar');
  const change = bars.some(({ look }) => look === 'change');
  const rows = bars.flatMap(({ points }) =>
    points.map(({ range, text = '' }): Row => ({
      low: range.low,
      high: range.high,
      width: textWidth(text, LABEL_SIZE, 600) + LABEL_GAP,
    })),
  );
  const names = Math.max(
    ...namesOf(x)
      .flat()
      .map((name) => textWidth(name, TICK_SIZE)),
  );
  const plot = LAYOUT_WIDTH - 2 * PAD - names - 10;
  const row = {
    offset: true,
    grid: { display: false },
    border: { display: !change, color: colours.axis },
    ticks: { ...tickStyle(colours.ink), autoSkip: false, autoSkipPadding: 14 },
  };
  if (!change) return { x: { min: 0, max: reach(rows, plot), display: false }, y: row };
  const [min, max] = sides(rows, plot);
  const zero = {
    min,
    max,
    border: { display: false },
    grid: { color: colours.axis, drawTicks: false },
    ticks: { display: false, keep: [{ value: 0, label: '' }] },
  };
  return { x: zero, y: row };
}

/** How far the axis must reach for every bar's text to fit beyond its end. */
function reach(rows: readonly Row[], plot: number): number {
  return Math.max(...rows.map(({ high, width }) => (high * plot) / Math.max(60, plot - width))) || 1;
}

/** The same to both sides of zero, which share the plot: what falls as a whole is written to the left. */
function sides(rows: readonly Row[], plot: number): readonly [number, number] {
  const ends = [
    rows.map(({ low, high, width }) => ({ value: Math.max(0, -low), width: high < 0 ? width : 0 })),
    rows.map(({ high, width }) => ({ value: Math.max(0, high), width: high < 0 ? 0 : width })),
  ] as const;
  const farthest = ends.reduce((sum, side) => sum + most(side.map((e) => e.value)), 0) || 1;
  const widest = ends.reduce((sum, side) => sum + most(side.map((e) => e.width)), 0);
  const perPixel = farthest / Math.max(LEAST_PLOT, plot - widest);
  const [left, right] = ends.map((side) => most(side.map((e) => e.value + e.width * perPixel)));
  return [-(left ?? 0), right ?? 0];
}

function most(list: readonly number[]): number {
  return Math.max(0, ...list);
}
