/** What something would cost if its price moved: by a percentage, a part, to twice as much; and what is put on it. */
import { describe } from 'vitest';
import { loadCatalog } from '#src/platform/catalog.ts';
import { checkRows, type Row } from '../rows.ts';

const catalog = await loadCatalog({ dataDir: 'tests/pure/packs', faqDir: 'faq', defaultMetal: 'neodymium' });

const check = (rows: readonly Row[]) => checkRows(rows, catalog);

describe('a move that is supposed', () => {
  check([
    ['neodymium falls by a quarter from 2024, 8 t cost?', /less a quarter, 2024: \$750,000/],
    ['if neodymium prices halve from 2024 what would 6 t cost', /at half the price, 2024: \$375,000/],
    [
      'should the price double, what do 6 t of nd cost at 2024 prices',
      /at twice the price.*2024: \$1,500,000/,
    ],
    ['4 t of nd in 2024 with a 30 % price increase', /plus 30 %, 2024: \$650,000/],
    ['200 kg of nd 5 % below the 2024 price', /less 5 %, 2024: \$23,750/],
    ['300 kg nd at half the 2024 price', /at half the price, 2024: \$18,750/],
    ['nd goes down by two fifths from 2024: cost of 1 t', /less two fifths, 2024: \$75,000/],
    // Nothing is known of the year to come: the newest price, moved.
    [
      'if the nd price climbs 20 % next year what do 3 t cost',
      /plus 20 %, 2025: \$360,000 to \$468,000[^]*as you suppose/,
    ],
    // What happened is not supposed, and a yes-or-no question asks for what did.
    ['neodymium fell 10 % in 2023, cost of 5 t', /^5 t of neodymium, 2023: \$550,000[^]*did not use: 10 %/],
    ['did 5 t of nd double in cost from 2021 to 2024', /\$250,000 more/, /twice/],
    // More of the goods is no higher price.
    ['we need 8 % more neodymium than 100 kg, 2024', /did not use: 8 %/, /plus 8 %/],
  ]);
});

describe('a move of a price of which no amount is named', () => {
  check([
    ['if neodymium drops 12 % from 2024 what is the price', /^1 kg of neodymium less 12 %, 2024: \$110/],
    ['terbium 10 % above its 2023 price, how much is that', /plus 10 %, 2023: \$1,427\.80/],
    ['price 2023 + 10%', /^1 kg of neodymium plus 10%, 2023: \$121[^]*\$110\/kg/, /did not use/],
    ['what is half the 2024 neodymium price', /at half the price, 2024: \$62\.50/],
    ['nd price in 2024 minus 15 dollars', /did not use: 15 dollars/],
    ['nd price 2024 plus 20 % VAT', /^1 kg of neodymium plus 20 % VAT, 2024: \$150/],
    ['is neodymium 10 % above its 2024 price', /did not use: 10 %/, /plus 10 %/],
  ]);
});

describe('what is put on a cost is put on that of every year and source', () => {
  check([
    ['600 kg nd plus 10 % VAT', /plus 10 % VAT, 2025[^]*2026 plus 10 % VAT: \$75,900 to \$92,400/],
    ['5 t nd with 15% duty on top, 2024', /plus 15% duty, 2024: \$718,750/],
    ['2 t nd 2022 vs 2024 less 10 %', /\$59,400 more/],
  ]);
});

describe('a share of a mass, and what is of now', () => {
  check([
    ['a third of 9 t of nd in 2024', /^(?:3|3,000) (?:t|kg).*\$375,000/],
    ['a quarter of our 40 t need of nd, 2024', /^10 t of neodymium, 2024: \$1,250,000/, /a quarter, /],
    ['20 percent of our 30 t of nd, 2024', /^6 t of neodymium, 2024: \$750,000/],
    ['two thirds of 900 kg nd, 2024', /^600 kg.*\$75,000/],
    [
      '4 t now vs 5 t in 2021',
      /4 t of neodymium, 2026[^]*5 t of neodymium, 2021: \$375,000/,
      /4 t of neodymium, 2021/,
    ],
  ]);
});
