/** The pictures that are kept and compared. Renew them with `npm run charts:golden`, and look at each before committing. */
import { madeUpQuotes, type GalleryPicture } from '#src/cli/gallery.ts';
import { chartSpec } from '#src/charts/find-spec.ts';
import type { ChartSpec } from '#src/charts/spec.ts';
import { historySpec } from '#src/charts/specs/quotes.ts';
import { addDays } from '#src/domain/measure/days.ts';
import { figuresOf, shippedFigures, SUBJECTS, subjectsOf } from './figures.ts';

/** Quotes that are ranges, with a threshold among them. */
function ranges(days: number, direction: 'above' | 'below'): ChartSpec | undefined {
  return historySpec({
    name: 'NdPr oxide',
    unit: 'CNY/t',
    basis: '99.5 %, ex works China, VAT included',
    source: 'an example, not a market',
    quotes: Array.from({ length: days }, (_, i) => {
      const low = 553_000 + Math.round(9 * Math.sin(i / 7)) * 1000;
      return { date: addDays('2026-11-20', -i), range: { low, high: low + 4000 } };
    }),
    threshold: { value: 556_500, direction },
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
    ['quote-ranges', ranges(40, 'below')],
    ['quote-alone', ranges(1, 'above')],
  ];
  return specs.flatMap(([name, spec], i) =>
    spec === undefined ? [] : [{ name, spec, theme: i % 3 === 2 ? 'dark' : 'light' }],
  );
}
