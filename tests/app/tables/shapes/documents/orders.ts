/** Order lines with several dates, fields above a heading, and days that stand below a table: which day a price is of. */
import type { Case } from '../../case.ts';

const FIVE = Array.from({ length: 5 }, () => 'write the year in full');
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
  {
    name: 'days of purchases over several years, with the year first or last',
    text: 'Date;Metal;Price;Unit\n19-03-21;Tin;18,5;USD/kg\n22-07-18;Tin;25,1;USD/kg\n17-10-20;Tin;20,9;USD/kg\n20-05-19;Tin;16,2;USD/kg\n21-01-20;Tin;22,4;USD/kg\n',
    prices: [],
    refused: FIVE,
  },
  {
    name: 'days in the middle of months, one after the other with the year first, though they change least',
    text: 'Date;Metal;Price;Unit\n20-09-15;Tin;18,5;USD/kg\n20-10-15;Tin;18,9;USD/kg\n20-11-15;Tin;19,1;USD/kg\n20-12-15;Tin;20,2;USD/kg\n21-01-15;Tin;22,4;USD/kg\n',
    prices: [],
    refused: FIVE,
  },
  {
    name: 'days over some years that stand in their order in one way alone',
    text: 'Date;Metal;Price;Unit\n14-03-18;Tin;18,5;USD/kg\n18-07-18;Tin;25,1;USD/kg\n17-10-19;Tin;20,9;USD/kg\n16-05-20;Tin;16,2;USD/kg\n15-01-21;Tin;22,4;USD/kg\n',
    prices: [
      'tin metal 18.5 USD/kg 2018-03-14',
      'tin metal 25.1 USD/kg 2018-07-18',
      'tin metal 20.9 USD/kg 2019-10-17',
      'tin metal 16.2 USD/kg 2020-05-16',
      'tin metal 22.4 USD/kg 2021-01-15',
    ],
  },
  ...(
    [
      ['1 KG', '100 KG'],
      ['je KG', 'je 100 KG'],
      ['1KG', '100KG'],
      ['per 1 kg', 'per 100 kg'],
    ] as const
  ).map(([one, hundred]): Case => ({
    name: `prices ${one} and ${hundred} beside the unit of quantities`,
    text: `Belegdatum;Kurztext;Menge;BME;Nettopreis;Währung;je\n12.10.2026;Wismut;500,000;KG;18,50;EUR;${one}\n19.10.2026;Zinn;2.000,000;KG;3.410,00;EUR;${hundred}\n`,
    prices: ['bismuth metal 18.5 EUR/kg 2026-10-12 excluded', 'tin metal 34.1 EUR/kg 2026-10-19 excluded'],
  })),
  {
    name: 'prices of other units than the quantities beside them',
    text: 'Doc date,Short text,Order qty,OUn,Net price,Crcy,Per\n2026-10-12,Zinc,500,KG,1.38,USD,1 LB\n2026-10-19,Tin,2000,KG,34100,USD,1 T\n2026-10-20,Lead,2000,KG,2010,USD,"1,000 KG"\n',
    prices: [
      'zinc metal 1.38 USD/lb 2026-10-12',
      'tin metal 34100 USD/t 2026-10-19',
      'lead metal 2.01 USD/kg 2026-10-20',
    ],
  },
  {
    name: 'a price of two units',
    text: 'Doc date,Short text,Net price,Crcy,Per,Order Price Unit\n2026-10-12,Zinc,2980,EUR,1 T,KG\n',
    prices: [],
    refused: ['both t and kg'],
  },
];
