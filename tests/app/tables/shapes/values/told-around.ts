/** What is told by what stands around rows: weeks by words of their titles, fields of their own in logs, words of codes beside data, prices in texts. */
import type { Case } from '../../case.ts';

const json = (data: unknown) => JSON.stringify(data);

export const CASES: readonly Case[] = [
  {
    name: 'Mondays below a title of weekly means in Italian',
    text: 'Medie settimanali dei metalli (EUR/t);;\nLunedì;Rame;Zinco\n02/11/2026;8.401,10;2.410,00\n09/11/2026;8.433,40;2.422,50\n',
    prices: [
      'copper metal 8401.1 EUR/t 2026-11-08 week mean',
      'copper metal 8433.4 EUR/t 2026-11-15 week mean',
      'zinc metal 2410 EUR/t 2026-11-08 week mean',
      'zinc metal 2422.5 EUR/t 2026-11-15 week mean',
    ],
  },
  {
    name: 'Fridays of a list that comes weekly: they are days',
    text: 'Precios semanales, USD/t;\nFecha;Cobre\n06/11/2026;9.701,00\n13/11/2026;9.722,00\n',
    prices: ['copper metal 9701 USD/t 2026-11-06', 'copper metal 9722 USD/t 2026-11-13'],
  },
  {
    name: 'a log whose lines name their own fields',
    text: '2026-11-18T07:00:01Z INFO source=desk metal=tin ccy=EUR unit=t price="33,410.50"\n2026-11-19T07:00:01Z INFO source=desk metal=tin ccy=EUR unit=t price="33,510.00"\n',
    prices: ['tin metal 33410.5 EUR/t 2026-11-18', 'tin metal 33510 EUR/t 2026-11-19'],
  },
  {
    name: 'fields by colons',
    text: 'date: 2026-11-18; metal: Indium 4N; price: 372.50; unit: EUR/kg\ndate: 2026-11-19; metal: Gallium 4N; price: 512.00; unit: EUR/kg\n',
    prices: ['indium metal 372.5 EUR/kg 2026-11-18 4N', 'gallium metal 512 EUR/kg 2026-11-19 4N'],
  },
  {
    name: 'codes of data whose words stand in its description',
    text: json({
      meta: {
        series: [
          { code: 'Q-17', name: 'Cobalt, EUR/kg' },
          { code: 'Q-18', name: 'Tin, EUR/t' },
        ],
      },
      data: [
        { code: 'Q-17', points: [{ date: '2026-11-18', price: 44.1 }] },
        { code: 'Q-18', points: [{ date: '2026-11-18', price: 33410 }] },
      ],
    }),
    prices: ['cobalt metal 44.1 EUR/kg 2026-11-18', 'tin metal 33410 EUR/t 2026-11-18'],
  },
  {
    name: 'prices in the titles of a feed of news',
    text: '<?xml version="1.0"?><rss><channel><title>Prices</title><item><title>Palladium: 1,402.50 USD/oz (-0.3%)</title><pubDate>Wed, 18 Nov 2026 16:00:00 GMT</pubDate></item><item><title>Gold: 4,101.00 USD/oz (+0.1%)</title><pubDate>Wed, 18 Nov 2026 16:00:00 GMT</pubDate></item></channel></rss>',
    prices: ['palladium metal 1402.5 USD/troy oz 2026-11-18', 'gold metal 4101 USD/troy oz 2026-11-18'],
  },
  {
    name: 'how much of a metal a dollar buys, with all digits',
    text: json({ base: 'USD', date: '2026-11-18', rates: { XAU: 0.00025, XPD: 0.00071301 } }),
    prices: ['palladium metal 1402.504873704436 USD/troy oz 2026-11-18'],
    refused: ['its unit must be another'],
  },
  {
    name: 'the day of an element beside another of what holds it',
    text: '<?xml version="1.0"?><List date="2026-11-18"><Unit>EUR/g</Unit><Row date="2026-11-18"><Name>Gold</Name><Price>118.40</Price></Row><Row date="2026-11-19"><Name>Gold</Name><Price>118.90</Price></Row></List>',
    prices: ['gold metal 118.4 EUR/g 2026-11-18', 'gold metal 118.9 EUR/g 2026-11-19'],
  },
  {
    name: 'what a program exports of things within others, codes before names',
    text: 'Article/Name,Seller/Price,Seller/Currency,Seller/UoM,Seller/Valid From\n[ZN-2] Zinc SHG,2610.00,EUR,t,2026-11-18\n[SN-9] Tin ingot,33410.00,EUR,t,2026-11-18\n',
    prices: ['zinc metal 2610 EUR/t 2026-11-18 SHG', 'tin metal 33410 EUR/t 2026-11-18'],
  },
  {
    name: 'a month with its label, and a unit with its basis in the cells of prices',
    text: 'Bulan: September 2026;\nKomoditas;Harga\nNikel;15.068,33 USD/t CIF Rotterdam\nTimah;33.410,00 USD/t CIF Rotterdam\n',
    prices: [
      'nickel metal 15068.33 USD/t 2026-09-30 month cif Rotterdam',
      'tin metal 33410 USD/t 2026-09-30 month cif Rotterdam',
    ],
  },
  {
    name: 'money that a note below says is another than the headings’',
    text: 'Date,Copper EUR/t,Zinc EUR/t\n2026-11-18,9420,2655\n2026-11-19,9488,2690\nFigures above are US$,,\n',
    prices: [],
    refused: ['Figures above are US$'],
  },
  {
    name: 'a unit that its writer doubts',
    text: 'Prices in USD/t,\nDate,Copper\n2026-11-18,9420\nUnits to be confirmed,\n',
    prices: [],
    refused: ['Units to be confirmed'],
  },
  {
    name: 'labels of columns that head other tables’ columns, in rows above days',
    text: 'Material,Nd oxide,Tb oxide\nGrade,99.5%,99.99%\nUnit,CNY/t,CNY/kg\n18/11/2026,553000,6050\n19/11/2026,554000,6060\n',
    prices: [
      'neodymium oxide 553000 CNY/t 2026-11-18',
      'neodymium oxide 554000 CNY/t 2026-11-19',
      'terbium oxide 6050 CNY/kg 2026-11-18',
      'terbium oxide 6060 CNY/kg 2026-11-19',
    ],
  },
];
