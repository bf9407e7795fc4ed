/** How many pixels a picture has, and how it is laid out on them. */
import type { DrawSize } from './drawing/draw.ts';
import type { ChartSpec } from './spec.ts';
import { layoutOf, lowestHeight } from './writers/full.ts';

/** Pixels for each CSS px, unless a size is asked for. */
const DEFAULT_RATIO = 2;
const LARGEST = 2000;
const SMALLEST = 200;

/** Wanted size in pixels; what is left out follows from the chart. */
export interface WantedSize {
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/**
 * The layout of a picture of that size.
 * @returns A sentence for the user where the size can't be had: past 2,000 px, under 200 px wide, or flatter than its
 * words leave room for a plot.
 */
export function drawSizeOf(spec: ChartSpec, { width, height }: WantedSize): DrawSize | string {
  const tooLarge = sizeFault({ width, height });
  if (tooLarge !== undefined) return tooLarge;
  const layout = layoutOf(spec);
  const ratio = width === undefined ? DEFAULT_RATIO : width / layout.width;
  const wanted = height === undefined ? layout.height : height / ratio;
  if (spec.bare === true) return { width: layout.width, height: wanted, ratio };
  const lowest = lowestHeight(spec);
  if (wanted < lowest) {
    const least = Math.ceil(lowest * ratio);
    return `a picture ${Math.round(layout.width * ratio)} px wide needs a height of ${least} px or more`;
  }
  if (wanted * ratio > LARGEST)
    return `a picture that wide would be higher than ${LARGEST} px; give a height`;
  return { width: layout.width, height: wanted, ratio };
}

/** What is wrong with a size, whatever the chart. */
export function sizeFault({ width, height }: WantedSize): string | undefined {
  for (const [name, value] of [['width', width] as const, ['height', height] as const]) {
    if (value === undefined) continue;
    if (!Number.isInteger(value)) return `the ${name} must be a whole number of pixels`;
    if (value > LARGEST) return `the ${name} can be ${LARGEST} px at the most`;
    if (value < (name === 'width' ? SMALLEST : 32)) return `the ${name} is too small`;
  }
  return undefined;
}
