import { expect, test } from 'vitest';
import { chartSpec, type ChartSpec } from '#src/charts/spec.ts';
import { figuresOf, shippedFigures, SUBJECTS } from './figures.ts';

const shipped = shippedFigures();

function specOf<K extends ChartSpec['kind']>(name: string, kind: K): Extract<ChartSpec, { kind: K }> {
  const subject = SUBJECTS[name];
  const spec = subject && chartSpec(subject, shipped);
  if (spec === undefined || !isKind(spec, kind)) throw new Error(`${name} is no ${kind}`);
  return spec;
}

function isKind<K extends ChartSpec['kind']>(
  spec: ChartSpec,
  kind: K,
): spec is Extract<ChartSpec, { kind: K }> {
  return spec.kind === kind;
}

test('shows the report and the USGS side by side, and that they disagree', () => {
  const spec = specOf('price', 'trend');
  expect(spec.title).toBe(
    'Neodymium: the sources disagree. 2021 to 2025: Farmonaut up 33 to 73 %, USGS down 26 %',
  );
  expect(spec.subtitle).toBe(
    'Neodymium price, USD per kg, 2021–2026 · Farmonaut: basis not stated · USGS: oxide, 99.5 % minimum',
  );
  expect(spec.foot).toContain('undated');
  expect(spec.foot).toContain('USGS, MCS 2026');
  expect(spec.lines.map((l) => [l.label, l.role])).toEqual([
    ['Farmonaut', 'main'],
    ['USGS', 'benchmark'],
  ]);
});

test('calls 2025 an estimate, only 2026 a projection, and leaves the prose range of 2021 out of the table', () => {
  const [report] = specOf('price', 'trend').lines;
  expect(report?.points).toEqual([
    { year: 2021, range: { low: 75, high: 75 }, mark: 'estimated' },
    { year: 2022, range: { low: 92, high: 92 }, mark: 'estimated' },
    { year: 2023, range: { low: 110, high: 110 }, mark: 'estimated' },
    { year: 2024, range: { low: 125, high: 125 }, mark: 'estimated' },
    { year: 2025, range: { low: 100, high: 130 }, mark: 'estimated' },
    { year: 2026, range: { low: 115, high: 140 }, mark: 'projected' },
  ]);
});

test('tells the trend and its ends to those who cannot see it', () => {
  const { altText } = specOf('price', 'trend');
  expect(altText).toContain('from $75/kg in 2021 (estimated) to $115–140/kg in 2026 (projected)');
  expect(altText).toContain('from $98/kg in 2021, highest at $134/kg in 2022, to $73/kg in 2025 (estimated)');
});

test('finds a peak between the ends', () => {
  expect(specOf('price-alone', 'trend').title).toBe(
    'Dysprosium peaked at $410/kg in 2021; $260/kg in 2024 (estimated)',
  );
});

test('calls the rest unstated: neither "other" nor defence', () => {
  const spec = specOf('sectors', 'shares');
  expect(spec.slices.map((s) => [s.label, s.share.low])).toEqual([
    ['Renewable energy', 41],
    ['Electronics', 30],
  ]);
  expect(spec.rest).toEqual({ label: 'Not stated by Farmonaut', share: { low: 29, high: 29 } });
  expect(spec.title).toBe('Neodymium demand, 2026, projected: renewable energy first, 41 %');
  expect(spec.subtitle).toContain('no share given for defence');
});

test('sees the tie of 2024, and so the overtaking in 2025', () => {
  expect(specOf('sectors-over-time', 'stack').title).toBe(
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
  expect(specOf('production', 'output').title).toBe(
    'Neodymium, 2021 to 2025: output up 25 %, price up 33 to 73 %',
  );
});

test('takes a country’s part of the world within one edition, and says that the group stands in', () => {
  const spec = specOf('countries', 'ranking');
  expect(spec.title).toBe('China mined 69 % of the world’s rare earths in 2024');
  expect(spec.subtitle).toContain('none are given for neodymium alone');
  expect(spec.rows.at(-1)).toMatchObject({ label: 'Other', collective: true });
});

test('adds up the countries that there is no room for', () => {
  const figures = figuresOf({ metals: 1, years: 1, seed: 5, gaps: false });
  const spec = chartSpec({ kind: 'countries', metal: 'metal-0', year: 2026 }, figures);
  const rows = spec?.kind === 'ranking' ? spec.rows : [];
  expect(rows).toHaveLength(13);
  expect(rows.at(-1)).toMatchObject({ label: '12 more', collective: true });
});

test('compares like with like: the USGS series of neodymium beside those of the others', () => {
  const spec = specOf('compare-metals', 'trend');
  expect(spec.scale).toBe('log');
  expect(spec.subtitle).toContain('log scale');
  expect(spec.lines.find((l) => l.label === 'Neodymium')?.points[0]).toMatchObject({
    year: 2020,
    range: { low: 49 },
  });
});

test('has no change across editions', () => {
  const spec = chartSpec({ kind: 'production', metal: 'rare-earths', from: 2023, to: 2025 }, shipped);
  expect(spec?.title).toBe('Rare earths production: 390,000 t in 2025 (estimated)');
});

test('gives changes as intervals, and both sources', () => {
  const spec = specOf('compare-years', 'changes');
  expect(
    spec.rows.map((r) => [r.label, r.detail, Math.round(r.moved.low), Math.round(r.moved.high)]),
  ).toEqual([
    ['Price (Farmonaut)', '$75 to $100–130/kg est.', 33, 73],
    ['Price (USGS)', '$98 to $73/kg est.', -26, -26],
    ['Production', '48,000 to 60,000 t', 25, 25],
    ['Renewable energy share', '23 to 37 %', 14, 14],
    ['Electronics share', '41 to 32 %', -9, -9],
  ]);
  expect(spec.rows.map((r) => r.text).slice(2)).toEqual(['up 25 %', 'up 14 pts', 'down 9 pts']);
  expect(spec.altText).toContain('Renewable energy share: 23 to 37 %, up 14 pts.');
  expect(spec.subtitle).toContain('shares in percentage points');
});
