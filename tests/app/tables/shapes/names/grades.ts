/** Words behind a metal's name that say which grade of it is meant, and none that could be another good of it. */
import type { Case } from '../../case.ts';

const NO_METAL = 'is no metal that is known here';
const of = (goods: string, unit: string) => `Date;Product;Price (${unit})\n2026-11-20;${goods};100\n`;

const read = (goods: string, price: string, unit = 'USD/kg'): Case => ({
  name: `“${goods}” says a grade`,
  text: of(goods, unit),
  prices: [price],
});
const refused = (goods: string, why: string): Case => ({
  name: `“${goods}” ${why}`,
  text: of(goods, 'USD/kg'),
  prices: [],
  refused: [NO_METAL],
});
const cobalt = (purity: string) => `cobalt metal 100 USD/kg 2026-11-20 ${purity}`;

export const CASES: readonly Case[] = [
  read('Cobalt std. grade', cobalt('standard grade')),
  read('Cobalt, regular quality', cobalt('standard grade')),
  read('Kobalt Standardqualität', cobalt('standard grade')),
  read('Cobalt low grade', cobalt('low grade')),
  read('Cobalt super-alloy grade', cobalt('superalloy grade')),
  read('Tellurium comm. grade', 'tellurium metal 100 USD/kg 2026-11-20 comm'),
  read('Chromium metal aerospace grade', 'chromium metal 100 USD/kg 2026-11-20 aerospace'),
  read('Lithium carbonate batt. grade', 'lithium carbonate 100 USD/kg 2026-11-20 battery grade'),
  refused('Cobalt oxalate battery quality', 'says a compound before its grade'),
  refused('Cobalt xenotime', 'says no grade'),
  read('Barite SG 4.20', 'barite product 100 USD/t 2026-11-20 SG 4.20', 'USD/t'),
  read('Baryt API 4,2', 'barite product 100 USD/t 2026-11-20 API 4,2', 'USD/t'),
  read('Barite 4.1 s.g. ground', 'barite product 100 USD/t 2026-11-20 4.1 s.g. ground', 'USD/t'),
  read('Barite API 13A 4.2 SG', 'barite product 100 USD/t 2026-11-20 4.2 SG', 'USD/t'),
  read('Zirconium sponge (Hf <= 4.5%)', 'zirconium metal 100 USD/kg 2026-11-20 Hf ≤ 4.5%'),
  read('Manganese metal, Se 0.1 % max', 'manganese metal 100 USD/kg 2026-11-20 Se 0.1 % max'),
  read('Hafnium (max. 0,5 % Zirkonium)', 'hafnium metal 100 USD/kg 2026-11-20 max. 0,5 % Zirkonium'),
  read(
    'Tungsten metal (molybdenum below 0.01%)',
    'tungsten metal 100 USD/kg 2026-11-20 molybdenum below 0.01%',
  ),
  refused('Hafnium (Zirconium 60%)', 'says another metal, and no limit of it'),
  read('Chrommetall Bruch 99,4 %', 'chromium metal 100 USD/kg 2026-11-20 99.4 % broken'),
  read('Nickel, cathodes cassées', 'nickel metal 100 USD/kg 2026-11-20 broken'),
  read('Kobalt Kathodenbruch', cobalt('kathodenbruch')),
  refused('Silber Bruch', 'may be scrap'),
  refused('Kupfer Bruch', 'may be scrap'),
  refused('Kobalt Bruch', 'may be scrap'),
];
