/** Contracts of one metal on one day, which are a price each; and the days from which to which a week goes. */
import type { Case } from '../../case.ts';

export const CASES: readonly Case[] = [
  {
    name: 'two contracts of a day by their months',
    text: 'Metal,Contract,Settle,Unit,Date\nCopper,Dec-26,4.9652,USD/lb,2026-11-20\nCopper,Mar-27,5.0120,USD/lb,2026-11-20\n',
    prices: ['copper metal 4.9652 USD/lb 2026-11-20 Dec-26', 'copper metal 5.012 USD/lb 2026-11-20 Mar-27'],
  },
  {
    name: 'JSON of an exchange with contracts by their codes',
    text: JSON.stringify({
      交易日: '20261120',
      数据: [
        { 品种: '锌', 合约: 'zn2612', 结算价: 22310, 报价单位: '元/吨' },
        { 品种: '锌', 合约: 'zn2701', 结算价: 22280, 报价单位: '元/吨' },
      ],
    }),
    prices: ['zinc metal 22310 CNY/t 2026-11-20 zn2612', 'zinc metal 22280 CNY/t 2026-11-20 zn2701'],
  },
  {
    name: 'one contract a day is the price of its day',
    text: 'Metal,Contract,Settle,Unit,Date\nCopper,Dec-26,4.9652,USD/lb,2026-11-19\nCopper,Dec-26,5.0120,USD/lb,2026-11-20\n',
    prices: ['copper metal 4.9652 USD/lb 2026-11-19', 'copper metal 5.012 USD/lb 2026-11-20'],
  },
  {
    name: 'two prices of one contract and day are held',
    text: 'Metal,Contract,Settle,Unit,Date\nCopper,Dec-26,4.9652,USD/lb,2026-11-20\nCopper,Mar-27,5.0120,USD/lb,2026-11-20\nCopper,Dec-26,4.9700,USD/lb,2026-11-20\n',
    prices: ['copper metal 5.012 USD/lb 2026-11-20 Mar-27'],
    refused: ['different prices for the same day', 'different prices for the same day'],
  },
  ...(
    [
      'Week 47, 16-20 November 2026',
      'Woche 47 (16. bis 20.11.2026)',
      'Semaine du 16 au 20 novembre 2026',
      'Settimana 16-20 novembre 2026',
    ] as const
  ).map((title): Case => ({
    name: `a week by its first and last day: ${title}`,
    text: `${title}\nMetal;Low;High;Unit\nAntimony;36.50;38.00;USD/kg\n`,
    prices: ['antimony metal 36.5-38 USD/kg 2026-11-22 week'],
  })),
];
