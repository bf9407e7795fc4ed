/** The pictures that are kept and compared. Renew them with `npm run charts:golden`, and look at each before committing. */
import { madeUpQuotes, type GalleryPicture } from '#src/cli/gallery.ts';
import { chartSpec } from '#src/charts/find-spec.ts';
import type { ChartSpec } from '#src/charts/spec.ts';
import { historySpec } from '#src/charts/specs/quotes.ts';
import type { Threshold } from '#src/domain/series/chart-subject.ts';
import { addDays } from '#src/domain/measure/days.ts';
import { figuresOf, shippedFigures, SUBJECTS, subjectsOf } from './figures.ts';

/** Quotes that are ranges, with a threshold among them. */
function ranges(days: number, threshold: Threshold, name = 'NdPr oxide'): ChartSpec | undefined {
  return historySpec({
    name,
    unit: 'CNY/t',
    basis: '99.5 %, ex works China, VAT included',
    source: 'an example, not a market',
    // Past the fiftieth day there was none for two months.
    quotes: Array.from({ length: days }, (_, i) => {
      const low = 553_000 + Math.round(9 * Math.sin(i / 7)) * 1000;
      return { date: addDays('2026-11-20', i < 50 ? -i : -i - 60), range: { low, high: low + 4000 } };
    }),
    threshold,
  });
}

export const GOLDEN = new URL('golden/', import.meta.url);

export function goldenPictures(): readonly GalleryPicture[] {
  const shipped = shippedFigures();
  const largest = figuresOf({ metals: 10, years: 40, seed: 5, gaps: false });
  const specs: (readonly [string, ChartSpec | undefined])[] = [
    ...Object.entries(SUBJECTS).map(([name, subject]) => [name, chartSpec(subject, shipped)] as const),
    ...subjectsOf(largest, 40).map(
      (subject) => [`largest-${subject.kind}`, chartSpec(subject, largest)] as const,
    ),
    ['quotes', madeUpQuotes(1260)],
    ['alert', madeUpQuotes(120, 66)],
    ['quote-ranges', ranges(40, { direction: 'below', value: 556_500 })],
    ['quote-alone', ranges(1, { direction: 'above', value: 556_500 })],
    ['alert-band', ranges(90, { direction: 'leaves', low: 550_000, high: 560_000 }, '氧化镨钕 (NdPr oxide)')],
  ];
  return specs.flatMap(([name, spec], i) =>
    spec === undefined ? [] : [{ name, spec, theme: i % 3 === 2 ? 'dark' : 'light' }],
  );
}
