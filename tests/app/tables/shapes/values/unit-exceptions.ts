/** One unit for most prices and others for single metals, said in one line around the table or behind a metal's own name. */
import type { Case } from '../../case.ts';

export const CASES: readonly Case[] = [
  {
    name: 'a Chinese line of units with two exceptions, days as numbers',
    text: [
      ['期货结算价'],
      ['单位：元/吨，黄金：元/克，白银：元/千克'],
      ['日期', '铜', '锡', '黄金', '白银'],
      [20261116, 87980, 296700, 932.46, 12105],
      [20261117, 87350, '—', 925.1, 11968],
    ],
    prices: [
      'copper metal 87980 CNY/t 2026-11-16',
      'tin metal 296700 CNY/t 2026-11-16',
      'gold metal 932.46 CNY/g 2026-11-16',
      'silver metal 12105 CNY/kg 2026-11-16',
      'copper metal 87350 CNY/t 2026-11-17',
      'gold metal 925.1 CNY/g 2026-11-17',
      'silver metal 11968 CNY/kg 2026-11-17',
    ],
  },
  {
    name: 'an exception in brackets of a title, metals in rows',
    text: 'Metal prices 18 November 2026 in USD/t (gold and silver in USD/troy oz)\nMetal,Price\nNickel,14950\nGold,4058.30\nSilver,50.86\n',
    prices: [
      'nickel metal 14950 USD/t 2026-11-18',
      'gold metal 4058.3 USD/troy oz 2026-11-18',
      'silver metal 50.86 USD/troy oz 2026-11-18',
    ],
  },
  {
    name: 'a German note below with what each is priced by',
    text: 'Datum;Kupfer;Zinn;Gold\n18.11.2026;948,00;3.210,50;112,40\n19.11.2026;950,20;3.215,00;112,10\nAngaben in EUR/100 kg; Gold: EUR/g\n',
    prices: [
      'copper metal 9.48 EUR/kg 2026-11-18',
      'tin metal 32.105 EUR/kg 2026-11-18',
      'gold metal 112.4 EUR/g 2026-11-18',
      'copper metal 9.502 EUR/kg 2026-11-19',
      'tin metal 32.15 EUR/kg 2026-11-19',
      'gold metal 112.1 EUR/g 2026-11-19',
    ],
  },
  {
    name: 'units of names within their rows, over the unit of a title',
    text: 'US CENTS PER POUND\nMetal,2026-09,2026-10\nZinc,138.20,139.75\nSilver (cents per troy oz),4295.0,4930.0\nPlatinum (dollars per troy oz),1405.50,1620.25\n',
    prices: [
      'zinc metal 1.382 USD/lb 2026-09-30 month',
      'zinc metal 1.3975 USD/lb 2026-10-31 month',
      'silver metal 42.95 USD/troy oz 2026-09-30 month',
      'silver metal 49.3 USD/troy oz 2026-10-31 month',
      'platinum metal 1405.5 USD/troy oz 2026-09-30 month',
      'platinum metal 1620.25 USD/troy oz 2026-10-31 month',
    ],
  },
  {
    name: 'a name whose unit is not that of its row',
    text: 'Date,Metal,Price,Unit\n2026-11-18,Cobalt (USD/lb),24.10,USD/kg\n2026-11-18,Nickel (USD/t),14950,USD/t\n',
    prices: ['nickel metal 14950 USD/t 2026-11-18'],
    refused: ['its name says USD/lb, and its unit USD/kg'],
  },
  {
    name: 'an exception for a metal whose column has a unit of its own',
    text: 'Unit: RMB/t; gold: RMB/g\nDate,Zinc,Gold,Cobalt (RMB/kg)\n2026-11-18,22520,934.88,405\n',
    prices: [
      'zinc metal 22520 CNY/t 2026-11-18',
      'gold metal 934.88 CNY/g 2026-11-18',
      'cobalt metal 405 CNY/kg 2026-11-18',
    ],
  },
];
