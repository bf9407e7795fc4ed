/** What something cost at the highest, the lowest or the mean price of several years or months, and in all of them. */
import { describe } from 'vitest';
import { loadCatalog } from '#src/platform/catalog.ts';
import { checkRows, type Row } from '../rows.ts';

const catalog = await loadCatalog({ dataDir: 'tests/pure/packs', faqDir: 'faq', defaultMetal: 'neodymium' });
const whole = await loadCatalog({ dataDir: 'data', faqDir: 'faq', defaultMetal: 'neodymium' });

const check = (rows: readonly Row[], of = catalog) => checkRows(rows, of);

describe('at one price of several years', () => {
  check([
    [
      'what would 6 t of nd have cost at the peak',
      /at the highest price, 2025: \$600,000 to \$780,000[^]*overlaps with \$125\/kg in 2024/,
    ],
    ['4 t of neodymium at the lowest price', /at the lowest price, 2021: \$300,000/, /projection/],
    ['cheapest year to have bought 3 t of nd', /at the lowest price, 2021: \$225,000/],
    ['which year would 5 t of nd have cost most', /at the highest price, 2025/],
    ['4 t of nd at the highest price 2021 to 2023', /at the highest price, 2023: \$440,000/],
    ['mean cost of 2 t of nd over 2021-2024', /at the mean price, 2021 to 2024: \$201,000/],
    ['how much nd for $9,000 at the lowest price', /\$9,000 buys at the lowest price, 2021: 120 kg/],
    // One year has one price.
    ['at the 2022 peak what would 2 t nd have cost', /^2 t of neodymium, 2022: \$184,000/],
    ['what would 3 t nd have cost at the 2021 price and at the peak', /2021: \$225,000[^]*did not use: peak/],
    // Said of amounts.
    ['at least 2 t nd in total, cost', /^2 t of neodymium, 2025/, /lowest/],
    ['a minimum of 300 kg nd, cost?', /^300 kg of neodymium, 2025/, /lowest/],
    ['on average 40 kg nd a month, yearly cost', /^40 kg a month/, /mean/],
  ]);
});

describe('of months, where there are months', () => {
  check(
    [
      ['2 t of lead at its peak', /at the highest price: \$7,440, the highest of \d+ months, in Oct 2007/],
      ['2 t of lead', /^2 t of lead metal, LME: /, /highest/],
    ],
    whole,
  );
});

describe('in all of several years', () => {
  check([
    [
      '200 kg of nd in each of the years 2021 to 2024, total',
      /^In all, 2021 to 2024, 200 kg of neodymium in each: \$80,400/,
    ],
    ['total for 2 t of nd in 2022 and 2023', /^In all, 2022 (?:to|and) 2023.*\$404,000/],
    ['total for 2 t of nd', /^2 t of neodymium, 2025/, /In all/],
  ]);
});
