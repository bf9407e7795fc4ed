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

/** The figures of a spec as rows: of a chart with bars, these. */
function rowsOf({ x, marks }: ChartSpec): readonly Row[] {
  const bars = marks.filter((mark) => mark.kind === 'bar');
  const nameAt = (at: number) => (x.of === 'days' ? String(at) : (x.places[at - x.first]?.name ?? ''));
  return marks.flatMap((mark): readonly Row[] => {
    if (mark.kind === 'arc')
      return mark.points.map(({ range }, i) => ({ x: nameAt(i), y: midpoint(range), series: nameAt(i) }));
    if (mark.kind !== 'bar' && (mark.kind !== 'line' || bars.length > 0)) return [];
    return mark.points.map(({ at, range }) => ({ x: nameAt(at), y: midpoint(range), series: mark.label }));
  });
}

const isRing = ({ x }: ChartSpec) => x.of === 'ring';
const isFlat = ({ x }: ChartSpec) => x.of === 'rows';
const isLine = ({ marks }: ChartSpec) => marks.every(({ kind }) => kind !== 'bar');
const isStack = ({ marks }: ChartSpec) => marks.some((mark) => mark.kind === 'bar' && mark.look === 'stack');

export function echartsOption(spec: ChartSpec): object {
  const rows = rowsOf(spec);
  const names = [...new Set(rows.map((r) => r.series))];
  const xs = [...new Set(rows.map((r) => r.x))];
  const title = { text: spec.title, subtext: spec.subtitle, textStyle: { fontFamily: PEER_FONT } };
  const common = { animation: false, title, textStyle: { fontFamily: PEER_FONT }, legend: { bottom: 0 } };
  if (isRing(spec))
    return {
      ...common,
      series: [{ type: 'pie', radius: ['35%', '60%'], data: rows.map((r) => ({ name: r.x, value: r.y })) }],
    };
  const series = names.map((name) => ({
    name,
    type: isLine(spec) ? 'line' : 'bar',
    stack: isStack(spec) ? 'all' : undefined,
    label: { show: true },
    data: xs.map((x) => rows.find((r) => r.x === x && r.series === name)?.y ?? null),
  }));
  const category = { type: 'category', data: xs };
  const flat = isFlat(spec);
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
  if (isRing(spec))
    return {
      ...common,
      mark: { type: 'arc', innerRadius: 60 },
      encoding: { theta: { field: 'y', type: 'quantitative' }, ...colour },
    };
  const position = isFlat(spec)
    ? { y: { field: 'x', type: 'nominal' }, x: { field: 'y', type: 'quantitative' } }
    : { x: { field: 'x', type: 'ordinal' }, y: { field: 'y', type: 'quantitative' } };
  const mark = isLine(spec) ? { type: 'line', point: true } : { type: 'bar' };
  const labels = { mark: { type: 'text', dy: -10 }, encoding: { text: { field: 'y' } } };
  return { ...common, encoding: { ...position, ...colour }, layer: [{ mark }, labels] };
}
