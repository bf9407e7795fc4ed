/** What stands beside prices and changes or doubles them: remarks of a row, its value, and columns of quantities. */
import type { Case } from '../../case.ts';

const TIN = 'tin metal 39650 USD/t 2026-11-20';
const remark = (
  heading: string,
  text: string,
  prices: readonly string[],
  refused: readonly string[] = [],
): Case => ({
  name: `a remark below “${heading}”: ${text}`,
  text: `Date,Metal,Price USD/t,${heading}\n2026-11-20,Lead,2012,"${text}"\n2026-11-20,Tin,39650,\n`,
  prices: [...prices, TIN],
  refused,
});
const LEAD = 'lead metal 2012 USD/t 2026-11-20';

export const CASES: readonly Case[] = [
  remark('Comment', 'yesterday’s price', [], ['its remark says']),
  remark('Bemerkung', 'Kurs vom 19.11.', [], ['its remark says']),
  remark('Note', 'prezzo del 19/11', [], ['its remark says']),
  remark('Remarks', 'USD/lb', [], ['its remark says']),
  remark('备注', '昨日价格', [], ['its remark says']),
  remark('Remark', 'estimate', [`${LEAD} estimated`]),
  remark('Note', 'fiera di Arezzo, 99.99', [LEAD]),
  remark('Bemerkung', 'hier ab Lager', [LEAD]),
  ...(['Value', 'Wert (EUR)', 'Valore', 'Total value', '金额'] as const).map((heading): Case => ({
    name: `the value of a row below “${heading}” beside its price`,
    text: `Date,Item,Weight kg,Price,${heading}\n2026-11-20,Zinc SHG,10000,2.66,26600\nPrices in EUR per kg\n`,
    prices: ['zinc metal 2.66 EUR/kg 2026-11-20 SHG'],
  })),
  ...(
    [
      ['Preis alt', 'Preis neu'],
      ['Old price', 'New price'],
      ['Ancien prix', 'Nouveau prix'],
      ['Stara cena', 'Nowa cena'],
    ] as const
  ).map(([before, now]): Case => ({
    name: `the new price beside the old one: “${before}” and “${now}”`,
    text: `Metal;${before};${now};Unit;Date\nTin;34300;34180;EUR/t;2026-11-20\n`,
    prices: ['tin metal 34180 EUR/t 2026-11-20'],
  })),
  {
    name: 'a day with two digits of its year, told by the day of the week beside it',
    text: 'Fri 20/11/26, indications\nMetal,Price,Unit\nTin,34180,EUR/t\n',
    prices: ['tin metal 34180 EUR/t 2026-11-20'],
  },
  {
    name: 'columns by how much is bought are no prices by those masses',
    text: 'Prices in USD/kg, 20 November 2026\nProduct,1 kg,10 kg,100 kg\nGallium 4N,1650,1560,1480\nIndium 4N,450,428,412\n',
    prices: [],
    refused: ['no column of prices'],
  },
];
