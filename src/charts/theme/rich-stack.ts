/** Parts of a whole over years in the rich style. */
import { midpoint } from '#src/domain/measure/figure.ts';
import type { StackSpec } from '#src/charts/spec.ts';
import { compactText, rangeText } from '#src/charts/words.ts';
import { categoryAxis, yearTicks } from './axes.ts';
import type { ChartConfig } from './config.ts';
import { frameOf, type KeyItem } from './frame.ts';
import type { LabelItem } from './labels.ts';
import { pick, type Palette } from './palette.ts';
import { richConfig } from './rich-config.ts';
import { MOST_WITH_FIGURES, yearLabel } from './rich-lines.ts';
import { inkOn, mix } from './shades.ts';

/** Projected years are paler. */
const PROJECTED_PART = 0.55;

export function richStack(spec: StackSpec, colours: Palette, height: number): ChartConfig {
  const layers = [
    ...spec.layers.map((layer, i) => ({
      label: layer.label,
      color: pick(colours.series, i),
      parts: layer.shares.map((s) =>
        s === undefined ? undefined : { value: midpoint(s), text: rangeText(s) },
      ),
    })),
    {
      label: spec.rest.label,
      color: colours.rest,
      parts: spec.rest.shares.map((s) =>
        s === undefined || s < 0.05 ? undefined : { value: s, text: compactText(Number(s.toFixed(1))) },
      ),
    },
  ].filter((layer) => layer.parts.some((part) => part !== undefined));
  const colorAt = (color: string, year: number) =>
    spec.years[year]?.mark === 'projected' ? mix(color, colours.paper, PROJECTED_PART) : color;
  const key: readonly KeyItem[] = layers.map(({ label, color }) => ({ mark: 'box', color, text: label }));
  const labelItems = layers.flatMap((layer, d) =>
    layer.parts.flatMap((part, i): LabelItem[] =>
      part === undefined
        ? []
        : [{ d, i, text: part.text, color: inkOn(colorAt(layer.color, i)), place: 'inside' }],
    ),
  );
  const roomy = spec.years.length <= MOST_WITH_FIGURES;
  return richConfig({
    type: 'bar',
    labels: spec.years.map(({ year, mark }) => yearLabel(year, mark, roomy)),
    datasets: layers.map((layer) => ({
      data: layer.parts.map((part) => part?.value ?? null),
      backgroundColor: layer.parts.map((_, i) => colorAt(layer.color, i)),
      borderColor: colours.paper,
      borderWidth: { top: spec.years.length > 20 ? 1 : 2 },
      barPercentage: 0.86,
      categoryPercentage: 0.92,
    })),
    frame: frameOf(spec, key, colours, height),
    labelItems,
    colours,
    options: {
      scales: {
        x: categoryAxis(colours, { stacked: true, ...yearTicks(colours, roomy) }),
        y: { stacked: true, min: 0, max: 100, display: false },
      },
    },
  });
}
