/** Days of other calendars, and days as programs and tongues write them. */
import type { Case } from '../../case.ts';

const onDay = (name: string, day: string, read: string): Case => ({
  name,
  text: `Date;Metal;Price;Unit\n${day};Zinc;3054.5;USD/t\n`,
  prices: [`zinc metal 3054.5 USD/t ${read}`],
});

export const CASES: readonly Case[] = [
  onDay('a Buddhist year', '16/11/2569', '2026-11-16'),
  onDay('a Buddhist year with a Thai month', '16 พ.ย. 2569', '2026-11-16'),
  onDay('a Thai month alone', 'ตุลาคม 2569', '2026-10-31 month'),
  onDay('a year of the republic', '115年11月16日', '2026-11-16'),
  onDay('a year of the republic with its name', '民國115年11月16日', '2026-11-16'),
  onDay('a solar year of Iran', '1405/08/25', '2026-11-16'),
  onDay('the same in Persian digits', '۱۴۰۵/۰۸/۲۵', '2026-11-16'),
  onDay('the first day of spring', '1405/01/01', '2026-03-21'),
  onDay('a Japanese reign', '令和8年11月16日', '2026-11-16'),
  onDay('a Korean day with points', '2026. 11. 16.', '2026-11-16'),
  onDay('a day of a statistics program', '16NOV2026', '2026-11-16'),
  onDay('the same with two digits of the year', '16Nov26', '2026-11-16'),
  {
    name: 'a lunar year of Arabia, which is none of Iran',
    text: 'Date;Metal;Price;Unit\n1448/06/06;Zinc;3054.5;USD/t\n',
    prices: [],
    refused: ['is not a date'],
  },
  {
    name: 'a Buddhist year alone is a number',
    text: 'Metal;20.11.2026;Unit\nZinc;2569;USD/t\n',
    prices: ['zinc metal 2569 USD/t 2026-11-20'],
  },
  {
    name: 'a Japanese list: units below the names, thousands of yen for one of them, the word for the unit over the days',
    text: '非鉄建値（2026年11月）\n,電気銅,すず,電気鉛,備考\n単位,千円／トン,円／kg,円／トン,\n令和8年11月2日,"1,785","5,120","378,000",\n令和8年11月9日,"1,800",－,"381,000",据置き\n',
    prices: [
      'copper metal 1785000 JPY/t 2026-11-02',
      'tin metal 5120 JPY/kg 2026-11-02',
      'lead metal 378000 JPY/t 2026-11-02',
      'copper metal 1800000 JPY/t 2026-11-09',
      'lead metal 381000 JPY/t 2026-11-09',
    ],
  },
];
