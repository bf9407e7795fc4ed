/** Where a figure can stand beside its point, and what each place costs. */
import type { Chart } from 'chart.js';
import { boxAround, contains, overlaps, type Box } from './boxes.ts';

export interface Anchor {
  readonly x: number;
  readonly y: number;
}

interface Obstacles {
  /** Boxes around marks. */
  readonly marks: readonly Box[];
  /** Small boxes along lines. */
  readonly lines: readonly Box[];
  readonly bars: readonly Box[];
}

const MARK_COST = 40;
const LINE_COST = 5;
const BAR_COST = 3;
/** Dearer places than this are not worth the figure. */
const MOST_COST = 22;
const SAMPLE_EVERY = 5;
const MARGIN = 4;

/** What must not be written over, of the datasets that are lines, and of bars that are ranges. */
export function obstaclesOf(chart: Chart): Obstacles {
  const marks: Box[] = [];
  const lines: Box[] = [];
  const bars: Box[] = [];
  for (const meta of chart.getSortedVisibleDatasetMetas()) {
    if (meta.type === 'line') {
      const dataset = chart.data.datasets[meta.index];
      if (dataset === undefined || dataset.borderWidth === 0) continue;
      let before: Anchor | undefined;
      for (const element of meta.data) {
        const here = Number.isNaN(element.y) ? undefined : { x: element.x, y: element.y };
        const radius: unknown = element.options['radius'];
        if (here !== undefined && typeof radius === 'number' && radius > 0)
          marks.push(boxAround(here.x, here.y, radius * 2 + 3, radius * 2 + 3));
        if (here !== undefined && before !== undefined) lines.push(...samples(before, here));
        before = here;
      }
    } else if (meta.type === 'bar') {
      for (let i = 0; i < meta.data.length; i += 1) {
        const bar = barGeometry(chart, meta.index, i);
        if (bar !== undefined && bar.right - bar.left < 8) bars.push(bar);
      }
    }
  }
  return { marks, lines, bars };
}

function samples(from: Anchor, to: Anchor): Box[] {
  const count = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / SAMPLE_EVERY));
  return Array.from({ length: count + 1 }, (_, i) =>
    boxAround(from.x + ((to.x - from.x) * i) / count, from.y + ((to.y - from.y) * i) / count, 3, 3),
  );
}

/** A bar's box; `undefined` where there is none. */
export function barGeometry(chart: Chart, dataset: number, index: number): Box | undefined {
  const element = chart.getDatasetMeta(dataset).data[index];
  if (element === undefined) return undefined;
  const props = element.getProps(['x', 'y', 'base', 'width', 'height', 'horizontal'], true) as Record<
    string,
    unknown
  >;
  const [x, y, base, width, height] = ['x', 'y', 'base', 'width', 'height'].map((key) => Number(props[key]));
  if (x === undefined || y === undefined || base === undefined) return undefined;
  if ([x, y, base].some(Number.isNaN) || width === undefined || height === undefined) return undefined;
  return props['horizontal'] === true
    ? {
        left: Math.min(x, base),
        right: Math.max(x, base),
        top: y - height / 2,
        bottom: y + height / 2,
      }
    : {
        left: x - width / 2,
        right: x + width / 2,
        top: Math.min(y, base),
        bottom: Math.max(y, base),
      };
}

/** The cheapest place for a text beside an anchor; `undefined` where all are taken or too dear. */
export function placeByPoint(
  chart: Chart,
  anchor: Anchor,
  kind: 'point' | 'above',
  size: { readonly width: number; readonly height: number },
  taken: readonly Box[],
  obstacles: Obstacles,
): Box | undefined {
  const { chartArea } = chart;
  const room: Box = {
    left: chartArea.left + 2,
    right: chart.width - MARGIN,
    top: chartArea.top - size.height,
    bottom: chartArea.bottom - 1,
  };
  let best: { readonly box: Box; readonly cost: number } | undefined;
  for (const [index, [dx, dy]] of offsets(kind, size).entries()) {
    const box = boxAround(anchor.x + dx, anchor.y + dy, size.width, size.height);
    const wide = boxAround(anchor.x + dx, anchor.y + dy, size.width + 6, size.height + 2);
    if (!contains(room, box) || taken.some((other) => overlaps(other, wide))) continue;
    const cost =
      index +
      MARK_COST * obstacles.marks.filter((mark) => overlaps(mark, box)).length +
      LINE_COST * obstacles.lines.filter((dot) => overlaps(dot, box)).length +
      BAR_COST * obstacles.bars.filter((bar) => overlaps(bar, box)).length;
    if (best === undefined || cost < best.cost) best = { box, cost };
  }
  return best !== undefined && best.cost <= MOST_COST ? best.box : undefined;
}

function offsets(
  kind: 'point' | 'above',
  { width, height }: { width: number; height: number },
): readonly (readonly [number, number])[] {
  const [up, side] = [height / 2 + 10, width / 2 + 11];
  if (kind === 'above')
    return [
      [0, -height / 2 - 5],
      [0, -height / 2 - 14],
      [-side * 0.7, -height / 2 - 5],
      [side, height / 2 + 2],
      [-side, height / 2 + 2],
    ];
  return [
    [0, -up],
    [0, up],
    [side, 0],
    [-side, 0],
    [-side * 0.7, -up],
    [side * 0.7, -up],
    [-side * 0.7, up],
    [side * 0.7, up],
    [0, -up - 9],
    [0, up + 9],
  ];
}
