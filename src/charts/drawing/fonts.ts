/** Inter, from the package that ships with the product: without a font the canvas draws no text, and says nothing. */
import { createRequire } from 'node:module';
import { join, dirname } from 'node:path';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';

export const FONT_FAMILY = 'Inter';
const FILES = ['Inter-Regular.woff2', 'Inter-SemiBold.woff2', 'Inter-Bold.woff2'];

/**
 * Registers the fonts and proves that text is drawn with them.
 * @throws Error naming what is missing and the fix.
 */
export function loadFonts(): void {
  const folder = join(dirname(createRequire(import.meta.url).resolve('inter-ui/package.json')), 'web');
  for (const file of FILES) {
    if (GlobalFonts.registerFromPath(join(folder, file), FONT_FAMILY) === null)
      throw new Error(`charts: the font ${join(folder, file)} can't be read; run "npm ci" again`);
  }
  const canvas = createCanvas(40, 40);
  const context = canvas.getContext('2d');
  context.font = `700 32px ${FONT_FAMILY}`;
  context.fillText('Nd', 0, 32);
  if (!canvas.data().some((byte) => byte > 0))
    throw new Error('charts: no text is drawn although the fonts were read; run "npm ci" again');
}
