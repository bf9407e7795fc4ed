/** Draws what the theme has laid out around the plot: paper, key, foot, and texts at fixed places. */
import type { Chart, Plugin } from 'chart.js';
import type { SKRSContext2D } from '@napi-rs/canvas';
import { SWATCHES, type FrameMark, type FrameOptions, type FrameText } from '#src/charts/theme/frame.ts';
import { FONT_FAMILY } from './fonts.ts';

export const framePlugin: Plugin<'line', Partial<FrameOptions>> = {
  id: 'frame',
  beforeDraw(chart, _args, options) {
    if (options.paper === undefined) return;
    const context = contextOf(chart);
    context.save();
    context.fillStyle = options.paper;
    context.fillRect(0, 0, chart.width, chart.height);
    context.restore();
  },
  afterDraw(chart, _args, options) {
    const context = contextOf(chart);
    context.save();
    for (const mark of options.marks ?? []) drawMark(context, mark, options.paper ?? '#ffffff');
    for (const text of options.texts ?? []) drawText(context, text);
    context.restore();
  },
};

/** Chart.js calls it a browser's context; here it is always the native one. */
export function contextOf(chart: Pick<Chart, 'ctx'>): SKRSContext2D {
  return chart.ctx;
}

function drawText(context: SKRSContext2D, { text, x, y, size, weight, color, align }: FrameText): void {
  context.font = `${weight} ${size}px ${FONT_FAMILY}`;
  context.fillStyle = color;
  context.textAlign = align;
  context.textBaseline = 'middle';
  context.fillText(text, x, y);
}

function drawMark(context: SKRSContext2D, { mark, color, fill, x, y }: FrameMark, paper: string): void {
  const width = SWATCHES[mark];
  const middle = x + width / 2;
  context.fillStyle = color;
  context.strokeStyle = color;
  context.lineWidth = 3;
  context.setLineDash(mark === 'dash' || mark === 'diamond' ? [5, 4] : []);
  context.beginPath();
  if (mark === 'outline') {
    context.lineWidth = 2;
    context.fillStyle = fill ?? paper;
    context.rect(x + 1, y - width / 2 + 1, width - 2, width - 2);
    context.fill();
    context.stroke();
    return;
  }
  if (mark === 'box' || mark === 'pale' || mark === 'band') {
    if (mark === 'band') context.globalAlpha = 0.4;
    context.roundRect(x, y - width / 2, width, width, 2);
    context.fill();
    context.globalAlpha = 1;
    return;
  }
  if (mark === 'line' || mark === 'dash' || mark === 'diamond') {
    context.moveTo(x, y);
    context.lineTo(x + width, y);
    context.stroke();
    if (mark !== 'diamond') return;
    context.setLineDash([]);
    context.beginPath();
    const r = 6.5;
    context.moveTo(middle, y - r);
    context.lineTo(middle + r, y);
    context.lineTo(middle, y + r);
    context.lineTo(middle - r, y);
    context.closePath();
  } else context.arc(middle, y, 5, 0, Math.PI * 2);
  context.lineWidth = 2.5;
  context.fillStyle = mark === 'circle' ? color : paper;
  context.fill();
  context.stroke();
}
