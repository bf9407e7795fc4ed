/** Figures to draw: the shipped ones, and generated ones of up to ten metals and forty years. */
import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import type { CatalogSubject } from '#src/domain/series/chart-subject.ts';
import { metalSchema, type Metal } from '#src/domain/series/metal.ts';
import { withTables } from '#src/domain/series/packs/with-tables.ts';
import { chartSpec } from '#src/charts/find-spec.ts';
import { specLink } from '#src/charts/link.ts';
import type { Figures } from '#src/charts/spec.ts';

const figuresIn = (folder: string): Figures => ({
  metals: readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => withTables(metalSchema.parse(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))))),
});

/** The packs of the tests. */
export const shippedFigures = (): Figures => figuresIn('tests/pure/packs');

/** The product's own, of all commodities. */
export const allFigures = (): Figures => figuresIn('data');

/** A link to a picture of a subject, as an answer has it. */
export const chartLink = (subject: CatalogSubject, figures: Figures, options: { host?: string } = {}) => {
  const spec = chartSpec(subject, figures);
  return spec && specLink(spec, options);
};

export const ND = 'neodymium';

/** One of each kind, over the shipped figures. */
export const SUBJECTS: Readonly<Record<string, CatalogSubject>> = {
  price: { kind: 'price', metal: ND, from: 2021, to: 2026 },
  'price-alone': { kind: 'price', metal: 'dysprosium', from: 2020, to: 2026 },
  sectors: { kind: 'sectors', metal: ND, year: 2026 },
  'sectors-over-time': { kind: 'sectors-over-time', metal: ND, from: 2021, to: 2026 },
  production: { kind: 'production', metal: ND, from: 2021, to: 2026 },
  countries: { kind: 'countries', metal: ND, year: 2024 },
  'compare-years': { kind: 'compare-years', metal: ND, years: [2021, 2025] },
  'compare-metals': {
    kind: 'compare-metals',
    metals: [ND, 'dysprosium', 'terbium', 'europium', 'cerium', 'lanthanum'],
    from: 2020,
    to: 2026,
  },
  sparkline: { kind: 'sparkline', metal: ND },
};

type Point = { year: number } & ({ value: number } | { low: number; high: number }) & {
    firmness: string | undefined;
  };
const SECTORS = ['magnets', 'electronics', 'catalysts', 'glass', 'batteries'];

export const FIRST_YEAR = 1987;
export const LAST_YEAR = 2026;

function source(publisher: string, editionYear: number) {
  return {
    publisher,
    title: `${publisher} Yearbook of Minor Metals and Rare Earths`,
    edition: `Edition ${editionYear}`,
    editionYear,
    dated: String(editionYear),
  };
}

function firmness(year: number): 'projected' | 'estimated' | undefined {
  if (year === LAST_YEAR) return 'projected';
  return year === LAST_YEAR - 1 ? 'estimated' : undefined;
}

/** A metal file as people could write one: prices from two sources, production, shares, and countries. */
export function metalFile(index: number, years: number, seed: number, withGaps = false): Metal {
  let state = seed + index * 7919;
  const random = () => (state = (state * 48271 + 11) % 2147483647) / 2147483647;
  const list = Array.from({ length: years }, (_, i) => LAST_YEAR - years + 1 + i);
  const points = (base: number, most: number): Point[] =>
    list
      .filter((_, i) => !withGaps || i === 0 || i === years - 1 || random() > 0.3)
      .map((year) => {
        const value = Number(Math.min(most, base * (0.5 + random() * 1.5)).toPrecision(3));
        const high = Math.min(most, Number((value * 1.3).toPrecision(3)));
        return random() > 0.7
          ? { year, low: value, high, firmness: firmness(year) }
          : { year, value, firmness: firmness(year) };
      });
  const common = { unit: 'USD/kg', basis: 'oxide', purity: '99.5 % minimum', section: 'Table 1' };
  const base = 10 ** (random() * 4);
  const share = {
    source: 'one',
    unit: '%',
    basis: 'unstated',
    section: 'Table 2',
    metric: 'share',
    role: 'headline',
  };
  return withTables(
    metalSchema.parse({
      id: `metal-${index}`,
      name: `Metalonium ${index}`,
      kind: 'element',
      description: 'A generated metal.',
      sources: { one: source('Metal Bureau', 2026), two: source('Survey Office', 2025) },
      sectors: SECTORS.map((id) => ({
        id,
        name: `${id.charAt(0).toUpperCase()}${id.slice(1)} and other uses`,
      })),
      series: [
        {
          id: 'a',
          family: 'a',
          metric: 'price',
          role: 'headline',
          label: 'Bureau',
          source: 'one',
          ...common,
          points: points(base, 1e9),
        },
        {
          id: 'b',
          family: 'b',
          metric: 'price',
          role: 'benchmark',
          label: 'Survey',
          source: 'two',
          ...common,
          points: points(base, 1e9),
        },
        {
          id: 'p',
          family: 'p',
          metric: 'production',
          role: 'headline',
          label: 'Production',
          source: 'one',
          unit: 't',
          basis: 'oxide',
          section: 'Table 3',
          points: points(base * 1000, 1e12),
        },
        ...SECTORS.map((sector) =>
          Object.assign({ id: sector, family: sector, label: sector, sector, points: points(10, 18) }, share),
        ),
        ...Array.from({ length: 24 }, (_, i) => ({
          id: `c${i}`,
          family: `c${i}`,
          metric: 'production',
          role: 'headline',
          label: `Country ${i}`,
          country: `Republic of Country ${i}`,
          source: 'one',
          unit: 't',
          basis: 'oxide',
          section: 'Table 4',
          points: points(base * 100, 1e12),
        })),
      ],
    }),
  );
}

/** What a catalog is generated from: 1 to 10 metals and 1 to 40 years. */
export interface Recipe {
  readonly metals: number;
  readonly years: number;
  readonly seed: number;
  readonly gaps: boolean;
}

export const anyRecipe: fc.Arbitrary<Recipe> = fc.record({
  metals: fc.integer({ min: 1, max: 10 }),
  years: fc.integer({ min: 1, max: 40 }),
  seed: fc.nat(1e6),
  gaps: fc.boolean(),
});

export function figuresOf({ metals, years, seed, gaps }: Recipe): Figures {
  return { metals: Array.from({ length: metals }, (_, i) => metalFile(i, years, seed, gaps)) };
}

/** All that such a catalog can draw; with one year there is nothing to compare it with. */
export function subjectsOf(figures: Figures, years: number): readonly CatalogSubject[] {
  const [from, to] = [FIRST_YEAR, LAST_YEAR];
  const metal = figures.metals[0]?.id ?? '';
  return [
    { kind: 'price', metal, from, to },
    { kind: 'sectors', metal, year: to },
    { kind: 'sectors-over-time', metal, from, to },
    { kind: 'production', metal, from, to },
    { kind: 'countries', metal, year: to },
    ...(years > 1 ? [{ kind: 'compare-years', metal, years: [to - years + 1, to] } as const] : []),
    { kind: 'compare-metals', metals: figures.metals.map((m) => m.id), from, to },
    { kind: 'sparkline', metal },
  ];
}
