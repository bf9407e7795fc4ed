/** What senders leave to titles, legends, number formats and neighbours: days without a year, codes, units that only a format shows. */
import type { Case } from '../../case.ts';

const shown = (value: number, numFmt: string) => ({ value, style: { numFmt } });

export const CASES: readonly Case[] = [
  {
    name: 'days with their weekday and without a year across, below the week of a title',
    text: 'Tageskurse KW 46/2026 (EUR/kg);;\n;Mi 11.11.;Do 12.11.\nZinn;34,10;34,25\nNickel;13,70;13,65\n',
    prices: [
      'tin metal 34.1 EUR/kg 2026-11-11',
      'tin metal 34.25 EUR/kg 2026-11-12',
      'nickel metal 13.7 EUR/kg 2026-11-11',
      'nickel metal 13.65 EUR/kg 2026-11-12',
    ],
  },
  {
    name: 'a weekday that the year of the title does not have',
    text: 'Tageskurse KW 46/2025 (EUR/kg);;\n;Mi 11.11.;Do 12.11.\nZinn;34,10;34,25\n',
    prices: [],
    refused: ['no heading'],
  },
  {
    name: 'days in rows by month and day, below a week',
    text: 'Weekly prices, week 46 2026, USD/kg\nDay,Indium,Gallium\nNov 10,351,1042\nNov 11,352,1044\n',
    prices: [
      'indium metal 351 USD/kg 2026-11-10',
      'gallium metal 1042 USD/kg 2026-11-10',
      'indium metal 352 USD/kg 2026-11-11',
      'gallium metal 1044 USD/kg 2026-11-11',
    ],
  },
  {
    name: 'weeks by the day on which they end, across',
    text: 'Product,Unit,w/e 6 Nov 2026,w/e 13 Nov 2026\nFerro-vanadium 80%,USD/kg,23.6-24.1,23.8-24.2\n',
    prices: [
      'vanadium alloy 23.6-24.1 USD/kg 2026-11-08 week 80 %',
      'vanadium alloy 23.8-24.2 USD/kg 2026-11-15 week 80 %',
    ],
  },
  {
    name: 'the same days below two forms of a metal',
    text: ';Oxid (USD/kg);;Metall (USD/kg);\nElement;11.11.2026;12.11.2026;11.11.2026;12.11.2026\nTerbium;1010,50;1012,00;1290,00;1291,50\n',
    prices: [
      'terbium oxide 1010.5 USD/kg 2026-11-11',
      'terbium oxide 1012 USD/kg 2026-11-12',
      'terbium metal 1290 USD/kg 2026-11-11',
      'terbium metal 1291.5 USD/kg 2026-11-12',
    ],
  },
  {
    name: 'codes that comments explain, with the word of each price behind them',
    text: '# P-SB-1: Antimony ingot 99.65%, USD/t\n# P-BI-7: Bismuth 99.99%, USD/lb\nDay,P-SB-1 Low,P-SB-1 High,P-BI-7 Low,P-BI-7 High\n2026-11-12,38500,39500,9.8,10.4\n',
    prices: [
      'antimony metal 38500-39500 USD/t 2026-11-12 99.65 %',
      'bismuth metal 9.8-10.4 USD/lb 2026-11-12 99.99 %',
    ],
  },
  {
    name: 'codes in rows that a list below explains',
    text: 'Code;Date;Price;Unit\nX1;2026-11-12;39500;USD/t\nX2;2026-11-12;352;USD/kg\n\nX1 = Antimony metal\nX2 = Indium ingot\n',
    prices: ['antimony metal 39500 USD/t 2026-11-12', 'indium metal 352 USD/kg 2026-11-12'],
  },
  {
    name: 'a unit that the number format alone shows, below lines that say the day and the validity',
    sheets: [
      {
        name: 'Offer',
        rows: [
          ['Date:', '12 November 2026'],
          ['Validity:', '5 days'],
          [],
          ['Product', 'Price'],
          ['Scandium oxide', null],
        ],
        cells: new Map([['4,1', shown(870, '"US$"#,##0.00"/kg"')]]),
      },
    ],
    prices: ['scandium oxide 870 USD/kg 2026-11-12'],
  },
  {
    name: 'tables with a group’s name and its unit above each, side by side',
    text: [
      ['Light elements (USD/t)', '', '', 'Noble metals (USD/oz)', ''],
      ['Metal', 'Price', '', 'Metal', 'Price'],
      ['Aluminium', 2815, '', 'Gold', 4083.5],
      ['Magnesium', 2510, '', 'Silver', 50.1],
      ['Prices of 12 November 2026'],
    ],
    prices: [
      'aluminium metal 2815 USD/t 2026-11-12',
      'magnesium metal 2510 USD/t 2026-11-12',
      'gold metal 4083.5 USD/troy oz 2026-11-12',
      'silver metal 50.1 USD/troy oz 2026-11-12',
    ],
  },
  {
    name: 'thousands that another column of the table settles',
    text: '| Product | Price (CNY/t) | d/d |\n|---|--:|--:|\n| Cobalt sulphate | 87,500 | +0.4% |\n\nPrices of 12 November 2026\n',
    prices: ['cobalt sulfate 87500 CNY/t 2026-11-12'],
  },
  {
    name: 'thousands with nothing that settles them',
    text: '| Product | Price (CNY/t) |\n|---|--:|\n| Cobalt sulphate | 87,500 |\n\nPrices of 12 November 2026\n',
    prices: [],
    refused: ['two readings'],
  },
  {
    name: 'dollars in the cell and the mass in a note',
    text: '## Closing prices, 12 November 2026\n\n| Metal | Close |\n|---|--:|\n| Nickel | $15,110 |\n| Tin | $36,080 |\n\n_Prices per tonne._\n',
    prices: ['nickel metal 15110 USD/t 2026-11-12', 'tin metal 36080 USD/t 2026-11-12'],
  },
  {
    name: 'a print of a data frame whose index has its name below the heading',
    text: '            tin_usd_t  nickel_usd_t\ndate                               \n2026-11-11    36050.0       15080.5\n2026-11-12    36080.0           NaN\n',
    prices: [
      'tin metal 36050 USD/t 2026-11-11',
      'nickel metal 15080.5 USD/t 2026-11-11',
      'tin metal 36080 USD/t 2026-11-12',
    ],
  },
  {
    name: 'an exchange’s settlements by months of delivery that are still to come',
    text: 'Settlements, trade date 2026-11-12\n\nContract    Month   Unit         Settle   Chge\nGOLD        DEC26   USD/TROY OZ  4083.50  +1.20\nPLATINUM    JAN27   USD/TROY OZ  1551.20  -3.10\n',
    prices: [
      'gold metal 4083.5 USD/troy oz 2026-11-12 DEC26',
      'platinum metal 1551.2 USD/troy oz 2026-11-12 JAN27',
    ],
  },
  {
    name: 'a broker’s mail in Chinese: ten thousands beside ones, changes without a space, the first lines among them',
    text: '各位早！2026年11月12日报价如下：\n氧化镨钕 55.2-55.4万元/吨，较前日涨0.1\n氧化铽　6310-6350元/公斤，平\n',
    encoding: 'gb18030',
    prices: ['ndpr oxide 552000-554000 CNY/t 2026-11-12', 'terbium oxide 6310-6350 CNY/kg 2026-11-12'],
  },
  {
    name: 'a first line of a mail that is not understood is told, and no title',
    text: '2026-11-12\nIndium 99.99% $352/kg vs 349 in our book\nGallium 99.99% $1,044/kg\n',
    prices: ['gallium metal 1044 USD/kg 2026-11-12 99.99 %'],
    refused: ['no metal that is known'],
  },
  {
    name: 'a place below “Delivery”, and payment against documents',
    text: 'Offer of 12.11.2026\nPayment: 100% CAD\nProduct;Delivery;Price;Unit\nSelenium;Rotterdam;14,20;USD/lb\n',
    prices: ['selenium metal 14.2 USD/lb 2026-11-12 Rotterdam'],
  },
  {
    name: 'quotes in a note below tabs',
    text: 'Logam\tSatuan\tAgustus 2026\nTimah\tUSD/t\t34.850,50\nCatatan: "-" belum ada\n',
    prices: ['tin metal 34850.5 USD/t 2026-08-31 month'],
  },
];
