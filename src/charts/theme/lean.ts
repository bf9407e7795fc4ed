/**
 * The lean style: as little config as a link can carry, for a Chart.js 4 server that we know nothing about. It relies on
 * no plugin, so figures stand in the axis labels and the legend.
 */
import { midpoint } from '#src/domain/measure/figure.ts';
import type { ChartSpec, OutputSpec, SharesSpec, SparklineSpec, StackSpec } from '#src/charts/spec.ts';
import { rangeText } from '#src/charts/words.ts';
import type { ChartConfig } from './config.ts';
import { leanHistory } from './lean-history.ts';
import { leanChanges, leanRanking } from './lean-rows.ts';
import { leanTrend } from './lean-trend.ts';
import { figureLabels, lineDatasets, thinNote, thinYears, yearLabels, type Room } from './lean-lines.ts';
import { ascii, leanWords, round, short } from './lean-text.ts';
import { paletteOf, pick } from './palette.ts';

const COLOURS = paletteOf('light');

export function leanConfig(spec: ChartSpec, room: Room): ChartConfig {
  switch (spec.kind) {
    case 'trend':
      return leanTrend(spec, room);
    case 'shares':
      return leanShares(spec);
    case 'stack':
      return leanStack(spec, room.mostYears);
    case 'output':
      return leanOutput(spec, room.mostYears);
    case 'ranking':
      return leanRanking(spec, room.mostYears);
    case 'changes':
      return leanChanges(spec);
    case 'history':
      return leanHistory(spec, room);
    default:
      return leanSparkline(spec, room.mostYears);
  }
}

function leanSparkline(spec: SparklineSpec, mostYears: number): ChartConfig {
  const years = thinYears(
    spec.points.map((p) => p.year),
    mostYears,
  );
  return {
    type: 'line',
    data: {
      labels: years.map(String),
      datasets: lineDatasets(spec.points, years, { label: '', color: COLOURS.main }),
    },
    options: {
      plugins: { legend: { display: false } },
      scales: { x: { display: false, offset: true }, y: { display: false, grace: '10%' } },
      layout: { padding: 8 },
    },
  };
}

function leanShares(spec: SharesSpec): ChartConfig {
  const all = spec.rest === undefined ? spec.slices : [...spec.slices, spec.rest];
  const words = leanWords(spec, '');
  return {
    type: 'doughnut',
    data: {
      labels: all.map((s) => `${short(s.label)}: ${ascii(rangeText(s.share))} %`),
      datasets: [
        {
          data: all.map((s) => round(midpoint(s.share))),
          backgroundColor: all.map((s, i) => (s === spec.rest ? COLOURS.rest : pick(COLOURS.series, i))),
        },
      ],
    },
    options: {
      layout: { padding: 16 },
      plugins: {
        ...words.plugins,
        subtitle: { ...words.subtitle, text: [...words.subtitle.text, ...words.foot] },
        legend: { position: 'right' },
        datalabels: { display: false },
      },
    },
  };
}

function leanStack(spec: StackSpec, mostYears: number): ChartConfig {
  const kept = thinYears(
    spec.years.map((y) => y.year),
    mostYears,
  );
  const at = kept.map((year) => spec.years.findIndex((y) => y.year === year));
  const withFigures = kept.length <= 8;
  const layers = [
    ...spec.layers.map((layer, i) => ({
      label: short(layer.label),
      data: at.map((k) => (layer.shares[k] ? round(midpoint(layer.shares[k])) : null)),
      backgroundColor: pick(COLOURS.series, i),
    })),
    { label: short(spec.rest.label), data: at.map((k) => restAt(spec, k)), backgroundColor: COLOURS.rest },
  ];
  const words = leanWords(spec, thinNote(spec.years.length, kept));
  const figures = (k: number) => spec.layers.map((l) => (l.shares[k] ? ascii(rangeText(l.shares[k])) : '?'));
  return {
    type: 'bar',
    data: {
      labels: at.map((k) => {
        const { year = 0, mark = 'reported' } = spec.years[k] ?? {};
        return withFigures ? [yearLabels(year, mark), figures(k).join(' / ')] : yearLabels(year, mark);
      }),
      datasets: layers,
    },
    options: {
      layout: { padding: 16 },
      plugins: { ...words.plugins, subtitle: words.subtitle, legend: { align: 'start' } },
      scales: { x: { stacked: true, title: words.axisFoot }, y: { stacked: true, max: 100 } },
    },
  };
}

function restAt(spec: StackSpec, index: number): number | null {
  const share = spec.rest.shares[index];
  return share === undefined ? null : round(share);
}

function leanOutput(spec: OutputSpec, mostYears: number): ChartConfig {
  const points = spec.bars.points;
  const all = [...new Set([...points, ...(spec.price?.points ?? [])].map((p) => p.year))].toSorted(
    (a, b) => a - b,
  );
  const years = thinYears(all, mostYears);
  const words = leanWords(spec, thinNote(all.length, years));
  const lines = spec.price
    ? lineDatasets(spec.price.points, years, {
        label: short(spec.price.label),
        color: COLOURS.benchmark,
        yAxisID: 'p',
        type: 'line',
      })
    : [];
  const projected = years.map((year) => points.find((p) => p.year === year)?.mark === 'projected');
  return {
    type: 'bar',
    data: {
      labels: figureLabels(points, years),
      datasets: [
        ...lines,
        {
          label: short(spec.bars.label),
          data: years.map((year) => {
            const point = points.find((p) => p.year === year);
            return point === undefined ? null : round(midpoint(point.range));
          }),
          backgroundColor: projected.includes(true)
            ? projected.map((p) => (p ? COLOURS.rest : COLOURS.bar))
            : COLOURS.bar,
        },
      ],
    },
    options: {
      layout: { padding: 16 },
      plugins: { ...words.plugins, subtitle: words.subtitle, legend: { align: 'start' } },
      scales: {
        x: { title: words.axisFoot },
        y: { beginAtZero: true },
        ...(spec.price ? { p: { position: 'right', beginAtZero: true, grid: { display: false } } } : {}),
      },
    },
  };
}
