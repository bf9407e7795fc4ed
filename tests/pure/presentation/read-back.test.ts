/** What one surface prints, every other reads back: a figure that is copied from an answer means the same wherever it is put. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactly } from '#src/domain/measure/figure.ts';
import { tokenize } from '#src/domain/reading/tokens.ts';
import { readNumber, settled } from '#src/domain/measure/numbers/numbers.ts';
import { readRule } from '#src/domain/watching/read-rule.ts';
import { readWrittenRule, writeRule, type Rule } from '#src/domain/watching/rule.ts';
import { readLine } from '#src/domain/reading/quotes/read-line.ts';
import { takePrice } from '#src/domain/reading/quotes/read-price.ts';
import { formatNumber, formatRange } from '#src/presentation/text/format.ts';
import { MATERIALS, TODAY } from '../domain/quotes/sample-quotes.ts';

/** Prices as they are printed: cents below 10,000, whole above. */
const price = fc.oneof(
  fc.integer({ min: 1, max: 999_999 }).map((cents) => cents / 100),
  fc.integer({ min: 10_000, max: 900_000_000 }),
);
const unit = fc.constantFrom('USD/kg', 'CNY/t', 'EUR/lb', 'GBP/kg', 'INR/kg', 'CNY/kg');
const KNOWN = { metals: [{ id: 'neodymium' }], materials: MATERIALS, defaultMetal: 'neodymium' };

test('property: a printed price is read back by alerts, quotes by hand and cells', () => {
  fc.assert(
    fc.property(price, unit, (value, per) => {
      const printed = formatRange(exactly(value), per);
      const line = readLine(`Nd oxide ${printed} 20 Nov`, {
        materials: MATERIALS,
        defaultMetal: 'neodymium',
        today: TODAY,
      });
      expect({ printed, ...line }).toMatchObject({ ok: true, quote: { range: exactly(value) } });
      const taken = takePrice(printed);
      expect([printed, taken?.ok === true && settled(taken.readings)?.range]).toEqual([
        printed,
        exactly(value),
      ]);
      const alert = readRule(`above ${printed}`, KNOWN);
      const at = { range: exactly(value), unit: per };
      expect({ printed, ...alert }).toMatchObject({ printed, ok: true, rule: { when: 'above', at } });
    }),
  );
});

test('property: a printed range is read back', () => {
  fc.assert(
    fc.property(price, fc.double({ min: 1, max: 2, noNaN: true }), unit, (low, factor, per) => {
      const high = Number((low * factor).toFixed(low * factor < 10_000 ? 2 : 0));
      const range = { low: low >= 10_000 ? Math.round(low) : low, high };
      fc.pre(range.high >= range.low && range.low >= 10_000 === range.high >= 10_000);
      const taken = takePrice(formatRange(range, per));
      expect(taken?.ok === true && settled(taken.readings)?.range).toEqual(range);
    }),
  );
});

test('property: a printed number is one token of a question, of the same value', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), (value) => {
      const printed = formatNumber(value);
      expect(settled(readNumber(printed))?.value).toBe(value);
      expect(tokenize(`price of ${printed} kg`).map((token) => token.value)).toContain(value);
    }),
  );
});

test('property: in a digest’s other languages, the printed number is among the readings or asked about', () => {
  const locale = fc.constantFrom('de-DE', 'fr-FR', 'de-CH', 'en-IN', 'es-ES');
  fc.assert(
    fc.property(price, locale, (value, language) => {
      const printed = formatNumber(value, language);
      const shown = Number(value.toFixed(value >= 100_000 ? 0 : value >= 1000 ? 1 : value >= 1 ? 2 : 4));
      const read = readNumber(printed);
      expect(read.some((one) => Math.abs(one.value - shown) <= 0.01 * shown)).toBe(true);
      const one = settled(read);
      expect(one === undefined || Math.abs(one.value - shown) <= 0.01 * shown).toBe(true);
    }),
  );
});

test('property: a stored threshold is read back to the last digit', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.0001, max: 1e9, noNaN: true }), (value) => {
      const rule: Rule = {
        of: { material: 'neodymium' },
        when: 'above',
        at: { range: exactly(value), unit: 'USD/kg' },
        reach: 'touches',
        repeat: 'each',
      };
      expect(readWrittenRule(writeRule(rule))).toEqual(rule);
    }),
  );
});
