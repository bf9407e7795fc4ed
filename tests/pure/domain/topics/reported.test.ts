/** Figures as their source reports them: estimates marked, the newest edition, the basis that it counts on. */
import { describe, expect, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';

const catalog = await loadCatalog(readDataOptions({ DATA_DIR: 'tests/pure/packs' }));
const say = (text: string) => renderPlainText(ask(text, catalog, { now: new Date('2026-11-30T12:00:00') }));

describe('rare earths as USGS MCS 2026 gives them', () => {
  test.each([
    ['rare earth production 2025', /390,000 t \(rounded\) \(estimate\)/],
    ['rare earth production 2024', /380,000 t \(rounded\) \(estimate\)/],
    ['world reserves of rare earths', /USGS MCS 2026: more than 75,000,000 t/],
    [
      'rare earth reserves in Brazil',
      /MCS 2026: 11,000,000 t\nUSGS MCS 2025, an older edition, has 21,000,000 t/,
    ],
    [
      'rare earth reserves by country',
      /China leads, 44,000,000 t[^]*Brazil +11,000,000 t[^]*Not in it[^]*India 6,900,000 t \(USGS MCS 2025\)/,
    ],
    [
      'top rare earth producing countries',
      /World total in the same edition: 390,000 t \(rounded\) \(estimate\)/,
    ],
  ])('%s', (question, expected) => {
    expect(say(question)).toMatch(expected);
  });
});

describe('estimates stand on the figure that is one, and no ratio goes across editions', () => {
  test.each([
    [
      'which is dearer, dysprosium or terbium',
      /Dysprosium \$260\/kg \(estimate\); Terbium \$810\/kg \(estimate\)\nTerbium is 3\.12 times/,
    ],
    [
      'neodymium vs dysprosium price 2024',
      /Neodymium \$56\/kg \(estimate\); Dysprosium \$260\/kg \(estimate\)[^]*Source: USGS MCS 2025/,
    ],
    ['terbium or dysprosium in 2023, which is dearer', /Terbium \$1,298\/kg; Dysprosium \$330\/kg\n/],
    ['neodymium price 2023 vs 2024', /\$110\/kg \(estimate\) and \$125\/kg \(estimate\)/],
    ['rare earth production 2023 vs 2025', /different editions, so no change/],
    ['compare neodymium and rare earths production 2025', /different bases, so no ratio/],
  ])('%s', (question, expected) => {
    expect(say(question)).toMatch(expected);
  });
});

describe('coarse figures', () => {
  test.each([
    [
      'cerium price change 2021 to 2022',
      /about -50 % \(as printed, -80 % to 0 %\)\nFrom \$2\/kg to \$1\/kg\.\n.*anything from \$1\.50 to \$2\.50\/kg/,
    ],
    ['cerium price 2022', /Against 2021 \(\$2\/kg\): about -50 % \(as printed, -80 % to 0 %\)/],
    ['cerium price 2023', /The same, as rounded, as 2022 \(\$1\/kg\)/],
    ['how many times dearer is terbium than cerium', /810 times cerium \(as printed, 540 to 1,620 times\)/],
    ['malaysia rare earth production 2024', /That is under 0\.1 % of the world total/],
    ['how much did neodymium rise from 2023 to 2024', /: \+13\.6 %\n/],
  ])('%s', (question, expected) => {
    expect(say(question)).toMatch(expected);
  });
});
