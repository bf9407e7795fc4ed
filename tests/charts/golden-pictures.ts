/** The pictures that are kept and compared. Renew them with `npm run charts:golden`, and look at each before committing. */
import { madeUpQuotes, type GalleryPicture } from '#src/charts/gallery.ts';
import type { ChartSpec } from '#src/charts/spec.ts';
import { chartSpec } from '#src/charts/spec.ts';
import { figuresOf, shippedFigures, SUBJECTS, subjectsOf } from './figures.ts';

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
  ];
  return specs.flatMap(([name, spec], i) =>
    spec === undefined ? [] : [{ name, spec, theme: i % 3 === 2 ? 'dark' : 'light' }],
  );
}
