import { loadImage, createCanvas } from '@napi-rs/canvas';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodePng } from '#src/charts/drawing/png.ts';
import { cases } from '../../cases.ts';

/** What another decoder reads from the file. */
async function decode(png: Buffer): Promise<Uint8ClampedArray> {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.width, image.height).data;
}

function picture(width: number, height: number, colour: (i: number) => number) {
  const rgba = Buffer.alloc(width * height * 4);
  for (let i = 0; i < width * height; i += 1) rgba.writeUInt32LE((colour(i) & 0xffffff) + 0xff000000, i * 4);
  return { width, height, rgba };
}

function worstError(a: Uint8Array, b: Uint8ClampedArray): number {
  return a.reduce((worst, value, i) => Math.max(worst, Math.abs(value - (b[i] ?? 0))), 0);
}

test('keeps every pixel of pictures of few colours', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 70 }),
      fc.integer({ min: 1, max: 30 }),
      fc.array(fc.nat(0xffffff), { minLength: 1, maxLength: 256 }),
      fc.array(fc.nat(255), { minLength: 1, maxLength: 50 }),
      async (width, height, colours, order) => {
        const given = picture(
          width,
          height,
          (i) => colours[(order[(i >> 2) % order.length] ?? 0) % colours.length] ?? 0,
        );
        expect(worstError(given.rgba, await decode(encodePng(given)))).toBe(0);
      },
    ),
    { numRuns: cases(60) },
  );
});

test('moves shades by 8 of 255 at the most where there are more than 256', async () => {
  const shades = picture(64, 64, (i) =>
    i % 600 < 255 ? (i % 600) * 0x010101 : ((i % 600) - 255) * 0x000100,
  );
  const png = encodePng(shades);
  expect(png[25]).toBe(3);
  const error = worstError(shades.rgba, await decode(png));
  expect(error).toBeGreaterThan(0);
  expect(error).toBeLessThanOrEqual(8);
});

test('keeps a photograph whole, in 24 bits', async () => {
  const noise = picture(200, 100, (i) => Math.imul(i + 1, 0x9e3779b1) >>> 8);
  const png = encodePng(noise);
  expect(png[25]).toBe(2);
  expect(worstError(noise.rgba, await decode(png))).toBe(0);
});
