/** Prices that do not count: struck out, hidden, withdrawn or wrong by a remark, of an old sheet; and columns of costs, options and other money. */
import type { Case } from '../../case.ts';

const TIN = (price: number, day: string) => `tin metal ${price} USD/t 2026-11-${day}`;
const HEADING = 'Date,Metal,Price,Unit';

const beside = (heading: string, cells: readonly string[], kept: readonly number[]): Case => ({
  name: `“${cells.find((_, i) => !kept.includes(i)) ?? ''}” below “${heading}”`,
  text: `${HEADING},${heading}\n${cells.map((cell, i) => `2026-11-1${i},Tin,${36000 + i},USD/t,${cell}`).join('\n')}\n`,
  prices: kept.map((i) => TIN(36000 + i, `1${i}`)),
  refused: cells.flatMap((cell, i) => (kept.includes(i) ? [] : [`its remark says “${cell}”`])),
});

const stated = (heading: string, cells: readonly string[], kept: readonly number[]): Case => ({
  ...beside(heading, cells, kept),
  refused: cells.flatMap((cell, i) => (kept.includes(i) ? [] : [`its “${heading}” says “${cell}”`])),
});

const titled = (title: string): Case => ({
  name: `a table below “${title}”`,
  text: `${title}\n${HEADING}\n2026-11-19,Tin,36000,USD/t\n`,
  prices: [],
  refused: ['count no more'],
});

const besideGold = (heading: string): Case => ({
  name: `a column of “${heading}”`,
  text: `Date,"${heading}",Gold price USD/oz\n2026-11-19,1500,4100\n2026-11-20,1510,4110\n`,
  prices: ['gold metal 4100 USD/troy oz 2026-11-19', 'gold metal 4110 USD/troy oz 2026-11-20'],
});

export const CASES: readonly Case[] = [
  stated('Status', ['final', 'cancelled', 'final'], [0, 2]),
  stated('Data quality', ['good', 'suspect', 'good'], [0, 2]),
  stated('is_deleted', ['false', 'true', '0', '1'], [0, 2]),
  stated('Valid', ['yes', 'no', 'Y', 'N'], [0, 2]),
  stated('aktiv', ['ja', 'nein'], [0]),
  stated('作废', ['否', '是'], [0]),
  stated('Scenario', ['actual', 'base', 'stress'], [0]),
  stated('Kind', ['price', 'premium', 'stocks'], [0]),
  beside('Remark', ['', 'wrong - see the next line', 'correction'], [0, 2]),
  beside('Bemerkung', ['', 'storniert', 'Tippfehler'], [0]),
  stated('状态', ['有效', '作废'], [0]),
  titled('Price list of October (superseded)'),
  titled('TEST DATA - do not use'),
  titled('Musterdaten'),
  besideGold('Gold AISC USD/oz'),
  besideGold('Gold cash cost USD/oz'),
  besideGold('Gold, real 2020 dollars per ounce'),
  besideGold('Gold strike USD/oz'),
  besideGold('Gold predicted USD/oz'),
  besideGold('Gold price limit USD/oz'),
  ...['price limit', 'alert price', 'price cap', 'Planpreis', 'target'].map((heading): Case => ({
    name: `“${heading}” as the only numbers`,
    text: `Date,Metal,${heading},Unit\n2026-11-20,Tin,36000,USD/t\n`,
    prices: [],
    refused: ['no column of prices'],
  })),
  {
    name: 'a year that is a slip',
    text: `${HEADING}\n2026-11-18,Tin,36000,USD/t\n2025-11-19,Tin,36010,USD/t\n2026-11-20,Tin,36020,USD/t\n`,
    prices: [TIN(36_000, '18'), TIN(36_020, '20')],
    refused: ['stands among prices of 2026: its year may be a slip for 2026-11-19'],
  },
  {
    name: 'prices that the metal had long ago, of a late day: of an ounce below a kilogram, or another metal’s',
    text: `${HEADING}\n2026-11-20,Silver,52,USD/kg\n2026-11-20,Gold,4100,USD/kg\n2026-11-20,Aluminium,150,USD/t\n1960-11-20,Gold,1130,USD/kg\n`,
    prices: ['gold metal 1130 USD/kg 1960-11-20'],
    refused: ['Silver at 450 to', 'Gold at 35,000 to', 'Aluminium at 1.5 to'],
  },
  ...['Semi-finished products', 'Magnets', 'Halbzeug', '半成品'].map((title): Case => ({
    name: `rows below “${title}”`,
    text: `Product,Date,USD/t\nTin,2026-11-20,36000\n${title},,\nZinc,2026-11-20,4400\n`,
    prices: [TIN(36_000, '20')],
    refused: ['no price of a metal'],
  })),
  ...[
    'Record highs',
    'Year-to-date averages as of 20 Nov 2026',
    'Weekly price changes',
    'Cash-3M spreads',
    'Volatility',
    'Price assumptions',
    'Opening prices',
    'Preisänderungen',
  ].map((title): Case => ({
    name: `“${title}” above`,
    text: `${title}\n${HEADING}\n2026-11-20,Tin,36000,USD/t\n`,
    prices: [],
    refused: ['no prices of metals'],
  })),
  {
    name: 'prices and spreads above',
    text: `Prices and spreads\n${HEADING}\n2026-11-20,Tin,36000,USD/t\n`,
    prices: [TIN(36_000, '20')],
  },
  {
    name: 'a mean of a month beside a day, unless it is the month’s last',
    text: `${HEADING}\n2026-11-20,Tin,36000,USD/t\n2026-11-20,Nickel monthly average,15000,USD/t\n2026-10-31,Zinc monthly average,3000,USD/t\n`,
    prices: [TIN(36_000, '20'), 'zinc metal 3000 USD/t 2026-10-31'],
    refused: ['is the mean of more than its day 2026-11-20'],
  },
  {
    name: 'two columns that name the metal, and once another one',
    text: 'Date,Symbol,Name,Price,Unit\n2026-11-19,Sn,Tin,36000,USD/t\n2026-11-20,Zn,Tin,36010,USD/t\n2026-11-21,?,Tin,36020,USD/t\n',
    prices: [TIN(36_000, '19'), TIN(36_020, '21')],
    refused: ['one cell calls it “Tin”, and another “Zn”'],
  },
  {
    name: 'a strike beside a premium, of an option',
    text: 'Date,Metal,Strike,Premium,Unit\n2026-11-20,Tin,35000,850,USD/t\n',
    prices: [],
    refused: ['no column of prices'],
  },
  {
    name: 'costs among prices',
    text: 'Product,Date,Price\nGold AISC,2026-11-20,1500 USD/oz\nGold,2026-11-20,4100 USD/oz\n',
    prices: ['gold metal 4100 USD/troy oz 2026-11-20'],
    refused: ['“Gold AISC” is no metal'],
  },
  {
    name: 'what a web page has struck out or hides',
    text: '<table><tr><th>Date</th><th>Tin USD/t</th></tr><tr><td>2026-11-16</td><td><del>3600</del> 36000</td></tr><tr><td>2026-11-17</td><td><s>36010</s></td></tr><tr style="display: none"><td>2026-11-18</td><td>36020</td></tr><tr><td>2026-11-19</td><td style="text-decoration:line-through">36030</td></tr><tr><td>2026-11-20</td><td>36040</td></tr></table>',
    prices: [TIN(36_000, '16'), TIN(36_040, '20')],
    refused: ['36010', '36030'],
  },
  {
    name: 'what a list in Markdown has struck out',
    text: '| Date | Tin USD/t |\n|---|---|\n| 2026-11-19 | ~~36000~~ |\n| 2026-11-20 | ~~3610~~ 36100 |\n',
    prices: [TIN(36_100, '20')],
    refused: ['36000'],
  },
  {
    name: 'what a workbook has struck out or does not show',
    sheets: [
      {
        name: 'Tin',
        rows: [
          ['Date', 'Tin USD/t'],
          ['2026-11-18', 36_000],
          ['2026-11-19', 36_010],
          ['2026-11-20', 36_020],
        ],
        cells: new Map([
          ['1,1', { value: 36_000, style: { font: { strikethrough: true } } }],
          ['2,1', { value: 36_010, style: { numFmt: ';;;' } }],
        ]),
      },
    ],
    prices: [TIN(36_020, '20')],
    refused: ['36000~~” is not a number that counts', 'it has no price'],
  },
  {
    name: 'an old sheet beside the new one',
    sheets: [
      { name: 'Prices', rows: [HEADING.split(','), ['2026-11-20', 'Tin', 36_100, 'USD/t']] },
      { name: 'Prices (old)', rows: [HEADING.split(','), ['2026-11-19', 'Tin', 35_000, 'USD/t']] },
    ],
    prices: [TIN(36_100, '20')],
  },
  {
    name: 'raised marks whose notes below have no brackets',
    text: `${HEADING}\n2026-11-18,Tin,36000¹,USD/t\n2026-11-19,Tin,36010²,USD/t\n2026-11-20,Tin,36020³,USD/t\n1 estimate,,,\n2 bid only,,,\n3 per metric ton in EUR/t,,,\n`,
    prices: [`${TIN(36_000, '18')} estimated`],
    refused: ['the mark of “36010²” says “bid only', 'the mark of “36020³”'],
  },
];
