/** The pictures that are kept and compared. Renew them with `npm run charts:golden`, and look at each before committing. */
import type { ChartSpec } from '#src/charts/spec.ts';
import { chartSpec } from '#src/charts/spec.ts';
import { historySpec } from '#src/charts/specs/quotes.ts';
import type { ThemeName } from '#src/charts/theme/palette.ts';
import { figuresOf, shippedFigures, SUBJECTS, subjectsOf } from './figures.ts';

export const GOLDEN = new URL('golden/', import.meta.url);

export interface GoldenPicture {
  readonly name: string;
  readonly spec: ChartSpec;
  readonly theme: ThemeName;
}

export function goldenPictures(): readonly GoldenPicture[] {
  const shipped = shippedFigures();
  const largest = figuresOf({ metals: 10, years: 40, seed: 5, gaps: false });
  const specs: (readonly [string, ChartSpec | undefined])[] = [
    ...Object.entries(SUBJECTS).map(([name, subject]) => [name, chartSpec(subject, shipped)] as const),
    ...subjectsOf(largest, 40).map(
      (subject) => [`largest-${subject.kind}`, chartSpec(subject, largest)] as const,
    ),
    ['quotes', quotes(1260)],
    ['alert', quotes(120, 66)],
  ];
  return specs.flatMap(([name, spec], i) =>
    spec === undefined ? [] : [{ name, spec, theme: i % 3 === 2 ? 'dark' : 'light' }],
  );
}

/** Working days up to 23 November 2026, made up. */
export function quotes(days: number, threshold?: number): ChartSpec | undefined {
  const list = Array.from({ length: days }, (_, i) => {
    const day = days - 1 - i;
    const value = Number(
      (62 + 14 * Math.sin(day / 170) + 4 * Math.sin(day / 13) + 1.5 * Math.sin(day * 2.1)).toFixed(2),
    );
    const date = new Date(Date.UTC(2026, 10, 23) - Math.round(day * 1.45) * 86_400_000);
    return { date: date.toISOString().slice(0, 10), range: { low: value, high: value } };
  });
  return historySpec({
    name: 'Neodymium oxide',
    unit: 'USD/kg',
    basis: '99.5 %, made up',
    source: 'an example, not a market',
    quotes: list,
    threshold: threshold === undefined ? undefined : { value: threshold, direction: 'above' },
  });
}
