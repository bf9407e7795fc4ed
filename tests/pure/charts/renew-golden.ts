/** Draws the kept pictures anew: `npm run charts:golden`. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { encodePng } from '#src/charts/drawing/png.ts';
import { GOLDEN, goldenPictures } from './golden-pictures.ts';
import { draw } from '../../app/charts/pictures.ts';

await rm(GOLDEN, { recursive: true, force: true });
await mkdir(GOLDEN, { recursive: true });
for (const { name, spec, theme } of goldenPictures())
  await writeFile(new URL(`${name}.png`, GOLDEN), encodePng(draw(spec, theme)));
