/**
 * Writes figures beside points and bars where they overlap no other text and cross as few lines as can be.
 * A label that has no such place is left out: the axis still tells the figure.
 */
import type { Chart, Plugin } from 'chart.js';
import type { LabelItem, LabelOptions } from '#src/charts/theme/labels.ts';
import { boxAround, type Box } from './boxes.ts';
import { FONT_FAMILY } from './fonts.ts';
import { contextOf } from './frame-plugin.ts';
import { endColumn, type EndLabel } from './label-ends.ts';
import { barGeometry, obstaclesOf, placeByPoint, type Anchor } from './label-places.ts';

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
    if (item.place !== 'point' && item.place !== 'above') continue;
    const anchor = anchorOf(chart, item);
    const taken = placed.map((p) => p.box);
    const box = anchor && placeByPoint(chart, anchor, item.place, { width, height }, taken, obstacles);
    if (box !== undefined) placed.push({ item, box });
  }
  return placed;
}

function anchorOf(chart: Chart, item: LabelItem): Anchor | undefined {
  const element = chart.getDatasetMeta(item.d).data[item.i];
  return element === undefined || Number.isNaN(element.y) ? undefined : { x: element.x, y: element.y };
}

/** Labels of bars. Those inside of upright bars are written all or not at all: a gap would look like a missing figure. */
function placeInBars(chart: Chart, all: readonly Measured[]): Placed[] {
  const found = all.flatMap(({ item, width, height }) => {
    const bar = barGeometry(chart, item.d, item.i);
    if (bar === undefined) return [];
    const middle = { x: (bar.left + bar.right) / 2, y: (bar.top + bar.bottom) / 2 };
    if (item.place === 'base')
      return [
        {
          item,
          fits: width <= bar.right - bar.left - 2,
          box: boxAround(middle.x, bar.bottom - 14, width, height),
        },
      ];
    if (item.place === 'inside') {
      if (height > bar.bottom - bar.top) return [];
      return [
        { item, fits: width <= bar.right - bar.left - 2, box: boxAround(middle.x, middle.y, width, height) },
      ];
    }
    if (item.place === 'right' || item.place === 'left') {
      const x = item.place === 'right' ? bar.right + 8 + width / 2 : bar.left - 8 - width / 2;
      return [{ item, fits: true, box: boxAround(x, middle.y, width, height) }];
    }
    return [];
  });
  const allFit = found.every(({ fits }) => fits);
  return allFit ? found.map(({ item, box }) => ({ item, box })) : [];
}

function placeEnds(chart: Chart, ends: readonly Measured[]): readonly Placed[] {
  const labels = ends.flatMap((measured): EndLabel[] => {
    const anchor = anchorOf(chart, measured.item);
    return anchor === undefined ? [] : [{ ...measured, anchor }];
  });
  return endColumn(chart, labels);
}
