/** Axes of the rich style: few, round ticks that hold the data and leave room for labels above it. */
import type { Json } from './config.ts';
import { TICK_SIZE } from './frame.ts';
import type { Palette } from './palette.ts';

export interface Span {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

const MOST_STEPS = 4.2;
const ROUND_STEPS = [1, 2, 2.5, 4, 5, 10];

/**
 * Round ends and steps around some values. Starts at zero when the lowest is nearer to zero than to the highest.
 * @param headroom Room wanted above the highest value, as a part of the span.
 */
export function spanOf(values: readonly number[], headroom: number, fromZero = false): Span {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const floor = fromZero || (low >= 0 && low < high * 0.45) ? Math.min(0, low) : low;
  const size = high - floor || Math.abs(high) || 1;
  const [bottom, top] = [floor === 0 ? 0 : floor - size * 0.08, high + size * headroom];
  const rough = (top - bottom) / MOST_STEPS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (ROUND_STEPS.find((s) => s * power >= rough) ?? 10) * power;
  const min = Math.floor(bottom / step + 1e-9) * step;
  return {
    min: low >= 0 ? Math.max(0, tidy(min)) : tidy(min),
    max: tidy(Math.ceil(top / step - 1e-9) * step),
    step: tidy(step),
  };
}

/** A span from zero with so many steps, so that two axes share their grid. */
export function stepsOf(values: readonly number[], headroom: number, steps: number): Span {
  const rough = (Math.max(...values) * (1 + headroom) || 1) / steps;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = tidy((ROUND_STEPS.find((s) => s * power >= rough) ?? 10) * power);
  return { min: 0, max: tidy(step * steps), step };
}

function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** The axis of figures. */
export function valueAxis(span: Span, colours: Palette, more: { readonly [key: string]: Json } = {}): Json {
  return {
    min: span.min,
    max: span.max,
    grid: { color: colours.grid, drawTicks: false },
    border: { display: false },
    ticks: { ...tickStyle(colours.quiet), stepSize: span.step, padding: 8 },
    ...more,
  };
}

/** The axis of figures that differ by orders of magnitude; the renderer marks 1, 2, 5 and 10, or only tens. */
export function logAxis(values: readonly number[], colours: Palette): Json {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return {
    type: 'logarithmic',
    min: low / 1.25,
    max: high * 1.25,
    grid: { color: colours.grid, drawTicks: false },
    border: { display: false },
    ticks: { ...tickStyle(colours.quiet), padding: 8, keep: 'round' },
  };
}

/** The axis of years or countries. */
export function categoryAxis(colours: Palette, more: { readonly [key: string]: Json } = {}): Json {
  return {
    offset: true,
    grid: { display: false },
    border: { color: colours.axis },
    ticks: { ...tickStyle(colours.ink), maxRotation: 0, autoSkipPadding: 14 },
    ...more,
  };
}

export function tickStyle(color: string): { readonly [key: string]: Json } {
  return { color, font: { size: TICK_SIZE } };
}

/** Ticks of years: all of them where there is room, else as many as fit. */
export function yearTicks(colours: Palette, roomy: boolean): { readonly [key: string]: Json } {
  return { ticks: { ...tickStyle(colours.ink), maxRotation: 0, autoSkip: !roomy, autoSkipPadding: 14 } };
}
