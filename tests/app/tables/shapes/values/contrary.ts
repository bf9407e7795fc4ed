/** Tables that say two things at once, and what stands beside prices in them without being one: nothing of it comes out. */
import type { Case } from '../../case.ts';

const refusedWhole = (name: string, text: Case['text'], reason: string): Case => ({
  name,
  ...(text === undefined ? {} : { text }),
  prices: [],
  refused: [reason],
});

const CONTRARY: readonly Case[] = [
  refusedWhole(
    'a title in pounds over a column in dollars',
    'All prices in GBP per tonne, 19 Nov 2026\nMetal,Price USD/t\nZinc,2902.5\nTin,39650\n',
    'mend one of them',
  ),
  refusedWhole(
    'a title a kilogram over a column a tonne, in German',
    'Alle Preise in EUR/kg, 19.11.2026\nMetall;Preis (EUR/t)\nNickel;14985\nZinn;34180\n',
    'mend one of them',
  ),
  refusedWhole(
    'a note below that says other money than the rows',
    'Date,Metal,Price,Currency,Unit\n2026-11-19,Lead,1984,EUR,t\n2026-11-20,Lead,1990,EUR,t\nAll values in CNY/t\n',
    'mend one of them',
  ),
  refusedWhole(
    'a French title in dollars over euros in each cell',
    'Prix en USD/t au 19/11/2026\nMétal;Cours\nZinc;2 902,50 EUR/t\nPlomb;1 984,00 EUR/t\n',
    'mend one of them',
  ),
  refusedWhole(
    'a Chinese title in yuan over a column in dollars',
    '2026年11月19日 小金属价格 单位：元/公斤\n品名,价格（美元/公斤）\n铟,412\n镓,1480\n',
    'mend one of them',
  ),
  {
    name: 'a title with an exception contradicts no row',
    text: 'Prices 20 Nov 2026 in USD/t unless otherwise stated\nMetal,Price,Unit\nBismuth,16.8,USD/lb\nSelenium,18.2,USD/lb\n',
    prices: ['bismuth metal 16.8 USD/lb 2026-11-20', 'selenium metal 18.2 USD/lb 2026-11-20'],
  },
  refusedWhole(
    'a number beside the price whose column has no heading',
    [
      ['Date', 'Metal', 'Price USD/kg', ''],
      ['2026-11-20', 'Indium', 412, 428],
      ['2026-11-20', 'Gallium', 1480, 1560],
    ],
    'a column without a heading stands beside',
  ),
  ...(['2.150', '1.375', '6.125'] as const).map((price) =>
    refusedWhole(
      `${price} alone in a list parted by semicolons, where a comma would mark decimals`,
      `Oxide;EUR/kg;Datum\nLanthanum oxide;${price};2026-11-12\n`,
      'has two readings',
    ),
  ),
];

const UNITS: readonly Case[] = [
  {
    name: 'the unit of the price beside that of the quantity',
    text: 'Document Date,Short Text,Order Unit,Net Price,Currency,Price Unit,Order Price Unit\n2025-03-14,ZINC SHG INGOT,KG,3287.5,EUR,1,TO\n2025-03-15,TIN INGOT,KG,2119,EUR,100,KG\n',
    prices: ['zinc metal 3287.5 EUR/t 2025-03-14 SHG', 'tin metal 21.19 EUR/kg 2025-03-15'],
  },
  {
    name: 'two units of which none is called that of the price',
    text: 'Date,Item,Unit,Qty,Price,Currency,UoM\n2025-03-14,Silicon metal,kg,500,2.4,EUR,lb\n2025-03-15,Silicon metal,kg,500,2.5,EUR,kg\n',
    prices: ['silicon metal 2.5 EUR/kg 2025-03-15'],
    refused: ['nobody can say which its price is of'],
  },
];

const OTHERS: readonly Case[] = [
  ...(
    [
      ['Physical premiums', 'Aluminium'],
      ['Legierungszuschläge', 'Nickel'],
      ['Primes physiques', 'Zinc'],
      ['升贴水', '铜'],
      ['Warehouse stocks (tonnes)', 'Lead'],
    ] as const
  ).map(([title, metal]) =>
    refusedWhole(
      `“${title}” over rows of metals`,
      `${title}\nDate,Metal,Low,High,Unit\n2026-11-20,${metal},310,330,USD/t\n`,
      'no prices of metals',
    ),
  ),
  {
    name: 'a section of premiums below prices, and one of prices below that',
    text: 'Preise vom 20.11.2026 (EUR/t);;\nMetall;von;bis\nKupfer;9482;9569\nPrämien;;\nAluminium;210;230\nPreise Edelmetalle (EUR/kg);;\nSilber;1534;1561\n',
    prices: ['copper metal 9482-9569 EUR/t 2026-11-20', 'silver metal 1534-1561 EUR/kg 2026-11-20'],
    refused: ['says that it is no price'],
  },
  {
    name: 'stocks below prices, in the same columns',
    text: 'LME 20 November 2026\nMetal,Cash USD/t\nCopper,10940\nLME stocks (tonnes),\nCopper,146200\n',
    prices: ['copper metal 10940 USD/t 2026-11-20 LME'],
    refused: ['says that it is no price'],
  },
  {
    name: 'a block of surcharges with a heading of its own',
    text: 'Preise vom 20.11.2026;;\nMetall;Preis;Einheit\nKupfer;9482;EUR/t\nZuschläge;Betrag;Einheit\nNickel;350;EUR/t\n',
    prices: ['copper metal 9482 EUR/t 2026-11-20'],
    refused: ['another table begins here'],
  },
  {
    name: 'a section in another unit than the heading says',
    text: 'Preise vom 20.11.2026\nMetall;Preis EUR/t\nKupfer;9482\nKleinmetalle (EUR/lb);\nSelen;18200\n',
    prices: ['copper metal 9482 EUR/t 2026-11-20'],
    refused: ['the heading says another unit'],
  },
  {
    name: 'a section with its own unit, and one that says none behind it',
    text: 'Prices 20 Nov 2026 (USD/t);;\nMetal;Low;High\nNickel;14900;14950\nMinor metals (USD/lb);;\nBismuth;16.8;17.6\nBase metals;;\nTin;39000;39650\n',
    prices: ['nickel metal 14900-14950 USD/t 2026-11-20', 'bismuth metal 16.8-17.6 USD/lb 2026-11-20'],
    refused: ['does not say its unit'],
  },
];

export const CASES: readonly Case[] = [...CONTRARY, ...UNITS, ...OTHERS];
