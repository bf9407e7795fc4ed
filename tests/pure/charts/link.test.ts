import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { alertAnswer } from '#src/domain/watching/alert-answer.ts';
import { lookAtFigures } from '#src/domain/watching/look-at.ts';
import { readRule } from '#src/domain/watching/read-rule.ts';
import { chartSpec } from '#src/charts/find-spec.ts';
import { LONGEST_LINK } from '#src/charts/link.ts';
import { catalog } from '../../app/lodestone.ts';
import { anyRecipe, chartLink, figuresOf, shippedFigures, SUBJECTS, subjectsOf } from './figures.ts';
import { cases } from '../../cases.ts';

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
    { numRuns: cases(60) },
  );
});

test('says so where years had to be left out', () => {
  const figures = figuresOf({ metals: 10, years: 40, seed: 1, gaps: false });
  const metals = figures.metals.map((m) => m.id);
  const link = chartLink({ kind: 'compare-metals', metals, from: 1987, to: 2026 }, figures);
  const config = new URL(link?.url ?? '').searchParams.get('c') ?? '';
  expect(config).toMatch(/\d+ of 40 years shown/);
  expect(JSON.parse(config).data.labels).toEqual(expect.arrayContaining([1987, 2026]));
});

test('keeps the first, the last, the lowest and the highest year of those that there is room for, where they are', () => {
  fc.assert(
    fc.property(anyRecipe, (recipe) => {
      const figures = figuresOf(recipe);
      const metal = figures.metals[0]?.id ?? '';
      const subject = { kind: 'price', metal, from: 1987, to: 2026 } as const;
      const [line] = chartSpec(subject, figures)?.marks.filter(({ kind }) => kind === 'line') ?? [];
      const points = line?.kind === 'line' ? line.points : [];
      const middles = points.map(({ range }) => (range.low + range.high) / 2);
      const url = new URL(chartLink(subject, figures)?.url ?? '');
      const { data } = JSON.parse(url.searchParams.get('c') ?? '');
      const labels: readonly unknown[] = data.labels;
      const years = labels.flat().map((label) => Number.parseInt(String(label), 10));
      const wanted = [
        points[0],
        points.at(-1),
        points[middles.indexOf(Math.min(...middles))],
        points[middles.indexOf(Math.max(...middles))],
      ].map((point) => point?.at);
      expect(years).toEqual(expect.arrayContaining(wanted));
      // Either all years have a name, or each stands where it is on a line of years.
      const named = labels.every((label) => typeof label !== 'number');
      expect(named || labels.every((label) => typeof label === 'number')).toBe(true);
    }),
    { numRuns: cases(40) },
  );
});

test.each([
  ['an alert', 'above 47.1234', /47[.,]?12/],
  ['an alert on a range', 'range 41.3571-43.2192 leaves usgs', /41[.,]?3|43[.,]?2/],
])('names no threshold of %s to another host', (_, words, threshold) => {
  const alert = readRule(words, catalog);
  if (!alert.ok) throw new Error(alert.reason);
  const fired = lookAtFigures(alert.rule, catalog, '2026-06-01');
  const answer = fired && alertAnswer(catalog, fired, fired, new Date('2026-06-01T09:00:00Z'));
  expect(JSON.stringify(answer)).toMatch(threshold);
  const chart = answer?.parts[0]?.chart;
  const link = chart === undefined || chart.kind === 'quotes' ? undefined : chartLink(chart, catalog);
  expect(decodeURIComponent(link?.url ?? 'no link')).toMatch(/^https:/);
  expect(decodeURIComponent(link?.url ?? '')).not.toMatch(threshold);
});
