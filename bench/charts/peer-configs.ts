/** The same charts for the peers: data, title, axes and figures, in each library's own words, no more. */
import { midpoint } from '#src/domain/measure/figure.ts';
import type { ChartSpec } from '#src/charts/spec.ts';
import { HEIGHT, WIDTH } from './subjects.ts';

/** resvg can't read the font that we ship (woff2), so peers that draw by it get a plain one. */
export const PEER_FONT = 'DejaVu Sans';

interface Row {
  readonly x: string;
  readonly y: number;
  readonly series: string;
}

/** The figures of a spec as rows. */
function rowsOf(spec: ChartSpec): readonly Row[] {
  switch (spec.kind) {
    case 'trend':
      return spec.lines.flatMap((line) =>
        line.points.map((p) => ({ x: String(p.year), y: midpoint(p.range), series: line.label })),
      );
    case 'output':
      return spec.bars.points.map((p) => ({
        x: String(p.year),
        y: midpoint(p.range),
        series: spec.bars.label,
      }));
    case 'shares':
      return spec.slices.map((s) => ({ x: s.label, y: midpoint(s.share), series: s.label }));
    case 'stack':
      return spec.layers.flatMap((layer) =>
        layer.shares.flatMap((share, i) =>
          share === undefined
            ? []
            : [{ x: String(spec.years[i]?.year), y: midpoint(share), series: layer.label }],
        ),
      );
    case 'changes':
      return spec.rows.map((row) => ({ x: row.label, y: row.midpoint, series: 'change' }));
    default:
      return [];
  }
}

export function echartsOption(spec: ChartSpec): object {
  const rows = rowsOf(spec);
  const names = [...new Set(rows.map((r) => r.series))];
  const xs = [...new Set(rows.map((r) => r.x))];
  const title = { text: spec.title, subtext: spec.subtitle, textStyle: { fontFamily: PEER_FONT } };
  const common = { animation: false, title, textStyle: { fontFamily: PEER_FONT }, legend: { bottom: 0 } };
  if (spec.kind === 'shares')
    return {
      ...common,
      series: [{ type: 'pie', radius: ['35%', '60%'], data: rows.map((r) => ({ name: r.x, value: r.y })) }],
    };
  const series = names.map((name) => ({
    name,
    type: spec.kind === 'trend' ? 'line' : 'bar',
    stack: spec.kind === 'stack' ? 'all' : undefined,
    label: { show: true },
    data: xs.map((x) => rows.find((r) => r.x === x && r.series === name)?.y ?? null),
  }));
  const category = { type: 'category', data: xs };
  const flat = spec.kind === 'changes';
  return { ...common, grid: { top: 90 }, xAxis: flat ? {} : category, yAxis: flat ? category : {}, series };
}

// The schema's types are those of a package that may not be installed.
// oxlint-disable-next-line typescript/no-explicit-any
export function vegaLiteSpec(spec: ChartSpec): any {
  const common = {
    width: WIDTH,
    height: HEIGHT,
    autosize: { type: 'fit', contains: 'padding' },
    padding: 20,
    config: { font: PEER_FONT },
    title: { text: spec.title, subtitle: spec.subtitle, anchor: 'start' },
    data: { values: rowsOf(spec) },
  };
  const colour = { color: { field: 'series', type: 'nominal' } };
  if (spec.kind === 'shares')
    return {
      ...common,
      mark: { type: 'arc', innerRadius: 60 },
      encoding: { theta: { field: 'y', type: 'quantitative' }, ...colour },
    };
  const position =
    spec.kind === 'changes'
      ? { y: { field: 'x', type: 'nominal' }, x: { field: 'y', type: 'quantitative' } }
      : { x: { field: 'x', type: 'ordinal' }, y: { field: 'y', type: 'quantitative' } };
  const mark = spec.kind === 'trend' ? { type: 'line', point: true } : { type: 'bar' };
  const labels = { mark: { type: 'text', dy: -10 }, encoding: { text: { field: 'y' } } };
  return { ...common, encoding: { ...position, ...colour }, layer: [{ mark }, labels] };
}
