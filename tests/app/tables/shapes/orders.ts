/** Order lines with several dates, fields above a heading, and days that stand below a table: which day a price is of. */
import type { Case } from '../case.ts';

const COBALT = 'cobalt powder 38.1 EUR/kg 2026-11-02';

export const CASES: readonly Case[] = [
  ...(
    [
      ['Order date', 'Ship date'],
      ['Bestelldatum', 'Liefertermin'],
      ['Fecha de pedido', 'Fecha de entrega'],
      ['Data ordine', 'Data consegna'],
      ['Date de commande', 'Date de livraison'],
    ] as const
  ).map(([ordered, delivered]): Case => ({
    name: `the day of an order by “${ordered}”, its order of day and month told by “${delivered}”`,
    text: `${ordered},${delivered},Item,Unit price (EUR/kg)\n02/11/2026,16/11/2026,Cobalt powder,38.10\n`,
    prices: [COBALT],
  })),
  {
    name: 'the day of delivery alone is no day of its price',
    text: 'Ship date,Item,Unit price (EUR/kg)\n16/11/2026,Cobalt powder,38.10\n',
    prices: [],
    refused: ['which day its prices are of'],
  },
  {
    name: 'two dates that may each be two days',
    text: 'Order date,Ship date,Item,Unit price (EUR/kg)\n02/11/2026,03/11/2026,Cobalt powder,38.10\n',
    prices: [],
    refused: ['may be two days'],
  },
  {
    name: 'day, money and mass in lines of their own above the heading',
    text: 'Stichtag;20.11.2026\nWährung;EUR\nEinheit;t\nMetall;Preis\nKupfer;9482\nZink;2655\n',
    prices: ['copper metal 9482 EUR/t 2026-11-20', 'zinc metal 2655 EUR/t 2026-11-20'],
  },
  {
    name: 'the same in a workbook, in English',
    text: [
      ['As of', '2026-11-20'],
      ['Currency', 'USD'],
      ['Unit', 'lb'],
      ['Metal', 'Low', 'High'],
      ['Bismuth', 16.8, 17.6],
    ],
    prices: ['bismuth metal 16.8-17.6 USD/lb 2026-11-20'],
  },
  {
    name: 'a day that a note below says of its prices',
    text: 'Metal,Cash,3M\nTin,39760,39650\n"LME official prices 20 November 2026, USD/tonne"\n',
    prices: ['tin metal 39760 USD/t 2026-11-20', 'tin metal 39650 USD/t 2026-11-20 3-month'],
  },
  {
    name: 'a day that a note below says of a tax is none of its prices',
    text: 'Metal,Cash,3M\nTin,39760,39650\n"Prices in USD/tonne from 1 November 2026 on with tax"\n',
    prices: [],
    refused: ['which day its prices are of'],
  },
  {
    name: 'a day with how long it holds behind it',
    text: 'Quote Q-2211, 20th November 2026, valid 7 days\nItem,Price,Unit\nGallium 99.99%,1520,USD/kg\n',
    prices: ['gallium metal 1520 USD/kg 2026-11-20 99.99 %'],
  },
];
