/** A history of quotes in the lean style: for a QuickChart server that the operator has set, never for a public one. */
import { isExact, midpoint } from '#src/domain/measure/figure.ts';
import type { Bucket, HistorySpec } from '#src/charts/spec.ts';
import { stretchesOf } from '#src/charts/specs/quotes.ts';
import type { ChartConfig } from './config.ts';
import type { Room } from './lean-lines.ts';
import { leanWords, round, short } from './lean-text.ts';
import { paletteOf } from './palette.ts';

const COLOURS = paletteOf('light');

export function leanHistory(spec: HistorySpec, { mostYears: most, plain }: Room): ChartConfig {
  const buckets = joined(spec.buckets, most);
  const { threshold } = spec;
  const ranges = buckets.some((b) => !isExact(b.last));
  const lone = buckets.length === 1;
  const banded = !plain && !lone && buckets.some((b) => !isExact(b.range));
  const words = leanWords(
    spec,
    buckets.length < spec.buckets.length ? `drawn as ${buckets.length} stretches` : '',
  );
  const [first, last] = [buckets[0]?.to ?? '', buckets.at(-1)?.to ?? ''];
  const edge = { borderWidth: 0, pointRadius: 0, backgroundColor: COLOURS.band };
  return {
    type: 'line',
    data: {
      labels: buckets.map((b) => b.to),
      datasets: [
        {
          label: ranges ? 'midpoint' : 'quote',
          data: buckets.map((b) => round(midpoint(b.last))),
          borderColor: COLOURS.main,
          borderWidth: 2,
          pointRadius: lone ? 5 : 0,
        },
        ...(threshold
          ? [
              {
                label: short(threshold.label),
                data: [first, last].map((x) => ({ x, y: threshold.value })),
                borderColor: COLOURS.warn,
                borderDash: [7, 5],
                pointRadius: lone ? 5 : 0,
              },
            ]
          : []),
        ...(banded
          ? [
              { ...edge, label: 'lowest', data: buckets.map((b) => round(b.range.low)) },
              { ...edge, label: 'highest', data: buckets.map((b) => round(b.range.high)), fill: '-1' },
            ]
          : []),
      ],
    },
    options: {
      layout: { padding: 16 },
      plugins: { ...words.plugins, subtitle: words.subtitle, legend: { align: 'start' } },
      scales: {
        x: { title: words.axisFoot, ticks: { maxTicksLimit: 6, maxRotation: 0 } },
        y: { grace: '10%' },
      },
    },
  };
}

/** At most so many stretches: neighbours become one, and keep the lowest, the highest and the last. */
function joined(buckets: readonly Bucket[], most: number): readonly Bucket[] {
  return stretchesOf(buckets, most, ({ last }) => midpoint(last)).map((group): Bucket => ({
    from: group[0]?.from ?? '',
    to: group.at(-1)?.to ?? '',
    range: {
      low: Math.min(...group.map((b) => b.range.low)),
      high: Math.max(...group.map((b) => b.range.high)),
    },
    last: group.at(-1)?.last ?? { low: 0, high: 0 },
  }));
}
