/** The known disagreements: computed from the figures, fairly put, never typed in. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { metalSchema, type Metal } from '#src/domain/series/metal.ts';
import { withTables } from '#src/domain/series/packs/with-tables.ts';
import { judgeClaim } from '#src/domain/topics/claims.ts';
import { shareOfOutput } from '#src/domain/topics/countries/share-of-world.ts';
import { plainWriter } from '#src/presentation/text/plain-text.ts';

const readMetal = (id: string): Metal =>
  withTables(metalSchema.parse(JSON.parse(readFileSync(`tests/pure/packs/${id}.json`, 'utf8'))));
const neodymium = readMetal('neodymium');

function judge(id: string, metal = neodymium) {
  const claim = metal.claims.find((c) => c.id === id);
  if (claim === undefined) throw new Error(`no claim ${id}`);
  const { verdict, lines } = judgeClaim(metal, claim);
  return { verdict, text: lines.map(plainWriter('en-US')).join('\n') };
}

/** The same metal with one point of a series moved. */
function withPoint(series: string, year: number, value: number): Metal {
  return {
    ...neodymium,
    series: neodymium.series.map((s) =>
      s.id === series && s.metric !== 'supply-status'
        ? {
            ...s,
            points: s.points.map((p) => (p.year === year ? { ...p, range: { low: value, high: value } } : p)),
          }
        : s,
    ),
  };
}

describe('over 80 % from 2021 to 2025', () => {
  test('is out of the table’s reach, but not of the prose range’s far end', () => {
    const { verdict, text } = judge('surge-2021-2025');
    expect(verdict).toBe('partly');
    expect(text).toMatch(/yearly table: \+33 % to \+73 %.*out of its reach/);
    expect(text).toMatch(/running text: \+11 % to \+86 %.*its far end gets there/);
  });

  test('follows the figures when they change', () => {
    expect(judge('surge-2021-2025', withPoint('report-price', 2021, 60)).verdict).toBe('within');
    expect(judge('surge-2021-2025', withPoint('report-price-prose', 2021, 90)).verdict).toBe('beyond');
  });
});

test('demand growth: share times production gives 21 % in 2026, and is called an assumption', () => {
  const { verdict, text } = judge('demand-growth');
  expect(verdict).toBe('beyond');
  expect(text).toMatch(/10 to 15 %/);
  expect(text).toMatch(/\+21 %.*only if demand equals production/);
});

test('output 25 % up by 2025: from 2021 just so, from 2024 not', () => {
  expect(judge('output-needed').text).toMatch(/\+25 % from 2021 to 2025[\s\S]*\+5\.6 % from 2024 to 2025/);
});

test('the USGS has oxide falling while the report has the price rising', () => {
  const { verdict, text } = judge('report-against-usgs');
  expect(verdict).toBe('beyond');
  expect(text).toMatch(/\+66\.7 % from 2021 to 2024 \(\$75\/kg to \$125\/kg\)/);
  expect(text).toMatch(/-42\.9 % from 2021 to 2024 \(\$98\/kg to \$56\/kg\)/);
  expect(text).toMatch(/opposite directions/);
});

test('a country’s part of the world is of one edition: 270,000 of 390,000 t, not of the newer 380,000', () => {
  const share = shareOfOutput({ metals: [readMetal('rare-earths')] }, 'rare-earths', 'China', 2024);
  // No more exact than a total that is called rounded: 385,000 to 395,000 t.
  expect(share?.quantity).toMatchObject({ range: { low: 69, high: 69 }, unit: '%', qualifier: 'about' });
});
