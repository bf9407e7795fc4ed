/** A trend in the rich style. */
import { isExact, midpoint } from '#src/domain/measure/figure.ts';
import type { TrendSpec } from '#src/charts/spec.ts';
import { compactText, rangeText } from '#src/charts/words.ts';
import { categoryAxis, logAxis, spanOf, valueAxis, yearTicks } from './axes.ts';
import type { ChartConfig } from './config.ts';
import { frameOf, LABEL_SIZE, PAD, type KeyItem } from './frame.ts';
import type { LabelItem } from './labels.ts';
import { pick, type Palette } from './palette.ts';
import { richConfig } from './rich-config.ts';
import { markKey, MOST_WITH_FIGURES, richLine, yearLabel, type Dataset } from './rich-lines.ts';
import { cutText, textWidth } from './text-width.ts';

/** Up to so many lines are named in the key; more are named at their ends. */
const MOST_IN_KEY = 3;
const LONGEST_NAME = 130;

export function richTrend(spec: TrendSpec, colours: Palette, height: number): ChartConfig {
  const years = yearsBetween(spec.lines.flatMap((line) => line.points.map((p) => p.year)));
  const named = spec.lines.length > MOST_IN_KEY;
  const looks = spec.lines.map((line, i) => ({
    color: colourOf(line.role, i, colours),
    paper: colours.paper,
    band: line.role === 'main' ? colours.band : undefined,
    fine: named,
  }));
  const datasets: Dataset[] = [];
  const labels: LabelItem[] = [];
  for (const [i, line] of spec.lines.entries()) {
    const look = looks[i];
    if (look === undefined) continue;
    const drawn = richLine(line.points, years, look, datasets.length);
    datasets.push(...drawn.datasets);
    const last = line.points.at(-1);
    if (named && last !== undefined) {
      const text = `${cutText(line.label, LABEL_SIZE, 600, LONGEST_NAME)} ${endText(last.range)}`;
      labels.push({
        d: datasets.length - 1,
        i: years.indexOf(last.year),
        text,
        color: look.color,
        place: 'end',
      });
    } else labels.push(...drawn.labels);
  }
  const all = spec.lines.flatMap((line) => line.points);
  const names: readonly KeyItem[] = named
    ? []
    : spec.lines.map((line, i) => ({
        mark: 'line',
        color: looks[i]?.color ?? colours.ink,
        text: line.label,
      }));
  const frame = frameOf(
    spec,
    [...(spec.lines.length > 1 ? names : []), ...markKey(all, colours)],
    colours,
    height,
  );
  const values = all.flatMap((p) => [p.range.low, p.range.high]);
  const right = named ? Math.max(...labels.map((l) => textWidth(l.text, LABEL_SIZE, 600))) + 26 : PAD;
  const roomy = years.length <= MOST_WITH_FIGURES;
  const marks = years.map((year) => spec.lines[0]?.points.find((p) => p.year === year)?.mark);
  return richConfig({
    type: 'line',
    labels: years.map((year, i) => yearLabel(year, marks[i], roomy)),
    datasets,
    frame: { ...frame, padding: { ...frame.padding, right } },
    labelItems: labels,
    colours,
    options: {
      scales: {
        x: categoryAxis(colours, yearTicks(colours, roomy)),
        // From zero: a board reads a fall to the foot of the plot as a fall to nothing.
        y: spec.scale === 'log' ? logAxis(values, colours) : valueAxis(spanOf(values, 0.12, true), colours),
      },
    },
  });
}

function endText(range: { readonly low: number; readonly high: number }): string {
  return isExact(range) ? compactText(midpoint(range)) : rangeText(range);
}

function colourOf(role: TrendSpec['lines'][number]['role'], index: number, colours: Palette): string {
  if (role === 'main') return colours.main;
  return role === 'benchmark' && index === 1 ? colours.benchmark : pick(colours.series, index);
}

/** All years from the first to the last: one that is missing leaves a gap. */
export function yearsBetween(years: readonly number[]): readonly number[] {
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
