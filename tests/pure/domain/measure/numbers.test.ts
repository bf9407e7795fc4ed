/** The one reader of numbers: what digits with marks may mean, and what decides. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumber, settled, styleOf, unmistakable, whichOf } from '#src/domain/measure/numbers/numbers.ts';

const values = (text: string, context = {}) => readNumber(text, context).map(({ value }) => value);

describe('number marks: the same digits have the same readings everywhere', () => {
  test.each([
    ['1.500', [1.5, 1500]],
    ['1,250', [1250, 1.25]],
    ['60.000', [60, 60_000]],
    ['140,50', [140.5]],
    ['0,125', [0.125]],
    ['0.500', [0.5]],
    ['1.500,50', [1500.5]],
    ['1,500.50', [1500.5]],
    ['1.234.567', [1_234_567]],
    ['1,234,567', [1_234_567]],
    ['12,34,567', [1_234_567]],
    ["1'500", [1500]],
    ['1’500.25', [1500.25]],
    ['1 500', [1500]],
    ['553\u202f000,25', [553_000.25]],
    ['1234.567', [1234.567]],
    ['１２３', [123]],
    ['٥٥٣', [553]],
    ['-3', [-3]],
    ['\u22123.5', [-3.5]],
    ['.5', [0.5]],
  ])('%s', (text, wanted) => expect(values(text)).toEqual(wanted));

  test.each([
    '',
    'n/a',
    'NaN',
    'Infinity',
    '1.5.2',
    '12,34,56',
    '0x10',
    '553/557',
    '20/11/26',
    '2.05m3',
    '5 kg',
    '--3',
  ])('no number: %j', (text) => expect(values(text)).toEqual([]));
});

describe('scaled, broken, multiplied and spelled numbers', () => {
  test.each([
    ['600k', [600_000]],
    ['600 K', [600_000]],
    ['2.05m', [2_050_000]],
    ['55万', [550_000]],
    ['5.5亿', [550_000_000]],
    ['1.250k', [1250, 1_250_000]],
    ['10 lakh', [1_000_000]],
    ['5.53E+05', [553_000]],
    ['1/2', [0.5]],
    ['2 1/2', [2.5]],
    ['2½', [2.5]],
    ['3 x 50', [150]],
    ['2×1.500', [3, 3000]],
    ['half', [0.5]],
    ['seven', [7]],
    ['two hundred and fifty thousand', [250_000]],
  ])('%s', (text, wanted) => expect(values(text)).toEqual(wanted));

  test('a product says of what', () => expect(readNumber('3 x 50')[0]?.factors).toEqual([3, 50]));
});

describe('what decides between two readings', () => {
  test.each([
    ['1.500', { style: 'comma' }, [1500]],
    ['1.500', { style: 'point' }, [1.5]],
    ['1,250', { style: 'comma' }, [1.25]],
    ['1.500,5', { style: 'point' }, []],
    ['60.000', { near: 61_750 }, [60_000]],
    ['60.000', { near: 58 }, [60]],
    ['1,250', { near: 1.1 }, [1.25]],
    ['60.000', { near: 1900 }, [60, 60_000]],
  ] as const)('%s in %j', (text, context, wanted) => expect(values(text, context)).toEqual(wanted));

  test('of a column: one number that has one reading', () => {
    expect(styleOf(['551.000', '552.000', '554.500,50'])).toBe('comma');
    expect(styleOf(['551,000', '118.5'])).toBe('point');
    expect(styleOf(['553,000', '554.500,50'])).toBeUndefined();
    expect(styleOf(['1,375', '553.000,00', '2,10'])).toBe('comma');
    expect(styleOf(['551.000', '552.000'])).toBe('none');
    expect(styleOf(['118.5', '118,5'])).toBeUndefined();
  });

  test('a lone comma before three digits is ours; a lone point is asked about', () => {
    expect(settled(readNumber('1,250'))?.value).toBe(1250);
    expect(settled(readNumber('60.000'))).toBeUndefined();
    expect(settled(readNumber('60.00'))?.value).toBe(60);
    expect(whichOf(readNumber('60.000'))).toBe('60 or 60,000');
    expect(whichOf(readNumber('1.125'))).toBe('1.125 or 1,125');
  });
});

const cents = fc.integer({ min: -1e9, max: 1e12 }).map((n) => n / 100);
const mills = fc.integer({ min: 1, max: 1e9 }).map((n) => n / 1000);

test('property: a number printed in any locale has itself among its readings, and no other than 1,000 times away', () => {
  const locale = fc.constantFrom('en-US', 'de-DE', 'de-CH', 'fr-FR', 'en-IN', 'es-ES', 'pl-PL', 'sv-SE');
  fc.assert(
    fc.property(fc.oneof(cents, mills), locale, (value, language) => {
      const read = values(value.toLocaleString(language, { maximumFractionDigits: 3 }));
      expect(read).toContain(value);
      for (const other of read)
        expect(
          [1, 1000, 0.001].some((times) => Math.abs(other - value * times) <= 1e-6 * Math.abs(value)),
        ).toBe(true);
    }),
  );
});

test('property: nobody who writes a decimal point is off by 1,000 without a question', () => {
  fc.assert(
    fc.property(fc.oneof(cents, mills), (value) => {
      expect([value, undefined]).toContain(settled(readNumber(String(value)))?.value);
      expect(settled(readNumber(value.toLocaleString('en-US')))?.value ?? value).toBe(
        Number(value.toFixed(3)),
      );
    }),
  );
});

test('property: nobody who writes a decimal comma is off by 1,000 without a question, but for three decimals', () => {
  fc.assert(
    fc.property(cents, (value) => {
      const read = settled(readNumber(value.toLocaleString('de-DE')));
      expect([value, undefined]).toContain(read?.value);
    }),
  );
});

test('property: what is written to be copied has one reading', () => {
  fc.assert(
    fc.property(fc.oneof(cents, mills, fc.double({ min: 1e-6, max: 1e15, noNaN: true })), (value) => {
      expect(values(unmistakable(value))).toEqual([value]);
    }),
  );
});

test('property: it never throws, and gives numbers only', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const value of values(text)) expect(Number.isFinite(value)).toBe(true);
    }),
  );
});
