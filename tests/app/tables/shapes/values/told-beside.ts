/** What is told by what stands beside it: the unit in the brackets of a known heading, the other end of a range, and words behind a name. */
import type { Case } from '../../case.ts';

export const CASES: readonly Case[] = [
  {
    name: 'the money in the brackets of a heading that is known as a whole, the mass in a column of its own',
    text: '报价日期：2026年11月18日,,,,\n品名,单位,数量,单价（元）,金额（元）\n金属镓,公斤,20,2050.00,41000.00\n金属铟,公斤,30,2710.00,81300.00\n备注：单价含13%增值税,,,,\n',
    prices: ['gallium metal 2050 CNY/kg 2026-11-18 included', 'indium metal 2710 CNY/kg 2026-11-18 included'],
  },
  {
    name: 'what is bid in a word of no list, beside what is asked',
    text: 'Hinnasto 18.11.2026;;\nMetal;Zzupp (EUR/g);Ask (EUR/g)\nGold;118,40;121,90\nSilver;1,52;1,61\n',
    prices: ['gold metal 118.4-121.9 EUR/g 2026-11-18', 'silver metal 1.52-1.61 EUR/g 2026-11-18'],
  },
  {
    name: 'the settlement beside the last trade, of contracts by their months',
    text: 'Symbol,Name,Latest,Settlement,Date,Units\nHGH7,Copper Mar 27,5.2110,5.2045,2026-11-18,USD/lb\nGCG7,Gold Feb 27,4180.1,4181.7,2026-11-18,USD/troy oz\n',
    prices: [
      'copper metal 5.2045 USD/lb 2026-11-18 Mar 27',
      'gold metal 4181.7 USD/troy oz 2026-11-18 Feb 27',
    ],
  },
  {
    name: 'contained pounds in a column of any name, in capitals, below the money of a title',
    text: 'ALLOY PRICES, 18 NOVEMBER 2026\nU.S. DOLLARS\n\nMATERIAL,ZZQ,LOW,HIGH\nFERROVANADIUM,PER LB V,14.10,14.90\nFERROMOLYBDENUM,PER LB MO CONT.,25.00,25.40\nFERROTITANIUM,PER LB CONTAINED,2.75,2.95\n',
    prices: [
      'vanadium alloy 14.1-14.9 USD/lb 2026-11-18',
      'molybdenum alloy 25-25.4 USD/lb 2026-11-18',
      'titanium alloy 2.75-2.95 USD/lb 2026-11-18',
    ],
  },
  {
    name: 'days and months below the month of a title, their unit beside a rate in another sentence',
    text: 'Boletim - Outubro/2026;;\nDia;Cobre;Dólar\n07/10;9.680,00;5,31\n08/10;9.702,50;5,33\nCotações em US$/tonelada. Dólar em R$ (PTAX venda).;;\n',
    prices: ['copper metal 9680 USD/t 2026-10-07', 'copper metal 9702.5 USD/t 2026-10-08'],
  },
  {
    name: 'words behind names in headings and numbers of articles before them',
    text: 'Date,Nickel cathode (Zurbia),"Aluminium P1020 QXP basis all-in, USD/t"\n18 Nov 2026,14980,2745\n19 Nov 2026,15010,n/s\nAll prices in USD/t,,\n',
    prices: [
      'nickel metal 14980 USD/t 2026-11-18 Zurbia',
      'nickel metal 15010 USD/t 2026-11-19 Zurbia',
      'aluminium metal 2745 USD/t 2026-11-18 p1020 QXP all',
    ],
  },
  {
    name: 'two columns of one metal, of which one has words that are not known',
    text: 'Date,Nickel (USD/t),Nickel zurb (USD/t)\n18 Nov 2026,14980,14950\n19 Nov 2026,15010,14980\n',
    prices: ['nickel metal 14980 USD/t 2026-11-18', 'nickel metal 15010 USD/t 2026-11-19'],
  },
  {
    name: 'weeks by their number behind the year, and days with Roman months',
    text: 'Week;Copper EUR/t\n2026-45;8410\n2026-46;8433\n',
    prices: ['copper metal 8410 EUR/t 2026-11-08 week', 'copper metal 8433 EUR/t 2026-11-15 week'],
  },
  {
    name: 'Roman months',
    text: 'Data;Miedź PLN/t\n18/XI/2026;35410\n19/XI/2026;35433\n',
    prices: ['copper metal 35410 PLN/t 2026-11-18', 'copper metal 35433 PLN/t 2026-11-19'],
  },
  {
    name: 'names of goods in a column that is called a market, ranges with their units beside them',
    text: 'Date,Market,Price range\n18 Nov 2026,Tungsten APT 88.5% FOB China,USD 640-650/mtu\n18 Nov 2026,Bismuth 99.99% in-whs Rotterdam,USD 10.90-11.50/lb\n',
    prices: [
      'tungsten paratungstate 640-650 USD/mtu 2026-11-18 88.5 % fob China',
      'bismuth metal 10.9-11.5 USD/lb 2026-11-18 99.99 % in warehouse Rotterdam',
    ],
  },
  {
    name: 'a compound word for prices, numbers of articles beside it',
    text: 'Leverancier;Omschrijving;Zurbprijs;Valuta;Per;Eenheid;Geldig vanaf\n4711;Zinkblokken SHG;261,20;EUR;100;KG;18-11-2026\n4711;Loodblokken 99,97;187,40;EUR;100;KG;18-11-2026\n',
    prices: ['zinc metal 2.612 EUR/kg 2026-11-18 SHG', 'lead metal 1.874 EUR/kg 2026-11-18 99.97 %'],
  },
  {
    name: 'a chat whose days have two digits of their year, one line of a good that is not known',
    text: '[18/11/26, 10:02:11] Raj: Rates in INR\n[18/11/26, 10:02:40] Raj: Cu cathode 912/kg\n[18/11/26, 10:02:52] Raj: Ni Zurbsk 1565/kg\n[18/11/26, 10:03:01] Raj: Tin 3720/kg\n',
    prices: ['copper metal 912 INR/kg 2026-11-18', 'tin metal 3720 INR/kg 2026-11-18'],
    refused: ['“Ni Zurbsk 1565/kg” is no metal that is known here'],
  },
  {
    name: 'the day of an update right above the heading',
    text: '金属价格,,\n更新日期,2026-11-18,\n品名,价格区间,单位\n电解铜,78850～79050,元/吨\n电解镍,121200～123400,元/吨\n',
    prices: ['copper metal 78850-79050 CNY/t 2026-11-18', 'nickel metal 121200-123400 CNY/t 2026-11-18'],
  },
  ...[
    'Magnesium AZ91D',
    'Lead PbSb',
    'Tin SAC305',
    'Nickel IN718',
    'Copper MTD',
    'Copper prev',
    'Nickel matte',
    'Graphite electrodes HP',
  ].map((name): Case => ({
    name: `${name}: the words behind the name make another good or figure of it`,
    text: `Date;Product;Price;Unit\n2026-11-18;${name};25.5;USD/kg\n`,
    prices: [],
    refused: ['is no metal that is known here'],
  })),
  {
    name: 'the price of another day beside what is asked is no end of its range',
    text: 'Prices of 18.11.2026;;\nMetal;Gestern (EUR/g);Ask (EUR/g)\nGold;118,40;121,90\nSilver;1,52;1,61\n',
    prices: ['gold metal 121.9 EUR/g 2026-11-18', 'silver metal 1.61 EUR/g 2026-11-18'],
  },
];
