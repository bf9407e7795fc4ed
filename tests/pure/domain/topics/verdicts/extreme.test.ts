/** Yes/no on the highest and lowest, each source's own, and projections told apart. */
import { describe, expect, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';

const catalog = await loadCatalog(readDataOptions({ DATA_DIR: 'tests/pure/packs' }));
const say = (text: string) => renderPlainText(ask(text, catalog, { now: new Date('2026-11-30T12:00:00') }));

describe('a yes/no question on an extreme is judged', () => {
  test.each([
    [
      'is 2024 the cheapest year?',
      /^No\b.*price, lowest of 2021 to 2025: \$75\/kg in 2021 \(estimate\); 2024 has \$125\/kg/,
    ],
    ['was production highest in 2021?', /^No\b.*60,000 t in 2025; 2021 has 48,000 t\n2021 is the lowest/],
    [
      'was 2021 the cheapest?',
      /^Yes by the Farmonaut report.*\$75\/kg in 2021[^]*USGS.*: no; .*\$49\/kg in 2020/,
    ],
    ['did the price peak in 2022?', /^No by the Farmonaut report[^]*USGS.*: yes; .*\$134\/kg in 2022/],
    [
      'is the 2024 price the lowest since 2021?',
      /^No by[^]*USGS.*: yes; lowest 2021 to 2025: \$56\/kg in 2024/,
    ],
    [
      'was neodymium highest in 2025',
      /^It may be.*\$100 to \$130\/kg in 2025.*overlaps with \$125\/kg in 2024/,
    ],
    ['is 2026 the highest?', /^It may be, as projected.*\$115 to \$140\/kg in 2026 \(projection\)/],
    ['is 2026 the cheapest year?', /^No, as projected.*\$75\/kg in 2021/],
    ['was 2022 the lowest cerium price', /^Yes, as 2023 and 2024 are\. .*\$1\/kg/],
    ['was 2022 the highest terbium price?', /^Yes\. Terbium.*\$2,051\/kg in 2022\nNext: \$1,346\/kg in 2021/],
    ['is 1999 the cheapest year?', /no price of neodymium for 1999/],
  ])('%s', (question, expected) => {
    expect(say(question)).toMatch(expected);
  });
});

describe('what asks which year it was is no yes/no question', () => {
  test.each([
    ['cheapest year', /^Neodymium, lowest price 2021 to 2025: \$75\/kg in 2021/],
    ['when was the price highest', /^Neodymium, highest price/],
  ])('%s', (question, expected) => {
    expect(say(question)).toMatch(expected);
  });
});

describe('the other source stands beside the highest, the lowest and the mean', () => {
  test.each([
    [
      'highest neodymium price',
      /USGS MCS 2025 and MCS 2026 \(oxide.*\), highest 2020 to 2025: \$134\/kg in 2022/,
    ],
    ['lowest neodymium price', /USGS .*lowest 2020 to 2025: \$49\/kg in 2020/],
    ['average neodymium price', /USGS MCS 2026 \(oxide.*\), mean 2021 to 2025: /],
    // (110 + 125 + 100 to 130) / 3, by hand: one year is a range, and so is the mean.
    [
      'average neodymium price 2023 to 2025',
      /^Neodymium, mean price 2023 to 2025: \$111\.67 to \$121\.67\/kg \(\$116\.67\/kg between midpoints\)/,
    ],
  ])('%s', (question, expected) => {
    expect(say(question)).toMatch(expected);
  });
});
