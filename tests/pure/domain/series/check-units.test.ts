/** The data check of a pack's units: what a metric is counted in, and that what is one figure can be compared. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkMetal } from '#src/domain/series/packs/check-metal.ts';
import { isNumeric, metalSchema, type Metal, type NumericSeries } from '#src/domain/series/metal.ts';
import { withTables } from '#src/domain/series/packs/with-tables.ts';

const neodymium = withTables(
  metalSchema.parse(JSON.parse(readFileSync('tests/pure/packs/neodymium.json', 'utf8'))),
);

/** The pack with another unit in one series. */
function withUnit(id: string, unit: NumericSeries['unit']): Metal {
  return {
    ...neodymium,
    series: neodymium.series.map((s) => (s.id === id && isNumeric(s) ? { ...s, unit } : s)),
  };
}

const reasons = (metal: Metal) => checkMetal(metal).map(({ path, reason }) => `${path}: ${reason}`);

test('the pack is sound, and stays so where a source prints another mass', () => {
  expect(reasons(neodymium)).toEqual([]);
  expect(reasons(withUnit('usgs-nd-oxide-mcs-2025', 'USD/lb'))).toEqual([]);
});

test.each([
  ['report-production', 'USD/t', /series\[\d+\]\.unit: production is a mass, not in USD\/t/],
  ['report-price', 't', /a price is money for a mass, not in t/],
  ['report-renewable-share', 't', /a share is in %, not in t/],
  ['usgs-nd-oxide-mcs-2025', 'CNY/kg', /can't be compared with the USD\/kg of "usgs-nd-oxide-mcs-2026"/],
  ['usgs-nd-oxide-mcs-2026', 'CNY/kg', /claims\[\d+\]: "report-price" is in USD\/kg.*can't be compared/],
] as const)('%s in %s is told', (id, unit, expected) => {
  expect(reasons(withUnit(id, unit)).join('\n')).toMatch(expected);
});
