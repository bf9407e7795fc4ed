/** Alerts as people type them: one reader for prices with a unit and without, bands and changes. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactly } from '#src/domain/measure/figure.ts';
import { readRule } from '#src/domain/watching/read-rule.ts';
import { readWrittenRule, ruleSchema, writeRule, type Rule } from '#src/domain/watching/rule.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { anyRule } from './any-rule.ts';

const catalog = await loadCatalog(readDataOptions({ DATA_DIR: 'tests/pure/packs' }));
const read = (text: string) => readRule(text, catalog);

function ruleOf(text: string): Rule {
  const found = read(text);
  if (!found.ok) throw new Error(found.reason);
  return found.rule;
}

const of = (material: string, more: object = {}) => ({ material, ...more });
const day = { cadence: 'day' };
const at = (low: number, high = low, unit = 'USD/kg') => ({ range: { low, high }, unit });

describe('reads', () => {
  test.each([
    ['above 140', { of: of('neodymium'), when: 'above', at: at(140), reach: 'touches' }],
    ['below 60 usgs', { of: of('neodymium', { source: 'usgs' }), when: 'below', at: at(60) }],
    ['range 110-130 leaves', { when: 'leaves', at: at(110, 130), reach: 'touches' }],
    ['Range 110 to 130 leaves', { when: 'leaves', at: at(110, 130) }],
    ['range $110 – $130 enters entirely', { when: 'enters', at: at(110, 130), reach: 'entirely' }],
    ['terbium above $900.5/kg', { of: of('terbium'), when: 'above', at: at(900.5) }],
    ['Dy over 300', { of: of('dysprosium'), when: 'above', at: at(300) }],
    ['110-130', { when: 'leaves', at: at(110, 130) }],
    ['above 300 dysprosium oxide', { of: of('dysprosium'), basis: { form: 'oxide' }, at: at(300) }],
    ['above 600,000 CNY/t ndpr', { of: of('ndpr', day), when: 'above', at: at(600_000, 600_000, 'CNY/t') }],
    ['above 600k CNY/t NdPr oxide', { basis: { form: 'oxide' }, at: at(600_000, 600_000, 'CNY/t') }],
    ['below 55 USD/kg', { of: of('neodymium', day), when: 'below', at: at(55) }],
    ['below 60000 USD/t usgs', { of: of('neodymium', { source: 'usgs' }), at: at(60_000, 60_000, 'USD/t') }],
    [
      'range 550-560k CNY/t leaves entirely ndpr',
      { of: of('ndpr', day), when: 'leaves', reach: 'entirely', at: at(550_000, 560_000, 'CNY/t') },
    ],
    ['change 5% week', { of: of('neodymium', day), change: { percent: 5 }, within: 7 }],
    ['change 5% Week ndpr', { of: of('ndpr', day), change: { percent: 5 }, within: 7 }],
    [
      'change 2.5 % within 10 days ndpr oxide',
      { of: of('ndpr', day), basis: { form: 'oxide' }, change: { percent: 2.5 }, within: 10 },
    ],
  ])('%s', (typed, rule) => {
    expect(read(typed)).toMatchObject({ ok: true, rule: { ...rule, repeat: 'each' } });
  });

  test.each([
    ['above 1,500', 1500, 'USD/kg'],
    ['above 140,50', 140.5, 'USD/kg'],
    ['over $1.5k', 1500, 'USD/kg'],
    ['above 1.250,75', 1250.75, 'USD/kg'],
    ["above 1'500", 1500, 'USD/kg'],
    ['above $1,250/kg', 1250, 'USD/kg'],
    ['ndpr above 600k CNY/t', 600_000, 'CNY/t'],
    ['above 1.250.000 CNY/t dysprosium', 1_250_000, 'CNY/t'],
    ['above 60万元/吨 ndpr', 600_000, 'CNY/t'],
    ['below 140,50 USD/kg', 140.5, 'USD/kg'],
    ['above 61250 GBp/kg ndpr', 612.5, 'GBP/kg'],
    ['over 7500 USd/lb', 75, 'USD/lb'],
  ])('the number of “%s”', (typed, price, unit) => {
    expect(ruleOf(typed)).toMatchObject({ at: { range: exactly(price), unit } });
  });
});

describe('asks or refuses', () => {
  test.each([
    ['above 1.000', ['above 1', 'above 1000'], '1 or 1,000'],
    ['above 60.000 terbium', ['above 60 terbium', 'above 60000 terbium'], '60 or 60,000'],
    ['range 1.100-1.300 leaves', ['range 1.1-1.3 leaves', 'range 1100-1300 leaves'], '1.1-1.3 or 1100-1300'],
    ['above 60.000 CNY/t ndpr', ['above 60 CNY/t ndpr', 'above 60000 CNY/t ndpr'], '60 or 60,000'],
    ['above 12 553 CNY/kg', ['above 12553 CNY/kg', 'above 553 CNY/kg'], '12,553 or 553'],
  ])('two readings, each to copy: “%s”', (typed, options, which) => {
    expect(read(typed)).toMatchObject({ ok: false, options, reason: expect.stringContaining(which) });
    for (const option of options) expect(ruleOf(option)).toBeDefined();
  });

  test.each([
    ['', 'Say at which price'],
    ['above', 'Say at which price'],
    ['140', 'Say whether above or below'],
    ['above 140 unobtanium', 'I don’t know “unobtanium”'],
    ['range 130-110 leaves', 'from the lower price to the higher'],
    ['above 110-130', '“above” wants one price'],
    ['below 0', 'A price is more than nothing'],
  ])('“%s” is answered with what to say', (typed, reason) => {
    const found = read(typed);
    expect(found.ok ? '' : found.reason).toContain(reason);
    expect(found.ok ? '' : found.reason).toContain('`above 140`');
  });

  test.each([
    ['above ¥600/kg ndpr', 'yuan or yen'],
    ['above 75 USD/ct ndpr', 'not in “USD/ct”'],
    ['above 550-560k CNY/t ndpr', '“above” wants one price'],
    ['600000 CNY/t ndpr', 'above or below'],
    ['above 600 ndpr', 'NdPr has quotes only. Say in which unit'],
    ['change a lot', 'Say by how much'],
    ['change 5% week unobtanium', 'unobtanium'],
    ['change 5% 500 days', 'within a year'],
  ])('“%s” is refused with the reason', (typed, reason) => {
    expect(read(typed)).toMatchObject({ ok: false, reason: expect.stringContaining(reason) });
  });
});

test('property: a rule is kept and read back the same, and two that are the same are kept alike', () => {
  fc.assert(
    fc.property(anyRule, (rule) => {
      expect(readWrittenRule(writeRule(rule))).toEqual(rule);
      const shuffled = Object.fromEntries(Object.entries(rule).toReversed());
      expect(writeRule(ruleSchema.parse(shuffled))).toBe(writeRule(rule));
    }),
  );
});

test.each([
  '{',
  'above 140',
  '{"of":{"material":"neodymium"},"repeat":"each"}',
  '{"of":{"material":"neodymium"},"repeat":"each","when":"above","at":{"range":{"low":2,"high":3},"unit":"USD/kg"},"reach":"touches"}',
  '{"of":{"material":"neodymium"},"repeat":"each","when":"leaves","at":{"range":{"low":3,"high":2},"unit":"USD/kg"},"reach":"touches"}',
  '{"of":{"material":"neodymium"},"repeat":"each","when":"above","at":{"range":{"low":-5,"high":-5},"unit":"USD/kg"},"reach":"touches"}',
  '{"of":{"material":"neodymium"},"repeat":"each","change":{"percent":5},"within":7,"until":"2026-02-30"}',
])('%s is no rule', (text) => {
  expect(readWrittenRule(text)).toBeUndefined();
});
