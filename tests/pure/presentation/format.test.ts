import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeReason } from '#src/presentation/line-message.ts';
import { exactly, type Quantity, type Unit } from '#src/domain/measure/figure.ts';
import { changeBetween } from '#src/domain/measure/changes.ts';
import { formatNumber, formatQuantity, formatRange } from '#src/presentation/text/format.ts';
import { formatChange } from '#src/presentation/text/format-change.ts';
import { anyNumber, anyQuantity, anyRange } from './answers.ts';

const say = (unit: Unit, low: number, high = low, qualifier?: Quantity['qualifier']) =>
  formatQuantity({ range: { low, high }, unit, qualifier });

describe('a quantity', () => {
  it.each([
    [say('USD/kg', 125), '$125/kg'],
    [say('USD/kg', 100, 130), '$100 to $130/kg'],
    [say('USD/lb', 56.69904625), '$56.70/lb'],
    [say('USD/lb', 45.359237, 59), '$45.36 to $59.00/lb'],
    [say('USD', 1587.5), '$1,587.50'],
    [say('USD', 25_000, 32_500), '$25,000 to $32,500'],
    [say('USD/kg', 0.0456), '$0.0456/kg'],
    [say('USD/kg', 0.1 + 0.2), '$0.30/kg'],
    [say('CNY/kg', 900), 'CN¥900/kg'],
    [say('t', 53_400), '53,400 t'],
    [say('kg', 66.75), '66.75 kg'],
    [say('t', 16_554.000000000004), '16,554 t'],
    [say('t', 90_000_000, 90_000_000, 'more than'), 'more than 90,000,000 t'],
    [say('t', 390_000, 390_000, 'rounded'), '390,000 t (rounded)'],
    [say('%', 31), '31 %'],
    [say('%', 68.25), '68.3 %'],
    [say('%', 10, 15), '10 to 15 %'],
    [say('points', 10), '10 percentage points'],
    [say('points', 1), '1 percentage point'],
  ])('reads %s', (text, expected) => {
    expect(text).toBe(expected);
  });

  it('follows the locale', () => {
    expect(formatNumber(53_400, 'de-DE')).toBe('53.400');
    expect(formatRange(exactly(125), 'USD', 'de-DE')).toBe('125\u00a0$');
  });

  it('never prints noise, and never a sign that cannot be copied', () => {
    fc.assert(
      fc.property(anyQuantity, (quantity) => {
        const text = formatQuantity(quantity);
        expect(text).not.toMatch(/NaN|Infinity|undefined|\u2212|-0(?![.\d])/);
        expect(text).toMatch(/\d/);
      }),
    );
  });

  it('stays within a half percent of the number that it prints', () => {
    fc.assert(
      fc.property(anyNumber, (value) => {
        const printed = Number(formatNumber(value).replaceAll(',', ''));
        expect(Math.abs(printed - value)).toBeLessThanOrEqual(Math.abs(value) * 0.005 + 1e-18);
      }),
    );
  });
});

describe('a change', () => {
  it.each([
    [changeBetween(exactly(110), exactly(125)), '+13.6 %'],
    [changeBetween(exactly(100), exactly(125)), '+25 %'],
    [changeBetween(exactly(98), exactly(73)), '-25.5 %'],
    [changeBetween(exactly(10), exactly(10)), '0 %'],
    [changeBetween(exactly(10), exactly(25)), '+150 %'],
    [changeBetween(exactly(75), { low: 100, high: 130 }), '+33 % to +73 % (+53 % between midpoints)'],
    [changeBetween(exactly(100), { low: 104, high: 109.5 }), '+4 % to +9.5 % (+6.8 % between midpoints)'],
  ])('reads %o as %s', (change, expected) => {
    expect(formatChange(change)).toBe(expected);
  });

  it('always has a sign, unless it is nothing', () => {
    fc.assert(
      fc.property(anyRange, anyNumber, (percent, midpoint) => {
        const numbers = formatChange({ percent, midpoint }).match(/[-+]?[\d.,]+ %/g) ?? [];
        const width = percent.high - percent.low;
        const counts = width === 0 ? [1] : width >= 2 ? [3] : [1, 3];
        expect(counts).toContain(numbers.length);
        // An interval is never the same figure twice.
        expect(new Set(numbers.slice(0, 2)).size).toBe(Math.min(numbers.length, 2));
        for (const number of numbers) expect(number).toMatch(/^([-+]|0 %)/);
      }),
    );
  });
});

it('examples stay code in a reason, percents too, and what was typed is escaped', () => {
  expect(escapeReason('I don’t know “<!channel>”. Say `change 5% week ndpr`.')).toBe(
    'I don’t know “&lt;!channel&gt;”. Say `change 5% week ndpr`.',
  );
});
