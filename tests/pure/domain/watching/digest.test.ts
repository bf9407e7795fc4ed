import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lookAtFigures } from '#src/domain/watching/look-at.ts';
import { readRule } from '#src/domain/watching/read-rule.ts';
import type { Catalog } from '#src/domain/asking/catalog.ts';
import { sparkline } from '#src/domain/watching/digest-prices.ts';
import { composeDigest, type DigestInput } from '#src/domain/watching/digest.ts';
import type { DigestContent } from '#src/domain/watching/digest-content.ts';
import { isNumeric, type PackSeries } from '#src/domain/series/metal.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';

const catalog = await loadCatalog(readDataOptions({ DATA_DIR: 'tests/pure/packs' }));
const everything: DigestContent = {
  items: ['price', 'change', 'sectors', 'production'],
  metals: ['neodymium'],
  skipUnchanged: false,
  locale: 'en',
};
const now = new Date('2026-06-01T09:00:00Z');
const compose = (given: Partial<DigestInput> = {}) =>
  composeDigest({ content: everything, catalog, previous: undefined, alerts: [], now, ...given });

/** The catalog with another price for 2026. */
function withPrice(low: number, high: number): Catalog {
  const changed = (series: PackSeries): PackSeries =>
    isNumeric(series) && series.id === 'report-price'
      ? {
          ...series,
          points: series.points.map((p) => (p.year === 2026 ? { ...p, range: { low, high } } : p)),
        }
      : series;
  return { ...catalog, metals: catalog.metals.map((m) => ({ ...m, series: m.series.map(changed) })) };
}

test('a first digest has the figures, and nothing about a last one', () => {
  const { answer, unchanged } = compose();
  const text = renderPlainText(answer);
  expect(unchanged).toBe(false);
  expect(text).toContain('$115 to $140/kg');
  expect(text).toContain('$100 to $130/kg in 2025 (estimate); it projects $115 to $140/kg for 2026');
  expect(text).toContain('Renewable energy 41 %');
  expect(text).toContain('65,500 t');
  expect(text).not.toContain('last digest');
  expect(answer.parts.every((part) => part.chartWanted !== true)).toBe(true);
});

test('charts of a digest say by its name what each is of', () => {
  const metals = ['neodymium', 'rare-earths'];
  const { answer } = compose({ content: { ...everything, items: ['price', 'production'], metals } });
  const named = answer.parts.flatMap(({ chart, chartOf }) => (chart === undefined ? [] : [chartOf]));
  expect(new Set(named)).toEqual(new Set(['neodymium', 'Rare earths']));
});

test('what changed comes first, with what it was and by how much', () => {
  const { figures } = compose();
  const { answer, unchanged } = compose({
    catalog: withPrice(150, 150),
    previous: figures,
    previousDay: 'Mon 25 May',
  });
  expect(unchanged).toBe(false);
  const text = renderPlainText(answer);
  // The prices first, then what is new, then what was chosen.
  expect(text.indexOf('Since your last digest (Mon 25 May)')).toBeGreaterThan(text.indexOf('Prices'));
  expect(text).toContain(
    'Neodymium: $150/kg (projection) in 2026, a figure of the year; since the last digest +7 % to +30 %',
  );
  expect(text).toContain(
    'Neodymium price, 2026: $150/kg (projection); it was $115 to $140/kg (projection): +7 % to +30 %',
  );
});

test('a figure for another year, and one that is new, are said to be that', () => {
  const { figures } = compose();
  const { 'neodymium/report-price': price, ...others } = figures;
  expect(price).toBeDefined();
  const fresh = renderPlainText(compose({ previous: others }).answer);
  expect(fresh).toContain('Neodymium price, 2026: $115 to $140/kg (projection), new.');
  const nextYear = compose({ previous: compose({ now: new Date('2025-06-01') }).figures });
  expect(renderPlainText(nextYear.answer)).toContain(
    'Neodymium price, 2026: $115 to $140/kg (projection); last time it was 2025’s $100 to $130/kg (estimate).',
  );
});

test('where nothing changed, a line says so, and what was chosen follows', () => {
  const { answer, unchanged } = compose({ previous: compose().figures, previousDay: 'Mon 25 May' });
  expect(unchanged).toBe(true);
  const text = renderPlainText(answer);
  expect(text).toContain('\nNothing has changed since your last digest (Mon 25 May) for neodymium.');
  expect(text).toContain('; as in the last digest; against 2025 -12 % to +40 %');
});

test('only what was chosen, and a chart only where one is', () => {
  const price = compose({ content: { ...everything, items: ['change', 'chart'] } });
  const text = renderPlainText(price.answer);
  expect(text).toContain('Neodymium price, 2025 to 2026: -12 % to +40 %');
  expect(text).not.toContain('Renewable');
  expect(price.answer.parts.filter((part) => part.chartWanted === true)).toHaveLength(1);
});

test('several metals; what a metal has no figures for is left out', () => {
  const { answer } = compose({ content: { ...everything, metals: ['terbium', 'neodymium', 'unobtainium'] } });
  const text = renderPlainText(answer);
  expect(text).toContain('Terbium');
  expect(text).toContain('Neodymium, 2026');
  expect(text).not.toContain('I have no sector shares');
});

test('a digest of nothing says so, and what to do', () => {
  const { answer } = compose({ content: { ...everything, metals: ['unobtainium'] } });
  expect(renderPlainText(answer)).toContain('no figures for what this digest asks for (unobtainium)');
});

test('alerts are mentioned when their threshold is near, not when it is far or past', () => {
  const alerts = ['above 142', 'above 200', 'above 130'].map((text) => {
    const read = readRule(text, catalog);
    const watched = read.ok ? lookAtFigures(read.rule, catalog, '2026-06-01') : undefined;
    if (watched === undefined) throw new Error(text);
    return { name: 'Neodymium', watched };
  });
  const near = (items: DigestContent['items']) =>
    renderPlainText(compose({ content: { ...everything, items }, alerts }).answer);
  expect(near(['price', 'alerts'])).toContain(
    'Neodymium is at $115 to $140/kg in 2026 (projection); the alert is for above $142/kg.',
  );
  expect(near(['price', 'alerts'])).not.toContain('$200');
  expect(near(['price', 'alerts'])).not.toContain('above $130');
  expect(near(['price'])).not.toContain('Near an alert');
});

test('each digest has the prices: what they are by the year is said, with their way in a line of bars', () => {
  const [line] = compose().answer.parts[0]?.body ?? [];
  expect(line?.filter((span) => typeof span === 'string').join('')).toMatch(
    /in 2026, a figure of the year; against 2025 .*[▁▂▃▄▅▆▇█]{3,} by the year, 2021 to 2026/,
  );
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.01, max: 1e7, noNaN: true }), { minLength: 1 }), (values) => {
      const bars = sparkline(values).split('');
      expect(bars).toHaveLength(values.length);
      const [low, high] = [Math.min(...values), Math.max(...values)];
      if (low === high) return new Set(bars).size === 1;
      return bars[values.indexOf(low)] === '▁' && bars[values.indexOf(high)] === '█';
    }),
  );
});
