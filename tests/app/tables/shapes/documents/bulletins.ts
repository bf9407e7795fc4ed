/** Bulletins, surveys and lists of words of their own: what heads a column is told by what stands in it, and the week by its days. */
import type { Case } from '../../case.ts';

export const CASES: readonly Case[] = [
  {
    name: 'numbers of rows below a symbol are no prices of a metal',
    text: [
      ['Offer of 12 November 2026'],
      ['Sr', 'Material', 'Rate', 'Currency', 'Per'],
      [3, 'Zinc ingot', 318.5, 'INR', 'Kg'],
      [4, 'Lead ingot', 204.25, 'INR', 'Kg'],
    ],
    prices: ['zinc metal 318.5 INR/kg 2026-11-12', 'lead metal 204.25 INR/kg 2026-11-12'],
  },
  {
    name: 'a day’s trade in another tongue: its last price, and not from low to high',
    text: 'Nikkel (USD/t)\nTarih,Şimdi,Açılış,Yüksek,Düşük\n"20.11.2026","15.110,00","15.020,00","15.180,00","14.990,00"\n"19.11.2026","15.040,00","15.110,00","15.150,00","15.010,00"\n',
    prices: ['nickel metal 15110 USD/t 2026-11-20', 'nickel metal 15040 USD/t 2026-11-19'],
  },
  {
    name: 'a day’s trade with its first and last price in words that no list has',
    text: 'Tin, USD/t\nDate,Foo,Bar,High,Low\n2026-11-12,36050,36080,36120,36010\n2026-11-13,36080,36020,36100,35990\n',
    prices: [],
    refused: ['lies between low and high'],
  },
  {
    name: 'the middle beside a column of ranges that is called a price alone',
    text: 'Product\tPrice\tMidpoint\tDate\nBismuth 99.99%, US$/lb\t13.6 – 14.8\t14.2\t12 Nov 2026\nIndium, US$/kg\t350 – 354\t352\t12 Nov 2026\n',
    prices: ['bismuth metal 13.6-14.8 USD/lb 2026-11-12 99.99 %', 'indium metal 350-354 USD/kg 2026-11-12'],
  },
  {
    name: 'dates across that may be other days are no dates',
    text: [
      ['Offers, USD per kg'],
      ['Material', '03-02-2026', '06-05-2026', '10-08-2026'],
      ['NdPr oxide', 71.5, 73.2, 75],
    ],
    prices: [],
    refused: ['may be two days'],
  },
  {
    name: 'dates across of which one settles the order of all',
    text: 'Offers, USD per kg,,\nMaterial,10/02/2026,10/22/2026\nNdPr oxide,71.5,73.2\n',
    prices: ['ndpr oxide 71.5 USD/kg 2026-10-02', 'ndpr oxide 73.2 USD/kg 2026-10-22'],
  },
  {
    name: 'the end of a week across that may be two days',
    text: 'Product,Unit,Week ending 06/11/2026\nIndium,USD/kg,352\n',
    prices: [],
    refused: ['no column of prices'],
  },
  {
    name: 'prices with their money below words that no list has',
    text: '# colour, Thu 12 Nov 2026\nmetal\tindication\twhere\nBismuth 99.99\t$8.15/lb\tin-whs Rotterdam\nManganese flake\t€1,920/t\tin-whs Rotterdam\n',
    prices: [
      'bismuth metal 8.15 USD/lb 2026-11-12 99.99 % in warehouse Rotterdam',
      'manganese metal 1920 EUR/t 2026-11-12 flake in warehouse Rotterdam',
    ],
  },
  {
    name: 'the unit at the right above a heading',
    text: [
      ['Rare earths, weekly'],
      ['', '', '', '', 'Unit: CNY/kg'],
      ['Product', 'Date', 'Low', 'High', 'Remark'],
      ['Dy2O3', '2026.11.13', 1540, 1560],
    ],
    prices: ['dysprosium oxide 1540-1560 CNY/kg 2026-11-13'],
  },
  {
    name: 'a unit price below an abbreviation, beside an amount',
    text: 'Date cde;Désignation;Qté (kg);PUHT (€/kg);Montant (€)\n12/10/2026;Étain en lingots;1 200;34,15;40 980,00\n23/10/2026;Cobalt;250;46,90;11 725,00\n',
    prices: ['tin metal 34.15 EUR/kg 2026-10-12', 'cobalt metal 46.9 EUR/kg 2026-10-23'],
  },
  {
    name: 'days of the week across, below the week of a title',
    text: 'COURS - Semaine du 9 au 13 novembre 2026\n\nMétal            Lundi     Mardi     Mercredi\nÉtain (USD/t)    36 050    36 080    36 020\n',
    prices: [
      'tin metal 36050 USD/t 2026-11-09',
      'tin metal 36080 USD/t 2026-11-10',
      'tin metal 36020 USD/t 2026-11-11',
    ],
  },
  {
    name: 'days of the week across, and two weeks in titles',
    text: 'Prices of week 45 2026, week 46 2026\nMetal,Monday,Tuesday,Wednesday\nTin (USD/t),36050,36080,36020\n',
    prices: [],
    refused: ['no column of prices'],
  },
  {
    name: 'a week from day to day in a title',
    text: 'Cotação - semana 09/11/2026 a 13/11/2026\nMetal;US$/t\nEstanho;36.050,50\n',
    prices: ['tin metal 36050.5 USD/t 2026-11-15 week'],
  },
  {
    name: 'two weeks from day to day in a title are no week',
    text: 'Cotação 02/11/2026 a 13/11/2026\nMetal;US$/t\nEstanho;36.050,50\n',
    prices: [],
    refused: ['which day'],
  },
  {
    name: 'a survey’s statistics of one metal: the price is one of its rows',
    text: 'TELLURIUM,,,\nSalient Statistics:,2022,2023,2024\n"Imports, kilograms",21000,19500,20400\n"Price, average, dollars per kilogram",70.3,78.4,74.1\n"Net import reliance, %",75,75,80\n',
    prices: [
      'tellurium metal 70.3 USD/kg 2022-12-31 year',
      'tellurium metal 78.4 USD/kg 2023-12-31 year',
      'tellurium metal 74.1 USD/kg 2024-12-31 year',
    ],
  },
  {
    name: 'the only numbers below a word that no list has, beside their money',
    text: 'Werkstoff;Kondwert;Währg;pro;ME;Gültig ab\nZinn 99,9;3.412,50;EUR;100;KG;12.11.2026\n',
    prices: ['tin metal 34.125 EUR/kg 2026-11-12 99.9 %'],
  },
  {
    name: 'two columns below words that no list has: nobody can say which is the price',
    text: 'Werkstoff;Kondwert;Vergleich;Währg;ME;Gültig ab\nZinn 99,9;34,12;33,90;EUR;KG;12.11.2026\n',
    prices: [],
    refused: ['no column of prices'],
  },
  {
    name: 'a charge below a word for prices is none',
    text: 'Date,Copper concentrate TC price (USD/t)\n2026-11-12,35.5\n',
    prices: [],
    refused: ['no column of prices'],
  },
  {
    name: 'this week beside last week',
    text: 'Prices of 12 November 2026\nProduct,This week,Last week,Unit\nFerrosilicon 75%,1380-1420,1375-1415,USD/t\n',
    prices: ['silicon alloy 1380-1420 USD/t 2026-11-12 75 %'],
  },
  {
    name: 'rows without any heading below a title, with groups between them',
    text: 'Prices of 12 November 2026,,\nBase,,\nCopper,10812,USD/t\nLead,1987,USD/t\nOthers,,\nIndium,352,USD/kg\n',
    prices: [
      'copper metal 10812 USD/t 2026-11-12',
      'lead metal 1987 USD/t 2026-11-12',
      'indium metal 352 USD/kg 2026-11-12',
    ],
  },
  {
    name: 'rows without any heading, with two numbers: nobody can say which is the price',
    text: 'Prices of 12 November 2026,,,\nCopper,10812,10790,USD/t\nLead,1987,1980,USD/t\n',
    prices: [],
    refused: ['no heading'],
  },
  {
    name: 'the head of a letter above a list is no heading of it',
    text: [
      ['QUOTATION', '', '', 'No.', 'Q-118'],
      ['To:', 'A works', '', 'Date:', '2026-11-12'],
      ['Terms:', 'CIF Osaka', '', 'Payment:', '30% T/T'],
      [],
      ['No.', 'Item', 'Qty (kg)', 'Unit price (USD/kg)', 'Amount (USD)'],
      [1, 'Terbium metal', 20, 1290, 25800],
    ],
    prices: ['terbium metal 1290 USD/kg 2026-11-12 cif'],
  },
  {
    name: 'a unit with its terms in one column',
    text: 'Date,Alloy,Price,Basis\n2026-11-12,Ferro-vanadium 80%,26.4,"USD per kg V, DDP Europe"\n',
    prices: ['vanadium alloy 26.4 USD/kg 2026-11-12 80 % delivered Europe'],
  },
  {
    name: 'terms in a grade hold for its row, not those of the title',
    text: 'Prices of 12 November 2026, in-warehouse Rotterdam unless stated,,\nProduct,Grade,Price,Unit\nGermanium,"5N, FOB China",4850,USD/kg\nIndium,4N,352,USD/kg\n',
    prices: [
      'germanium metal 4850 USD/kg 2026-11-12 5N fob China',
      'indium metal 352 USD/kg 2026-11-12 4N in warehouse Rotterdam',
    ],
  },
  {
    name: 'a range by a slash with its unit and what it counts',
    text: 'Date,Product,Quote\n2026-11-12,Ferrovanadium 80%,23.75/24.60 USD/kg V\n',
    prices: ['vanadium alloy 23.75-24.6 USD/kg 2026-11-12 80 %'],
  },
  {
    name: 'signs of double width below a heading',
    text: '2026年11月12日 现货（元/吨）\n\n品名      价格区间          均价     涨跌\n1#铅      17050-17150      17100    +20\nA00铝     21480-21520      21500    -10\n',
    prices: [
      'lead metal 17050-17150 CNY/t 2026-11-12 1#',
      'aluminium metal 21480-21520 CNY/t 2026-11-12 a00',
    ],
  },
  {
    name: 'a comment between the code of a series and its months',
    text: 'DATE,PTINUSDM\n# Global price of Tin, U.S. Dollars per Metric Ton, Monthly\n2026-07-01,34210\n2026-08-01,34805\n2026-09-01,35640\n',
    prices: [
      'tin metal 34210 USD/t 2026-07-31 month',
      'tin metal 34805 USD/t 2026-08-31 month',
      'tin metal 35640 USD/t 2026-09-30 month',
    ],
  },
  {
    name: 'per kilogram behind a word, and the money in brackets',
    text: 'Item,Price/kg (USD)\nHafnium sponge,3100\nOffer date: 12 Nov 2026,\n',
    prices: ['hafnium metal 3100 USD/kg 2026-11-12'],
  },
];
