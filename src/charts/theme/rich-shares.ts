/** Parts of a whole in the rich style: a ring, and a list of its parts with their figures. */
import { midpoint, type Range } from '#src/domain/measure/figure.ts';
import type { SharesSpec } from '#src/charts/spec.ts';
import { rangeText } from '#src/charts/words.ts';
import type { ChartConfig } from './config.ts';
import { frameOf, LAYOUT_WIDTH, PAD, text, type FrameMark, type FrameText } from './frame.ts';
import { pick, type Palette } from './palette.ts';
import { richConfig } from './rich-config.ts';
import { cutText, textWidth } from './text-width.ts';

const LARGEST_RING = 264;
const ROW = 62;

export function richShares(spec: SharesSpec, colours: Palette, height: number): ChartConfig {
  const frame = frameOf(spec, [], colours, height);
  const all = spec.rest === undefined ? spec.slices : [...spec.slices, spec.rest];
  const colorOf = (i: number) => (all[i] === spec.rest ? colours.rest : pick(colours.series, i));
  const room = frame.bottom - frame.top;
  const ring = Math.min(LARGEST_RING, room);
  const middle = (frame.top + frame.bottom) / 2;
  const row = Math.min(ROW, room / all.length);
  // A figure over its name where there is room, else both in a smaller line.
  const tall = row >= 40;
  const scale = tall ? 1 : Math.min(1, row / 26);
  const figures = all.map((slice) => `${rangeText(oneDecimal(slice.share))} %`);
  const listLeft = PAD + ring + 38;
  const textLeft = listLeft + 24;
  const figureSize = (tall ? 24 : 17) * scale;
  const nameSize = (tall ? 16 : 15) * scale;
  const column = tall ? 0 : Math.max(...figures.map((f) => textWidth(f, figureSize, 700))) + 10;
  const reported = spec.mark === 'reported';
  const texts: FrameText[] = [
    centred(String(spec.year), PAD + ring / 2, middle - (reported ? 0 : 9), 30, colours.ink, 700),
  ];
  if (!reported) texts.push(centred(spec.mark, PAD + ring / 2, middle + 17, 16, colours.quiet, 400));
  const marks: FrameMark[] = [];
  for (const [i, slice] of all.entries()) {
    const y = middle + (i - (all.length - 1) / 2) * row;
    const name = cutText(slice.label, nameSize, 400, LAYOUT_WIDTH - PAD - textLeft - column);
    const figureY = tall ? y - 10 : y;
    marks.push({ mark: 'box', color: colorOf(i), x: listLeft, y: figureY });
    texts.push(text(figures[i] ?? '', textLeft, figureY, figureSize, colours.ink, 700));
    texts.push(text(name, textLeft + column, tall ? y + 13 : y, nameSize, colours.ink));
  }
  return richConfig({
    type: 'doughnut',
    labels: all.map((slice) => slice.label),
    datasets: [
      {
        data: all.map((slice) => midpoint(slice.share)),
        backgroundColor: all.map((_, i) => colorOf(i)),
        borderColor: colours.paper,
        borderWidth: 3,
      },
    ],
    frame: {
      ...frame,
      padding: {
        top: middle - ring / 2,
        bottom: height - middle - ring / 2,
        left: PAD,
        right: LAYOUT_WIDTH - PAD - ring,
      },
    },
    texts,
    marks,
    labelItems: [],
    colours,
    options: { cutout: '58%' },
  });
}

/** Figures of a ring are read at a glance. */
function oneDecimal({ low, high }: Range): Range {
  return { low: Number(low.toFixed(1)), high: Number(high.toFixed(1)) };
}

function centred(
  content: string,
  x: number,
  y: number,
  size: number,
  color: string,
  weight: number,
): FrameText {
  return { text: content, x, y, size, weight, color, align: 'center' };
}
