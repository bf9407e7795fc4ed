/** Series of central banks and statistical offices, each column described by rows above its days. */
import type { Case } from '../../case.ts';

export const CASES: readonly Case[] = [
  {
    name: 'an Australian bank: titles, descriptions, units and codes, an index among the columns',
    text: 'I9 METALS PRICES,,,,\nTitle,Index of base metals; SDR,Copper spot price,Lithium hydroxide; CIF North Asia,Silver\nDescription,Index; SDR terms,Copper; LME cash,Lithium hydroxide; battery grade; CIF North Asia,Silver price; London am fix\nFrequency,Monthly,Monthly,Monthly,Monthly\nType,Original,Original,Original,Original\nUnits,"Index, 2023/24 = 100",US dollars per tonne,US dollars per kilogram,Australian dollars per troy ounce\nSource,RBA,LME,Vendor,LBMA\nPublication date,02-Nov-2026,02-Nov-2026,02-Nov-2026,02-Nov-2026\nSeries ID,GRCPBM,XCOP,XLIOH,XSILA\n31-Aug-2026,101.4,10588.9,10.10,64.20\n30-Sep-2026,102.0,,10.35,71.85\n',
    prices: [
      'copper metal 10588.9 USD/t 2026-08-31 month LME',
      'lithium hydroxide 10.1 USD/kg 2026-08-31 month battery grade cif North Asia',
      'silver metal 64.2 AUD/troy oz 2026-08-31 month London AM',
      'lithium hydroxide 10.35 USD/kg 2026-09-30 month battery grade cif North Asia',
      'silver metal 71.85 AUD/troy oz 2026-09-30 month London AM',
    ],
  },
  {
    name: 'a Mexican bank: titles and units in Spanish, codes beside the word for the day',
    text: '"Título","Cotización de la plata","Tipo de cambio FIX","Cotización del zinc"\n"Periodicidad","Diaria","Diaria","Diaria"\n"Unidad","Dólares por onza troy","Pesos por dólar","Dólares por tonelada"\n"Fecha","SF60653","SF43718","SF60611"\n"17/11/2026","49.91","18.4010","3,012.50"\n"18/11/2026","50.86","18.3377","N/E"\n',
    prices: [
      'silver metal 49.91 USD/troy oz 2026-11-17',
      'zinc metal 3012.5 USD/t 2026-11-17',
      'silver metal 50.86 USD/troy oz 2026-11-18',
    ],
  },
  {
    name: 'a German bank: codes and names without a label, thousands by a row of their own',
    text: '"";BBXL3.M.CU;BBXL3.M.XAU\n"";Kupfer, Kathoden;Gold\nEinheit;EUR je t;EUR je Feinunze\nDimension;Tausend;Eins\nStand vom;02.11.2026;02.11.2026\n2026-08;9,125;2.890,40\n2026-09;9,231;3.125,10\n',
    prices: [
      'copper metal 9125 EUR/t 2026-08-31 month',
      'gold metal 2890.4 EUR/troy oz 2026-08-31 month',
      'copper metal 9231 EUR/t 2026-09-30 month',
      'gold metal 3125.1 EUR/troy oz 2026-09-30 month',
    ],
  },
  {
    name: 'a workbook of an office: names above, units and kinds below them, days as dates',
    text: [
      ['Time series spreadsheet'],
      ['', 'Zinc, special high grade', 'Lead, refined', 'Manufacturing ; Total'],
      ['Unit', 'USD per tonne', 'USD per tonne', 'Index Numbers'],
      ['Series Type', 'Original', 'Original', 'Original'],
      ['Frequency', 'Quarter', 'Quarter', 'Quarter'],
      ['Series ID', 'A2390563V', 'A2390564W', 'A2390565X'],
      [new Date('2026-03-31'), 2871, 1995.5, 131.2],
      [new Date('2026-06-30'), 2790.5, 1981, 131.9],
    ],
    prices: [
      'zinc metal 2871 USD/t 2026-03-31 quarter SHG',
      'lead metal 1995.5 USD/t 2026-03-31 quarter',
      'zinc metal 2790.5 USD/t 2026-06-30 quarter SHG',
      'lead metal 1981 USD/t 2026-06-30 quarter',
    ],
  },
  {
    name: 'a Japanese bank: names and units, an index whose unit is none',
    text: '系列名,電気銅,すず,企業物価指数\n単位,円／トン,円／kg,指数\n頻度,月次,月次,月次\n2026年8月,"1,640,000","5,120",128.1\n2026年9月,"1,702,000","5,260",128.4\n',
    prices: [
      'copper metal 1640000 JPY/t 2026-08-31 month',
      'tin metal 5120 JPY/kg 2026-08-31 month',
      'copper metal 1702000 JPY/t 2026-09-30 month',
      'tin metal 5260 JPY/kg 2026-09-30 month',
    ],
  },
  {
    name: 'a French office: labels and identifiers, and a name that is no metal alone',
    text: 'Libellé;Étain, cours au comptant;Pétrole Brent;Cuivre, prix moyen\nIdbank;010002056;010002077;010002052\nUnité;€ par tonne;€ par baril;€ par tonne\nPériode;;;\n2026-08;32 105,5;58,20;9 125,0\n2026-09;31 980,0;57,10;9 231,4\n',
    prices: [
      'tin metal 32105.5 EUR/t 2026-08-31 month',
      'copper metal 9125 EUR/t 2026-08-31 month',
      'tin metal 31980 EUR/t 2026-09-30 month',
      'copper metal 9231.4 EUR/t 2026-09-30 month',
    ],
  },
];
