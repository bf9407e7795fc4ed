/** What there is, as it is handed out: series with their points, materials and sources. */
import { describe, expect, test } from 'vitest';
import { findSeries, materialNamed } from '#src/api/find-series.ts';
import { listMaterials, listSources } from '#src/api/what-there-is.ts';
import { METRICS } from '#src/api/schemas/figure.ts';
import { materialSchema, seriesQuery, seriesSchema, sourceSchema } from '#src/api/schemas/lists.ts';
import { loadFigures } from '#src/platform/catalog.ts';

const catalog = { ...(await loadFigures('data')), defaultMetal: 'neodymium' };

function seriesOf(asked: Record<string, string>) {
  const query = seriesQuery.parse(asked);
  const material = materialNamed(catalog, query);
  return material === undefined ? [] : findSeries(catalog, material, query);
}

describe('series', () => {
  test('what answers a question comes first, each with its basis, unit, source and edition', () => {
    const found = seriesOf({ material: 'Nd', from: '2024', to: '2025' });
    expect(
      found.map(({ role, basis, unit, source, edition }) => [role, basis, unit, source, edition]),
    ).toEqual([
      ['headline', 'unstated', 'USD/kg', 'Farmonaut', null],
      ['benchmark', 'oxide, 99.5 % minimum, f.o.b. China', 'USD/kg', 'USGS', 'MCS 2026'],
      ['prose', 'unstated', 'USD/kg', 'Farmonaut', null],
    ]);
    expect(found[0]?.points.map(({ period, low, high, firmness }) => [period, low, high, firmness])).toEqual([
      ['2024', 125, 125, 'estimated'],
      ['2025', 100, 130, 'estimated'],
    ]);
  });

  test('a place, a cadence, a source and a mass choose among them', () => {
    const chinese = seriesOf({
      material: 'rare-earths',
      metric: 'production',
      place: 'china',
      source: 'MCS 2026',
    });
    expect(chinese.map(({ place, unit }) => [place, unit])).toEqual([['China', 't']]);
    expect(seriesOf({ material: 'lithium', metric: 'production', place: 'world' })[0]?.place).toBeNull();
    const monthly = seriesOf({
      material: 'copper',
      cadence: 'month',
      from: '2026-06',
      to: '2026-06',
      per: 'lb',
    });
    expect(monthly.map(({ unit, points }) => [unit, points.map(({ period }) => period)])).toEqual([
      ['USD/lb', ['2026-06']],
    ]);
  });

  test('a year holds its months', () => {
    const [monthly] = seriesOf({ material: 'copper', cadence: 'month', from: '2025', to: '2025' });
    expect(monthly?.points).toHaveLength(12);
  });

  test('what is not known, or has no such figures, has no series', () => {
    expect(seriesOf({ material: 'unobtainium' })).toEqual([]);
    expect(seriesOf({ material: 'neodymium', from: '1950', to: '1960' })).toEqual([]);
  });

  test('every series of every material is valid by the schema', () => {
    for (const { id } of catalog.materials)
      for (const metric of METRICS)
        for (const one of seriesOf({ material: id, metric }))
          expect(() => seriesSchema.parse(one)).not.toThrow();
  });
});

test('every material says what there is of it', () => {
  const all = listMaterials(catalog, new Set(['ndpr']));
  for (const one of all) expect(() => materialSchema.parse(one)).not.toThrow();
  const byId = new Map(all.map((one) => [one.id, one]));
  expect(byId.get('neodymium')).toMatchObject({ symbol: 'Nd', quoted: false });
  expect(byId.get('neodymium')?.metrics).toContain('price');
  expect(byId.get('ndpr')?.quoted).toBe(true);
});

test('every document is a source once, with the materials that it has figures of', () => {
  const all = listSources(catalog);
  for (const one of all) expect(() => sourceSchema.parse(one)).not.toThrow();
  const keys = all.map(({ source, title, edition, url }) => JSON.stringify([source, title, edition, url]));
  expect(new Set(keys).size).toBe(keys.length);
  const pinkSheet = all.find(({ edition }) => edition === 'Pink Sheet, July 2026');
  expect(pinkSheet?.materials).toEqual(expect.arrayContaining(['copper', 'nickel']));
  expect(listSources(catalog, 'neodymium').map(({ source }) => source)).toContain('Farmonaut');
});
