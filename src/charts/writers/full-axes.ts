/** Axes as the built-in renderer draws them: few, round ticks that hold the data and leave room for labels above it. */
import type { ChartSpec, Mark, Places, ValueAxis } from '#src/charts/spec.ts';
import { endsOf } from '#src/charts/spec.ts';
import type { Json } from '#src/charts/theme/config.ts';
import type { Palette } from '#src/charts/theme/palette.ts';
import { domainOf } from './full-places.ts';
import { MOST_WITH_WORDS, rowScales, tickStyle, type Options } from './full-rows.ts';

const MOST_STEPS = 4.2;
const ROUND_STEPS = [1, 2, 2.5, 4, 5, 10];

interface Span {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** All axes of a chart that has any. */
export function scalesOf(spec: ChartSpec, colours: Palette): { readonly [key: string]: Json } {
  const { x, y, right, marks } = spec;
  if (x.of === 'rows') return rowScales(x, marks, colours);
  const span = spanOf(valuesOn(marks, undefined), y);
  return {
    x:
      y.hidden === true && y.zero !== true
        ? { display: false, offset: x.of !== 'days' && x.places.length === 1 }
        : placeAxis(x, colours),
    y: valueAxis(y, span, valuesOn(marks, undefined), colours),
    ...(right === undefined ? {} : { p: rightAxis(right, valuesOn(marks, 'right'), span, colours) }),
  };
}

/** What an axis of values must hold. */
function valuesOn(marks: readonly Mark[], axis: 'right' | undefined): readonly number[] {
  return marks.flatMap((mark) => {
    if (mark.kind === 'rule') return axis === undefined ? mark.lines.map(({ value }) => value) : [];
    if (mark.kind === 'bar')
      return axis === undefined ? mark.points.map((p) => (p.base ?? 0) + p.range.high) : [];
    if (mark.kind === 'label' || mark.kind === 'arc' || mark.axis !== axis) return [];
    return endsOf(mark.points);
  });
}

/** Round ends and steps around some values. Starts at zero when the lowest is nearer to zero than to the highest. */
function spanOf(values: readonly number[], { headroom, zero, max }: ValueAxis): Span {
  if (max !== undefined) return { min: 0, max, step: max };
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const floor = zero === true || (low >= 0 && low < high * 0.45) ? Math.min(0, low) : low;
  const size = high - floor || Math.abs(high) || 1;
  const [bottom, top] = [floor === 0 ? 0 : floor - size * 0.08, high + size * headroom];
  const step = roundStep((top - bottom) / MOST_STEPS);
  const min = Math.floor(bottom / step + 1e-9) * step;
  return {
    min: low >= 0 ? Math.max(0, tidy(min)) : tidy(min),
    max: tidy(Math.ceil(top / step - 1e-9) * step),
    step,
  };
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return tidy((ROUND_STEPS.find((s) => s * power >= rough) ?? 10) * power);
}

function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

function valueAxis(
  { log, hidden }: ValueAxis,
  span: Span,
  values: readonly number[],
  colours: Palette,
): Options {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const common = {
    display: hidden !== true,
    grid: { color: colours.grid, drawTicks: false },
    border: { display: false },
  };
  // The renderer marks 1, 2, 5 and 10, or only tens.
  if (log === true)
    return {
      ...common,
      type: 'logarithmic',
      min: low / 1.25,
      max: high * 1.25,
      ticks: { ...tickStyle(colours.quiet), padding: 8, keep: 'round' },
    };
  return {
    ...common,
    min: span.min,
    max: span.max,
    ticks: { ...tickStyle(colours.quiet), stepSize: span.step, padding: 8 },
  };
}

/** From zero, with the steps of the left axis, so that they share their grid. */
function rightAxis(
  { headroom }: ValueAxis,
  values: readonly number[],
  left: Span,
  colours: Palette,
): Options {
  const steps = Math.round(left.max / left.step);
  const step = roundStep((Math.max(...values) * (1 + headroom) || 1) / steps);
  return {
    min: 0,
    max: tidy(step * steps),
    position: 'right',
    border: { display: false },
    grid: { display: false },
    ticks: { ...tickStyle(colours.benchmark), stepSize: step, padding: 8 },
  };
}

/** Years: all of them where there is room, else as many as fit. Days: where the ticks say. */
function placeAxis(x: Places, colours: Palette): Options {
  const style = { grid: { display: false }, border: { color: colours.axis } };
  const ticks = { ...tickStyle(colours.ink), autoSkipPadding: 14 };
  if (x.of !== 'days')
    return { ...style, offset: true, ticks: { ...ticks, autoSkip: x.places.length > MOST_WITH_WORDS } };
  const [min, max] = domainOf(x);
  const keep = x.ticks.map(({ at, text }) => ({ value: at - x.first, label: text }));
  return {
    ...style,
    type: 'linear',
    offset: false,
    min,
    max,
    ticks: { ...ticks, autoSkip: true, autoSkipPadding: 6, keep },
  };
}
