/** Titles and names of sheets that say of all prices that they are of another metal than their columns or rows say. */
import type { Case } from '../../case.ts';

const contrary = (name: string, text: Case['text']): Case => ({
  name,
  ...(text === undefined ? {} : { text }),
  prices: [],
  refused: ['mend one of them, or say the metal'],
});
const read = (name: string, text: string, ...prices: readonly string[]): Case => ({ name, text, prices });

export const CASES: readonly Case[] = [
  contrary(
    'a title of gallium over germanium',
    'Preise Gallium 4N\nDatum;Germanium (EUR/kg)\n20.11.2026;2100\n',
  ),
  contrary('a title of copper over aluminium', 'Preço do cobre\nData;Alumínio (USD/t)\n20/11/2026;2500\n'),
  contrary(
    'a Chinese title of an oxide over that of another',
    '氧化镨 周报价\n日期,氧化铽 元/公斤\n2026-11-20,6100\n',
  ),
  contrary(
    'a title of indium over rows of gallium',
    'Price of indium\nDate,Product,USD/kg\n2026-11-19,Gallium,1520\n2026-11-20,Gallium,1525\n',
  ),
  {
    name: 'a sheet that is named by another metal than its columns',
    sheets: [
      {
        name: 'Holmium oxide',
        rows: [
          ['Date', 'Erbium oxide low (CNY/kg)', 'Erbium oxide high (CNY/kg)'],
          ['2026-11-20', 310, 320],
        ],
      },
    ],
    prices: [],
    refused: ['“Holmium oxide” says that its prices are of Holmium, and its columns that they are of Erbium'],
  },
  {
    name: 'a setting decides between a title and a column',
    text: 'Holmium oxide\nDate,Erbium oxide (CNY/kg)\n2026-11-20,310\n',
    common: { metal: 'erbium' },
    prices: ['erbium oxide 310 CNY/kg 2026-11-20'],
  },
  read(
    'a title of a mixture over what it holds',
    'NdPr oxide\nDate,Nd oxide (USD/kg)\n2026-11-20,72\n',
    'neodymium oxide 72 USD/kg 2026-11-20',
  ),
  read(
    'a title of a group over one of it',
    'Rare earth oxides, weekly\nDate,Dy oxide (USD/kg)\n2026-11-20,250\n',
    'dysprosium oxide 250 USD/kg 2026-11-20',
  ),
  read(
    'a title of two metals over one of them',
    'Copper and zinc prices\nDate,Zinc (USD/t)\n2026-11-20,2900\n',
    'zinc metal 2900 USD/t 2026-11-20',
  ),
  read(
    'a house that is called by a metal',
    'Silver Star Trading GmbH price list\nDate,Gallium (USD/kg)\n2026-11-20,1520\n',
    'gallium metal 1520 USD/kg 2026-11-20',
  ),
];
