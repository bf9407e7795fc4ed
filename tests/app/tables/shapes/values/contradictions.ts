/** Tables that say two things of the same prices: what can't both be is refused, and what is said of some of them alone is not. */
import type { Case } from '../../case.ts';

const NOBODY = 'mend one of them';

export const CASES: readonly Case[] = [
  {
    name: 'a footnote that says another mass of all quotes than each heading',
    text: 'Minor metals, 18 November 2026\nMetal;Low (USD/lb);High (USD/lb)\nBismuth;12.80;14.20\nSelenium;11.00;12.50\nAll quotes are in US dollars per kilogram.\n',
    prices: [],
    refused: [NOBODY],
  },
  {
    name: 'a title that says other money of all prices than one of the headings',
    text: 'Alle Preise in EUR\nDatum;Kupfer (EUR/t);Zinn (USD/t)\n18.11.2026;9.480,00;37.150,00\n',
    prices: [],
    refused: [NOBODY],
  },
  {
    name: 'a page whose paragraph below the table says another mass',
    text: '<html><head><meta charset="utf-8"></head><body><h3>镍钴报价 2026年11月18日</h3><table><tr><th>品种</th><th>价格（元/公斤）</th></tr><tr><td>电解镍</td><td>121.5</td></tr><tr><td>金属镉</td><td>29.5</td></tr></table><p>说明：所有价格单位均为元/吨</p></body></html>',
    prices: [],
    refused: [NOBODY],
  },
  {
    name: 'a line above that says the other unit of the only column',
    text: 'Unit: USD per tonne\n\nDate,Cobalt (USD/lb)\n2026-11-17,23.90\n2026-11-18,24.10\n',
    prices: [],
    refused: [NOBODY],
  },
  {
    name: 'a title and a note that say two days',
    text: 'Base metals 18 November 2026 (USD/t)\nMetal,Price\nZinc,3054\nPrices as of 17 November 2026\n',
    prices: [],
    refused: ['it does not say which day its prices are of'],
  },
  {
    name: 'a title and a note below that say two masses, where no heading says one',
    text: 'All prices: USD per lb\n\nDate\tCobalt\tBismuth\n2026-11-19\t23.9\t13.4\n2026-11-20\t24.1\t13.5\n\nQuotations are in US dollars per kilogram.\n',
    prices: [],
    refused: [NOBODY],
  },
  {
    name: 'a row whose unit is not the one that a line says of all',
    text: 'Tous les prix en €/t\nDate;Produit;Prix;Unité\n18/11/2026;Zinc;2 640,00;€/t\n18/11/2026;Bismut;11,80;€/kg\n',
    prices: ['zinc metal 2640 EUR/t 2026-11-18'],
    refused: ['it says “€/kg” and “€/t”: nobody can say'],
  },
  {
    name: 'a code and its words that are two units',
    text: 'TIME_PERIOD,Commodity,UNIT_MEASURE,Unit,OBS_VALUE\n2026-09,Tin,USD_T,US dollars per tonne,35010\n2026-10,Tin,USD_LB,US dollars per tonne,36480\n',
    prices: ['tin metal 35010 USD/t 2026-09-30 month'],
    refused: ['it says “USD_LB” and “US dollars per tonne”'],
  },
  {
    name: 'exceptions that the line itself speaks of',
    text: 'All prices in USD/t unless stated otherwise\nDate,Nickel (USD/t),Cobalt (USD/lb)\n2026-11-18,14950,24.10\n',
    prices: ['nickel metal 14950 USD/t 2026-11-18', 'cobalt metal 24.1 USD/lb 2026-11-18'],
  },
  {
    name: 'a price and a conversion in the notes',
    text: 'Date,Product,Price (USD/lb)\n2026-11-18,Cobalt,24.10\n"Freight to Houston 9.80 USD/kg, not included"\n1 lb = 0.45359 kg\n',
    prices: ['cobalt metal 24.1 USD/lb 2026-11-18'],
  },
  {
    name: 'the title of another table between two',
    text: '<table><tr><th>Date</th><th>Gold (USD/oz)</th></tr><tr><td>2026-11-18</td><td>4058.30</td></tr></table><p>Silver in USD/kg</p><table><tr><th>Date</th><th>Silver (USD/kg)</th></tr><tr><td>2026-11-18</td><td>1585.0</td></tr></table>',
    prices: ['gold metal 4058.3 USD/troy oz 2026-11-18', 'silver metal 1585 USD/kg 2026-11-18'],
  },
  {
    name: 'a sender who does not know of which dollars his prices are',
    text: 'Date: Thu, 19 Nov 2026\n\nPrices per lb as promised.\nI do not know whether the list was in Australian or US dollars, can you ask?\n\nMetal    Price\nZinc   $1.42\nLead   $0.93\n',
    prices: [],
    refused: ['say the currency as a setting'],
  },
  {
    name: 'a note that leaves the money of a table open',
    text: 'Date,Product,Price,Unit\n2026-11-18,Cobalt,24.10,$/lb\n2026-11-18,Zinc,1.42,$/lb\n"CAD or USD? to be confirmed"\n',
    prices: [],
    refused: ['a setting must say their unit'],
  },
];
