/** What `npm run chart` does: draws a chart into a file, or prints its config or a link to it. */
import { extname, resolve, join } from 'node:path';
import type { parseArgs } from 'node:util';
import { KINDS, subjectFromWords, UsageError } from '#src/charts/cli-subject.ts';
import { drawGallery } from './gallery.ts';
import { specLink } from '#src/charts/link.ts';
import { writePicture } from '#src/charts/picture-file.ts';
import { drawSizeOf } from '#src/charts/picture-size.ts';
import { createRenderer } from '#src/charts/renderer.ts';
import { chartSpec } from '#src/charts/find-spec.ts';
import type { ChartSpec, Figures } from '#src/charts/spec.ts';
import { historySpec, type QuoteHistory } from '#src/charts/specs/quotes.ts';
import type { ThemeName } from '#src/charts/theme/palette.ts';
import { fullConfig } from '#src/charts/writers/full.ts';
import { readdir, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { metalSchema, type Metal } from '#src/domain/series/metal.ts';
import { withTables } from '#src/domain/series/packs/with-tables.ts';

/** What `--help` prints. */
export const CHART_USAGE = `Usage: npm run chart -- <chart> [metal ...] [year | year-year] [-o picture.png]
       npm run chart -- quotes [what] [days] [unit]   of the bot's storage (STATE_DIR or DATABASE_URL)
       npm run chart -- gallery [-o FOLDER]           one of each, light and dark

Charts: ${KINDS.join(', ')}

  -o, --output FILE   where the picture goes; <chart>.png unless given
  --dark              on a dark ground
  --width PX          of the picture; 1200 unless given, 2000 at the most
  --height PX         of the picture
  --json              print the Chart.js config instead of drawing it
  --link              print a link to a QuickChart server instead of drawing
  --host HOST         that server; quickchart.io unless given, which is told no quotes
  --data FOLDER       the figures; data unless given
  --metal ID          the metal when none is named; neodymium unless given
  --help              this text

Examples: npm run chart -- price 2021-2026 -o price.png
          npm run chart -- compare-metals terbium dysprosium 2020-2024 --dark
          npm run chart -- quotes ndpr oxide last 12 months in USD/kg without VAT
`;

/** What may be typed beside words; the usage says what each is. */
export const CHART_OPTIONS = {
  output: { type: 'string', short: 'o' },
  dark: { type: 'boolean', default: false },
  width: { type: 'string' },
  height: { type: 'string' },
  json: { type: 'boolean', default: false },
  link: { type: 'boolean', default: false },
  host: { type: 'string' },
  data: { type: 'string', default: resolve(import.meta.dirname, '../../data') },
  metal: { type: 'string', default: 'neodymium' },
} as const;
type ChartValues = ReturnType<typeof parseArgs<{ readonly options: typeof CHART_OPTIONS }>>['values'];

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

/** The quotes that words ask for, as in `/nd chart`; `undefined` where there are none. */
type FindQuotes = (words: string) => Promise<QuoteHistory | undefined>;

/** @throws UsageError where there is nothing to draw */
async function specOf(
  words: readonly string[],
  { data, metal }: { readonly data: string; readonly metal: string },
  findQuotes: FindQuotes,
): Promise<ChartSpec> {
  if (words[0] === 'quotes') {
    const history = await findQuotes(words.slice(1).join(' '));
    const spec = history && historySpec(history);
    if (spec === undefined) throw new UsageError('there are no quotes for this chart');
    return spec;
  }
  const figures = await readFigures(data);
  const spec = chartSpec(subjectFromWords(words, figures, metal), figures);
  if (spec === undefined) throw new UsageError('there are no figures for this chart');
  return spec;
}

/**
 * Draws what is asked for, into a file unless its config or a link is wanted.
 * @returns what to print
 * @throws UsageError where what was typed is at fault
 */
export async function runChart(
  values: ChartValues,
  positionals: readonly string[],
  findQuotes: FindQuotes,
): Promise<string> {
  if (positionals.length === 0) throw new UsageError('which chart?');
  const wanted = { width: pixels('width', values.width), height: pixels('height', values.height) };
  const [kind] = positionals;
  if (kind === 'gallery')
    return drawGallery(await readFigures(values.data), resolve(values.output ?? 'docs/charts'));
  const spec = await specOf(positionals, values, findQuotes);
  if (values.link) {
    const link = specLink(spec, { host: values.host });
    if (link !== undefined) return `${link.url}\n`;
    throw new UsageError(
      spec.of === 'quotes'
        ? 'quotes may be a paid feed’s, so they go into no link to a public server; name your own by --host'
        : 'this chart fits into no link',
    );
  }
  const size = drawSizeOf(spec, wanted);
  if (typeof size === 'string') throw new UsageError(size);
  const theme: ThemeName = values.dark ? 'dark' : 'light';
  const config = fullConfig(spec, theme, size.height);
  if (values.json) return `${JSON.stringify(config, undefined, 2)}\n`;
  const file = pictureFile(values.output ?? `${kind}.png`);
  const renderer = createRenderer();
  try {
    const png = await renderer.draw(config, size);
    await writePicture(file, png);
  } finally {
    await renderer.close();
  }
  return `${file}\n${spec.altText}\n`;
}

/** @throws Error naming the file, the field and the reason. */
async function readFigures(folder: string): Promise<Figures> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
  const metals: Metal[] = [];
  for (const name of names) {
    const path = join(folder, name);
    try {
      metals.push(withTables(metalSchema.parse(JSON.parse(await readFile(path, 'utf8')))));
    } catch (error) {
      const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
      throw new Error(`${path}: ${reason}`, { cause: error });
    }
  }
  if (metals.length === 0) throw new Error(`${folder} has no data files`);
  return { metals };
}
