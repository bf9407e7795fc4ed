/** "What does it cost?": the newest of each source, the newest observed one first. */
import { describe, expect, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';

const catalog = await loadCatalog(readDataOptions({ DATA_DIR: 'tests/pure/packs' }));
const at = (day: string) => (text: string) =>
  renderPlainText(ask(text, catalog, { now: new Date(`${day}T12:00:00`) }));
const say = at('2026-11-30');

describe('a projection never hides an observed figure, and no source is left out', () => {
  test.each([
    'what does neodymium cost?',
    'price',
    'nd price today',
    'neodymium price now',
    'neodymium price yesterday',
    'neodymium price in March 2026',
    'current price of neodymium',
  ])('%s', (question) => {
    const text = say(question);
    expect(text).toMatch(/^Neodymium oxide, 99\.5 % minimum, 2025: \$73\/kg \(estimate\)/);
    expect(text).toMatch(
      /undated \(form not stated\): \$100 to \$130\/kg in 2025 \(estimate\); it projects \$115 to \$140\/kg for 2026/,
    );
    expect(text).toMatch(/no price for today/);
  });

  test.each([
    ['price per tonne now', /^Neodymium oxide.*: \$73,000\/t[^]*\$100,000 to \$130,000\/t in 2025/],
    [
      'report price now',
      /^Neodymium, 2025: \$100 to \$130\/kg \(estimate\)[^]*USGS MCS 2026.*\$73\/kg in 2025/,
    ],
    [
      'dysprosium price',
      /^Dysprosium oxide.*2024: \$260\/kg \(estimate\)\nUSGS MCS 2025.*down 21\.2 % on 2023/,
    ],
    [
      'price forecast',
      /^Neodymium, 2026: \$115 to \$140\/kg \(projection\)[^]*USGS MCS 2026 has nothing for 2026; its newest is \$73\/kg for oxide.*in 2025/,
    ],
    ['price 2026', /^Neodymium, 2026: \$115 to \$140\/kg \(projection\)[^]*its newest is \$73\/kg/],
  ])('%s', (question, expected) => {
    expect(say(question)).toMatch(expected);
  });

  test('in the year of an observed figure it leads, whoever gives it', () => {
    expect(at('2024-06-01')('neodymium price')).toMatch(
      /^Neodymium oxide.*2024: \$56\/kg[^]*\$125\/kg in 2024/,
    );
  });

  test('no button leads to a year that there is nothing for', () => {
    expect(say('dysprosium price')).not.toMatch(/Price 2026/);
    expect(say('dysprosium price 2023')).not.toMatch(/Price 2026/);
  });
});
