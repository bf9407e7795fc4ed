/** Horizontal bars in the lean style: a ranking, and changes between two years. */
import { isExact, midpoint } from '#src/domain/measure/figure.ts';
import type { ChangesSpec, RankingSpec } from '#src/charts/spec.ts';
import { rangeText } from '#src/charts/words.ts';
import type { ChartConfig, Json } from './config.ts';
import { ascii, leanWords, round, short } from './lean-text.ts';
import { paletteOf } from './palette.ts';

const COLOURS = paletteOf('light');
/** Names take room from the plot, and so from the foot below it. */
const FOOT_LINE = 64;

export function leanRanking(spec: RankingSpec, most: number): ChartConfig {
  const rows = spec.rows.slice(0, Math.max(3, most));
  const left = spec.rows.length - rows.length;
  const words = leanWords(spec, left > 0 ? `${left} smaller ones left out` : '', FOOT_LINE);
  return horizontal(
    rows.map((row) => `${short(row.label)}: ${ascii(rangeText(row.range))}`),
    {
      data: rows.map((row) => round(midpoint(row.range))),
      backgroundColor: rows.map((row) => (row.collective ? COLOURS.bar : COLOURS.main)),
    },
    words,
    { min: 0 },
  );
}

export function leanChanges(spec: ChangesSpec): ChartConfig {
  const ranges = spec.rows.some(({ moved }) => !isExact(moved));
  const words = leanWords(spec, ranges ? 'Bars off the zero line are ranges' : '', FOOT_LINE);
  return horizontal(
    spec.rows.map((row) => [short(row.label), ascii(row.detail)]),
    {
      // A change between ranges is drawn as its interval; one between values reaches from zero.
      data: spec.rows.map((row) =>
        isExact(row.moved) ? [0, round(row.midpoint)] : [round(row.moved.low), round(row.moved.high)],
      ),
      backgroundColor: spec.rows.map((row) => (row.midpoint < 0 ? COLOURS.benchmark : COLOURS.main)),
    },
    words,
    {},
  );
}

function horizontal(
  labels: readonly (string | readonly string[])[],
  dataset: { readonly [key: string]: Json },
  words: ReturnType<typeof leanWords>,
  x: { readonly [key: string]: Json },
): ChartConfig {
  return {
    type: 'bar',
    data: { labels, datasets: [dataset] },
    options: {
      indexAxis: 'y',
      layout: { padding: 16 },
      plugins: { ...words.plugins, subtitle: words.subtitle, legend: { display: false } },
      scales: { x: { ...x, title: words.axisFoot }, y: { ticks: { autoSkip: false } } },
    },
  };
}
