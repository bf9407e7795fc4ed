/** One picture of each kind of chart, for the documentation: `npm run chart -- gallery`. */
import { join } from 'node:path';
import { addDays } from '#src/domain/measure/days.ts';
import { subjectFromWords } from '#src/charts/cli-subject.ts';
import { writePicture } from '#src/charts/picture-file.ts';
import { drawSizeOf } from '#src/charts/picture-size.ts';
import { createRenderer } from '#src/charts/renderer.ts';
import { chartSpec } from '#src/charts/find-spec.ts';
import type { ChartSpec, Figures } from '#src/charts/spec.ts';
import { historySpec } from '#src/charts/specs/quotes.ts';
import type { ThemeName } from '#src/charts/theme/palette.ts';
import { fullConfig } from '#src/charts/writers/full.ts';

const PICTURES: readonly (readonly [file: string, words: string, theme: ThemeName])[] = [
  ['price', 'price 2021-2026', 'light'],
  ['price-dark', 'price 2021-2026', 'dark'],
  ['sectors', 'sectors 2026', 'light'],
  ['sectors-over-time', 'sectors-over-time 2021-2026', 'light'],
  ['production', 'production 2021-2026', 'light'],
  ['countries', 'countries 2024', 'light'],
  ['compare-years', 'compare-years 2021-2025', 'light'],
  ['compare-metals', 'compare-metals neodymium dysprosium terbium europium cerium lanthanum', 'light'],
  ['compare-metals-dark', 'compare-metals neodymium dysprosium terbium europium cerium lanthanum', 'dark'],
  ['sparkline', 'sparkline', 'light'],
  ['months', 'months gold 1966-2026', 'light'],
  ['months-indexed', 'months gold copper nickel 2000-2026', 'dark'],
  ['countries-lithium', 'countries lithium 2025', 'light'],
  ['markets', 'price cobalt', 'light'],
  ['tungsten', 'price tungsten', 'light'],
];

export interface GalleryPicture {
  /** Of the file, without `.png`. */
  readonly name: string;
  readonly spec: ChartSpec;
  readonly theme: ThemeName;
}

/** One of each kind, as far as there are figures for it. */
export function galleryPictures(figures: Figures): readonly GalleryPicture[] {
  const specs: (readonly [string, ChartSpec | undefined, ThemeName])[] = [
    ...PICTURES.map(
      ([name, words, theme]) =>
        [name, chartSpec(subjectFromWords(words.split(' '), figures, 'neodymium'), figures), theme] as const,
    ),
    ['quotes', madeUpQuotes(1260), 'light'],
    ['alert', madeUpQuotes(120, 66), 'dark'],
  ];
  return specs.flatMap(([name, spec, theme]) => (spec === undefined ? [] : [{ name, spec, theme }]));
}

/** Draws them into a folder. @returns What was written, one line a picture. */
export async function drawGallery(figures: Figures, folder: string): Promise<string> {
  const renderer = createRenderer();
  const written: string[] = [];
  try {
    for (const { name, spec, theme } of galleryPictures(figures)) {
      const size = drawSizeOf(spec, {});
      if (typeof size === 'string') throw new Error(`${name}: ${size}`);
      const path = join(folder, `${name}.png`);
      await writePicture(path, await renderer.draw(fullConfig(spec, theme, size.height), size));
      written.push(path);
    }
  } finally {
    await renderer.close();
  }
  return `${written.join('\n')}\n`;
}

/** No feed's figures can be shown to everyone, so these are made up, and say so. */
export function madeUpQuotes(days: number, threshold?: number): ChartSpec | undefined {
  const quotes = Array.from({ length: days }, (_, i) => {
    const day = days - 1 - i;
    const value = 62 + 12 * Math.sin(day / 170) + 4 * Math.sin(day / 23) + Math.sin(day * 1.3);
    const rounded = Number(value.toFixed(2));
    return { date: addDays('2026-11-23', -Math.round(day * 1.45)), range: { low: rounded, high: rounded } };
  });
  return historySpec({
    name: 'Neodymium oxide',
    unit: 'USD/kg',
    basis: 'made-up figures',
    source: 'an example, not a market',
    quotes,
    threshold: threshold === undefined ? undefined : { value: threshold, direction: 'above' },
  });
}
