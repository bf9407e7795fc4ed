/** A user's own packs in other units: compared, ranked and shared in one unit, or not at all. */
import { mkdtemp, rm, writeFile, cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import { inMass, MASS_UNITS, type Quantity } from '#src/domain/measure/figure.ts';
import { timesBetween } from '#src/domain/measure/changes.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';

interface OwnSeries {
  readonly metric: 'price' | 'production' | 'reserves';
  readonly unit: string;
  readonly country?: string;
  readonly points: readonly { readonly year: number; readonly value: number }[];
}

function pack(id: string, series: readonly OwnSeries[]) {
  return {
    id,
    name: id.charAt(0).toUpperCase() + id.slice(1),
    kind: 'element',
    description: `${id} is a metal.`,
    countries: [...new Set(series.flatMap((s) => s.country ?? []))].map((name) => ({ name, aliases: [] })),
    sources: {
      own: { publisher: 'Own desk', title: 'Own tables', edition: '2026', editionYear: 2026, dated: '2026' },
    },
    series: series.map((s, i) => ({
      ...s,
      id: `${id}-${i}`,
      family: `${id}-${i}`,
      role: 'headline',
      label: 'Own table',
      basis: 'metal',
      source: 'own',
      section: 'figures',
    })),
  };
}

const dataDir = await mkdtemp(join(tmpdir(), 'own-units-'));
afterAll(() => rm(dataDir, { recursive: true }));
await cp('tests/pure/packs', dataDir, { recursive: true });
const year = (value: number) => [{ year: 2024, value }];
const PACKS = [
  pack('copper', [
    { metric: 'price', unit: 'USD/t', points: year(9147) },
    { metric: 'production', unit: 't', points: year(23_000_000) },
    { metric: 'production', unit: 't', country: 'Chile', points: year(5_300_000) },
    { metric: 'production', unit: 'kg', country: 'Peru', points: year(2_600_000_000) },
    { metric: 'reserves', unit: 't', points: [{ year: 2026, value: 980_000_000 }] },
  ]),
  pack('cobalt', [{ metric: 'price', unit: 'USD/lb', points: year(11.3) }]),
  pack('zinc', [{ metric: 'price', unit: 'CNY/t', points: year(23_300) }]),
];
await Promise.all(PACKS.map((p) => writeFile(join(dataDir, `${p.id}.json`), JSON.stringify(p))));
const catalog = await loadCatalog({ ...readDataOptions({ DATA_DIR: 'tests/pure/packs' }), dataDir });
const say = (text: string) => renderPlainText(ask(text, catalog, { now: new Date('2026-11-30T12:00:00') }));

describe('metals of other units are compared in one, or not at all', () => {
  test.each([
    [
      'copper vs neodymium price 2024',
      /Copper \$9,147\/t; Neodymium \$125,000\/t \(estimate\)\nNeodymium is 13\.67 times copper/,
    ],
    [
      'neodymium vs copper price 2024',
      /Copper \$9\.15\/kg\nNeodymium is 13\.67 times copper[^]*Copper is printed as \$9,147\/t/,
    ],
    ['is cobalt dearer than copper', /Cobalt \$11\.30\/lb; Copper \$4\.15\/lb\nCobalt is 2\.72 times copper/],
    ['zinc vs copper price', /in CNY\/t and USD\/t, which can’t be converted here, so no ratio/],
    ['copper production by country', /Chile leads, 5,300,000 t[^]*Peru +2,600,000 t/],
    ['copper production in Peru', /2,600,000,000 kg[^]*about 11\.3 % of the world total/],
  ])('%s', (question, expected) => {
    expect(say(question)).toMatch(expected);
  });

  test.each(['copper reserves', 'copper production 2024', 'copper production by country'])(
    '%s is not called rare-earth oxide',
    (question) => {
      expect(say(question)).not.toMatch(/rare.earth/i);
      expect(say(question)).toMatch(/metal content/);
    },
  );
});

test('the ratio of two prices is the same in whatever units they are printed', () => {
  const value = fc.double({ min: 0.01, max: 1e7, noNaN: true });
  const unit = fc.constantFrom(...MASS_UNITS);
  fc.assert(
    fc.property(value, value, unit, unit, (a, b, first, second) => {
      const [one, other] = [a, b].map((v): Quantity => ({ range: { low: v, high: v }, unit: 'USD/kg' }));
      if (one === undefined || other === undefined) throw new Error('two prices');
      const ratio = timesBetween(inMass(one, first), inMass(other, second))?.range.low ?? 0;
      expect(Math.abs(ratio / (a / b) - 1)).toBeLessThan(1e-9);
    }),
  );
});
