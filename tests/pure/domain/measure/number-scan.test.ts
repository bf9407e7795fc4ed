/** Numbers in running text: where one begins, and what is none. */
import { expect, test } from 'vitest';
import { rangesOf, scanNumbers } from '#src/domain/measure/numbers/number-scan.ts';

const found = (text: string) =>
  scanNumbers(text).map(({ kind, start, end, readings }) =>
    kind === 'number' ? readings.map(({ value }) => value).join('|') : `${kind} ${text.slice(start, end)}`,
  );

test.each([
  ['Tb4O7 830 USD/kg', ['830']],
  ['Pr6O11 620 USD/kg', ['620']],
  ['Nd2O3 600k CNY/t', ['600000']],
  ['N52 120 USD/kg', ['120']],
  ['100 kg-200 kg', ['100', '200']],
  ['553k-557k', ['553000', '557000']],
  ['lot 12 553 CNY/kg', ['12', '553']],
  ['PrNd-25 553 CNY/kg', ['25', '553']],
  ['N-42 553 CNY/kg', ['42', '553']],
  ['NdPr 75/25 553 CNY/kg', ['75', '25', '553']],
  ['batch no. 7 553 000 CNY/t', ['7', '553000']],
  ['12 553 CNY/kg', ['12553|553']],
  ['553 000 CNY/t', ['553000']],
  ['1 250 000,5', ['1250000.5']],
  ['USD118.5/kg', ['118.5']],
  ['Rs.553', ['553']],
  ['价格553000元/吨', ['553000']],
  ['55.3-55.7万元/吨', ['55.3', '557000']],
  ['is $-5 right', ['-5']],
  ['2024-2026', ['2024', '2026']],
  ['100 kg + 50 kg', ['100', '50']],
  ['3 x 50 kg', ['150']],
  ['1/2 t in 2024', ['0.5', '2024']],
  ['600 mt', ['600']],
  ['1,000, 2,000', ['1000|1', '2000|2']],
])('a digit that ends the word before is no part of the number: %s', (text, wanted) => {
  expect(found(text)).toEqual(wanted);
});

test.each([
  ['553k CNY/t 20/11/26', ['553000', 'date 20/11/26']],
  ['20.11.2026 3.5', ['date 20.11.2026', '3.5']],
  ['2026-11-20 3', ['date 2026-11-20', '3']],
  ['20 Nov 2026 100 kg', ['date 20 Nov 2026', '100']],
  ['Nov 20, 2026: 553', ['date Nov 20, 2026', '553']],
  ['2026年11月20日 553', ['date 2026年11月20日', '553']],
  ['Q2 2026 553', ['period Q2 2026', '553']],
  ['9:30 553', ['date 9:30', '553']],
  ['the 3rd of 5', ['5']],
])('a date or period is no number: %s', (text, wanted) => expect(found(text)).toEqual(wanted));

test.each([
  ['553-557k', ['553000 to 557000']],
  ['553/557k', ['553000 to 557000']],
  ['553k-557k', ['553000 to 557000']],
  ['551.000-554.500,50', ['551000 to 554500.5']],
  ['1.500-1.600', ['1.5 to 1.6', '1500 to 1600']],
  ['557-553', []],
])('a range has one writer: %s', (text, wanted) => {
  const [low, high] = scanNumbers(text);
  const ranges = low && high ? rangesOf(low, high, text) : [];
  expect(ranges.map((range) => `${range.low} to ${range.high}`)).toEqual(wanted);
});
