/** What a printed number stands for, and that nothing worked out from it is told more exactly. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactly, inMass, type Quantity } from '#src/domain/measure/figure.ts';
import { changeOf, type Change } from '#src/domain/measure/changes.ts';
import { atPlace, halfPlace, placeOf, printedInterval } from '#src/domain/measure/printed.ts';
import { asCertain, shareOf } from '#src/domain/measure/rounding.ts';
import { formatQuantity } from '#src/presentation/text/format.ts';
import { formatChange } from '#src/presentation/text/format-change.ts';

const printed = (value: number, unit: Quantity['unit'] = 'USD/kg', rounded = false): Quantity => ({
  range: exactly(value),
  unit,
  printed: printedInterval(exactly(value), rounded),
});
const number = (text = '') => Number(text.replaceAll(',', ''));
const change = (from: number, to: number): Change => changeOf(printed(from), printed(to));

describe('half of the last place', () => {
  test.each([
    [2, false, 0.5],
    [130, false, 0.5],
    [1.25, false, 0.005],
    [0.3, false, 0.05],
    [380_000, true, 5000],
    [376_000, true, 500],
    [0, true, 0.5],
  ])('%s, rounded %s', (value, rounded, expected) => {
    expect(halfPlace(value, rounded)).toBeCloseTo(expected, 12);
  });
});

describe('a change is told with what rounding leaves open, where that is more than a few points', () => {
  test.each([
    [2, 1, 'about -50 % (as printed, -80 % to 0 %)'],
    [1, 2, 'about +100 % (as printed, 0 % to +400 %)'],
    [1, 1, 'about 0 % (as printed, -67 % to +200 %)'],
    [31, 30, 'about -3.2 % (as printed, -6.4 % to 0 %)'],
    [49, 98, 'about +100 % (as printed, +96.9 % to +104 %)'],
    [110, 125, '+13.6 %'],
    [75, 92, '+22.7 %'],
    [78, 56, '-28.2 %'],
  ])('from %s to %s', (from, to, expected) => {
    expect(formatChange(change(from, to))).toBe(expected);
  });

  test('in whatever unit the figures are shown', () => {
    const [two, one] = [inMass(printed(2), 't'), inMass(printed(1), 't')];
    expect(formatChange(changeOf(two, one))).toBe(formatChange(change(2, 1)));
  });

  test('the change between any values that print so lies within what is told', () => {
    const places = fc.constantFrom(0, 1, 2);
    const meant = fc.double({ min: 0.6, max: 5000, noNaN: true });
    fc.assert(
      fc.property(meant, meant, places, (from, to, decimals) => {
        const [a, b] = [from, to].map((value) => Number(value.toFixed(decimals)));
        if (a === undefined || b === undefined || a === 0 || b === 0) return;
        const told = formatChange(change(a, b));
        const [, low, high] = /as printed, (\S+) % to (\S+) %/.exec(told) ?? [];
        const meantChange = (to / from - 1) * 100;
        const shown = change(a, b).midpoint;
        // Where nothing is said of rounding, it moves the change by a few points at most.
        const least = low === undefined ? shown - 3 : number(low);
        const most = high === undefined ? shown + 3 : number(high);
        expect(meantChange).toBeGreaterThanOrEqual(least - 1e-6);
        expect(meantChange).toBeLessThanOrEqual(most + 1e-6);
      }),
    );
  });
});

describe('what is worked out of printed figures is given down to the place that is certain', () => {
  test.each([
    ['$56/kg of oxide by the metal in it', 56, 0.857, 'about $65/kg'],
    ['$73/kg', 73, 0.857, 'about $85/kg'],
    ['$2,051/kg', 2051, 0.85, 'about $2,413/kg'],
  ])('%s', (_, price, share, expected) => {
    const { low, high } = printedInterval(exactly(price));
    const derived = asCertain(
      { range: exactly(price / share), unit: 'USD/kg' },
      { low: low / share, high: high / share },
    );
    expect(formatQuantity(derived)).toBe(expected);
  });

  test.each([
    [130, 390_000, 'under 0.1 %'],
    [270_000, 390_000, 'about 69 %'],
    [45_000, 390_000, 'about 11.5 %'],
  ])('%s t of %s t (rounded)', (part, whole, expected) => {
    const share = shareOf(printed(part, 't'), printed(whole, 't', true));
    expect(share && formatQuantity(share)).toBe(expected);
  });

  test('a share is the same in whatever masses the two are printed, and there is none of money in mass', () => {
    const part = { range: exactly(2600), unit: 'kg' } as const;
    expect(shareOf(part, { range: exactly(26), unit: 't' })?.range.low).toBeCloseTo(10, 9);
    expect(shareOf({ range: exactly(5), unit: 'USD/kg' }, { range: exactly(26), unit: 't' })).toBeUndefined();
  });

  test('rounding at a place is never further off than half of it', () => {
    const value = fc.double({ min: 1e-3, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(value, fc.integer({ min: -6, max: 6 }), (one, exponent) => {
        const place = placeOf({ low: 0, high: 10 ** exponent });
        if (place === undefined) throw new Error('a width has a place');
        expect(Math.abs(atPlace(one, place) - one)).toBeLessThanOrEqual(place / 2 + one * 1e-9);
      }),
    );
  });
});
