/** Charts in a terminal: `npm run chart -- price 2021-2026 -o price.png`. */
import { extname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { KINDS, subjectFromWords, UsageError } from './cli-subject.ts';
import { drawGallery } from './gallery.ts';
import { chartLink } from './link.ts';
import { writePicture } from './picture-file.ts';
import { drawSizeOf } from './picture-size.ts';
import { readFigures } from './read-figures.ts';
import { createRenderer } from './renderer.ts';
import { chartSpec } from './spec.ts';
import type { ThemeName } from './theme/palette.ts';
import { richConfigOf } from './theme/rich.ts';

const USAGE = `Usage: npm run chart -- <chart> [metal ...] [year | year-year] [-o picture.png]
       npm run chart -- gallery [-o FOLDER]      one of each, light and dark

Charts: ${KINDS.join(', ')}

  -o, --output FILE   where the picture goes; <chart>.png unless given
  --dark              on a dark ground
  --width PX          of the picture; 1200 unless given, 2000 at the most
  --height PX         of the picture
  --json              print the Chart.js config instead of drawing it
  --link              print a link to a QuickChart server instead of drawing
  --host HOST         that server; quickchart.io unless given
  --data FOLDER       the figures; data unless given
  --metal ID          the metal when none is named; neodymium unless given
  --help              this text

Examples: npm run chart -- price 2021-2026 -o price.png
          npm run chart -- compare-metals terbium dysprosium 2020-2024 --dark
`;

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        output: { type: 'string', short: 'o' },
        dark: { type: 'boolean', default: false },
        width: { type: 'string' },
        height: { type: 'string' },
        json: { type: 'boolean', default: false },
        link: { type: 'boolean', default: false },
        host: { type: 'string' },
        data: { type: 'string', default: resolve(import.meta.dirname, '../../data') },
        metal: { type: 'string', default: 'neodymium' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function pixels(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d+$/.test(value)) throw new UsageError(`--${name} takes a number of pixels, not "${value}"`);
  return Number(value);
}

function pictureFile(name: string): string {
  if (extname(name).toLowerCase() !== '.png')
    throw new UsageError(`a picture is a PNG, so its name ends with .png, unlike "${name}"`);
  return resolve(name);
}

async function run(): Promise<string> {
  const { values, positionals } = readArguments();
  if (values.help) return USAGE;
  if (positionals.length === 0) throw new UsageError('which chart?');
  const wanted = { width: pixels('width', values.width), height: pixels('height', values.height) };
  const figures = await readFigures(values.data);
  if (positionals[0] === 'gallery') return drawGallery(figures, resolve(values.output ?? 'docs/charts'));
  const subject = subjectFromWords(positionals, figures, values.metal);
  const spec = chartSpec(subject, figures);
  if (spec === undefined) throw new UsageError('there are no figures for this chart');
  if (values.link) {
    const link = chartLink(subject, figures, { host: values.host });
    if (link === undefined) throw new UsageError('this chart fits into no link');
    return `${link.url}\n`;
  }
  const size = drawSizeOf(spec, wanted);
  if (typeof size === 'string') throw new UsageError(size);
  const theme: ThemeName = values.dark ? 'dark' : 'light';
  const config = richConfigOf(spec, theme, size.height);
  if (values.json) return `${JSON.stringify(config, undefined, 2)}\n`;
  const file = pictureFile(values.output ?? `${subject.kind}.png`);
  const renderer = createRenderer();
  try {
    const png = await renderer.draw(config, size);
    await writePicture(file, png);
  } finally {
    await renderer.close();
  }
  return `${file}\n${spec.altText}\n`;
}

// A reader that closes the pipe early (`| head`) is no failure.
process.stdout.on('error', () => process.exit(0));
try {
  process.stdout.write(await run());
} catch (error) {
  const usage = error instanceof UsageError;
  process.stderr.write(
    `${error instanceof Error ? error.message : String(error)}\n${usage ? '\nSee: npm run chart -- --help\n' : ''}`,
  );
  process.exitCode = usage ? 2 : 1;
}
