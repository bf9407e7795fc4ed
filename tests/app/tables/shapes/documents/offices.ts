/** Reports of trading desks, offices and papers, and answers of services, in the shapes that they leave the house in. */
import type { Case } from '../../case.ts';

const json = (value: unknown) => JSON.stringify(value);

export const CASES: readonly Case[] = [
  {
    name: 'condition records of a purchasing program, by the names of its fields',
    text: 'MAKTX;KBETR;KONWA;KPEIN;KMEIN;DATAB\nKupferkathode;1.012,40;EUR;100;KG;16.11.2026\nReinzinn 99,9;3.425,08;EUR;100;KG;17.11.2026\n',
    prices: ['copper metal 10.124 EUR/kg 2026-11-16', 'tin metal 34.2508 EUR/kg 2026-11-17 99.9 %'],
  },
  {
    name: 'JSON by day, then by metal, with bid and ask',
    text: json({
      currency: 'USD',
      unit: 'tonne',
      data: {
        '2026-11-19': { copper: { bid: 10840, ask: 10842 }, zinc: { bid: 3050, ask: 3052 } },
        '2026-11-20': { copper: { bid: 10843, ask: 10845 }, zinc: { bid: 3051, ask: 3053 } },
      },
    }),
    prices: [
      'copper metal 10840-10842 USD/t 2026-11-19',
      'zinc metal 3050-3052 USD/t 2026-11-19',
      'copper metal 10843-10845 USD/t 2026-11-20',
      'zinc metal 3051-3053 USD/t 2026-11-20',
    ],
  },
  {
    name: 'JSON records with a range as an object',
    text: json([
      {
        commodity: 'Lithium Carbonate',
        assessment: { low: 93000, high: 94000 },
        unit: 'CNY/t',
        assessed_on: '2026-11-20',
      },
      {
        commodity: 'Cobalt Sulfate',
        assessment: { low: 62000, high: 63000 },
        unit: 'CNY/t',
        assessed_on: '2026-11-20',
      },
    ]),
    prices: ['lithium carbonate 93000-94000 CNY/t 2026-11-20', 'cobalt sulfate 62000-63000 CNY/t 2026-11-20'],
  },
  {
    name: 'JSON with how it counts among its data about itself',
    text: json({
      meta: { quote_currency: 'USD', base_unit: 'troy_ounce', source: 'desk' },
      prices: [
        { symbol: 'XAU', ts: '2026-11-20T14:30:00Z', price: 4112.1 },
        { symbol: 'XAG', ts: '2026-11-20T14:30:00Z', price: 50.25 },
      ],
    }),
    prices: ['gold metal 4112.1 USD/troy oz 2026-11-20', 'silver metal 50.25 USD/troy oz 2026-11-20'],
  },
  {
    name: 'XML rows with attributes alone',
    text: '<?xml version="1.0"?><feed><row d="2026-11-20" metal="Nickel" bid="15150" ask="15155" ccy="USD" uom="t"/><row d="2026-11-19" metal="Nickel" bid="15160" ask="15165" ccy="USD" uom="t"/></feed>',
    prices: ['nickel metal 15150-15155 USD/t 2026-11-20', 'nickel metal 15160-15165 USD/t 2026-11-19'],
  },
  {
    name: 'XML with elements by metal',
    text: '<?xml version="1.0"?><rates><day date="2026-11-20"><gold unit="USD/oz">4112.10</gold><silver unit="USD/oz">50.25</silver></day><day date="2026-11-19"><gold unit="USD/oz">4096.80</gold><silver unit="USD/oz">49.80</silver></day></rates>',
    prices: [
      'gold metal 4112.1 USD/troy oz 2026-11-20',
      'silver metal 50.25 USD/troy oz 2026-11-20',
      'gold metal 4096.8 USD/troy oz 2026-11-19',
      'silver metal 49.8 USD/troy oz 2026-11-19',
    ],
  },
  {
    name: 'ranges with their money and unit in one cell, dates of a report in its title',
    text: 'Weekly minor metals - 20 November 2026\nMaterial | Price\nAntimony trioxide 99.5% | USD 28,500-29,500/t\nBismuth ingot 99.99% | USD 14.80-15.20/lb\nIndium ingot 99.99% | USD 415-425/kg\n',
    prices: [
      'antimony oxide 28500-29500 USD/t 2026-11-20 99.5 %',
      'bismuth metal 14.8-15.2 USD/lb 2026-11-20 99.99 %',
      'indium metal 415-425 USD/kg 2026-11-20 99.99 %',
    ],
  },
  {
    name: 'a table of the week: days without a year across, their year in the title',
    text: 'Non-ferrous prices, week 47, 2026 (EUR/t)\nMetal;16 Nov;17 Nov;18 Nov\nCopper;9.380,50;9.412,00;9.398,25\nZinc;2.650,00;2.655,50;2.648,00\n',
    prices: [
      'copper metal 9380.5 EUR/t 2026-11-16',
      'copper metal 9412 EUR/t 2026-11-17',
      'copper metal 9398.25 EUR/t 2026-11-18',
      'zinc metal 2650 EUR/t 2026-11-16',
      'zinc metal 2655.5 EUR/t 2026-11-17',
      'zinc metal 2648 EUR/t 2026-11-18',
    ],
  },
  {
    name: 'one metal in two moneys',
    text: 'Date,Copper USD/t,Copper EUR/t\n2026-11-20,10844,9412.5\n',
    prices: ['copper metal 10844 USD/t 2026-11-20', 'copper metal 9412.5 EUR/t 2026-11-20'],
  },
  {
    name: 'a metal over its low and high, in a workbook with merged headings',
    sheets: [
      {
        name: 'Daily',
        rows: [
          ['Date', 'Copper (USD/t)', null, 'Nickel (USD/t)', null],
          [null, 'Low', 'High', 'Low', 'High'],
          [new Date('2026-11-20'), 10840, 10850, 15100, 15200],
        ],
        merges: [
          { startRow: 0, startCol: 1, endRow: 0, endCol: 2 },
          { startRow: 0, startCol: 3, endRow: 0, endCol: 4 },
        ],
      },
    ],
    prices: ['copper metal 10840-10850 USD/t 2026-11-20', 'nickel metal 15100-15200 USD/t 2026-11-20'],
  },
  {
    name: 'a sheet a metal, months in rows, the unit below the title',
    sheets: [
      {
        name: 'Gold',
        rows: [
          ['Gold, monthly average'],
          ['USD per troy ounce'],
          ['Month', 'Average'],
          ['Sep 2026', 4022.75],
          ['Oct 2026', 4088.3],
        ],
      },
      {
        name: 'Silver',
        rows: [
          ['Silver, monthly average'],
          ['USD per troy ounce'],
          ['Month', 'Average'],
          ['Sep 2026', 47.1],
          ['Oct 2026', 49.2],
        ],
      },
      { name: 'Notes', rows: [['Prepared by the desk'], ['No guarantee']] },
    ],
    prices: [
      'gold metal 4022.75 USD/troy oz 2026-09-30 month mean',
      'gold metal 4088.3 USD/troy oz 2026-10-31 month mean',
      'silver metal 47.1 USD/troy oz 2026-09-30 month mean',
      'silver metal 49.2 USD/troy oz 2026-10-31 month mean',
    ],
  },
  {
    name: 'columns of fixed width',
    text: 'Metal         Date         Bid        Ask        Unit\nCopper        2026-11-20   10843.00   10844.00   USD/t\nAluminium     2026-11-20   2868.50    2869.00    USD/t\n',
    prices: ['copper metal 10843-10844 USD/t 2026-11-20', 'aluminium metal 2868.5-2869 USD/t 2026-11-20'],
  },
  {
    name: 'Markdown with stressed names and columns set right',
    text: '| Metal | Price (USD/t) | Day |\n|:------|------:|:---:|\n| **Copper** | 10,844 | 2026-11-20 |\n| **Tin** | 37,250 | 2026-11-20 |\n',
    prices: ['copper metal 10844 USD/t 2026-11-20', 'tin metal 37250 USD/t 2026-11-20'],
  },
  {
    name: 'Chinese months with their means, names before the form',
    text: '月份,品名,均价(元/吨),环比\n2026年9月,氧化镨钕,548000,1.2%\n2026年10月,氧化镨钕,551000,0.5%\n2026年10月,金属镨钕,672000,0.4%\n',
    prices: [
      'ndpr oxide 548000 CNY/t 2026-09-30 month',
      'ndpr oxide 551000 CNY/t 2026-10-31 month',
      'ndpr metal 672000 CNY/t 2026-10-31 month',
    ],
  },
  {
    name: 'dates of which none tells day from month',
    text: 'Date,Metal,Price,Unit\n03/04/2026,Copper,10844,USD/t\n05/06/2026,Copper,10850,USD/t\n',
    prices: [],
    refused: ['', ''],
  },
  {
    name: 'a series of a statistical service by its code alone: nobody says of what or in what',
    text: 'observation_date,PCOPPUSDM\n2026-09-01,9990.4\n2026-10-01,10620.7\n',
    prices: [],
    refused: [''],
  },
  {
    name: 'a statistical service’s records with a code book of columns',
    text: 'FREQ,COMMODITY,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS\nM,Copper,USD/t,2026-09,9990.4,A\nM,Copper,USD/t,2026-10,10620.7,P\n',
    prices: [
      'copper metal 9990.4 USD/t 2026-09-30 month',
      'copper metal 10620.7 USD/t 2026-10-31 month estimated',
    ],
  },
  {
    name: 'day numbers across below the month of a title',
    text: 'Copper cathode, November 2026, USD/t\nDay,17,18,19,20\nPrice,10822,10840,10842,10844\n',
    prices: [
      'copper metal 10822 USD/t 2026-11-17',
      'copper metal 10840 USD/t 2026-11-18',
      'copper metal 10842 USD/t 2026-11-19',
      'copper metal 10844 USD/t 2026-11-20',
    ],
  },
  {
    name: 'a bare sign that is that of yuan and of yen',
    text: 'Date,Product,Price\n2026-11-20,Dysprosium oxide,"¥1,600/kg"\n',
    prices: [],
    refused: [''],
  },
  {
    name: 'Chinese contracts by their code and month',
    text: '合约,收盘价,结算价,成交量,持仓量\ncu2612,86480,86400,45120,98211\nal2612,21535,21500,23410,61200\n',
    common: { date: '2026-11-20', unit: 'CNY/t' },
    prices: [],
    refused: [''],
  },
  {
    name: 'prices of zero and below are none',
    text: 'Date,Metal,Price,Unit\n2026-11-19,Copper,0,USD/t\n2026-11-20,Copper,-5,USD/t\n',
    prices: [],
    refused: ['', ''],
  },
  {
    name: 'a Polish bulletin of an exchange with thousands parted by spaces that do not break',
    text: 'Notowania metali z dnia 20.11.2026\nMetal;Kurs (USD/t);Zmiana %\nMiedź;10\u00a0844,00;-0,17\nCyna;37\u00a0250,00;0,19\nNikiel;15\u00a0150,00;-0,10\n',
    prices: [
      'copper metal 10844 USD/t 2026-11-20',
      'tin metal 37250 USD/t 2026-11-20',
      'nickel metal 15150 USD/t 2026-11-20',
    ],
  },
  {
    name: 'a French list with the unit behind each price',
    text: 'Date;Produit;Prix\n20/11/2026;Oxyde de néodyme 99,5 %;72,50 €/kg\n20/11/2026;Lingot d’étain;32 150,00 €/t\n19/11/2026;Ferrochrome;2,15 €/kg\n',
    prices: [
      'neodymium oxide 72.5 EUR/kg 2026-11-20 99.5 %',
      'tin metal 32150 EUR/t 2026-11-20',
      'chromium alloy 2.15 EUR/kg 2026-11-19',
    ],
  },
  {
    name: 'a Turkish list in the encoding of before UTF-8',
    text: 'Tarih;Ürün;Fiyat;Birim\n20 Kasım 2026;Katot bakır;10.844,00;USD/ton\n20 Kasım 2026;Kurşun;1.992,50;USD/ton\n',
    legacy: 'windows-1254',
    prices: ['copper metal 10844 USD/t 2026-11-20', 'lead metal 1992.5 USD/t 2026-11-20'],
  },
  {
    name: 'a Greek list in the encoding of before UTF-8',
    text: 'Ημερομηνία;Μέταλλο;Τιμή;Unit\n20.11.2026;Χαλκός;10844;USD/t\n',
    legacy: 'windows-1253',
    prices: ['copper metal 10844 USD/t 2026-11-20'],
  },
  {
    name: 'per quintal by its German sign',
    text: 'Datum;Metall;EUR/dt\n20.11.2026;Kupfer;1018,25\n',
    prices: ['copper metal 10.1825 EUR/kg 2026-11-20'],
  },
];
