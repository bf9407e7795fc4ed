import { createCanvas, loadImage } from '@napi-rs/canvas';
import { fileURLToPath } from 'node:url';
import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { galleryPictures, type GalleryPicture } from '#src/cli/gallery.ts';
import { allFigures } from './figures.ts';
import { GOLDEN, goldenPictures } from './golden-pictures.ts';
import { draw } from '../../app/charts/pictures.ts';

/** A channel that differs by this much is another colour, not another machine's smoothing. */
const DIFFERENT = 48;
/** So many of a million pixels may differ: letters' edges, drawn by another build of the fonts' library. */
const TOLERANCE = 1500;

const GALLERY = new URL('../../../docs/charts/', import.meta.url);

/** Of a million pixels, how many are other than in the kept picture. */
async function difference({ name, spec, theme }: GalleryPicture, folder: URL, ratio: number) {
  const image = await loadImage(fileURLToPath(new URL(`${name}.png`, folder)));
  const drawing = draw(spec, theme, ratio);
  expect([drawing.width, drawing.height]).toEqual([image.width, image.height]);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let different = 0;
  for (let i = 0; i < data.length; i += 4) {
    const far = [0, 1, 2].some((c) => Math.abs((data[i + c] ?? 0) - (drawing.rgba[i + c] ?? 0)) > DIFFERENT);
    if (far) different += 1;
  }
  return (different / (data.length / 4)) * 1e6;
}

async function filesIn(folder: URL): Promise<readonly string[]> {
  return (await readdir(folder)).map((file) => file.replace('.png', '')).toSorted();
}

test.each(goldenPictures())('draws $name as it was', async (picture) => {
  expect(await difference(picture, GOLDEN, 1)).toBeLessThan(TOLERANCE);
});

test.each(galleryPictures(allFigures()))('shows $name in the docs as it is drawn today', async (picture) => {
  // Renewed by `npm run chart -- gallery -o docs/charts`.
  expect(await difference(picture, GALLERY, 2)).toBeLessThan(TOLERANCE);
});

test.each([
  ['golden', GOLDEN, goldenPictures()],
  ['docs/charts', GALLERY, galleryPictures(allFigures())],
])('keeps no picture in %s that nothing draws', async (_, folder, pictures) => {
  expect(await filesIn(folder)).toEqual(pictures.map(({ name }) => name).toSorted());
});
