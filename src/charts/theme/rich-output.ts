/** Production bars with the price line in the rich style. */
import { midpoint } from '#src/domain/measure/figure.ts';
import type { OutputSpec } from '#src/charts/spec.ts';
import { rangeText } from '#src/charts/words.ts';
import { categoryAxis, spanOf, stepsOf, tickStyle, valueAxis, yearTicks } from './axes.ts';
import { barKey, barLook, isMixed } from './bars.ts';
import type { ChartConfig, Json } from './config.ts';
import { frameOf, type KeyItem } from './frame.ts';
import type { LabelItem } from './labels.ts';
import type { Palette } from './palette.ts';
import { richConfig } from './rich-config.ts';
import { markKey, MOST_WITH_FIGURES, richLine, yearLabel } from './rich-lines.ts';
import { yearsBetween } from './rich-trend.ts';
import { inkOn } from './shades.ts';

export function richOutput(spec: OutputSpec, colours: Palette, height: number): ChartConfig {
  const years = yearsBetween([...spec.bars.points, ...(spec.price?.points ?? [])].map((p) => p.year));
  const at = years.map((year) => spec.bars.points.find((p) => p.year === year));
  const marks = spec.bars.points.map((p) => p.mark);
  const looks = at.map((p) => barLook(colours.bar, p?.mark ?? 'reported', isMixed(marks), colours));
  const bars = {
    data: at.map((p) => (p === undefined ? null : midpoint(p.range))),
    backgroundColor: looks.map((look) => look.fill),
    borderColor: looks.map((look) => look.border),
    borderWidth: looks.map((look) => look.outline),
    borderRadius: years.length > 16 ? 1 : 4,
    borderSkipped: 'bottom',
    barPercentage: 0.84,
    order: 5,
  };
  const line =
    spec.price &&
    richLine(spec.price.points, years, { color: colours.benchmark, paper: colours.paper, axis: 'p' }, 1);
  const roomy = years.length <= MOST_WITH_FIGURES;
  const key: readonly KeyItem[] = [
    { mark: 'box', color: colours.bar, text: line ? `${spec.bars.label} (left)` : spec.bars.label },
    ...(marks.includes('estimated') || !roomy ? barKey(colours.bar, marks, colours) : []).filter(
      (item) => item.mark === 'outline',
    ),
    ...(spec.price
      ? [{ mark: 'line' as const, color: colours.benchmark, text: `${spec.price.label} (right)` }]
      : []),
    ...(spec.price ? markKey(spec.price.points, { ...colours, quiet: colours.benchmark }) : []),
  ];
  const labelItems: readonly LabelItem[] = [
    ...(roomy ? at : []).flatMap((p, i): LabelItem[] =>
      p === undefined
        ? []
        : [{ d: 0, i, text: rangeText(p.range), color: inkOn(looks[i]?.fill ?? colours.bar), place: 'base' }],
    ),
    ...(line?.labels ?? []),
  ];
  const prices = spec.price?.points.flatMap((p) => [p.range.low, p.range.high]) ?? [];
  // Room above the bars keeps the line off them where it can.
  const highest = spec.bars.points.map((p) => p.range.high);
  const span = spanOf(highest, line ? 0.35 : 0.05, true);
  return richConfig({
    type: 'bar',
    labels: years.map((year, i) => yearLabel(year, at[i]?.mark, roomy)),
    datasets: [bars, ...(line?.datasets ?? [])],
    frame: frameOf(spec, key, colours, height),
    labelItems,
    colours,
    options: {
      scales: {
        x: categoryAxis(colours, yearTicks(colours, roomy)),
        y: valueAxis(span, colours),
        ...(line ? { p: priceAxis(prices, Math.round(span.max / span.step), colours) } : {}),
      },
    },
  });
}

/** Shares the grid of the bars' axis. */
function priceAxis(values: readonly number[], steps: number, colours: Palette): Json {
  const span = stepsOf(values, 0.12, steps);
  return valueAxis(span, colours, {
    position: 'right',
    grid: { display: false },
    ticks: { ...tickStyle(colours.benchmark), stepSize: span.step, padding: 8 },
  });
}
