import { expect, test } from 'vitest';
import { chartSpec } from '#src/charts/find-spec.ts';
import type { ChartSpec, Mark } from '#src/charts/spec.ts';
import { figuresOf, shippedFigures, SUBJECTS } from './figures.ts';

const shipped = shippedFigures();

function specOf(name: string): ChartSpec {
  const subject = SUBJECTS[name];
  const spec = subject && chartSpec(subject, shipped);
  if (spec === undefined) throw new Error(`no ${name}`);
  return spec;
}

function marksOf<K extends Mark['kind']>(
  spec: ChartSpec | undefined,
  kind: K,
): readonly Extract<Mark, { kind: K }>[] {
  return spec?.marks.filter((mark): mark is Extract<Mark, { kind: K }> => mark.kind === kind) ?? [];
}

const placesOf = ({ x }: ChartSpec) => (x.of === 'days' ? [] : x.places);

test('shows the report and the USGS side by side, and that they disagree', () => {
  const spec = specOf('price');
  expect(spec.title).toBe(
    'Neodymium: the sources disagree. 2021 to 2025: Farmonaut up 33 to 73 %, USGS down 26 %',
  );
  expect(spec.subtitle).toBe(
    'Neodymium price, USD per kg, 2021–2026 · Farmonaut: basis not stated · USGS: oxide, 99.5 % minimum',
  );
  expect(spec.foot).toContain('undated');
  expect(spec.foot).toContain('USGS, MCS 2026');
  expect(marksOf(spec, 'line').map((l) => [l.label, l.tone])).toEqual([
    ['Farmonaut', 'main'],
    ['USGS', 'benchmark'],
  ]);
});

test('calls 2025 an estimate, only 2026 a projection, and leaves the prose range of 2021 out of the table', () => {
  const [report] = marksOf(specOf('price'), 'line');
  expect(report?.points).toEqual([
    { at: 2021, range: { low: 75, high: 75 }, firmness: 'estimated' },
    { at: 2022, range: { low: 92, high: 92 }, firmness: 'estimated' },
    { at: 2023, range: { low: 110, high: 110 }, firmness: 'estimated' },
    { at: 2024, range: { low: 125, high: 125 }, firmness: 'estimated' },
    { at: 2025, range: { low: 100, high: 130 }, firmness: 'estimated' },
    { at: 2026, range: { low: 115, high: 140 }, firmness: 'projected' },
  ]);
});

test('tells the trend and its ends to those who cannot see it', () => {
  const { altText } = specOf('price');
  expect(altText).toContain('from $75/kg in 2021 (estimated) to $115–140/kg in 2026 (projected)');
  expect(altText).toContain('from $98/kg in 2021, highest at $134/kg in 2022, to $73/kg in 2025 (estimated)');
});

test('finds a peak between the ends', () => {
  expect(specOf('price-alone').title).toBe(
    'Dysprosium peaked at $410/kg in 2021; $260/kg in 2024 (estimated)',
  );
});

test('calls the rest unstated: neither "other" nor defence', () => {
  const spec = specOf('sectors');
  expect(placesOf(spec).map(({ name, text }) => [name, text])).toEqual([
    ['Renewable energy', '41 %'],
    ['Electronics', '30 %'],
    ['Not stated by Farmonaut', '29 %'],
  ]);
  expect(marksOf(spec, 'arc')[0]?.points.at(-1)).toEqual({ range: { low: 29, high: 29 }, tone: 'rest' });
  expect(spec.title).toBe('Neodymium demand, 2026, projected: renewable energy first, 41 %');
  expect(spec.subtitle).toContain('no share given for defence');
});

test('sees the tie of 2024, and so the overtaking in 2025', () => {
  expect(specOf('sectors-over-time').title).toBe(
    'Renewable energy overtook electronics in neodymium demand in 2025',
  );
  const tie = chartSpec({ kind: 'sectors', metal: 'neodymium', year: 2024 }, shipped);
  expect(tie?.title).toBe('Neodymium demand, 2024: renewable energy and electronics level at 34 %');
});

test('does not call a sector first when more than its share is unstated', () => {
  const figures = figuresOf({ metals: 1, years: 40, seed: 5, gaps: false });
  const spec = chartSpec({ kind: 'sectors', metal: 'metal-0', year: 2026 }, figures);
  expect(spec?.title).not.toContain('first');
});

test('says what output and price did, as intervals', () => {
  expect(specOf('production').title).toBe('Neodymium, 2021 to 2025: output up 25 %, price up 33 to 73 %');
});

test('takes a country’s part of the world within one edition, and says that the group stands in', () => {
  const spec = specOf('countries');
  expect(spec.title).toBe('China mined 69 % of the world’s rare earths in 2024');
  expect(spec.subtitle).toContain('none are given for neodymium alone');
  expect(placesOf(spec).at(-1)).toMatchObject({ name: 'Other' });
  expect(marksOf(spec, 'bar')[0]?.points.at(-1)).toMatchObject({ tone: 'bar' });
});

test('adds up the countries that there is no room for', () => {
  const figures = figuresOf({ metals: 1, years: 1, seed: 5, gaps: false });
  const spec = chartSpec({ kind: 'countries', metal: 'metal-0', year: 2026 }, figures);
  const rows = spec === undefined ? [] : placesOf(spec);
  expect(rows).toHaveLength(13);
  expect(rows.at(-1)).toMatchObject({ name: '12 more' });
});

test('compares like with like: the USGS series of neodymium beside those of the others', () => {
  const spec = specOf('compare-metals');
  expect(spec.y.log).toBe(true);
  expect(spec.subtitle).toContain('log scale');
  expect(marksOf(spec, 'line').find((l) => l.label === 'Neodymium')?.points[0]).toMatchObject({
    at: 2020,
    range: { low: 49 },
  });
});

test('has no change across editions', () => {
  const spec = chartSpec({ kind: 'production', metal: 'rare-earths', from: 2023, to: 2025 }, shipped);
  expect(spec?.title).toBe('Rare earths production: 390,000 t in 2025 (estimated)');
});

test('gives changes as intervals, and both sources', () => {
  const spec = specOf('compare-years');
  expect(
    placesOf(spec).map(({ name, detail }, i) => {
      const moved = marksOf(spec, 'bar')[0]?.points[i]?.range;
      return [name, detail, Math.round(moved?.low ?? 0), Math.round(moved?.high ?? 0)];
    }),
  ).toEqual([
    ['Price (Farmonaut)', '$75 to $100–130/kg est.', 33, 73],
    ['Price (USGS)', '$98 to $73/kg est.', -26, -26],
    ['Production', '48,000 to 60,000 t', 25, 25],
    ['Renewable energy share', '23 to 37 %', 14, 14],
    ['Electronics share', '41 to 32 %', -9, -9],
  ]);
  expect(
    placesOf(spec)
      .map(({ text }) => text)
      .slice(2),
  ).toEqual(['up 25 %', 'up 14 pts', 'down 9 pts']);
  expect(spec.altText).toContain('Renewable energy share: 23 to 37 %, up 14 pts.');
  expect(spec.subtitle).toContain('shares in percentage points');
});
