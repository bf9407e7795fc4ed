import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  convertMass,
  convertPricePer,
  divide,
  exactly,
  MASS_UNITS,
  midpoint,
  multiply,
  type Range,
} from '#src/domain/measure/figure.ts';
import { annualGrowth, changeBetween } from '#src/domain/measure/changes.ts';

const range = fc
  .tuple(fc.double({ min: 0.01, max: 1e9, noNaN: true }), fc.double({ min: 0.01, max: 1e9, noNaN: true }))
  .map(([a, b]): Range => ({ low: Math.min(a, b), high: Math.max(a, b) }));
const within = fc.double({ min: 0, max: 1, noNaN: true });
const pick = (r: Range, t: number) => r.low + (r.high - r.low) * t;
const unit = fc.constantFrom(...MASS_UNITS);

describe('changes between ranges', () => {
  test('the report’s table rises by 33 to 73 % from 2021 to 2025, 53 % between midpoints', () => {
    const change = changeBetween(exactly(75), { low: 100, high: 130 });
    expect(change.percent.low).toBeCloseTo(33.333, 3);
    expect(change.percent.high).toBeCloseTo(73.333, 3);
    expect(change.midpoint).toBeCloseTo(53.333, 3);
  });

  test('hold the change between any two values of the ranges', () => {
    fc.assert(
      fc.property(range, range, within, within, (a, b, s, t) => {
        const { percent } = changeBetween(a, b);
        const change = (pick(b, t) / pick(a, s) - 1) * 100;
        const slack = 1e-9 * (1 + Math.abs(change));
        expect(change).toBeGreaterThanOrEqual(percent.low - slack);
        expect(change).toBeLessThanOrEqual(percent.high + slack);
      }),
    );
  });

  test('compound growth over its years gives the whole change', () => {
    fc.assert(
      fc.property(range, range, fc.integer({ min: 1, max: 40 }), (a, b, years) => {
        const rate = annualGrowth({ range: a, unit: 't' }, { range: b, unit: 't' }, years).midpoint;
        const whole = ((1 + rate / 100) ** years - 1) * 100;
        const expected = changeBetween(a, b).midpoint;
        expect(Math.abs(whole - expected)).toBeLessThanOrEqual(1e-6 * (100 + Math.abs(expected)));
      }),
    );
  });
});

describe('interval arithmetic', () => {
  test('low never comes out above high', () => {
    fc.assert(
      fc.property(range, range, (a, b) => {
        for (const r of [multiply(a, b), divide(a, b), changeBetween(a, b).percent])
          expect(r.low).toBeLessThanOrEqual(r.high);
        expect(midpoint(a)).toBeGreaterThanOrEqual(a.low);
        expect(midpoint(a)).toBeLessThanOrEqual(a.high);
      }),
    );
  });
});

describe('units', () => {
  test('there and back is the same, for masses and for prices', () => {
    fc.assert(
      fc.property(range, unit, unit, (r, from, to) => {
        for (const back of [
          convertMass(convertMass(r, from, to), to, from),
          convertPricePer(convertPricePer(r, from, to), to, from),
        ]) {
          expect(Math.abs(back.low - r.low)).toBeLessThanOrEqual(1e-12 * r.low);
          expect(Math.abs(back.high - r.high)).toBeLessThanOrEqual(1e-12 * r.high);
        }
      }),
    );
  });

  test('a tonne costs a thousand kilograms, and a pound less than half of one', () => {
    expect(convertPricePer(exactly(92), 'kg', 't')).toEqual(exactly(92_000));
    expect(convertPricePer(exactly(100), 'kg', 'lb').low).toBeCloseTo(45.359, 3);
    expect(convertMass(exactly(1.5), 't', 'kg')).toEqual(exactly(1500));
  });
});
