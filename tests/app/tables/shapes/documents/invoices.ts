/** Invoices, order lines and price sheets whose heading does not call the goods, with freight and pallets among them; and blocks below one another. */
import type { Case } from '../../case.ts';

const NICKEL = 'nickel metal 14.15 EUR/kg 2026-11-13 cut 4x4';
const COBALT = 'cobalt metal 38.9 EUR/kg 2026-11-14';
const OTHERS = ['“Freight', '“Drum deposit'];
const invoice = (heading: string): Case => ({
  name: `an invoice whose goods are called “${heading}”`,
  text: `Invoice,Date,${heading},Qty,Unit,Unit Price,Net Amount,Cur\n7,13/11/2026,"Nickel cathodes, cut 4x4",250,kg,14.15,3537.50,EUR\n7,13/11/2026,Freight to Leeds,1,each,145.00,145.00,EUR\n8,14/11/2026,Cobalt metal,100,kg,38.90,3890.00,EUR\n8,14/11/2026,Drum deposit,12,each,8.00,96.00,EUR\n`,
  prices: [NICKEL, COBALT],
  refused: OTHERS,
});

export const CASES: readonly Case[] = [
  ...['Details', 'Particulars', 'Line text', 'Was wir liefern', ''].map(invoice),
  {
    name: 'a German list whose goods stand below the word for quotations',
    text: 'Datum;Notierung;von;bis;Einheit\n16.11.2026;Kupfer DEL-Notiz;948,20;956,90;EUR/100 kg\n16.11.2026;Rotguss Rg7;812,00;819,00;EUR/100 kg\n17.11.2026;Zinn 99,9;3.418,00;3.447,50;EUR/100 kg\n17.11.2026;USD-Kurs (EZB);1,1582;;\n17.11.2026;Bestand LME Zinn t;2.755;;\n',
    prices: [
      'copper metal 9.482-9.569 EUR/kg 2026-11-16 DEL',
      'tin metal 34.18-34.475 EUR/kg 2026-11-17 99.9 %',
    ],
    refused: ['Rotguss', 'USD-Kurs', 'Bestand'],
  },
  {
    name: 'a sheet of an exchange’s cash and three months, with scrap in a block below',
    text: [
      ['Smelters & Co   –   Friday 20th November 2026'],
      ['LME OFFICIAL, US DOLLARS PER TONNE'],
      ['', 'Cash settlement', '3 months', 'Stock, t'],
      ['NICKEL', 14900, 15100, 146200],
      ['ZINC SHG', 3095, 3078.5, 47150],
      ['OUR SCRAP BUYING PRICES, GBP PER TONNE DELIVERED YARD'],
      ['', 'Under 1 t', 'Over 1 t'],
      ['Nickel scrap', 7450, 7600],
      ['Zinc', 1050, 1100],
      ['All subject to weighbridge'],
    ],
    prices: [
      'nickel metal 14900 USD/t 2026-11-20 LME',
      'nickel metal 15100 USD/t 2026-11-20 LME 3-month',
      'zinc metal 3095 USD/t 2026-11-20 SHG LME',
      'zinc metal 3078.5 USD/t 2026-11-20 SHG LME 3-month',
    ],
    refused: ['another table begins here'],
  },
  {
    name: 'fertilisers by their terms in a column called a basis, and their unit in the last line',
    text: 'Fertilisers, week ending 19 November 2026\nProduct\tBasis\tLow\tHigh\tChange on week\nUrea, granular\tfob Egypt\t415\t420\t-4\nUrea, granular\tfob Black Sea\t375\t382\t-6\nDAP\tfob Tampa\t715\t724\t0\nMAP\tcfr Santos\t650\t660\t+3\nAll prices USD per tonne\n',
    prices: [
      'urea product 415-420 USD/t 2026-11-22 week granular fob Egypt',
      'urea product 375-382 USD/t 2026-11-22 week granular fob Black Sea',
      'dap product 715-724 USD/t 2026-11-22 week fob Tampa',
    ],
    refused: ['“MAP”'],
  },
  {
    name: 'the money of a title and masses in a column, of what they hold',
    text: 'All prices in EUR - 20.11.2026\nProduct,Unit,Low,High\nFerro-vanadium 80%,kg V,27.40,28.60\nTin,kg,34,34.5\nLead,t,1814,1860\n',
    prices: [
      'vanadium alloy 27.4-28.6 EUR/kg 2026-11-20 80 %',
      'tin metal 34-34.5 EUR/kg 2026-11-20',
      'lead metal 1814-1860 EUR/t 2026-11-20',
    ],
  },
];
