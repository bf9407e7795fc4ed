/** A sparkline in the rich style. */
import type { SparklineSpec } from '#src/charts/spec.ts';
import { rangeText } from '#src/charts/words.ts';
import { spanOf } from './axes.ts';
import type { ChartConfig, Json } from './config.ts';
import { LABEL_SIZE } from './frame.ts';
import type { Palette } from './palette.ts';
import { richConfig } from './rich-config.ts';
import { richLine, type Dataset } from './rich-lines.ts';
import { yearsBetween } from './rich-trend.ts';
import { textWidth } from './text-width.ts';

/** CSS px. */
export const SPARKLINE = { width: 240, height: 64 };

export function richSparkline(spec: SparklineSpec, colours: Palette): ChartConfig {
  const years = yearsBetween(spec.points.map((p) => p.year));
  const line = richLine(spec.points, years, { color: colours.main, paper: colours.paper, fine: true }, 0);
  const last = spec.points.at(-1);
  const stated = years.indexOf(spec.points.findLast((p) => p.mark !== 'projected')?.year ?? 0);
  const text = last === undefined ? '' : rangeText(last.range);
  const span = spanOf(
    spec.points.flatMap((p) => [p.range.low, p.range.high]),
    0.05,
  );
  return richConfig({
    type: 'line',
    labels: years.map(String),
    datasets: line.datasets.map((dataset) =>
      Object.assign({}, dataset, { pointRadius: ends(dataset, stated) }),
    ),
    frame: {
      texts: [],
      marks: [],
      top: 0,
      bottom: 0,
      padding: { top: 9, bottom: 9, left: 6, right: endRoom(text) },
    },
    labelItems: [
      { d: line.datasets.length - 1, i: years.length - 1, text, color: colours.ink, place: 'end' },
    ],
    colours,
    options: {
      scales: {
        x: { display: false, offset: years.length === 1 },
        y: { display: false, min: span.min, max: span.max },
      },
      clip: false,
    },
  });
}

/** Right of the plot, for a figure at its line's end. */
export function endRoom(text: string): number {
  return textWidth(text, LABEL_SIZE, 600) + 24;
}

/** Only the last stated and the last figure have a mark. */
function ends(dataset: Dataset, stated: number): Json {
  const radii = dataset['pointRadius'];
  if (!Array.isArray(radii)) return radii ?? 0;
  return radii.map((radius: Json, i) => (i === stated || i === radii.length - 1 ? radius : 0));
}
