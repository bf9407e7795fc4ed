/** Sums and prices of the asker's own: what they buy, what an amount comes to at them, and whether they are good. */
import { describe } from 'vitest';
import { loadCatalog } from '#src/platform/catalog.ts';
import { checkRows, type Row } from '../rows.ts';

const catalog = await loadCatalog({ dataDir: 'tests/pure/packs', faqDir: 'faq', defaultMetal: 'neodymium' });
const whole = await loadCatalog({ dataDir: 'data', faqDir: 'faq', defaultMetal: 'neodymium' });

const check = (rows: readonly Row[], of = catalog) => checkRows(rows, of);

describe('a price of the asker for an amount', () => {
  check([
    ['at $70/kg what do 9 t of nd cost', /^9 t at \$70\/kg: \$630,000\n\$70\/kg is 30 to 46/],
    ['what if neodymium goes to $160/kg, cost of 4 t', /^4 t at \$160\/kg: \$640,000/],
    ['300 kg nd @ 95 usd', /^300 kg at \$95\/kg: \$28,500[^]*taken as for a kilogram/],
    ['value of 50 t nd2o3 at a price of $80/kg', /^50 t at \$80\/kg: \$4,000,000[^]*neodymium oxide/],
    ['400 kg nd x $100', /^400 kg at \$100\/kg: \$40,000/],
    ['6 lb nd at $50/lb', /^6 lb at \$50\/lb: \$300/],
    // Whether it is good is another question, and what is added is no price of the metal.
    ['2 t of nd at $105/kg, fair?', /\$105\/kg is within the range/, /^2 t at/],
    ['10 t nd plus $3/kg logistics', /did not use: \$3\/kg/],
  ]);
});

describe('an offer', () => {
  check([
    ['the bill says 60 kg of nd, total 7200 USD, 2023. Did we overpay?', /^Yes: \$120\/kg is 9\.1 % above/],
    ['we paid 80 per kilo for nd in 2022 and 130 in 2024, was that ok', /^Yes: \$80\/kg is 13 % below.*2022/],
    ['in 2022 we paid $80/kg and in 2024 $130/kg for nd, fair?', /\$80\/kg is 13 % below.*2022/],
    ['nd offered at $60/kg, too good to be true?', /\$60\/kg is 40 to 53\.8 % below/],
  ]);
});

describe('what a sum buys', () => {
  check([
    [
      'how many kg nd for $10,000 in 2021 and in 2024',
      /^\$10,000 buys, at 2021 prices: about 133\.3 kg[^]*2024: 80 kg/,
    ],
    ['200 usd how much gram of neodymium in 2024', /^\$200 buys.*1\.6 kg/],
  ]);
  check(
    [
      ['i can spend 9,000 pounds, how many kg of nd in 2024', /^£9,000 buys/, /9,000 lb/],
      ['in EUR: 500 kg of nd 2024', /^500 kg of neodymium, 2024: €/, /buys/],
      ['cobalt in 1 MWh of NMC 811, worth', /NMC 811/, /\$811/],
      ['how many kilograms are 500 pounds of nd, price 2024', /500 lb of neodymium/, /£/],
    ],
    whole,
  );
});

describe('several metals and what is beside a cost', () => {
  check([
    ['which costs more, 3 t of nd or 20 kg of tb', /3 t of neodymium[^]*20 kg of terbium/, /nothing on/],
    ['2 t of nd and 5 kg of dy in 2023', /2 t of neodymium.*\$220,000[^]*5 kg of dysprosium.*\$1,650/],
    ['we have 3 t nd in stock, what is it worth in 2024', /\$375,000/, /no stocks/],
    ['is 60,000 usd enough for half a ton of nd', /\$120\/kg is within/, /shortage/],
  ]);
});

describe('what comes at several rates, and what is lost of goods', () => {
  check([
    ['40 kg nd a month in 2023 and 50 kg nd a month in 2024', /\$52,800 a year[^]*\$75,000 a year/],
    [
      'per week 3 drums of 20 kg nd, 2024, cost for a quarter',
      /^60 kg a week.*\$97,500 a quarter/,
      /did not use/,
    ],
    ['10 t of magnet scrap at 25% Nd, 2024', /10 t of NdFeB magnets, 2024: \$312,500/, /lost/],
    ['80 t of motors, 3 % magnets, nd cost 2024', /2\.4 t of NdFeB magnets/],
    ['dysprosium 2 % of 5 t NdFeB in 2023', /holds the metal in 5 t of NdFeB magnets/],
    ['300 t of concentrate with 50% TREO of which 20% Nd2O3, value', /did not use: 50%, 20%/],
  ]);
});
