/** Figures as their source reports them: estimates marked, the newest edition, the basis that it counts on. */
import { describe, expect, test } from 'vitest';
import { ask } from '#src/domain/ask.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/config.ts';
import { renderPlainText } from '#src/presentation/plain-text.ts';

const catalog = await loadCatalog(readDataOptions({}));
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
