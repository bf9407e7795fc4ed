/** Horizontal bars in the rich style: a ranking, and how several figures changed. */
import { isExact, midpoint } from '#src/domain/measure/figure.ts';
import type { ChangesSpec, RankingSpec } from '#src/charts/spec.ts';
import { rangeText } from '#src/charts/words.ts';
import { categoryAxis, tickStyle } from './axes.ts';
import { barKey, barLook, isMixed } from './bars.ts';
import type { ChartConfig, Json } from './config.ts';
import { frameOf, LABEL_SIZE, LAYOUT_WIDTH, PAD, TICK_SIZE } from './frame.ts';
import type { LabelItem } from './labels.ts';
import type { Palette } from './palette.ts';
import { richConfig } from './rich-config.ts';
import { mix } from './shades.ts';
import { cutText, textWidth } from './text-width.ts';

const LONGEST_NAME = 180;
/** A figure that is cut says another one. */
const LONGEST_DETAIL = 240;
const LABEL_GAP = 14;
/** Where labels on both sides of zero are long, bars get what they leave, and this at the least. */
const LEAST_PLOT = 8;

export function richRanking(spec: RankingSpec, colours: Palette, height: number): ChartConfig {
  const names = spec.rows.map((row) => cutText(row.label, TICK_SIZE, 400, LONGEST_NAME));
  const texts = spec.rows.map((row) => rangeText(row.range));
  const marks = spec.rows.map((row) => row.mark);
  const looks = spec.rows.map((row) =>
    barLook(row.collective ? colours.bar : colours.main, row.mark, isMixed(marks), colours),
  );
  const plot = plotWidth(names);
  const ends = spec.rows.map((row, i) => ({ value: midpoint(row.range), text: texts[i] ?? '' }));
  return richConfig({
    type: 'bar',
    labels: names,
    datasets: [
      {
        data: spec.rows.map((row) => midpoint(row.range)),
        backgroundColor: looks.map((l) => l.fill),
        borderColor: looks.map((l) => l.border),
        borderWidth: looks.map((l) => l.outline),
        borderRadius: 3,
        barPercentage: 0.82,
        categoryPercentage: 0.92,
        minBarLength: 2,
      },
    ],
    frame: frameOf(spec, barKey(colours.main, marks, colours), colours, height),
    labelItems: texts.map((text, i): LabelItem => ({ d: 0, i, text, color: colours.ink, place: 'right' })),
    colours,
    options: { indexAxis: 'y', scales: { x: hidden(0, reach(ends, plot)), y: rowAxis(colours) } },
  });
}

export function richChanges(spec: ChangesSpec, colours: Palette, height: number): ChartConfig {
  const names = spec.rows.map((row) => [
    cutText(row.label, TICK_SIZE, 400, LONGEST_NAME),
    cutText(row.detail, TICK_SIZE, 400, LONGEST_DETAIL),
  ]);
  const texts = spec.rows.map((row) => row.text);
  const colorOf = (value: number) => (value < 0 ? colours.benchmark : colours.main);
  // The part that is sure is full; from there to the far end of the interval, pale.
  const near = spec.rows.map(({ moved }) => (moved.low > 0 ? moved.low : moved.high < 0 ? moved.high : 0));
  const far = spec.rows.map(({ moved }) =>
    isExact(moved)
      ? null
      : moved.low > 0
        ? [moved.low, moved.high]
        : moved.high < 0
          ? [moved.high, moved.low]
          : [moved.low, moved.high],
  );
  const plot = plotWidth(names.flat());
  const right = spec.rows.map((row, i) => ({
    value: Math.max(0, row.moved.high),
    text: row.moved.high >= 0 ? (texts[i] ?? '') : '',
  }));
  const left = spec.rows.map((row, i) => ({
    value: Math.max(0, -row.moved.low),
    text: row.moved.high < 0 ? (texts[i] ?? '') : '',
  }));
  const [max, min] = sides(right, left, plot);
  const bar = { borderRadius: 3, barPercentage: 0.62, categoryPercentage: 0.92, grouped: false };
  return richConfig({
    type: 'bar',
    labels: names,
    datasets: [
      { ...bar, data: near, backgroundColor: spec.rows.map((row) => colorOf(row.midpoint)) },
      {
        ...bar,
        data: far,
        backgroundColor: spec.rows.map((row) => mix(colorOf(row.midpoint), colours.paper, 0.4)),
      },
    ],
    frame: frameOf(
      spec,
      far.some((f) => f !== null)
        ? [
            { mark: 'box', color: colours.main, text: 'low end' },
            {
              mark: 'box',
              color: mix(colours.main, colours.paper, 0.4),
              text: 'to high end, where figures are ranges',
            },
          ]
        : [],
      colours,
      height,
    ),
    labelItems: texts.map((text, i): LabelItem => ({
      d: far[i] === null ? 0 : 1,
      i,
      text,
      color: colours.ink,
      place: (spec.rows[i]?.moved.high ?? 0) < 0 ? 'left' : 'right',
    })),
    colours,
    options: { indexAxis: 'y', scales: { x: zeroLine(-min, max, colours), y: rowAxis(colours, false) } },
  });
}

interface End {
  readonly value: number;
  readonly text: string;
}

function plotWidth(names: readonly string[]): number {
  return LAYOUT_WIDTH - 2 * PAD - Math.max(...names.map((name) => textWidth(name, TICK_SIZE))) - 10;
}

/** How far the axis must reach for every bar's text to fit beyond its end. */
function reach(ends: readonly End[], plot: number): number {
  const needed = ends.map(
    ({ value, text }) => (value * plot) / Math.max(60, plot - textWidth(text, LABEL_SIZE, 600) - LABEL_GAP),
  );
  return Math.max(...needed) || 1;
}

/** The same to both sides of zero, which share the plot. */
function sides(right: readonly End[], left: readonly End[], plot: number): readonly [number, number] {
  const farthest = Math.max(...right.map((e) => e.value)) + Math.max(...left.map((e) => e.value)) || 1;
  const widest = (ends: readonly End[]) =>
    Math.max(...ends.map((e) => (e.text === '' ? 0 : textWidth(e.text, LABEL_SIZE, 600) + LABEL_GAP)));
  const perPixel = farthest / Math.max(LEAST_PLOT, plot - widest(right) - widest(left));
  const side = (ends: readonly End[]) =>
    Math.max(
      ...ends.map(
        (e) => e.value + (e.text === '' ? 0 : (textWidth(e.text, LABEL_SIZE, 600) + LABEL_GAP) * perPixel),
      ),
    );
  return [side(right), side(left)];
}

function hidden(min: number, max: number): Json {
  return { min, max, display: false };
}

/** Only a line at zero. */
function zeroLine(min: number, max: number, colours: Palette): Json {
  return {
    min,
    max,
    border: { display: false },
    grid: { color: colours.axis, drawTicks: false },
    ticks: { display: false, keep: 'zero' },
  };
}

function rowAxis(colours: Palette, border = true): Json {
  return categoryAxis(colours, {
    border: { display: border, color: colours.axis },
    ticks: { ...tickStyle(colours.ink), autoSkip: false },
  });
}
