/**
 * Inter, and for the scripts that it lacks Unifont, from packages that ship with the product: without a font the canvas draws
 * no text, and says nothing, and a sign that no font has is a box.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';

export const FONT_FAMILY = 'Inter, Unifont';
const FILES = ['Inter-Regular.woff2', 'Inter-SemiBold.woff2', 'Inter-Bold.woff2'];
/** What Inter has for certain. */
const IN_INTER =
  /^[\u0020-\u007E\u00A0-\u017F\u0391-\u03A1\u03A3-\u03C9\u0410-\u044F\u2013\u2014\u2018-\u201D\u2026\u20AC\u20B9\u2212]*$/;

const UNIFONT = ['@fontsource/unifont', 'files/unifont-latin-400-normal.woff2'] as const;

/** @throws Error naming the package, where it isn't there. */
function pathOf(packageName: string, file: string): string {
  return join(dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`)), file);
}

function register(path: string, family: string): void {
  if (GlobalFonts.registerFromPath(path, family) === null)
    throw new Error(`charts: the font ${path} can't be read; run "npm ci" again`);
}

/**
 * Registers Inter and proves that text is drawn with it.
 * @throws Error naming what is missing and the fix.
 */
export function loadFonts(): void {
  for (const file of FILES) register(pathOf('inter-ui', join('web', file)), 'Inter');
  pathOf(...UNIFONT);
  const canvas = createCanvas(40, 40);
  const context = canvas.getContext('2d');
  context.font = `700 32px ${FONT_FAMILY}`;
  context.fillText('Nd', 0, 32);
  if (!canvas.data().some((byte) => byte > 0))
    throw new Error('charts: no text is drawn although the fonts were read; run "npm ci" again');
}

let allScripts = false;

/** Registers Unifont with the first text that may need it: it takes a third of a second, and 35 MB. */
export function loadScriptsOf(text: string): void {
  if (allScripts || IN_INTER.test(text)) return;
  register(pathOf(...UNIFONT), 'Unifont');
  allScripts = true;
}
