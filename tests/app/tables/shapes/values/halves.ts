/** Halves that stand apart: low and high in rows, a year over its months, money and mass in fields of their own, the year in a note. */
import type { Case } from '../../case.ts';

export const CASES: readonly Case[] = [
  {
    name: 'low and high in rows, weeks across, the product in the title and the year in the sheet’s name',
    sheets: [
      {
        name: '2026',
        rows: [
          ['LITHIUM HYDROXIDE (battery grade, EXW China) - CNY/t'],
          [],
          ['', 'Week 45', 'Week 46'],
          ['Low', 73000, 73500],
          ['High', 74500, 75000],
        ],
      },
    ],
    prices: [
      'lithium hydroxide 73000-74500 CNY/t 2026-11-08 week battery grade ex-works China',
      'lithium hydroxide 73500-75000 CNY/t 2026-11-15 week battery grade ex-works China',
    ],
  },
  {
    name: 'a year that stands once beside its months',
    text: [
      ['Jahr', 'Monat', 'Zinn'],
      ['', '', 'EUR/t'],
      [2026, 'Juli', 30100],
      ['', 'August', 30900],
    ],
    prices: ['tin metal 30100 EUR/t 2026-07-31 month', 'tin metal 30900 EUR/t 2026-08-31 month'],
  },
  {
    name: 'days across whose year a note below says',
    text: 'Commodity,Specification,Unit,5-Nov,12-Nov\nMagnesium,99.9%,USD/t,2495,2510\nPrices for November 2026\n',
    prices: ['magnesium metal 2495 USD/t 2026-11-05 99.9 %', 'magnesium metal 2510 USD/t 2026-11-12 99.9 %'],
  },
  {
    name: 'fields above a list, of which the list’s words know not each',
    text: 'Price report,,,\nReporting date,2026-11-12,,\nRegion served,all,,\nCurrency,EUR,,\nWeight,kg,,\n,,,\nCode,Name,Price,Prev\nA1,Tantalum ingot,412.5,410\n',
    prices: ['tantalum metal 412.5 EUR/kg 2026-11-12'],
  },
  {
    name: 'money and mass by their words in one comment below',
    text: 'date,metal,price\n2026-11-12,copper,9315\n# currency: EUR, unit: tonne\n',
    prices: ['copper metal 9315 EUR/t 2026-11-12'],
  },
  {
    name: 'a data frame whose columns have a name, too',
    text: 'metal          Copper      Zinc\ndate                            \n2026-11-11   10775.5    3035.5\n2026-11-12   10790.0    3061.0\n\nPrices in USD per tonne\n',
    prices: [
      'copper metal 10775.5 USD/t 2026-11-11',
      'zinc metal 3035.5 USD/t 2026-11-11',
      'copper metal 10790 USD/t 2026-11-12',
      'zinc metal 3061 USD/t 2026-11-12',
    ],
  },
  {
    name: 'the day of a market update, and not when a page was updated',
    text: 'Market update 12 November 2026\nUpdated 13 November 2026\nMetal,Price,Unit\nNickel,15110,USD/t\n',
    prices: ['nickel metal 15110 USD/t 2026-11-12'],
  },
  {
    name: 'the day at which prices were assessed, in a line below a mail',
    text: 'Indium (99.99%)\tUSD 350-365/kg\nGallium (99.99%)\tUSD 1030-1060/kg\n\nAssessed 12 November 2026\n',
    prices: [
      'indium metal 350-365 USD/kg 2026-11-12 99.99 %',
      'gallium metal 1030-1060 USD/kg 2026-11-12 99.99 %',
    ],
  },
];
