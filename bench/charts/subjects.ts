/** The five charts that are drawn, at 1200 x 720 pixels, from the shipped figures. */
import { readFileSync, readdirSync } from 'node:fs';
import type { CatalogSubject } from '#src/domain/series/chart-subject.ts';
import { metalSchema } from '#src/domain/series/metal.ts';
import { withTables } from '#src/domain/series/packs/with-tables.ts';
import { chartSpec } from '#src/charts/find-spec.ts';
import type { ChartSpec } from '#src/charts/spec.ts';

export const WIDTH = 600;
export const HEIGHT = 360;
export const RATIO = 2;

const metal = 'neodymium';
const SUBJECTS: readonly CatalogSubject[] = [
  { kind: 'price', metal, from: 2021, to: 2026 },
  { kind: 'production', metal, from: 2021, to: 2026 },
  { kind: 'sectors', metal, year: 2026 },
  { kind: 'sectors-over-time', metal, from: 2021, to: 2026 },
  { kind: 'compare-years', metal, years: [2021, 2025] },
];

const DATA = new URL('../../data/', import.meta.url);

export function benchFigures() {
  const metals = readdirSync(DATA)
    .filter((file) => file.endsWith('.json'))
    .map((file) => withTables(metalSchema.parse(JSON.parse(readFileSync(new URL(file, DATA), 'utf8')))));
  return { metals };
}

export function benchSubjects(): readonly CatalogSubject[] {
  return SUBJECTS;
}

export function benchSpecs(): readonly ChartSpec[] {
  const figures = benchFigures();
  return SUBJECTS.flatMap((subject) => chartSpec(subject, figures) ?? []);
}
