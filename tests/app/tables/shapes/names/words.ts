/** Words that senders use for prices, rows and forms, and numbers beside prices that are none. */
import type { Case } from '../../case.ts';

export const CASES: readonly Case[] = [
  {
    name: 'a unit price without tax in a French ERP',
    text: 'Date cde;Désignation;PU HT (€/kg);Montant HT (€)\n17/11/2026;Oxyde de lanthane 99,9 %;1,35;1 350,00\n18/11/2026;Indium 99,99;402,50;4 025,00\n',
    prices: [
      'lanthanum oxide 1.35 EUR/kg 2026-11-17 99.9 % excluded',
      'indium metal 402.5 EUR/kg 2026-11-18 99.99 % excluded',
    ],
  },
  {
    name: 'the number of a row is no price of strontium',
    text: 'Sr,Material,Rate,Currency,Per,Date\n1,Nickel cathode,1442,INR,Kg,24/11/2026\n2,Zinc ingot,318.5,INR,Kg,24/11/2026\n3,Lead ingot,204.25,INR,Kg,24/11/2026\n4,Tin ingot,3415,INR,Kg,24/11/2026\n',
    prices: [
      'nickel metal 1442 INR/kg 2026-11-24',
      'zinc metal 318.5 INR/kg 2026-11-24',
      'lead metal 204.25 INR/kg 2026-11-24',
      'tin metal 3415 INR/kg 2026-11-24',
    ],
  },
  {
    name: 'the middle of ranges in one cell',
    text: 'Alloys,Price,Midpoint,Date\n"Ferro-tungsten 75% W, in-whs Rotterdam, US$/kg W",86.5-88.5,87.5,20 Nov 2026\n"Cobalt standard grade, US$/lb",24.1 – 24.9,24.5,20 Nov 2026\n',
    prices: [
      'tungsten alloy 86.5-88.5 USD/kg 2026-11-20 75 % in warehouse Rotterdam',
      'cobalt metal 24.1-24.9 USD/lb 2026-11-20 standard grade',
    ],
  },
  {
    name: 'field names without accents',
    text: '<precos><item><data>20/11/2026</data><metal>Zinco</metal><preco>16,20</preco><moeda>BRL</moeda><unidade>kg</unidade></item><item><data>20/11/2026</data><metal>Chumbo</metal><preco>12,45</preco><moeda>BRL</moeda><unidade>kg</unidade></item></precos>',
    prices: ['zinc metal 16.2 BRL/kg 2026-11-20', 'lead metal 12.45 BRL/kg 2026-11-20'],
  },
  {
    name: 'bars, balls and rods in other languages',
    text: 'Datum;Product;Prijs (EUR/kg)\n20-11-2026;Magnesium staven 99,8%;2,85\n20-11-2026;Cadmium stänger;4,10\n20-11-2026;Nickel granulaat;15,45\n20-11-2026;Tellur granule;88,20\n',
    prices: [
      'magnesium metal 2.85 EUR/kg 2026-11-20 99.8 % staven',
      'cadmium metal 4.1 EUR/kg 2026-11-20 stänger',
      'nickel metal 15.45 EUR/kg 2026-11-20 granulaat',
      'tellurium metal 88.2 EUR/kg 2026-11-20 granule',
    ],
  },
  {
    name: 'a holiday with its name',
    text: 'Date,Nickel (INR/kg),Zinc (INR/kg)\n2026-11-23,1592,318\n2026-11-24,Holiday (Founder’s Day),Holiday (Founder’s Day)\n2026-11-25,1588,319\n',
    prices: [
      'nickel metal 1592 INR/kg 2026-11-23',
      'nickel metal 1588 INR/kg 2026-11-25',
      'zinc metal 318 INR/kg 2026-11-23',
      'zinc metal 319 INR/kg 2026-11-25',
    ],
  },
  {
    name: 'molybdenum and vanadium by the pound are oxides',
    text: 'Fecha,Molibdeno (US$/lb),Vanadio (US$/lb)\n2026-11-20,23.10,5.35\n',
    prices: ['molybdenum oxide 23.1 USD/lb 2026-11-20', 'vanadium oxide 5.35 USD/lb 2026-11-20'],
  },
  {
    name: 'vanadium by the kilogram is not told',
    text: 'Date,Metal,Price,Unit\n2026-11-20,Vanadium,26.40,USD/kg\n',
    prices: [],
    refused: ['it has no form: say whether it is oxide, metal or alloy'],
  },
  {
    name: 'Bundesbank words: the price of a fine ounce',
    text: 'Datum;Preis der Feinunze Silber in London (USD)\n2026-11-19;50,12\n2026-11-20;50,48\n',
    prices: [
      'silver metal 50.12 USD/troy oz 2026-11-19 London',
      'silver metal 50.48 USD/troy oz 2026-11-20 London',
    ],
  },
  {
    name: 'points of which one has no value',
    text: '{"currency":"CNY","unit":"kg","series":{"Terbium oxide":[["2026-11-18",6230],["2026-11-19",null],["2026-11-20",6245]]}}',
    prices: ['terbium oxide 6230 CNY/kg 2026-11-18', 'terbium oxide 6245 CNY/kg 2026-11-20'],
    refused: ['it has no price'],
  },
  {
    name: 'a clock beside the day',
    text: '{"timestamp":1795100400,"date":"2026-11-19","base":"XAG","rates":{"USD":50.12,"EUR":43.3}}',
    prices: ['silver metal 50.12 USD/troy oz 2026-11-19', 'silver metal 43.3 EUR/troy oz 2026-11-19'],
  },
  {
    name: 'EURO is the euro',
    text: 'Date,Platinum USD/oz,Platinum EURO/oz\n2026-11-20,1551,1338\n',
    prices: ['platinum metal 1551 USD/troy oz 2026-11-20', 'platinum metal 1338 EUR/troy oz 2026-11-20'],
  },
];
