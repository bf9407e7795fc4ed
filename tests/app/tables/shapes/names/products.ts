/** Products that are named once over several rows, in lines of their own, or turned on their side. */
import type { Case } from '../../case.ts';

const NDPR = (low: string, date: string) => `ndpr oxide ${low} CNY/t ${date}`;

export const CASES: readonly Case[] = [
  {
    name: 'a product named once over the rows of several days',
    text: 'Product,Date,Price,Unit\nNdPr oxide,2026-11-19,553000,CNY/t\n,2026-11-20,554000,CNY/t\nDy oxide,2026-11-19,1580000,CNY/t\n,2026-11-20,1590000,CNY/t\n',
    prices: [
      NDPR('553000', '2026-11-19'),
      NDPR('554000', '2026-11-20'),
      'dysprosium oxide 1580000 CNY/t 2026-11-19',
      'dysprosium oxide 1590000 CNY/t 2026-11-20',
    ],
  },
  {
    name: 'a workbook with merged product and unit cells',
    sheets: [
      {
        name: 'Prices',
        rows: [
          ['Product', 'Unit', 'Date', 'Low', 'High'],
          ['NdPr oxide', 'CNY/t', '2026-11-19', 553000, 557000],
          [null, null, '2026-11-20', 554000, 558000],
          ['Tb oxide', 'CNY/kg', '2026-11-19', 6100, 6150],
          [null, null, '2026-11-20', 6110, 6160],
        ],
        merges: [
          { startRow: 1, startCol: 0, endRow: 2, endCol: 0 },
          { startRow: 1, startCol: 1, endRow: 2, endCol: 1 },
          { startRow: 3, startCol: 0, endRow: 4, endCol: 0 },
          { startRow: 3, startCol: 1, endRow: 4, endCol: 1 },
        ],
      },
    ],
    prices: [
      NDPR('553000-557000', '2026-11-19'),
      NDPR('554000-558000', '2026-11-20'),
      'terbium oxide 6100-6150 CNY/kg 2026-11-19',
      'terbium oxide 6110-6160 CNY/kg 2026-11-20',
    ],
  },
  {
    name: 'a day named once over several products',
    text: 'Date,Product,Price,Unit\n2026-11-19,NdPr oxide,553000,CNY/t\n,Dy oxide,1580000,CNY/t\n2026-11-20,NdPr oxide,554000,CNY/t\n,Dy oxide,1590000,CNY/t\n',
    prices: [
      NDPR('553000', '2026-11-19'),
      'dysprosium oxide 1580000 CNY/t 2026-11-19',
      NDPR('554000', '2026-11-20'),
      'dysprosium oxide 1590000 CNY/t 2026-11-20',
    ],
  },
  {
    name: 'a product once over its terms',
    text: 'Product,Terms,Price (USD/kg),Date\nNd oxide,FOB China,72,2026-11-20\n,CIF Rotterdam,74,2026-11-20\n',
    prices: [
      'neodymium oxide 72 USD/kg 2026-11-20 fob China',
      'neodymium oxide 74 USD/kg 2026-11-20 cif Rotterdam',
    ],
  },
  {
    name: 'products over several columns, merged in the heading',
    sheets: [
      {
        name: 'Prices',
        rows: [
          ['Date', 'NdPr oxide (CNY/t)', null, null, 'Dy oxide (CNY/t)', null, null],
          [null, 'Low', 'High', '+/-', 'Low', 'High', '+/-'],
          ['2026-11-19', 553000, 557000, 1000, 1580000, 1600000, -5000],
          ['2026-11-20', 554000, 558000, 1000, 1585000, 1605000, 5000],
        ],
        merges: [
          { startRow: 0, startCol: 0, endRow: 1, endCol: 0 },
          { startRow: 0, startCol: 1, endRow: 0, endCol: 3 },
          { startRow: 0, startCol: 4, endRow: 0, endCol: 6 },
        ],
      },
    ],
    prices: [
      NDPR('553000-557000', '2026-11-19'),
      NDPR('554000-558000', '2026-11-20'),
      'dysprosium oxide 1580000-1600000 CNY/t 2026-11-19',
      'dysprosium oxide 1585000-1605000 CNY/t 2026-11-20',
    ],
  },
  {
    name: 'a block of names and values',
    text: 'Product,NdPr oxide\nDate,2026-11-20\nLow,553000\nHigh,557000\nUnit,CNY/t\n',
    prices: [NDPR('553000-557000', '2026-11-20')],
  },
  {
    name: 'blocks of names and values, one below another',
    text: 'Product:;NdPr oxide\nDate:;20.11.2026\nPrice:;553.000,00\nUnit:;CNY/t\n\nProduct:;Dy oxide\nDate:;20.11.2026\nPrice:;1.580.000,00\nUnit:;CNY/t\n',
    prices: [NDPR('553000', '2026-11-20'), 'dysprosium oxide 1580000 CNY/t 2026-11-20'],
  },
  {
    name: 'a table on its side',
    text: 'Product,NdPr oxide,Dy oxide,Tb oxide\nUnit,CNY/t,CNY/t,CNY/kg\nDate,2026-11-20,2026-11-20,2026-11-20\nLow,553000,1580000,6100\nHigh,557000,1600000,6150\n',
    prices: [
      NDPR('553000-557000', '2026-11-20'),
      'dysprosium oxide 1580000-1600000 CNY/t 2026-11-20',
      'terbium oxide 6100-6150 CNY/kg 2026-11-20',
    ],
  },
  {
    name: 'low and high as rows, days as columns',
    text: 'Nd oxide (USD/kg),2026-11-18,2026-11-19,2026-11-20\nLow,71,72,73\nHigh,73,74,75\n',
    prices: [
      'neodymium oxide 71-73 USD/kg 2026-11-18',
      'neodymium oxide 72-74 USD/kg 2026-11-19',
      'neodymium oxide 73-75 USD/kg 2026-11-20',
    ],
  },
  {
    name: 'product, then low and high in rows, days as columns',
    text: 'Product,Price,2026-11-19,2026-11-20\nNd oxide (USD/kg),Low,71,72\nNd oxide (USD/kg),High,73,74\nDy oxide (USD/kg),Low,230,231\nDy oxide (USD/kg),High,235,236\n',
    prices: [
      'neodymium oxide 71-73 USD/kg 2026-11-19',
      'neodymium oxide 72-74 USD/kg 2026-11-20',
      'dysprosium oxide 230-235 USD/kg 2026-11-19',
      'dysprosium oxide 231-236 USD/kg 2026-11-20',
    ],
  },
  {
    name: 'form in a column of its own, named once',
    text: 'Metal,Form,Price (CNY/t),Date\nNeodymium,Oxide,600000,2026-11-20\n,Metal,730000,2026-11-20\nTerbium,Oxide,6100000,2026-11-20\n,Metal,7600000,2026-11-20\n',
    prices: [
      'neodymium oxide 600000 CNY/t 2026-11-20',
      'neodymium metal 730000 CNY/t 2026-11-20',
      'terbium oxide 6100000 CNY/t 2026-11-20',
      'terbium metal 7600000 CNY/t 2026-11-20',
    ],
  },
  {
    name: 'subtotals and totals between the rows',
    text: 'Date,Product,Price,Unit\n2026-11-19,NdPr oxide,553000,CNY/t\n2026-11-20,NdPr oxide,554000,CNY/t\nSubtotal NdPr,,553500,\n2026-11-19,Dy oxide,1580000,CNY/t\nZwischensumme,,1580000,\nDurchschnitt,,900000,\n',
    prices: [
      NDPR('553000', '2026-11-19'),
      NDPR('554000', '2026-11-20'),
      'dysprosium oxide 1580000 CNY/t 2026-11-19',
    ],
  },
  {
    name: 'an average of the month under a column without a label',
    text: 'Date,Nd oxide USD/kg\n2026-11-19,71\n2026-11-20,72\nØ,71.5\n',
    prices: ['neodymium oxide 71 USD/kg 2026-11-19', 'neodymium oxide 72 USD/kg 2026-11-20'],
  },
  {
    name: 'notes in the middle',
    text: 'Date,Product,Price,Unit\n2026-11-19,Nd oxide,71,USD/kg\n"Market closed on Friday for the holiday",,,\n2026-11-23,Nd oxide,72,USD/kg\n',
    prices: ['neodymium oxide 71 USD/kg 2026-11-19', 'neodymium oxide 72 USD/kg 2026-11-23'],
  },
  {
    name: 'a group of products under a line of their kind',
    text: 'Product,Price,Unit,Date\nLight rare earths,,,\nNd oxide,600000,CNY/t,2026-11-20\nHeavy rare earths,,,\nDy oxide,1580000,CNY/t,2026-11-20\n',
    prices: ['neodymium oxide 600000 CNY/t 2026-11-20', 'dysprosium oxide 1580000 CNY/t 2026-11-20'],
  },
  {
    name: 'tables side by side under titles of their own',
    text: 'NdPr oxide (CNY/t),,,,Dy oxide (CNY/t),,\nDate,Low,High,,Date,Low,High\n2026-11-19,553000,557000,,2026-11-19,1580000,1600000\n2026-11-20,554000,558000,,2026-11-20,1585000,1605000\n',
    prices: [
      NDPR('553000-557000', '2026-11-19'),
      NDPR('554000-558000', '2026-11-20'),
      'dysprosium oxide 1580000-1600000 CNY/t 2026-11-19',
      'dysprosium oxide 1585000-1605000 CNY/t 2026-11-20',
    ],
  },
  {
    name: 'halves of one list side by side',
    text: 'Product,Price,Product,Price\nNd oxide,600000,Dy oxide,1580000\nPr oxide,610000,Tb oxide,6100000\n',
    common: { unit: 'CNY/t', date: '2026-11-20' },
    prices: [
      'neodymium oxide 600000 CNY/t 2026-11-20',
      'praseodymium oxide 610000 CNY/t 2026-11-20',
      'dysprosium oxide 1580000 CNY/t 2026-11-20',
      'terbium oxide 6100000 CNY/t 2026-11-20',
    ],
  },
  {
    name: 'an export of a list with a status, owner and links',
    text: [
      ['Name', 'Assignee', 'Price', 'Unit', 'Date', 'Completed', 'Link'],
      ['Nd oxide', 'Maria', 72, 'USD/kg', new Date('2026-11-20'), 'false', 'https://example.com/a'],
      ['Dy oxide', 'Chen', 231, 'USD/kg', new Date('2026-11-20'), 'true', ''],
    ],
    prices: ['neodymium oxide 72 USD/kg 2026-11-20', 'dysprosium oxide 231 USD/kg 2026-11-20'],
  },
  {
    name: 'several sheets, one a product, and a hidden one',
    sheets: [
      { name: 'Cover', rows: [['Price report'], ['prepared by our desk']] },
      {
        name: 'Nd oxide',
        rows: [
          ['Date', 'USD/kg'],
          ['2026-11-20', 72],
        ],
      },
      {
        name: 'Dy oxide',
        rows: [
          ['Date', 'USD/kg'],
          ['2026-11-20', 231],
        ],
      },
      {
        name: 'Tb oxide',
        hidden: true,
        rows: [
          ['Date', 'USD/kg'],
          ['2026-11-20', 999],
        ],
      },
    ],
    prices: ['neodymium oxide 72 USD/kg 2026-11-20', 'dysprosium oxide 231 USD/kg 2026-11-20'],
  },
  {
    name: 'a title names a group, and the rows say their forms',
    text: 'Rare earth and minor metals prices, 20 Nov 2026, USD/kg\nProduct,Price\nLithium carbonate,11.5\nIndium ingot,350\n',
    prices: ['lithium carbonate 11.5 USD/kg 2026-11-20', 'indium metal 350 USD/kg 2026-11-20'],
  },
  {
    name: 'a title names a group, and no form of its metals',
    text: 'Rare earth metals, 20 Nov 2026, USD/kg\nProduct,Price\nDysprosium,250\n',
    prices: [],
    refused: ['it has no form'],
  },
  {
    name: 'a title of one form, over a name of another',
    text: 'Oxide prices, 20 Nov 2026, USD/kg\nProduct,Price\nDysprosium,250\nTerbium metal,990\n',
    prices: ['dysprosium oxide 250 USD/kg 2026-11-20', 'terbium metal 990 USD/kg 2026-11-20'],
  },
];
