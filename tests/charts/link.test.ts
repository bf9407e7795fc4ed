import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { chartLink, LONGEST_LINK } from '#src/charts/link.ts';
import { anyRecipe, figuresOf, shippedFigures, SUBJECTS, subjectsOf } from './figures.ts';

const shipped = shippedFigures();

test.each(Object.entries(SUBJECTS))('links to a picture of %s', (_, subject) => {
  const link = chartLink(subject, shipped);
  expect(link?.url.length).toBeLessThan(LONGEST_LINK);
  const url = new URL(link?.url ?? '');
  expect(url.origin).toBe('https://quickchart.io');
  expect(url.searchParams.get('v')).toBe('4');
  const config: unknown = JSON.parse(url.searchParams.get('c') ?? '');
  expect(config).toMatchObject({ type: expect.any(String), data: { datasets: expect.any(Array) } });
});

test.each([
  ['http://localhost:3400/', 'http://localhost:3400/chart?'],
  ['charts.example.com', 'https://charts.example.com/chart?'],
])('links to another host, %s', (host, start) => {
  const link = chartLink({ kind: 'sparkline', metal: 'neodymium' }, shipped, { host });
  expect(link?.url.slice(0, start.length)).toBe(start);
});

test('has no link where there are no figures', () => {
  expect(chartLink({ kind: 'price', metal: 'neodymium', from: 1990, to: 1995 }, shipped)).toBeUndefined();
  expect(chartLink({ kind: 'price', metal: 'unobtainium', from: 2021, to: 2026 }, shipped)).toBeUndefined();
  expect(chartLink({ kind: 'sectors', metal: 'cerium', year: 2024 }, shipped)).toBeUndefined();
});

test('stays short enough for Slack, whatever the data', () => {
  fc.assert(
    fc.property(anyRecipe, (recipe) => {
      const figures = figuresOf(recipe);
      const links = subjectsOf(figures, recipe.years).map((subject) => chartLink(subject, figures));
      expect(links.map((link) => link === undefined)).not.toContain(true);
      expect(Math.max(...links.map((link) => link?.url.length ?? Infinity))).toBeLessThan(LONGEST_LINK);
      expect(Math.max(...links.map((link) => link?.altText.length ?? Infinity))).toBeLessThan(2000);
    }),
    { numRuns: 60 },
  );
});

test('says so where years had to be left out', () => {
  const figures = figuresOf({ metals: 10, years: 40, seed: 1, gaps: false });
  const metals = figures.metals.map((m) => m.id);
  const link = chartLink({ kind: 'compare-metals', metals, from: 1987, to: 2026 }, figures);
  const config = new URL(link?.url ?? '').searchParams.get('c') ?? '';
  expect(config).toMatch(/\d+ of 40 years shown/);
  expect(config).toContain('"1987"');
});
