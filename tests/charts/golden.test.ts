import { createCanvas, loadImage } from '@napi-rs/canvas';
import { fileURLToPath } from 'node:url';
import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { GOLDEN, goldenPictures } from './golden-pictures.ts';
import { draw } from './pictures.ts';

/** A channel that differs by this much is another colour, not another machine's smoothing. */
const DIFFERENT = 48;
/** So many of a million pixels may differ: letters' edges, drawn by another build of the fonts' library. */
const TOLERANCE = 1500;

test.each(goldenPictures())('draws $name as it was', async ({ name, spec, theme }) => {
  const image = await loadImage(fileURLToPath(new URL(`${name}.png`, GOLDEN)));
  const drawing = draw(spec, theme);
  expect([drawing.width, drawing.height]).toEqual([image.width, image.height]);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let different = 0;
  for (let i = 0; i < data.length; i += 4) {
    const far = [0, 1, 2].some((c) => Math.abs((data[i + c] ?? 0) - (drawing.rgba[i + c] ?? 0)) > DIFFERENT);
    if (far) different += 1;
  }
  expect((different / (data.length / 4)) * 1e6).toBeLessThan(TOLERANCE);
});

test('keeps no picture that nothing draws', async () => {
  const kept = (await readdir(GOLDEN)).map((file) => file.replace('.png', ''));
  expect(kept.toSorted()).toEqual(
    goldenPictures()
      .map((p) => p.name)
      .toSorted(),
  );
});
