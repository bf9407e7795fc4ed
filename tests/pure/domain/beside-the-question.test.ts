/** What stands beside a question or only looks like one: the asker's own trade, goods that are judged, grades of ore, a mass that is paid by. */
import { describe, expect, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';

const catalog = await loadCatalog(readDataOptions({}));
const now = new Date('2026-12-01T12:00:00');
const asked = (text: string) => ask(text, catalog, { now });
const told = (text: string) => renderPlainText(asked(text)).split('\n')[0];

describe('what askers say of themselves changes no answer', () => {
  test.each([
    ['dysprosium price 2024', 'dysprosium price 2024, we build servo drives'],
    ['terbium 2025', 'terbium 2025 - i work for a turbine company'],
    ['tin price may 2026', 'we are an electronics workshop. tin price may 2026'],
    ['gadolinium oxide 2024', 'gadolinium oxide 2024 (we design MRI scanners)'],
    ['who mines tungsten', 'who mines tungsten? i run a tool shop'],
  ])('%s', (bare, text) => {
    expect(asked(text).outcome).toBe('answer');
    expect(told(text)).toBe(told(bare));
  });

  test.each([['we make magnets'], ['we are a copper smelter, what should we watch']])('%s', (text) => {
    // What stands alone, or names a metal, is read: it may be the question.
    expect(asked(text).outcome).not.toBe('answer');
  });
});

describe('the first line', () => {
  test.each([
    ['antimony 2024 us per lb', /^Antimony.*2024: \$[\d.,]+\/lb/],
    ['ni sulfate price', /^Nickel/],
    ['li carbonate in usd per ton for 2024', /^Lithium, carbonate.*2024/],
    ['where does the US buy its tungsten', /^Tungsten .*US imports 2021 to 2024 by source/],
    ['who buys the most neodymium by sector', /consume the most neodymium/],
    ['take nd for 2021, 2022 and 2023 and average it', /mean price 2021 to 2023/],
  ])('%s', (text, wanted) => {
    expect(told(text)).toMatch(wanted);
  });
});

test.each([
  ['what is the best electric car'],
  ['best smartphone makers'],
  ['who builds the best wind turbine'],
  ['worst laptops of 2025'],
])('nothing of ours is asked: %s', (text) => {
  expect(asked(text).outcome).toBe('none');
});

test('a grade of ore is no price', () => {
  expect(asked('how many kg per ton of ore').outcome).not.toBe('answer');
});
