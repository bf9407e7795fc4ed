/** Now against a time before it, spans that are said by a number, and what is not over time yet. */
import { describe, expect, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';

const catalog = await loadCatalog(readDataOptions({}));
const now = new Date('2026-11-23T12:00:00');
const say = (question: string) => renderPlainText(ask(question, catalog, { now }));

describe('the newest price against that of one time before it', () => {
  test.each([
    [
      'is gold dearer now than a year ago',
      /^Yes\. Gold metal, Jun 2026: \$4,228\/troy oz; Nov 2025: \$4,087\/troy oz/,
    ],
    ['is copper cheaper than a year ago', /^No\. Copper metal, Jun 2026: \$13,552\/t; Nov 2025: \$10,812\/t/],
    [
      'is silver more expensive now than in january',
      /^No\. .*Jun 2026: \$66\.70\/troy oz; Jan 2026: \$92\.10/,
    ],
    [
      'was zinc cheaper in 2020 than now',
      /^Yes\. Zinc metal, Jun 2026: \$3,539\/t; the average of 2020: \$2,266\.42/,
    ],
    [
      'is platinum higher than 5 years ago',
      /^Yes\. Platinum metal, Jun 2026: \$1,726\/troy oz; Nov 2021: \$1,038/,
    ],
    ['gold vs a year ago', /^Gold metal, Jun 2026: \$4,228\/troy oz; Nov 2025/],
  ])('%s', (question, expected) => {
    expect(say(question)).toMatch(expected);
  });

  test('what has figures of years alone answers by the two newest, and says so', () => {
    expect(say('is tungsten cheaper than last year')).toMatch(
      /^No\. Tungsten price, 2024 against 2025[^]*There is no figure for 2026 yet: this is 2025 against 2024\./,
    );
  });

  test('two years that are named are compared as years', () => {
    expect(say('is copper cheaper in 2024 than in 2022')).toMatch(/^No\. Copper price, 2022 against 2024/);
  });
});

describe('a span that is said by a number', () => {
  test.each([
    ['copper 5y', /^Copper metal, LME price, 2021 to 2025/],
    ['lithium price 3y', /2023 to 2025: \$39,000\/t to \$9,000\/t/],
    ['zinc price over 10y', /^Zinc metal, LME, 2016 to 2025/],
    ['nickel 3-year average', /mean price 2023 to 2025/],
    ['gold 5-year high', /highest price 2021 to 2025: \$3,442\/troy oz in 2025/],
    ['copper 1y', /Dec 2025 to Jun 2026/],
    ['gold since 2025', /Jan 2025 to Jun 2026: \+56 %/],
  ])('%s', (question, expected) => {
    expect(say(question)).toMatch(expected);
  });

  test.each([
    '5 year old magnets price',
    'a 5-year supply contract for neodymium',
    'lithium price every 2 years',
  ])('no years of prices are meant: %s', (question) => {
    expect(ask(question, catalog, { now }).question.span).toBeNull();
  });

  test('from a year to itself nothing has changed, and nothing is said to have', () => {
    expect(say('tungsten since 2025')).not.toMatch(/0 %/);
  });
});
