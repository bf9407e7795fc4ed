/** Where a figure can stand beside its point, and what each place costs. */
import { BarElement, type Chart, type Scale } from 'chart.js';
import type { LabelItem } from '#src/charts/theme/config.ts';
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
/** Places tried along a line, over and under it; CSS px. */
const STEPS_ALONG = 24;
const STEP_ALONG = 36;
/** Of a range; a wider bar may be written over. */
const WIDEST_STROKE = 8;

export type FreePlace = Extract<LabelItem['place'], 'point' | 'above' | 'below' | 'along'>;

/** What must not be written over, of the datasets that are lines, and of bars that are ranges. */
export function obstaclesOf(chart: Chart): Obstacles {
  const marks: Box[] = [];
  const lines: Box[] = [];
  for (const meta of chart.getSortedVisibleDatasetMetas()) {
    if (meta.type === 'line') {
      const dataset = chart.data.datasets[meta.index];
      if (dataset === undefined || dataset.borderWidth === 0) continue;
      const joined = !('showLine' in dataset && dataset.showLine === false);
      let before: Anchor | undefined;
      for (const element of meta.data) {
        const here = Number.isNaN(element.y) ? undefined : { x: element.x, y: element.y };
        const radius: unknown = element.options['radius'];
        if (here !== undefined && typeof radius === 'number' && radius > 0)
          marks.push(boxAround(here.x, here.y, radius * 2 + 3, radius * 2 + 3));
        if (here !== undefined && before !== undefined && joined) lines.push(...samples(before, here));
        before = here;
      }
    }
  }
  const bars = barsOf(chart).filter(({ left, right }) => right - left < WIDEST_STROKE);
  return { marks, lines, bars };
}

function samples(from: Anchor, to: Anchor): Box[] {
  const count = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / SAMPLE_EVERY));
  return Array.from({ length: count + 1 }, (_, i) =>
    boxAround(from.x + ((to.x - from.x) * i) / count, from.y + ((to.y - from.y) * i) / count, 3, 3),
  );
}

/** Where the value of a label stands. */
export function anchorOf(chart: Chart, { at, to, axis }: LabelItem): Anchor {
  const value = scaleOf(chart, axis).getPixelForValue(to);
  const place = scaleOf(chart, axis === 'x' ? 'y' : 'x').getPixelForValue(at);
  return axis === 'x' ? { x: value, y: place } : { x: place, y: value };
}

/** The upright bar, so wide, that a label belongs to. */
export function barAt(chart: Chart, { at, from, to, axis }: LabelItem, width: number): Box {
  const x = scaleOf(chart, 'x').getPixelForValue(at);
  const [y1, y2] = [from, to].map((value) => scaleOf(chart, axis).getPixelForValue(value));
  const [top, bottom] = [y1 ?? 0, y2 ?? 0].toSorted((a, b) => a - b);
  return { left: x - width / 2, right: x + width / 2, top: top ?? 0, bottom: bottom ?? 0 };
}

function scaleOf(chart: Chart, name: string): Scale {
  const scale = chart.scales[name];
  if (scale === undefined) throw new Error(`a label is on the axis ${name}, which the chart lacks`);
  return scale;
}

/** Boxes of the bars that stand upright. */
export function barsOf(chart: Chart): readonly Box[] {
  return chart.getSortedVisibleDatasetMetas().flatMap((meta) =>
    meta.data.flatMap((element) => {
      if (!(element instanceof BarElement)) return [];
      const { x, y } = element;
      const { base, width } = element.getProps(['base', 'width'], true);
      const box = {
        left: x - width / 2,
        right: x + width / 2,
        top: Math.min(y, base),
        bottom: Math.max(y, base),
      };
      return Object.values(box).some(Number.isNaN) ? [] : [box];
    }),
  );
}

/** The cheapest place for a text beside an anchor; `undefined` where all are taken or too dear. */
export function placeByPoint(
  chart: Chart,
  anchor: Anchor,
  kind: FreePlace,
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
  kind: FreePlace,
  { width, height }: { width: number; height: number },
): readonly (readonly [number, number])[] {
  const [up, side] = [height / 2 + 10, width / 2 + 11];
  if (kind === 'along')
    return Array.from({ length: STEPS_ALONG }, (_, i) => [
      width / 2 + 6 + Math.floor(i / 2) * STEP_ALONG,
      (i % 2 === 0 ? -1 : 1) * (height / 2 + 4),
    ]);
  if (kind !== 'point') {
    const to = kind === 'above' ? -1 : 1;
    return [
      [0, to * (height / 2 + 5)],
      [0, to * (height / 2 + 14)],
      [-side * 0.7, to * (height / 2 + 5)],
      [side, -to * (height / 2 + 2)],
      [-side, -to * (height / 2 + 2)],
      [side * 0.7, to * (height / 2 + 12)],
    ];
  }
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
