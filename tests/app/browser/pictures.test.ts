/** The pictures in README and docs/delivery.md, compared with what the page looks like now. `npm run page:pictures` takes them anew. */
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { readFile, writeFile } from 'node:fs/promises';
import { env } from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DELIVERY_PICTURES } from './delivery-pictures.ts';
import { startLocalSlack, type LocalSlack } from './local-slack.ts';
import { pictureFile, PICTURES } from './pictures.ts';

/** Each set in a local Slack of its own: one's clock begins before the other's. */
describe.each([
  ['README', PICTURES],
  ['docs/delivery.md', DELIVERY_PICTURES],
])('the pictures of %s', (_, pictures) => {
  let slack: LocalSlack;
  beforeAll(async () => {
    slack = await startLocalSlack();
  });
  afterAll(() => slack.stop());

  test.each(Object.entries(pictures))('docs/%s.png is what the page looks like', async (name, take) => {
    const shown = await take(slack);
    if (env['RENEW_PICTURES'] !== undefined) await writeFile(pictureFile(name), shown);
    expect(await shareOfChange(await readFile(pictureFile(name)), shown)).toBeLessThan(0.01);
  });
});

/** How much of the picture differs by more than a shade, from 0 to 1. */
async function shareOfChange(before: Buffer, after: Buffer): Promise<number> {
  const [a, b] = await Promise.all([pixelsOf(before), pixelsOf(after)]);
  if (a.length !== b.length) return 1;
  let changed = 0;
  for (let at = 0; at < a.length; at += 4) {
    const far = [0, 1, 2].some((channel) => Math.abs((a[at + channel] ?? 0) - (b[at + channel] ?? 0)) > 40);
    if (far) changed += 1;
  }
  return changed / (a.length / 4);
}

async function pixelsOf(png: Buffer): Promise<Uint8ClampedArray> {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.width, image.height).data;
}
