/** A trend in the lean style. */
import { isExact } from '#src/domain/measure/figure.ts';
import type { TrendSpec } from '#src/charts/spec.ts';
import type { ChartConfig } from './config.ts';
import { figureLabels, lineDatasets, thinNote, thinYears, yearLabels, type Room } from './lean-lines.ts';
import { leanWords, short } from './lean-text.ts';
import { paletteOf, pick } from './palette.ts';

const COLOURS = paletteOf('light');

export function leanTrend(spec: TrendSpec, { mostYears, plain }: Room): ChartConfig {
  const all = [...new Set(spec.lines.flatMap((line) => line.points.map((p) => p.year)))].toSorted(
    (a, b) => a - b,
  );
  const years = thinYears(all, mostYears);
  const [main] = spec.lines;
  const ranged = plain && spec.lines.some((line) => line.points.some((p) => !isExact(p.range)));
  const notes = [thinNote(all.length, years), ranged ? 'ranges as midpoints' : ''].filter((n) => n !== '');
  const words = leanWords(spec, notes.join(' · '));
  const figures = main?.role === 'main' ? figureLabels(main.points, years) : years.map(String);
  const labels = plain ? markedYears(spec, years) : figures;
  return {
    type: 'line',
    data: {
      labels,
      datasets: spec.lines.flatMap((line, index) =>
        lineDatasets(line.points, years, {
          label: short(line.label),
          color: pick(COLOURS.series, index),
          plain,
        }),
      ),
    },
    options: {
      layout: { padding: 16 },
      elements: { point: { radius: 5, borderWidth: 2 } },
      plugins: {
        ...words.plugins,
        subtitle: words.subtitle,
        legend: { align: 'start', labels: { usePointStyle: true } },
      },
      scales: {
        x: { offset: true, title: words.axisFoot },
        y: spec.scale === 'log' ? { type: 'logarithmic' } : { min: 0, grace: '10%' },
      },
    },
  };
}

/** Years with the mark of the least firm figure in each. */
function markedYears(spec: TrendSpec, years: readonly number[]): readonly string[] {
  return years.map((year) => {
    const marks = new Set(spec.lines.flatMap((line) => line.points.find((p) => p.year === year)?.mark ?? []));
    const mark = (['projected', 'estimated'] as const).find((m) => marks.has(m));
    return yearLabels(year, mark ?? 'reported');
  });
}
