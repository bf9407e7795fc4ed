/**
 * Writes figures beside points and bars where they overlap no other text and cross as few lines as can be.
 * A label that has no such place is left out: the axis still tells the figure.
 */
import type { Chart, Plugin } from 'chart.js';
import type { LabelItem, LabelOptions } from '#src/charts/theme/config.ts';
import { boxAround, type Box } from './boxes.ts';
import { FONT_FAMILY } from './fonts.ts';
import { contextOf } from './frame-plugin.ts';
import { endColumn, type EndLabel } from './label-ends.ts';
import { anchorOf, barAt, barsOf, obstaclesOf, placeByPoint, type FreePlace } from './label-places.ts';

interface Placed {
  readonly item: LabelItem;
  readonly box: Box;
}

const placedLabels = new WeakMap<object, readonly Placed[]>();

/** Where a chart's labels were written, for tests. CSS px. */
export function labelBoxes(chart: object): readonly { readonly text: string; readonly box: Box }[] {
  return (placedLabels.get(chart) ?? []).map(({ item, box }) => ({ text: item.text, box }));
}

export const labelPlugin: Plugin<'line', Partial<LabelOptions>> = {
  id: 'labels',
  afterDraw(chart, _args, { items = [], size = 15, halo = '#ffffff' }) {
    const context = contextOf(chart);
    context.save();
    context.font = `600 ${size}px ${FONT_FAMILY}`;
    context.textBaseline = 'middle';
    context.textAlign = 'center';
    context.lineJoin = 'round';
    const measured = items.map((item) => ({
      item,
      width: context.measureText(item.text).width,
      height: size * 1.05,
    }));
    const placed = place(chart, measured);
    placedLabels.set(chart, placed);
    for (const { item, box } of placed) {
      const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
      if (item.place !== 'inside' && item.place !== 'base') {
        context.strokeStyle = halo;
        context.lineWidth = 4;
        context.strokeText(item.text, x, y);
      }
      context.fillStyle = item.color;
      context.fillText(item.text, x, y);
    }
    context.restore();
  },
};

interface Measured {
  readonly item: LabelItem;
  readonly width: number;
  readonly height: number;
}

function place(chart: Chart, all: readonly Measured[]): readonly Placed[] {
  const placed: Placed[] = placeInBars(chart, all);
  const ends = all.filter(({ item }) => item.place === 'end');
  placed.push(...placeEnds(chart, ends));
  const obstacles = obstaclesOf(chart);
  for (const { item, width, height } of all) {
    if (!isFree(item.place)) continue;
    const anchor = anchorOf(chart, item);
    const taken = placed.map((p) => p.box);
    const box = placeByPoint(chart, anchor, item.place, { width, height }, taken, obstacles);
    if (box !== undefined) placed.push({ item, box });
  }
  return placed;
}

/** Labels of bars. Those inside of upright bars are written all or not at all: a gap would look like a missing figure. */
function placeInBars(chart: Chart, all: readonly Measured[]): Placed[] {
  const widest = Math.max(0, ...barsOf(chart).map(({ left, right }) => right - left));
  const found = all.flatMap(({ item, width, height }) => {
    if (item.place === 'beside') {
      const end = anchorOf(chart, item);
      const x = item.to < item.from ? end.x - 8 - width / 2 : end.x + 8 + width / 2;
      return [{ item, fits: true, box: boxAround(x, end.y, width, height) }];
    }
    if (item.place !== 'base' && item.place !== 'inside') return [];
    const bar = barAt(chart, item, widest);
    if (item.place === 'inside' && height > bar.bottom - bar.top) return [];
    const y = item.place === 'base' ? bar.bottom - 14.5 : (bar.top + bar.bottom) / 2;
    const fits = width <= bar.right - bar.left - 2;
    return [{ item, fits, box: boxAround((bar.left + bar.right) / 2, y, width, height) }];
  });
  const allFit = found.every(({ fits }) => fits);
  return allFit ? found.map(({ item, box }) => ({ item, box })) : [];
}

function isFree(wanted: LabelItem['place']): wanted is FreePlace {
  return wanted === 'point' || wanted === 'above' || wanted === 'below' || wanted === 'along';
}

function placeEnds(chart: Chart, ends: readonly Measured[]): readonly Placed[] {
  return endColumn(
    chart,
    ends.map((measured): EndLabel => ({ ...measured, anchor: anchorOf(chart, measured.item) })),
  );
}
