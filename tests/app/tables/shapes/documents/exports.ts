/** What programs and exchanges write out: purchasing programs, settlement tables, answers of services. */
import type { Case } from '../../case.ts';

const json = (value: unknown) => JSON.stringify(value);

export const CASES: readonly Case[] = [
  {
    name: 'a purchasing program: prices per 100 and per 1,000 of a unit',
    text: 'Material;Kurztext;Nettopreis;Währg;pro;BPME;Gültig ab;Werk\n100234;Kupferkathoden Grade A;1.012,40;EUR;100;KG;16.11.2026;1000\n100240;Primäraluminium P1020;268,55;EUR;100;KG;16.11.2026;1000\n100262;Weichblei;1.880,00;EUR;1000;KG;17.11.2026;1000\n',
    prices: [
      'copper metal 10.124 EUR/kg 2026-11-16 grade A excluded',
      'aluminium metal 2.6855 EUR/kg 2026-11-16 primary, p1020 excluded',
      'lead metal 1.88 EUR/kg 2026-11-17 excluded',
    ],
  },
  {
    name: 'the same in English, with a quantity and an amount',
    text: 'PO,Material Description,Net Price,Crcy,Per,OUn,Order Qty,Net Value,Doc. Date\n4500017,Tin ingot 99.9%,34250.75,EUR,1000,KG,5000,171253.75,2026-11-17\n4500018,Zinc SHG,274.51,EUR,100,KG,20000,54902.00,2026-11-18\n',
    prices: ['tin metal 34.25075 EUR/kg 2026-11-17 99.9 %', 'zinc metal 2.7451 EUR/kg 2026-11-18 SHG'],
  },
  {
    name: 'columns of a database with underscores',
    text: 'ITEM_DESCRIPTION,UNIT_PRICE,CURRENCY_CODE,UOM_CODE,EFFECTIVE_DATE\nCobalt cut cathode,46.15,USD,KG,18-NOV-2026\nGallium 4N,1050,USD,KG,18-NOV-2026\n',
    prices: ['cobalt metal 46.15 USD/kg 2026-11-18 cut', 'gallium metal 1050 USD/kg 2026-11-18 4N'],
  },
  {
    name: 'an exchange: bid and offer of two days of delivery',
    text: 'LME official prices 20 Nov 2026 USD/t\n,Cash Buyer,Cash Seller,3-months Buyer,3-months Seller\nCopper,10843,10844,10870,10871\nZinc,3050,3051,3062,3063\n',
    prices: [
      'copper metal 10843-10844 USD/t 2026-11-20 LME',
      'copper metal 10870-10871 USD/t 2026-11-20 LME 3-month',
      'zinc metal 3050-3051 USD/t 2026-11-20 LME',
      'zinc metal 3062-3063 USD/t 2026-11-20 LME 3-month',
    ],
  },
  {
    name: 'an exchange by month of delivery: none of them is a price of its month',
    text: 'COMEX copper settlements 20 Nov 2026 (USD/lb)\nMonth,Open,High,Low,Last,Settle,Est. Volume,Prior Day OI\nDEC 26,5.01,5.08,5.00,5.05,5.06,45120,98211\nMAR 27,5.05,5.12,5.04,5.09,5.10,23410,61200\n',
    prices: [
      'copper metal 5.06 USD/lb 2026-11-20 COMEX DEC 26',
      'copper metal 5.1 USD/lb 2026-11-20 COMEX MAR 27',
    ],
  },
  {
    name: 'contracts of an exchange below each other: nobody said which one',
    text: '日期,合约,结算价(元/吨),成交量,持仓量\n2026-11-20,cu2612,86480,45120,98211\n2026-11-20,cu2701,86510,23410,61200\n',
    prices: [],
    refused: [''],
  },
  {
    name: 'fixings of morning and afternoon',
    text: 'Date,Gold AM (USD/oz),Gold PM (USD/oz)\n2026-11-19,4096.80,4101.35\n2026-11-20,4112.10,4108.55\n',
    prices: [
      'gold metal 4096.8 USD/troy oz 2026-11-19 day fixing AM',
      'gold metal 4101.35 USD/troy oz 2026-11-19 day fixing PM',
      'gold metal 4112.1 USD/troy oz 2026-11-20 day fixing AM',
      'gold metal 4108.55 USD/troy oz 2026-11-20 day fixing PM',
    ],
  },
  {
    name: 'day numbers below the month of a title',
    text: 'Gold, November 2026 (USD/oz)\nDay,Price\n18,4101.35\n19,4096.80\n20,4112.10\n',
    prices: [
      'gold metal 4101.35 USD/troy oz 2026-11-18',
      'gold metal 4096.8 USD/troy oz 2026-11-19',
      'gold metal 4112.1 USD/troy oz 2026-11-20',
    ],
  },
  {
    name: 'rows without any heading, each of which says all',
    text: '2026-11-19,Copper,10840,USD/t\n2026-11-20,Copper,10844,USD/t\n2026-11-20,Zinc,3051,USD/t\n',
    prices: [
      'copper metal 10840 USD/t 2026-11-19',
      'copper metal 10844 USD/t 2026-11-20',
      'zinc metal 3051 USD/t 2026-11-20',
    ],
  },
  {
    name: 'rows without any heading and two numbers: nobody can say which is the price',
    text: '2026-11-19,Copper,10840,112275,USD/t\n2026-11-20,Copper,10844,111850,USD/t\n',
    prices: [],
    refused: ['it has no heading'],
  },
  {
    name: 'JSON of columns and rows with the unit and money beside them',
    text: json({
      source: 'desk',
      ccy: 'USD',
      uom: 'mtu',
      cols: ['date', 'product', 'low', 'high'],
      data: [
        ['2026-11-19', 'APT', 910, 920],
        ['2026-11-20', 'APT', 915, 925],
      ],
    }),
    prices: [
      'tungsten paratungstate 910-920 USD/mtu 2026-11-19',
      'tungsten paratungstate 915-925 USD/mtu 2026-11-20',
    ],
  },
  {
    name: 'JSON by day and then by code, per an ounce that an underscore parts',
    text: json({
      ok: true,
      quote_currency: 'EUR',
      per: 'troy_oz',
      prices: { '2026-11-19': { XAU: 3535.2, XAG: 43.05 }, '2026-11-20': { XAU: 3541.75, XPT: 1340.5 } },
    }),
    prices: [
      'gold metal 3535.2 EUR/troy oz 2026-11-19',
      'silver metal 43.05 EUR/troy oz 2026-11-19',
      'gold metal 3541.75 EUR/troy oz 2026-11-20',
      'platinum metal 1340.5 EUR/troy oz 2026-11-20',
    ],
  },
  {
    name: 'JSON of how much metal a dollar buys: no unit says that it is a price',
    text: json({ base: 'USD', date: '2026-11-20', rates: { XAU: 0.000243, XAG: 0.0198 } }),
    prices: [],
    refused: ['its unit must be another', 'its unit must be another'],
  },
  {
    name: 'JSON by code and then by day, all in one unit',
    text: json({
      unit: 'USD/toz',
      data: {
        XPD: { '2026-11-19': 1402.5, '2026-11-20': 1398 },
        XPT: { '2026-11-19': 1551, '2026-11-20': 1560 },
      },
    }),
    prices: [
      'palladium metal 1402.5 USD/troy oz 2026-11-19',
      'palladium metal 1398 USD/troy oz 2026-11-20',
      'platinum metal 1551 USD/troy oz 2026-11-19',
      'platinum metal 1560 USD/troy oz 2026-11-20',
    ],
  },
  {
    name: 'JSON records with the price, its money and its unit nested',
    text: json({
      results: [
        {
          asOf: '2026-11-20T16:30:00Z',
          commodity: { name: 'Cobalt', grade: 'standard grade' },
          price: { value: 20.9, currency: 'USD', unitOfMeasure: 'lb' },
        },
        {
          asOf: '2026-11-19T16:30:00Z',
          commodity: { name: 'Cobalt', grade: 'standard grade' },
          price: { value: 20.75, currency: 'USD', unitOfMeasure: 'lb' },
        },
      ],
    }),
    prices: [
      'cobalt metal 20.9 USD/lb 2026-11-20 standard grade',
      'cobalt metal 20.75 USD/lb 2026-11-19 standard grade',
    ],
  },
  {
    name: 'JSON of one day with a metal a field',
    text: json({
      date: '2026-11-20',
      currency: 'USD',
      unit: 'toz',
      metals: { gold: 4112.1, silver: 50.25, platinum: 1560 },
    }),
    prices: [
      'gold metal 4112.1 USD/troy oz 2026-11-20',
      'silver metal 50.25 USD/troy oz 2026-11-20',
      'platinum metal 1560 USD/troy oz 2026-11-20',
    ],
  },
  {
    name: 'XML with attributes for all, and values as texts',
    text: '<?xml version="1.0"?><prices date="2026-11-20" currency="USD" per="tonne"><price metal="Copper">10844.00</price><price metal="Nickel">15150.00</price></prices>',
    prices: ['copper metal 10844 USD/t 2026-11-20', 'nickel metal 15150 USD/t 2026-11-20'],
  },
  {
    name: 'months of a statistical office across, its goods below each other',
    text: 'Commodity,Unit,2026M08,2026M09,2026M10\n"Copper, grade A cathode, LME",USD/mt,9850.1,9990.4,10620.7\n"Tin, LME",USD/mt,34100,34550,36900\n',
    prices: [
      'copper metal 9850.1 USD/t 2026-08-31 month grade A LME',
      'copper metal 9990.4 USD/t 2026-09-30 month grade A LME',
      'copper metal 10620.7 USD/t 2026-10-31 month grade A LME',
      'tin metal 34100 USD/t 2026-08-31 month LME',
      'tin metal 34550 USD/t 2026-09-30 month LME',
      'tin metal 36900 USD/t 2026-10-31 month LME',
    ],
  },
  {
    name: 'a comma before three digits in each cell, where custom and what it costs do not agree',
    text: 'date,product,price,unit\n2026-11-19,Titanium sponge,"6,250",USD/kg\n2026-11-20,Titanium sponge,"6,300",USD/kg\n',
    prices: [],
    refused: ['two readings', 'two readings'],
  },
  {
    name: 'points and commas before three digits in one column: two people wrote it',
    text: 'date;product;price;unit\n2026-11-18;Terbium oxide;832.000;USD/kg\n2026-11-19;Terbium oxide;832,500;USD/kg\n2026-11-20;Terbium oxide;833.250;USD/kg\n',
    prices: [],
    refused: ['two readings', 'two readings', 'two readings'],
  },
  {
    name: 'a point before three digits that only what is known of the price settles',
    text: 'Datum;Ware;Preis;Einheit\n20.11.2026;Kobalt;46.150;EUR/t\n20.11.2026;Nickel;14.120;EUR/t\n',
    prices: ['cobalt metal 46150 EUR/t 2026-11-20', 'nickel metal 14120 EUR/t 2026-11-20'],
  },
  {
    name: 'how many and of what in two columns that are both called units',
    text: 'Material,Description,Price,Currency,Price Unit,Order Unit,Valid From\n1,Copper cathodes,1012.40,EUR,100,KG,2026-11-16\n',
    prices: ['copper metal 10.124 EUR/kg 2026-11-16'],
  },
  {
    name: 'JSON of a price that is an amount with its money and unit',
    text: json({
      data: [
        {
          date: '2026-11-20',
          product: { name: 'NdPr oxide', purity: '99.5%' },
          price: { amount: 553000, ccy: 'CNY', uom: 't' },
          vat: 'incl.',
        },
        {
          date: '2026-11-19',
          product: { name: 'NdPr oxide', purity: '99.5%' },
          price: { amount: 552000, ccy: 'CNY', uom: 't' },
          vat: 'incl.',
        },
      ],
    }),
    prices: [
      'ndpr oxide 553000 CNY/t 2026-11-20 99.5 % included',
      'ndpr oxide 552000 CNY/t 2026-11-19 99.5 % included',
    ],
  },
];
