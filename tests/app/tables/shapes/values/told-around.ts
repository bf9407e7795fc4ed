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
  {
    name: 'the mass of a quotation’s quantities, by which the amounts come out',
    text: 'QUOTE 18 November 2026,,,\nItem,Qty (lb),Unit price,Amount (USD)\nBismuth 99.99%,500,11.35,5675.00\nIndium 4N,100,178.00,17800.00\n',
    prices: ['bismuth metal 11.35 USD/lb 2026-11-18 99.99 %', 'indium metal 178 USD/lb 2026-11-18 4N'],
  },
  {
    name: 'the same where the amounts do not come out: nobody says of how much a price is',
    text: 'QUOTE 18 November 2026,,,\nItem,Qty (lb),Unit price,Amount (USD)\nBismuth 99.99%,500,25.02,5675.00\nIndium 4N,100,392.00,17800.00\n',
    prices: [],
    refused: ['in which unit its prices are'],
  },
  {
    name: 'the money of a quotation in a word below it',
    text: '日期：2026-11-18,,,,\n产品名称,数量(kg),单价,总价\n氧化铟,100,2450,245000\n氧化镓,50,2890,144500\n币种：人民币，含税13%,,,\n',
    prices: ['indium oxide 2450 CNY/kg 2026-11-18 included', 'gallium oxide 2890 CNY/kg 2026-11-18 included'],
  },
  {
    name: 'lines without a heading whose parts say themselves what they are',
    text: '现货价格 2026年11月18日\n1#铜    78850-79050    均价78950    涨跌 -120    元/吨\n1#锡    286500-288500    均价287500    涨跌 -1500   元/吨\n',
    prices: ['copper metal 78850-79050 CNY/t 2026-11-18 1#', 'tin metal 286500-288500 CNY/t 2026-11-18 1#'],
  },
  {
    name: 'the unit of one name that is another than the heading’s: a price can be in one of them alone',
    text: 'Métal;Cours (€/t)\nZinc SHG;2 612,00\nArgent (€/kg);1 582,40\nCours du 18.11.2026;\n',
    prices: ['zinc metal 2612 EUR/t 2026-11-18 SHG', 'silver metal 1582.4 EUR/kg 2026-11-18'],
  },
  {
    name: 'the same where it can be in both',
    text: 'Metal;Price (EUR/t)\nTin;33410\nZinc (USD/t);2612\nPrices of 18.11.2026;\n',
    prices: ['tin metal 33410 EUR/t 2026-11-18'],
    refused: ['its name says USD/t, and its unit EUR/t'],
  },
  {
    name: 'days and months alike below a decimal comma: the day comes first',
    text: 'Datum;Kupfer EUR/t\n03/11/2026;8.401,50\n04/11/2026;8.433,00\n',
    prices: ['copper metal 8401.5 EUR/t 2026-11-03', 'copper metal 8433 EUR/t 2026-11-04'],
  },
  {
    name: 'delivery in three months in a heading of settlements, money before a word of taxes, a year of Taiwan',
    text: '金屬價格 115年11月18日,,\nMetal,Cash Settlement,3M Settlement\nCopper,9755.25,9780\nAll prices USD per tonne,,\n',
    prices: ['copper metal 9755.25 USD/t 2026-11-18', 'copper metal 9780 USD/t 2026-11-18 3-month'],
  },
  {
    name: 'Russian grades of metals, money before a word of taxes',
    text: 'Предложение от 18.11.2026;\nНаименование;Цена за кг, руб. без НДС\nИндий ИН-0;41500,00\nГерманий ГЭП-2;214000,00\nФерромолибден ФМо60;3890,00\n',
    prices: [
      'indium metal 41500 RUB/kg 2026-11-18 ИН-0 excluded',
      'germanium metal 214000 RUB/kg 2026-11-18 ГЭП-2 excluded',
      'molybdenum alloy 3890 RUB/kg 2026-11-18 ФМо60 excluded',
    ],
  },
];
