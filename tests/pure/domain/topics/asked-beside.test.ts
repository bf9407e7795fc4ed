/** What figures stood for that was not asked: ways of making, goods, parts of a price, the rest of demand, how sure a figure is. */
import { describe } from 'vitest';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { checkRows, type Row } from '../rows.ts';

const catalog = await loadCatalog(readDataOptions({}));

const check = (rows: readonly Row[]) => checkRows(rows, catalog, { withOutcome: true });

describe('what no figure answers', () => {
  check([
    [
      'how is dysprosium extracted',
      /^none: I have figures of how much dysprosium is mined[^]*nothing on how/,
    ],
    ['how was dysprosium output in 2023', /^answer/],
    ['how many magnets does China make', /^none: I have no output of NdFeB magnets/],
    ['ndfeb magnet output by country', /^none: I have no output of NdFeB magnets/],
    ["what share of a magnet's price is neodymium", /^none: I have no price of goods/],
    ['have magnets become more expensive since 2021', /^answer: [^]*I have no price of NdFeB magnets/],
  ]);
});

describe('the rest of demand', () => {
  check([
    [
      'what is left of demand apart from electronics and renewables in 2023',
      /^answer: Neodymium, 2023: 33 % is left over/,
    ],
    ['share of everything else in 2025', /^answer: Neodymium, 2025: 31 % is left over/],
    ['the remaining share of demand, 2021', /^answer: Neodymium, 2021: 36 % is left over/],
    ['share of electronics 2025', /^answer: Neodymium, 2025: Electronics 32 %/],
  ]);
});

describe('how a figure is to be taken', () => {
  check([
    ['was the 2026 price measured or a projection', /^answer: Neodymium, 2026: [^]*projection/],
    ['nd price: is 2024 an actual or an estimate', /^answer: Neodymium, 2024: \$125\/kg \(estimate\)/],
    [
      'by what factor did terbium rise from 2020 to 2022',
      /^answer: Terbium[^]*In 2022 it is [^]*times what it was in 20/,
    ],
    [
      'does China have more than 75 % of the output',
      /^answer: No\. Rare earths, share of world production, China/,
    ],
    ['nd price the year after 2022', /^answer: Neodymium, 2023: \$110\/kg/],
    ['nd price three years before 2025', /^answer: Neodymium, 2022: \$92\/kg/],
    [
      'how did the Chinese output move since 2021',
      /^answer: Rare earths production in China: 168,000 t in 2021, 270,000 t in 2025/,
    ],
    ['2022+ neodymium price', /^answer: Neodymium, 2022 to 2026/],
    ['compare the rare earths by price', /^answer: Rare earths, price of 17/],
  ]);
});
