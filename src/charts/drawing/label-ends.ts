/** Names at the ends of lines: a column right of the plot, pushed apart where lines end close together. */
import type { Chart } from 'chart.js';
import type { LabelItem } from '#src/charts/theme/config.ts';
import type { Box } from './boxes.ts';
import { contextOf } from './frame-plugin.ts';
import type { Anchor } from './label-places.ts';

export interface EndLabel {
  readonly item: LabelItem;
  readonly width: number;
  readonly height: number;
  readonly anchor: Anchor;
}

const GAP = 3;
const OFFSET = 18;

/** Draws a fine line from each end to its name, and returns where the names go. */
export function endColumn(
  chart: Chart,
  labels: readonly EndLabel[],
): readonly { readonly item: LabelItem; readonly box: Box }[] {
  const sorted = labels.toSorted((a, b) => a.anchor.y - b.anchor.y);
  const [top, bottom] = [chart.chartArea.top - 8, chart.chartArea.bottom + 30];
  const ys = pushApart(
    sorted.map((l) => l.anchor.y),
    (sorted[0]?.height ?? 0) + GAP,
    top,
    bottom,
  );
  const x = chart.chartArea.right + OFFSET - 8;
  return sorted.map(({ item, width, height, anchor }, i) => {
    const y = ys[i] ?? anchor.y;
    leader(chart, anchor, { x, y }, item.color);
    return { item, box: { left: x + 2, right: x + 2 + width, top: y - height / 2, bottom: y + height / 2 } };
  });
}

/** Moves sorted places as little as needed for them to be `gap` apart and within the ends. */
function pushApart(places: readonly number[], gap: number, top: number, bottom: number): readonly number[] {
  const step = Math.min(gap, places.length > 1 ? (bottom - top) / (places.length - 1) : gap);
  const ys = [...places];
  for (let i = 0; i < ys.length; i += 1)
    ys[i] = Math.max(ys[i] ?? 0, i === 0 ? top : (ys[i - 1] ?? 0) + step);
  for (let i = ys.length - 1; i >= 0; i -= 1)
    ys[i] = Math.min(ys[i] ?? 0, i === ys.length - 1 ? bottom : (ys[i + 1] ?? 0) - step);
  // Crowds that were only pushed down settle around their middle.
  for (let start = 0; start < ys.length;) {
    let end = start;
    while (end + 1 < ys.length && (ys[end + 1] ?? 0) - (ys[end] ?? 0) <= step + 1e-6) end += 1;
    const wanted = mean(places.slice(start, end + 1)) - mean(ys.slice(start, end + 1));
    const floor = start === 0 ? top : (ys[start - 1] ?? top) + step;
    const shift = Math.max(Math.min(0, wanted), floor - (ys[start] ?? 0));
    for (let i = start; i <= end; i += 1) ys[i] = (ys[i] ?? 0) + Math.min(0, shift);
    start = end + 1;
  }
  return ys;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, v) => sum + v, 0) / values.length;
}

function leader(chart: Chart, from: Anchor, to: Anchor, color: string): void {
  const context = contextOf(chart);
  context.save();
  context.globalAlpha = 0.55;
  context.strokeStyle = color;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(from.x + 6, from.y);
  context.lineTo(to.x - 2, to.y);
  context.stroke();
  context.restore();
}
