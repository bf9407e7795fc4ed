/** Tables as exchanges, ERPs, databases, agencies and printers of many countries give them, and those that must be asked about. */
import type { Case } from '../../case.ts';

const RUSSIAN =
  'Дата;Металл;Цена, руб./т (без НДС)\n05.03.2026;Медь;985 400,00\n06.03.2026;Никель;1 342 000,50\n';
const IN_RUSSIAN = [
  'copper metal 985400 RUB/t 2026-03-05 excluded',
  'nickel metal 1342000.5 RUB/t 2026-03-06 excluded',
];
const row = (product: string, price: string, unit: string) =>
  `Date,Product,Price,Unit\n2026-03-05,"${product}",${price},${unit}\n`;
const named = (product: string, price: number, unit: string, wanted: string): Case => ({
  name: `what stands behind a name: ${product}`,
  text: row(product, String(price), unit),
  prices: [wanted],
});
const ND = (price: string, time: string) => `neodymium oxide ${price} USD/kg ${time}`;

/** A cell as a workbook shows it. */
const shown = (value: number | Date, numFmt: string) => ({ value, style: { numFmt } });

export const CASES: readonly Case[] = [
  { name: 'Russian in Windows-1251', legacy: 'windows-1251', text: RUSSIAN, prices: IN_RUSSIAN },
  { name: 'Russian in KOI8-R', legacy: 'koi8-r', text: RUSSIAN, prices: IN_RUSSIAN },
  {
    name: 'Polish in Windows-1250',
    legacy: 'windows-1250',
    text: 'Data;Surowiec;Cena (zł/t)\n05.03.2026;Miedź;45 400,00\n05.03.2026;Ołów;8 200,50\n',
    prices: ['copper metal 45400 PLN/t 2026-03-05', 'lead metal 8200.5 PLN/t 2026-03-05'],
  },
  {
    name: 'Japanese in Shift_JIS, with a day of the reign and what was before',
    legacy: 'shift_jis',
    text: '令和8年3月5日（木）,,単位：円／トン\n品目,建値,前回建値\n電気銅,"1,950,000","1,930,000"\n電気亜鉛,"480,000","482,000"\n',
    prices: ['copper metal 1950000 JPY/t 2026-03-05', 'zinc metal 480000 JPY/t 2026-03-05'],
  },
  {
    name: 'Korean in EUC-KR',
    legacy: 'euc-kr',
    text: '날짜,품목,가격(원/kg)\n2026-03-05,구리,18500\n',
    prices: ['copper metal 18500 KRW/kg 2026-03-05'],
  },
  {
    name: 'Chinese of Taiwan in Big5',
    legacy: 'big5',
    text: '日期,品名,最低價(USD/kg),最高價(USD/kg)\n2026/03/05,氧化釹,70,72\n',
    prices: [ND('70-72', '2026-03-05')],
  },
  {
    name: 'a web page’s declared encoding, and a title above its table',
    legacy: 'windows-1251',
    text: '<html><head><meta charset="windows-1251"></head><body><h2>Медь, 5 марта 2026</h2><table><tr><th>Дата</th><th>Цена, $/т</th></tr><tr><td>05.03.2026</td><td>12 845</td></tr></table></body></html>',
    prices: ['copper metal 12845 USD/t 2026-03-05'],
  },
  {
    name: 'two-digit years, of which one row tells that the month comes first',
    text: 'trade_date,commodity,price_usd_per_lb\n3/5/26,Nickel,7.82\n3/9/26,Nickel,7.85\n3/13/26,Nickel,7.88\n',
    prices: [
      'nickel metal 7.82 USD/lb 2026-03-05',
      'nickel metal 7.85 USD/lb 2026-03-09',
      'nickel metal 7.88 USD/lb 2026-03-13',
    ],
  },
  {
    name: 'two-digit years that come first',
    text: 'Date,Nd oxide (USD/kg)\n26/03/05,78\n26/03/06,78.5\n26/03/31,79\n',
    prices: [ND('78', '2026-03-05'), ND('78.5', '2026-03-06'), ND('79', '2026-03-31')],
  },
  {
    name: 'days of the week in a column of their own settle which is day and month',
    text: 'Day,Date,Material,Price (USD/kg)\nThu,05/03/2026,Nd oxide,78\nFri,06/03/2026,Nd oxide,78.5\n',
    prices: [ND('78', '2026-03-05'), ND('78.5', '2026-03-06')],
  },
  {
    name: 'days of the week beside dates, in three languages',
    text: 'Datum,Nd oxide (USD/kg)\n"Do, 05/03/2026",78\n06/03/2026 (金),78.5\nlun. 09/03/2026,79\n',
    prices: [ND('78', '2026-03-05'), ND('78.5', '2026-03-06'), ND('79', '2026-03-09')],
  },
  {
    name: 'a day of the week that its date is not',
    text: 'Day,Date,Nd oxide (USD/kg)\nThu,2026-03-05,78\nMon,2026-03-06,78.5\n',
    prices: [ND('78', '2026-03-05')],
    refused: ['is no Mon'],
  },
  {
    name: 'milliseconds since 1970, and a price that is an object',
    text: JSON.stringify([
      { ts: Date.UTC(2026, 2, 5), product: 'Nd oxide', price: { value: 78, currency: 'USD', per: 'kg' } },
    ]),
    prices: [ND('78', '2026-03-05')],
  },
  {
    name: 'midnight in China, as a clock in UTC has it, may be two days',
    text: JSON.stringify([{ ts: Date.UTC(2026, 2, 4, 16), product: 'Nd oxide', price: 78, unit: 'USD/kg' }]),
    prices: [],
    refused: ['it may be 2026-03-04 or 2026-03-05'],
  },
  {
    name: 'a time of day is no quarter',
    text: JSON.stringify({
      unit: 'USD/kg',
      metals: { 'Nd oxide': 78 },
      timestamps: { metal: '2026-03-12T16:00:12.000Z' },
    }),
    prices: [ND('78', '2026-03-12')],
  },
  {
    name: 'what a database wraps',
    text: '{"metal":"Nd oxide","price":{"$numberDecimal":"78.50"},"unit":"USD/kg","asOf":{"$date":"2026-03-05T00:00:00Z"}}\n{"metal":"Nd oxide","price":{"$numberDecimal":"79"},"unit":"USD/kg","asOf":{"$date":"2026-03-06T00:00:00Z"}}\n',
    prices: [ND('78.5', '2026-03-05'), ND('79', '2026-03-06')],
  },
  {
    name: 'XML with the unit on the root, the day on a group, and what a seller asks',
    text: '<?xml version="1.0"?><list currency="EUR" per="g"><day date="2026-03-05"><quote metal="Platinum" sell="58.40"/><quote metal="Iridium" sell="171.25"/></day></list>',
    prices: ['platinum metal 58.4 EUR/g 2026-03-05', 'iridium metal 171.25 EUR/g 2026-03-05'],
  },
  {
    name: 'an exchange’s cash and three months are two series',
    text: 'Date,LME Cu Cash USD/mt,LME Cu 3M USD/mt\n05-Mar-26,12800,12845\n',
    prices: ['copper metal 12800 USD/t 2026-03-05 LME', 'copper metal 12845 USD/t 2026-03-05 LME 3-month'],
  },
  named(
    'Cobalt, standard grade, in-whs Rotterdam',
    25.1,
    'USD/lb',
    'cobalt metal 25.1 USD/lb 2026-03-05 standard grade in warehouse Rotterdam',
  ),
  named(
    'Antimony, max 100 ppm Bi, in-whs Rotterdam',
    23500,
    'USD/t',
    'antimony metal 23500 USD/t 2026-03-05 max 100 ppm Bi in warehouse Rotterdam',
  ),
  named('Manganese ore, 44% Mn lump', 4.62, 'USD/dmtu', 'manganese ore 4.62 USD/mtu 2026-03-05 44 % Mn lump'),
  named(
    'Molybdenum oxide (Mo content)',
    22.1,
    'USD/lb',
    'molybdenum oxide 22.1 USD/lb 2026-03-05 Mo content',
  ),
  named('Nd-Pr oxide, FOB Tianjin', 73.2, 'USD/kg', 'ndpr oxide 73.2 USD/kg 2026-03-05 fob Tianjin'),
  {
    name: 'what is no such good stays out: magnets, premiums',
    text: 'Date,Product,Price,Unit\n2026-03-05,Neodymium magnets N52,80,USD/kg\n2026-03-05,Copper premium CIF Shanghai,85,USD/t\n',
    prices: [],
    refused: ['is no metal that is known here', 'is no metal that is known here'],
  },
  {
    name: 'a code beside the name: the name counts',
    text: '# all prices in EUR/kg, ddp Antwerp\nDATE|SYMBOL|NAME|PX\n20260303|ND-M|Neodymium metal|91.40\n#EOF|1\n',
    prices: ['neodymium metal 91.4 EUR/kg 2026-03-03 delivered'],
  },
  {
    name: 'a unit that the prices contradict by ten thousand',
    text: '日期,品名,最低价(万元/吨),最高价(万元/吨)\n2026-03-05,氧化镨钕,718000,722000\n',
    prices: [],
    refused: ['its unit must be another'],
  },
  {
    name: 'the same unit where a setting says it',
    text: 'Date,Product,Price\n2026-03-05,Copper,12845\n',
    common: { unit: 'USD/kg' },
    prices: ['copper metal 12845 USD/kg 2026-03-05'],
  },
  {
    name: 'a price that has lost a mark stands apart',
    text: 'Date,Copper (USD/t)\n2026-03-03,12800\n2026-03-04,128500\n2026-03-05,12900\n',
    prices: ['copper metal 12800 USD/t 2026-03-03', 'copper metal 12900 USD/t 2026-03-05'],
    refused: ['many times more or less than the prices of the days around it'],
  },
  {
    name: 'two stretches that are far apart: nobody can say which is right',
    text: 'Date,NdPr oxide (CNY/t)\n2026-03-02,71800\n2026-03-03,71900\n2026-03-04,719000\n2026-03-05,720000\n',
    prices: [],
    refused: Array.from({ length: 4 }, () => 'many times more or less'),
  },
  {
    name: 'months of delivery are no time of a price',
    text: 'Contract,Copper (USD/t)\nMay-26,12845\nJun-26,12860\n',
    prices: [],
    refused: ['it does not say which day its prices are of'],
  },
  {
    name: 'a title with two units',
    text: 'Prices in USD/kg or EUR/kg\nDate,Nd oxide\n2026-03-05,78\n',
    prices: [],
    refused: ['in which unit its prices are'],
  },
  {
    name: 'the money in one title and the mass in another',
    text: 'Currency:,EUR\nBasis:,per tonne\n\nDate,Copper,Zinc\n2026-03-05,11034.5,2812.5\n',
    prices: ['copper metal 11034.5 EUR/t 2026-03-05', 'zinc metal 2812.5 EUR/t 2026-03-05'],
  },
  {
    name: 'a letter among words is no symbol',
    text: 'Date,Spalte B (USD/kg),Nd oxide (USD/kg)\n2026-03-05,5,78\n',
    prices: [ND('78', '2026-03-05')],
  },
  {
    name: 'a print list, whose columns stand below one another',
    text: 'FIRMA 02             EINKAUFSPREISE\n\nARTIKEL   BEZEICHNUNG        GUELTIG AB       PREIS  WAEHR EINH\n---------------------------------------------------------------\n20011     KUPFER KATHODEN    05.03.26      1.123,50  EUR   100KG\n20014     ZINK 99,995        05.03.26        291,25  EUR   100KG\n20031     NICKEL             09.03.26     15.120,00  EUR   1T\n',
    prices: [
      'copper metal 11.235 EUR/kg 2026-03-05',
      'zinc metal 2.9125 EUR/kg 2026-03-05 99.995 %',
      'nickel metal 15120 EUR/t 2026-03-09',
    ],
    refused: ['it has 1 cells'],
  },
  {
    name: 'a price unit of a thousand kilos, as an ERP has it',
    text: 'Stand: 05.03.2026;;;;;\nBezeichnung;Nettopreis;Währg;pro;ME;Lieferbedingung\nPraseodym-Neodym-Metall;76.400,00;USD;1.000;KG;CIP Frankfurt\nKobalt-Kathoden min. 99,8 %;29.850,00;EUR;1;TO;FCA Rotterdam\n',
    prices: [
      'ndpr metal 76.4 USD/kg 2026-03-05 cif Frankfurt excluded',
      'cobalt metal 29850 EUR/t 2026-03-05 99.8 % fca Rotterdam excluded',
    ],
  },
  {
    name: 'three decimals throughout, told by one number with both marks',
    text: 'DESCR_ARTICOLO;DATA_LIST;PREZZO;DIV;UM\nNEODIMIO OSSIDO;20260305;58,400;EUR;KG\nCOBALTO CATODI;20260305;29.750,000;EUR;T\n',
    prices: ['neodymium oxide 58.4 EUR/kg 2026-03-05', 'cobalt metal 29750 EUR/t 2026-03-05'],
  },
  {
    name: 'lakhs of rupees',
    text: 'Figures in ₹ lakh per MT\nMonth,Copper,Tin\n2026-03,11.25,31.5\n',
    prices: ['copper metal 1125000 INR/t 2026-03-31 month', 'tin metal 3150000 INR/t 2026-03-31 month'],
  },
  {
    name: 'a column with metal, form and unit in its name, and a summary below',
    text: 'date,neodymium_oxide_usd_kg\n2026-03-05,60.2\n2026-03-06,60.4\n\n,neodymium_oxide_usd_kg\ncount,2.0\nmean,60.3\nstd,0.1\n25%,60.2\nmax,60.4\n',
    prices: [ND('60.2', '2026-03-05'), ND('60.4', '2026-03-06')],
  },
  {
    name: 'tables below one another, each with its title, and the day of the first',
    text: [
      ['Relevé de prix du 27 février 2026'],
      ['Métaux précieux – en €/g HT'],
      ['Métal', 'Achat (bid)', 'Vente (ask)'],
      ['Platine', 58.2, 59.1],
      ['Métaux de base – en €/t HT'],
      ['Métal', 'Prix', 'Var. jour'],
      ['Cuivre', 9015, 0.004],
    ],
    prices: [
      'platinum metal 58.2-59.1 EUR/g 2026-02-27 excluded',
      'copper metal 9015 EUR/t 2026-02-27 excluded',
    ],
  },
  {
    name: 'the unit that a workbook shows behind its numbers, and months that it shows without a day',
    sheets: [
      {
        name: 'Prices',
        rows: [
          ['Month', 'Nd oxide (per kg)'],
          [new Date('2026-03-01'), 78.5],
          [new Date('2026-04-01'), 79],
        ],
        cells: new Map([
          ['1,0', shown(new Date('2026-03-01'), 'mmm-yy')],
          ['2,0', shown(new Date('2026-04-01'), 'mmm-yy')],
          ['1,1', shown(78.5, String.raw`#,##0.00\ [$€-407]`)],
          ['2,1', shown(79, String.raw`#,##0.00\ [$€-407]`)],
        ]),
      },
    ],
    prices: ['neodymium oxide 78.5 EUR/kg 2026-03-31 month', 'neodymium oxide 79 EUR/kg 2026-04-30 month'],
  },
  {
    name: 'one end of a range that has a mark that it is not there',
    text: 'date,metal,form,low,high,unit\n2026-03-05,cerium,oxide,1.3,NaN,USD/kg\n',
    prices: ['cerium oxide 1.3 USD/kg 2026-03-05'],
  },
];
