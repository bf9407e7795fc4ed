/** Draws charts in the test's own process, and looks at their pixels. */
import { loadFonts } from '#src/charts/drawing/fonts.ts';
import { drawChart, type Drawn, type DrawSize } from '#src/charts/drawing/draw.ts';
import type { Box } from '#src/charts/drawing/boxes.ts';
import type { ChartSpec } from '#src/charts/spec.ts';
import { fullConfig, layoutOf } from '#src/charts/writers/full.ts';
import type { ThemeName } from '#src/charts/theme/palette.ts';

loadFonts();

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly rgba: Buffer;
  readonly labels: Drawn['labels'];
  readonly ticks: Drawn['ticks'];
  /** A pixel as "#rrggbb"; places in pixels. */
  readonly at: (x: number, y: number) => string;
  /** How many pixels of a box (in pixels) have that colour. */
  readonly count: (color: string, box?: Box) => number;
}

export function draw(
  spec: ChartSpec,
  theme: ThemeName = 'light',
  ratio = 1,
  tall: number = layoutOf(spec).height,
): Drawing {
  const size: DrawSize = { ...layoutOf(spec), height: tall, ratio };
  return drawChart(fullConfig(spec, theme, size.height), size, ({ canvas, labels, ticks }) => {
    const { width, height } = canvas;
    const rgba = Buffer.from(canvas.data());
    const at = (x: number, y: number) =>
      `#${rgba.toString('hex', (y * width + x) * 4, (y * width + x) * 4 + 3)}`;
    const whole = { left: 0, top: 0, right: width, bottom: height };
    const count = (color: string, box: Box = whole) => {
      let found = 0;
      for (let y = Math.floor(box.top); y < box.bottom; y += 1)
        for (let x = Math.floor(box.left); x < box.right; x += 1) if (at(x, y) === color) found += 1;
      return found;
    };
    return { width, height, rgba, labels, ticks, at, count };
  });
}

/** Pixels of the outermost `margin` rows and columns that are not paper: something was cut off. */
export function inkAtEdge({ width, height, at }: Drawing, paper: string, margin: number): number {
  let ink = 0;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const inside = x >= margin && y >= margin && x < width - margin && y < height - margin;
      if (!inside && at(x, y) !== paper) ink += 1;
    }
  return ink;
}
