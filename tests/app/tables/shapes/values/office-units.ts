/** Units as statistical offices, central banks and bulletins of several countries write them. */
import type { Case } from '../../case.ts';

const inColumn = (unit: string, product: string, price: string, wanted: string): Case => ({
  name: `${unit} in a column of units`,
  text: `Date;Commodity;Price;Unit\n2026-11-20;${product};${price};${unit}\n`,
  prices: [wanted],
});
const inHeading = (unit: string, product: string, price: string, wanted: string): Case => ({
  name: `${unit} beside a metal in its heading`,
  text: `Date;${product} (${unit})\n2026-11-20;${price}\n`,
  prices: [wanted],
});

export const CASES: readonly Case[] = [
  inColumn('USD_MT', 'Zinc', '3054', 'zinc metal 3054 USD/t 2026-11-20'),
  inColumn('EUR_T', 'Lead', '1860', 'lead metal 1860 EUR/t 2026-11-20'),
  inColumn('USD_PER_TONNE', 'Nickel', '15100', 'nickel metal 15100 USD/t 2026-11-20'),
  inColumn('USD_DMT', 'Iron ore', '104.5', 'iron-ore ore 104.5 USD/t 2026-11-20'),
  inColumn('USD_LB', 'Cobalt', '23.9', 'cobalt metal 23.9 USD/lb 2026-11-20'),
  inColumn('GBP_TOZ', 'Platinum', '1180', 'platinum metal 1180 GBP/troy oz 2026-11-20'),
  inColumn('usd_oz', 'Gold', '4058', 'gold metal 4058 USD/troy oz 2026-11-20'),
  inColumn('US$/oz troy', 'Silver', '50.48', 'silver metal 50.48 USD/troy oz 2026-11-20'),
  inColumn('dólares por onza troy', 'Gold', '4058', 'gold metal 4058 USD/troy oz 2026-11-20'),
  inColumn('dólares de EE.UU./libra', 'Copper', '4.98', 'copper metal 4.98 USD/lb 2026-11-20'),
  inColumn('US$/frasco', 'Mercury', '2850', 'mercury metal 2850 USD/flask 2026-11-20'),
  inColumn('USD per flask', 'Mercury', '2850', 'mercury metal 2850 USD/flask 2026-11-20'),
  inColumn('€/flacon', 'Mercury', '2450', 'mercury metal 2450 EUR/flask 2026-11-20'),
  inColumn('¢US/lb', 'Copper', '502.4', 'copper metal 5.024 USD/lb 2026-11-20'),
  inColumn('U.S. cents per pound', 'Zinc', '138.5', 'zinc metal 1.385 USD/lb 2026-11-20'),
  inColumn('рублей за грамм', 'Gold', '10812.34', 'gold metal 10812.34 RUB/g 2026-11-20'),
  inColumn('руб./г', 'Silver', '131.07', 'silver metal 131.07 RUB/g 2026-11-20'),
  inColumn('долл. США за тонну', 'Nickel', '15100', 'nickel metal 15100 USD/t 2026-11-20'),
  inHeading('$ US/mtu WO3', 'APT', '660', 'tungsten paratungstate 660 USD/mtu 2026-11-20'),
  inHeading('$ US/t', 'Tin', '37150', 'tin metal 37150 USD/t 2026-11-20'),
  inHeading(
    'dollars des États-Unis par once troy',
    'Palladium',
    '1420',
    'palladium metal 1420 USD/troy oz 2026-11-20',
  ),
  inHeading('в долларах США за унцию', 'Gold', '4058', 'gold metal 4058 USD/troy oz 2026-11-20'),
  {
    name: 'rupees in the heading and how many grams beside each metal, of two finenesses of one day',
    text: 'Commodity,Unit,Price (Rs.),Date\nGOLD 995,10 GRMS,"1,27,880",18 Nov 2026\nGOLD 916,10 GRMS,"1,17,660",18 Nov 2026\nSILVER 999,1 KGS,"1,62,305",18 Nov 2026\nNICKEL,100 KGS,"1,32,850",18 Nov 2026\nCASTOR OIL,10 KGS,"1,280",18 Nov 2026\n',
    prices: [
      'gold metal 12788 INR/g 2026-11-18 995',
      'gold metal 11766 INR/g 2026-11-18 916',
      'silver metal 162305 INR/kg 2026-11-18 999',
      'nickel metal 1328.5 INR/kg 2026-11-18',
    ],
    refused: ['“CASTOR OIL” is no metal that is known here'],
  },
  {
    name: 'a title in Russian that says the money and the mass of columns of metals',
    text: 'Учётные цены Банка\nДанные приведены в рублях за грамм\nДата;Золото;Палладий\n14.11.2026;10 812,34;3 605,18\n17.11.2026;10 741,90;—\n',
    prices: [
      'gold metal 10812.34 RUB/g 2026-11-14',
      'palladium metal 3605.18 RUB/g 2026-11-14',
      'gold metal 10741.9 RUB/g 2026-11-17',
    ],
  },
];
