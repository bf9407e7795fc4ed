/** Parts of a whole as the built-in renderer draws them: a ring, and a list of its parts with their figures. */
import { midpoint } from '#src/domain/measure/figure.ts';
import type { ChartSpec } from '#src/charts/spec.ts';
import type { Dataset } from '#src/charts/theme/config.ts';
import {
  LAYOUT_WIDTH,
  PAD,
  text,
  type Frame,
  type FrameMark,
  type FrameText,
} from '#src/charts/theme/frame.ts';
import { colourOf, type Palette } from '#src/charts/theme/palette.ts';
import { cutText, textWidth } from '#src/charts/theme/text-width.ts';

const LARGEST_RING = 264;
const ROW = 62;

/** `undefined` where the chart is no ring. */
export function ringParts({ x, marks }: ChartSpec, frame: Frame, colours: Palette, height: number) {
  const arc = marks.find((mark) => mark.kind === 'arc');
  if (x.of !== 'ring' || arc === undefined) return undefined;
  const ring = Math.min(LARGEST_RING, frame.bottom - frame.top);
  const middle = (frame.top + frame.bottom) / 2;
  const colors = arc.points.map(({ tone }) => colourOf(tone, colours));
  const dataset: Dataset = {
    data: arc.points.map(({ range }) => midpoint(range)),
    backgroundColor: colors,
    borderColor: colours.paper,
    borderWidth: 3,
  };
  const list = listOf(x.places, colors, ring, frame, colours);
  return {
    datasets: [dataset],
    options: { cutout: '58%' },
    padding: {
      top: middle - ring / 2,
      bottom: height - middle - ring / 2,
      left: PAD,
      right: LAYOUT_WIDTH - PAD - ring,
    },
    texts: [...middleOf(x.middle, PAD + ring / 2, middle, colours), ...list.texts],
    marks: list.marks,
  };
}

type Ring = Extract<ChartSpec['x'], { of: 'ring' }>;

const centred = (...given: Parameters<typeof text>): FrameText => ({ ...text(...given), align: 'center' });

function middleOf({ name, firmness }: Ring['middle'], x: number, y: number, colours: Palette): FrameText[] {
  if (firmness === undefined || firmness === 'reported') return [centred(name, x, y, 30, colours.ink, 700)];
  return [centred(name, x, y - 9, 30, colours.ink, 700), centred(firmness, x, y + 17, 16, colours.quiet)];
}

function listOf(
  places: Ring['places'],
  colors: readonly string[],
  ring: number,
  frame: Frame,
  colours: Palette,
) {
  const row = Math.min(ROW, (frame.bottom - frame.top) / places.length);
  // A figure over its name where there is room, else both in a smaller line.
  const tall = row >= 40;
  const scale = tall ? 1 : Math.min(1, row / 26);
  const figureSize = (tall ? 24 : 17) * scale;
  const nameSize = (tall ? 16 : 15) * scale;
  const figures = places.map((place) => place.text ?? '');
  const column = tall ? 0 : Math.max(...figures.map((f) => textWidth(f, figureSize, 700))) + 10;
  const left = PAD + ring + 38;
  const textLeft = left + 24;
  const texts: FrameText[] = [];
  const marks: FrameMark[] = [];
  for (const [i, place] of places.entries()) {
    const y = (frame.top + frame.bottom) / 2 + (i - (places.length - 1) / 2) * row;
    const figureY = tall ? y - 10 : y;
    const name = cutText(place.name, nameSize, 400, LAYOUT_WIDTH - PAD - textLeft - column);
    marks.push({ mark: 'box', color: colors[i] ?? colours.ink, x: left, y: figureY });
    texts.push(text(figures[i] ?? '', textLeft, figureY, figureSize, colours.ink, 700));
    texts.push(text(name, textLeft + column, tall ? y + 13 : y, nameSize, colours.ink));
  }
  return { texts, marks };
}
